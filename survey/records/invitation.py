"""Invitations: no time, no counter, no key in common with an answer."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import UNORDERED, Keyed, Record

DELIVERIES = ("drawn", "delivered", "refused", "ineligible", "unknown")


class Invitation(Keyed):
    """A letter to one frame entry; `lookup` is the keyed hash under which its code is found."""

    __tablename__ = "invitation"
    __table_args__ = (CheckConstraint(f"delivery IN {DELIVERIES}", name="delivery"), UNORDERED)
    frame_entry: Mapped[UUID] = mapped_column(ForeignKey("frame_entry.id"))
    lookup: Mapped[str] = mapped_column(String(64), unique=True)
    delivery: Mapped[str] = mapped_column(String(10), default="drawn")


class InvitationWave(Record):
    """What an invitation is good for in one wave: three coarse labels and whether it was used."""

    __tablename__ = "invitation_wave"
    __table_args__ = (CheckConstraint("state IN ('unused', 'used')", name="state"), UNORDERED)
    invitation: Mapped[UUID] = mapped_column(ForeignKey("invitation.id"), primary_key=True)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    unit: Mapped[str | None] = mapped_column(String(60))
    role: Mapped[str | None] = mapped_column(String(40))
    cell: Mapped[str] = mapped_column(String(80))
    psu: Mapped[str | None] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(6), default="unused")

"""Drafts of instruments sent for comment, the comments that came, and what came of each."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Keyed, Record

OUTCOMES = ("accepted", "explained")


class Consultation(Keyed):
    """A draft as it was sent: its canonical model and the bytes of its file; comments are asked for until `due`."""

    __tablename__ = "consultation"
    code: Mapped[str] = mapped_column(String(40), unique=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    model: Mapped[str] = mapped_column(Text)
    file: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    opened: Mapped[date]
    due: Mapped[date]


class ConsultationMedia(Record):
    """A picture or audio file that was sent with a draft, by the name used there; a picture has a size."""

    __tablename__ = "consultation_media"
    consultation: Mapped[UUID] = mapped_column(ForeignKey("consultation.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    blob: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    media_type: Mapped[str] = mapped_column(String(20))
    width: Mapped[int | None]
    height: Mapped[int | None]


class ConsultationComment(Record):
    """One proposal of a unit (its code, or the name of a body outside the register) to one item or to the whole."""

    __tablename__ = "consultation_comment"
    __table_args__ = (CheckConstraint(f"outcome IN {OUTCOMES}", name="outcome"),)
    consultation: Mapped[UUID] = mapped_column(ForeignKey("consultation.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    unit: Mapped[str] = mapped_column(String(200))
    item: Mapped[str | None] = mapped_column(String(40))
    proposal: Mapped[str] = mapped_column(Text)
    received: Mapped[date]
    outcome: Mapped[str | None] = mapped_column(String(10))
    answer: Mapped[str] = mapped_column(Text, default="")

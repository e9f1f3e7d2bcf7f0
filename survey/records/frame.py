"""The frame and the design of a wave: who could be drawn, and the counts that weights are made of."""

from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import UNORDERED, Keyed, Record


class Drawing(Keyed):
    """One drawing of invitations; its key, sealed, makes and finds their codes."""

    __tablename__ = "drawing"
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    key: Mapped[str] = mapped_column(String(400))


class FrameEntry(Keyed):
    """A drawn case and how to reach the person; erased when the contact clock runs out."""

    __tablename__ = "frame_entry"
    __table_args__ = (UNORDERED,)
    drawing: Mapped[UUID] = mapped_column(ForeignKey("drawing.id"))
    case: Mapped[str] = mapped_column(String(100))
    name: Mapped[str | None] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(40))
    email: Mapped[str | None] = mapped_column(String(200))
    address: Mapped[str | None] = mapped_column(String(400))


class Stratum(Record):
    """A stratum of the frame; `size` counts its eligible cases, `psus` its clusters where there are any."""

    __tablename__ = "stratum"
    __table_args__ = (ForeignKeyConstraint(["wave", "unit"], ["wave_unit.wave", "wave_unit.unit"]),)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(80), primary_key=True)
    unit: Mapped[str | None] = mapped_column(String(60))
    size: Mapped[int]
    psus: Mapped[int | None]


class Cell(Record):
    """A weighting class inside one stratum: its eligible cases and how many were drawn."""

    __tablename__ = "cell"
    __table_args__ = (
        ForeignKeyConstraint(["wave", "stratum"], ["stratum.wave", "stratum.code"]),
        ForeignKeyConstraint(["wave", "unit"], ["wave_unit.wave", "wave_unit.unit"]),
    )
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(80), primary_key=True)
    stratum: Mapped[str] = mapped_column(String(80))
    unit: Mapped[str | None] = mapped_column(String(60))
    size: Mapped[int]
    drawn: Mapped[int]


class Psu(Record):
    """A cluster under a random label, fresh for each wave."""

    __tablename__ = "psu"
    __table_args__ = (ForeignKeyConstraint(["wave", "stratum"], ["stratum.wave", "stratum.code"]),)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    label: Mapped[str] = mapped_column(String(20), primary_key=True)
    stratum: Mapped[str] = mapped_column(String(80))
    unit: Mapped[str | None] = mapped_column(String(60))
    size: Mapped[int]
    drawn: Mapped[int]

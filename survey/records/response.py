"""Answers as they came in: random keys, no time finer than a day, no order."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import UNORDERED, Record


class Response(Record):
    """One submission; `answers` is the canonical document, which no query looks into."""

    __tablename__ = "response"
    __table_args__ = (Index(None, "wave"), UNORDERED)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    day: Mapped[date | None]
    language: Mapped[str] = mapped_column(String(2))
    mode: Mapped[str] = mapped_column(String(12))
    access: Mapped[str] = mapped_column(String(12))
    cell: Mapped[str | None] = mapped_column(String(80))
    psu: Mapped[str | None] = mapped_column(String(20))
    instrument: Mapped[str] = mapped_column(ForeignKey("instrument_version.fingerprint"))
    answers: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    form: Mapped[str | None] = mapped_column(String(10))
    item_order: Mapped[int | None]
    seconds: Mapped[int | None]
    collector: Mapped[int | None]
    consent: Mapped[str | None] = mapped_column(String(8))
    withdrawal: Mapped[str | None] = mapped_column(String(64))
    burst: Mapped[bool] = mapped_column(default=False)


class Rating(Record):
    """A unit rated in a response, written in the same transaction; `roles` are sorted and joined by `;`."""

    __tablename__ = "rating"
    __table_args__ = (
        ForeignKeyConstraint(["wave", "unit"], ["wave_unit.wave", "wave_unit.unit"]),
        Index(None, "wave", "unit"),
        UNORDERED,
    )
    response: Mapped[UUID] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), primary_key=True)
    unit: Mapped[str] = mapped_column(String(60), primary_key=True)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    roles: Mapped[str] = mapped_column(String(200))
    chosen_prob: Mapped[float | None]
    own_choice: Mapped[bool] = mapped_column(default=False)


class Withdrawal(Record):
    """A hash of a withdrawn response's identifier, kept until closing so that a late copy is not stored again."""

    __tablename__ = "withdrawal"
    __table_args__ = (UNORDERED,)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    identifier_hash: Mapped[str] = mapped_column(String(64), primary_key=True)


class Quarantine(Record):
    """A response that came too late to count: kept, counted, never scored."""

    __tablename__ = "quarantine"
    __table_args__ = (UNORDERED,)
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    reason: Mapped[str] = mapped_column(String(20))
    body: Mapped[str] = mapped_column(Text)


class Imported(Record):
    """A keyed hash of an imported row, without the key of its response, so that no row counts twice."""

    __tablename__ = "imported"
    __table_args__ = (UNORDERED,)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    row_hash: Mapped[str] = mapped_column(String(64), primary_key=True)


class Exclusion(Record):
    """A recorded decision not to count a response; the answer itself stays."""

    __tablename__ = "exclusion"
    response: Mapped[UUID] = mapped_column(ForeignKey("response.id"), primary_key=True)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    reason: Mapped[str] = mapped_column(String(400))
    decided: Mapped[date]
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    role: Mapped[str] = mapped_column(String(20))

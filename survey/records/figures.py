"""Figures that offices bring in: hard data of a wave, and what was published before; rows are added, never changed."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Keyed, Record


class HardFile(Keyed):
    """A file of hard figures as it was brought in; of one wave and template the highest `number` is the newest."""

    __tablename__ = "hard_file"
    __table_args__ = (UniqueConstraint("wave", "template", "number"),)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    template: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    blob: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    source: Mapped[str] = mapped_column(String(400))
    period: Mapped[str] = mapped_column(String(100))
    prepared_by: Mapped[int] = mapped_column(ForeignKey("account.number"))
    prepared_role: Mapped[str] = mapped_column(String(20))
    prepared: Mapped[date]


class HardConfirmation(Record):
    """A second person's yes to a file of hard figures; only then are they scored."""

    __tablename__ = "hard_confirmation"
    file: Mapped[UUID] = mapped_column(ForeignKey("hard_file.id"), primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    role: Mapped[str] = mapped_column(String(20))
    confirmed: Mapped[date]


class HardValue(Record):
    """One figure of a unit; `figure` is the column of its template or, in a generic file, the indicator."""

    __tablename__ = "hard_value"
    file: Mapped[UUID] = mapped_column(ForeignKey("hard_file.id"), primary_key=True)
    unit: Mapped[str] = mapped_column(String(60), primary_key=True)
    figure: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[float]
    numerator: Mapped[int | None]
    denominator: Mapped[int | None]


class HistoryFile(Keyed):
    """A file of figures published before, as it was brought in; `number` counts those of an organisation."""

    __tablename__ = "history_file"
    __table_args__ = (UniqueConstraint("organisation_id", "number"),)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    number: Mapped[int]
    blob: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    prepared_by: Mapped[int] = mapped_column(ForeignKey("account.number"))
    prepared_role: Mapped[str] = mapped_column(String(20))
    prepared: Mapped[date]


class HistoryConfirmation(Record):
    """A second person's yes to a file of published figures; only then are they shown."""

    __tablename__ = "history_confirmation"
    file: Mapped[UUID] = mapped_column(ForeignKey("history_file.id"), primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    role: Mapped[str] = mapped_column(String(20))
    confirmed: Mapped[date]


class HistoryFigure(Record):
    """A published figure of a unit; code and day of its row in the register, or its name alone: linked to no unit."""

    __tablename__ = "history_figure"
    __table_args__ = (ForeignKeyConstraint(["unit", "unit_from"], ["register_row.code", "register_row.valid_from"]),)
    file: Mapped[UUID] = mapped_column(ForeignKey("history_file.id"), primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(String(40))
    year: Mapped[int]
    unit: Mapped[str | None] = mapped_column(String(60))
    unit_from: Mapped[date | None]
    unit_name: Mapped[str] = mapped_column(String(200))
    value: Mapped[float | None]
    rank: Mapped[int | None]
    rank_of: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(400))
    method_note: Mapped[str] = mapped_column(String(400))

"""Runs: estimates made from exactly one snapshot."""

from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Keyed, Record


class RunRow(Keyed):
    """A run; the same snapshot and options give the same fingerprint."""

    __tablename__ = "run"
    snapshot: Mapped[UUID] = mapped_column(ForeignKey("snapshot.id"))
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    requested_by: Mapped[int | None] = mapped_column(ForeignKey("account.number"))


class RunFile(Record):
    """A file of a run."""

    __tablename__ = "run_file"
    run: Mapped[UUID] = mapped_column(ForeignKey("run.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    blob: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))

"""Issued versions of instruments; a row never changes."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Record


class InstrumentVersion(Record):
    """One issued version: its canonical model as text and the bytes of its file."""

    __tablename__ = "instrument_version"
    __table_args__ = (UniqueConstraint("code", "version"),)
    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    code: Mapped[str] = mapped_column(String(40))
    version: Mapped[str] = mapped_column(String(20))
    model: Mapped[str] = mapped_column(Text)
    file: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    issued: Mapped[date]

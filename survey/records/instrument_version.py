"""Issued versions of instruments, and the decisions they are issued by; no row ever changes."""

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


class InstrumentMedia(Record):
    """A picture or audio file that was issued with a version, by the name used there; a picture has a size."""

    __tablename__ = "instrument_media"
    instrument: Mapped[str] = mapped_column(ForeignKey("instrument_version.fingerprint"), primary_key=True)
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    blob: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    media_type: Mapped[str] = mapped_column(String(20))
    width: Mapped[int | None]
    height: Mapped[int | None]


class InstrumentDecision(Record):
    """The decision that issued a version, for which period, and the version it replaces; a version has one at most."""

    __tablename__ = "instrument_decision"
    __table_args__ = (UniqueConstraint("replaces"),)
    instrument: Mapped[str] = mapped_column(ForeignKey("instrument_version.fingerprint"), primary_key=True)
    number: Mapped[str] = mapped_column(String(100))
    decided: Mapped[date]
    issuer: Mapped[str] = mapped_column(String(200))
    period_from: Mapped[date]
    period_to: Mapped[date]
    replaces: Mapped[str | None] = mapped_column(ForeignKey("instrument_version.fingerprint"))

"""Waves: one issued instrument in one period, for a list of units in blocks."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Keyed, Record

STATES = ("draft", "trial", "open", "stopped", "closed")


class Wave(Keyed):
    """A wave and the state of its collecting; what comes after closing are facts of runs and publications."""

    __tablename__ = "wave"
    __table_args__ = (CheckConstraint(f"state IN {STATES}", name="state"),)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    instrument: Mapped[str] = mapped_column(ForeignKey("instrument_version.fingerprint"))
    name_vi: Mapped[str] = mapped_column(String(200))
    name_en: Mapped[str] = mapped_column(String(200))
    period_from: Mapped[date]
    period_to: Mapped[date]
    state: Mapped[str] = mapped_column(String(10), default="draft")
    simulated: Mapped[bool] = mapped_column(default=False)
    open_access: Mapped[bool] = mapped_column(default=False)
    decision_needed: Mapped[bool] = mapped_column(default=True)
    late_days: Mapped[int] = mapped_column(default=3)
    phone: Mapped[str | None] = mapped_column(String(40))
    opened: Mapped[date | None]
    stopped: Mapped[date | None]
    closed: Mapped[date | None]
    snapshot_key: Mapped[str | None] = mapped_column(String(400))

    def name(self, language: str) -> str:
        """What the wave is called in the language, English beside any other than Vietnamese."""
        return self.name_vi if language == "vi" else self.name_en


class WaveUnit(Record):
    """A unit rated in a wave, and the block it is ranked in; `rating` and the design refer to this row."""

    __tablename__ = "wave_unit"
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    unit: Mapped[str] = mapped_column(String(60), primary_key=True)
    block: Mapped[str] = mapped_column(String(40))


class WavePage(Record):
    """A page of a wave as stored bytes, the same for everybody; kept with its gzip form."""

    __tablename__ = "wave_page"
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(60))
    plain: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    zipped: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))


class WaveErratum(Record):
    """A version that a wave asked before an erratum took its place; answers to it stay answers to it."""

    __tablename__ = "wave_erratum"
    __table_args__ = (UniqueConstraint("wave", "after"),)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    before: Mapped[str] = mapped_column(ForeignKey("instrument_version.fingerprint"), primary_key=True)
    after: Mapped[str] = mapped_column(ForeignKey("instrument_version.fingerprint"))
    corrected: Mapped[date]


class ConsentText(Record):
    """A consent text as it was shown; a response names it by the first eight digits of its fingerprint."""

    __tablename__ = "consent_text"
    mark: Mapped[str] = mapped_column(String(8), primary_key=True)
    language: Mapped[str] = mapped_column(String(2))
    text: Mapped[str] = mapped_column(String(4000))

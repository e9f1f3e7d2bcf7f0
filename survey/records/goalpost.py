"""Goalposts that a decision fixed for a wave before it opened."""

from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Record


class WaveGoalpost(Record):
    """The two goalposts of an indicator in a block, in natural units: from which waves, by whom, by which decision."""

    __tablename__ = "wave_goalpost"
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    indicator: Mapped[str] = mapped_column(String(60), primary_key=True)
    block: Mapped[str] = mapped_column(String(40), primary_key=True)
    lo: Mapped[float]
    hi: Mapped[float]
    source_waves: Mapped[str] = mapped_column(String(1000))
    set_by: Mapped[str] = mapped_column(String(200))
    decision: Mapped[str] = mapped_column(String(100))

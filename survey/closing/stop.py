"""Stops a wave: no page offers it any more, answers queued on devices still come in for its late days."""

from datetime import datetime

from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.people.audit import record
from survey.preparing.page_bytes import make_pages
from survey.preparing.states import change_state
from survey.records import Wave


def stop_wave(tx: Session, wave: Wave, now: datetime, actor: int | None = None) -> None:
    """Stops an open wave, whose form then says so; refuses with `wrong-state` in any other state."""
    change_state(tx, wave, ("open",), "stopped", stopped=day_of(now))
    make_pages(tx, wave)
    record(tx, actor, "wave_stopped", {"wave": wave.code}, now)

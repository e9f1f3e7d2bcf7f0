"""The life of a wave: draft, trial, open, stopped, closed; each step is taken once, whoever is faster."""

from datetime import date

from sqlalchemy import update
from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.records import Wave

STATE_WORDS = {
    "draft": {"vi": "dự thảo", "en": "draft"},
    "trial": {"vi": "chạy thử", "en": "trial"},
    "open": {"vi": "đang mở", "en": "open"},
    "stopped": {"vi": "đã dừng", "en": "stopped"},
    "closed": {"vi": "đã chốt", "en": "closed"},
}


def change_state(tx: Session, wave: Wave, needed: tuple[str, ...], new: str, **days: date) -> None:
    """Moves a wave on from one of the needed states; refuses with `wrong-state` where it is in another by now."""
    step = update(Wave).where(Wave.id == wave.id, Wave.state.in_(needed)).values(state=new, **days)
    changed = tx.execute(step.returning(Wave.id).execution_options(synchronize_session=False)).all()
    tx.refresh(wave)
    if not changed:
        raise _wrong_state(wave, needed)


def demand_state(wave: Wave, needed: tuple[str, ...]) -> None:
    """Refuses with `wrong-state` a wave in none of the needed states, all of which it names."""
    if wave.state not in needed:
        raise _wrong_state(wave, needed)


def _wrong_state(wave: Wave, needed: tuple[str, ...]) -> Refused:
    either = {language: " / ".join(STATE_WORDS[state][language] for state in needed) for language in ("vi", "en")}
    return Refused("wrong-state", {"state": STATE_WORDS[wave.state], "needed": either})

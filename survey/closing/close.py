"""Closes a wave: its answers become snapshot 1, and what could tell a late copy or a withdrawal is erased."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.closing.snapshot import make_snapshot
from survey.keys import Keys
from survey.people.audit import record
from survey.preparing.states import change_state
from survey.records import Imported, Response, SnapshotRow, Wave, Withdrawal

FIRST_REASON = "closed"
"""Why snapshot 1 is made; later ones name the decision behind them."""


def close_wave(tx: Session, wave: Wave, keys: Keys, now: datetime, actor: int | None = None) -> SnapshotRow:
    """Closes a stopped wave and gives back snapshot 1; refuses with `wrong-state` in any other state.

    The change of state waits for every answer that was let in and lets no further one in.
    """
    change_state(tx, wave, ("stopped",), "closed", closed=day_of(now))
    snapshot = make_snapshot(tx, wave, keys, FIRST_REASON, day_of(now))
    _erase_traces(tx, wave)
    facts = {"wave": wave.code, "snapshot": snapshot.number, "fingerprint": snapshot.fingerprint}
    record(tx, actor, "wave_closed", facts, now)
    return snapshot


def _erase_traces(tx: Session, wave: Wave) -> None:
    for table in (Withdrawal, Imported):
        tx.execute(delete(table).where(table.wave == wave.id))
    coded = update(Response).where(Response.wave == wave.id, Response.withdrawal.is_not(None))
    tx.execute(coded.values(withdrawal=None).execution_options(synchronize_session=False))

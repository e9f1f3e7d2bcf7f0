"""Where an account is signed in: seen by its person, and ended one by one or all but this one."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session

from survey.people.audit import record
from survey.people.roles import Person
from survey.people.sign_in import HOURS_SIGNED_IN
from survey.records import SignIn


def sessions_of(tx: Session, person: Person, now: datetime) -> Sequence[SignIn]:
    """Every browser where the person is signed in, the latest first."""
    since = now - timedelta(hours=HOURS_SIGNED_IN)
    mine = select(SignIn).where(SignIn.account == person.number, SignIn.waiting.is_(False), SignIn.begun > since)
    return tx.scalars(mine.order_by(SignIn.begun.desc(), SignIn.id)).all()


def end_sessions(
    tx: Session, person: Person, now: datetime, *, only: UUID | None = None, but: UUID | None = None
) -> int:
    """Ends one session of the person, or all but one; how many there were. A stranger's key ends nothing."""
    ended = delete(SignIn).where(SignIn.account == person.number)
    if only is not None:
        ended = ended.where(SignIn.id == only)
    if but is not None:
        ended = ended.where(SignIn.id != but)
    done = tx.execute(ended)
    count = done.rowcount if isinstance(done, CursorResult) else 0
    if count:
        record(tx, person.number, "sessions_ended", {"count": count}, now)
    return count


def is_strong(tx: Session, sign_in: UUID) -> bool:
    """Whether a second factor was given under that key."""
    row = tx.get(SignIn, sign_in)
    return row is not None and row.strong and not row.waiting


def make_strong(tx: Session, sign_in: UUID) -> None:
    """A device confirmed in a session counts as given in it."""
    tx.get_one(SignIn, sign_in).strong = True

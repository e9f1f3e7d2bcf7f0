"""Signing in and out; wrong passwords slow a name down on the network they come from, and never lock it."""

from datetime import datetime, timedelta
from uuid import UUID

from argon2.exceptions import VerificationError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from instruments.fingerprint import sha256
from instruments.vietnamese import nfc
from survey.database import Database, one_at_a_time
from survey.errors import Refused
from survey.people.accounts import HASHER, LONGEST_NAME, LONGEST_PASSWORD, name_as_kept, person_numbered
from survey.people.audit import record
from survey.people.roles import Person
from survey.records import Account, SignIn, SignInDelay

HOURS_SIGNED_IN = 12
FREE_TRIES = 4
"""Wrong passwords in a row that cost nothing; each further one doubles the wait."""
LONGEST_WAIT_SECONDS = 30
_LOCK = 7_406_002
"""Number of the lock under which tries are counted."""
FORGOTTEN_AFTER = timedelta(hours=1)
_NOBODY = HASHER.hash("a password of nobody, checked so that unknown names take as long as known ones")


def sign_in(database: Database, name: str, password: str, now: datetime, network: str = "") -> UUID:
    """The key of a new sign-in; refuses with `sign-in-wrong`, or `sign-in-wait` with the seconds to wait.

    `network` marks where the try comes from: whoever guesses elsewhere makes nobody wait here.

    The one verb that opens its own transactions: a try is counted although it is refused, and the slow check of the
    password holds no lock. Unknown and disabled names take the same time and give the same words.
    """
    kept = name_as_kept(name).replace("\0", "")[:LONGEST_NAME]
    door = sha256(f"{kept}\n{network}".encode())
    with database.writing() as tx:
        _count_try(tx, door, now)
        account = tx.scalar(select(Account).where(Account.name == kept))
    known = account is not None and not account.disabled
    fits = _fits(account.password if account is not None and known else _NOBODY, password)
    if account is None or not known or not fits:
        raise Refused("sign-in-wrong")
    with database.writing() as tx:
        return _begin(tx, account.number, door, now)


def person_of(tx: Session, sign_in: UUID, now: datetime) -> Person | None:
    """Who is signed in under that key; None after 12 hours, after signing out, or for a disabled account."""
    row = tx.get(SignIn, sign_in)
    if row is None or now - row.begun >= timedelta(hours=HOURS_SIGNED_IN):
        return None
    return person_numbered(tx, row.account)


def sign_out(tx: Session, sign_in: UUID) -> None:
    """Ends a sign-in; ending it again changes nothing."""
    tx.execute(delete(SignIn).where(SignIn.id == sign_in))


def _count_try(tx: Session, door: str, now: datetime) -> None:
    """Counts a try before its password is looked at; refuses one that comes too early, which does not count."""
    one_at_a_time(tx, _LOCK)
    tx.execute(delete(SignInDelay).where(SignInDelay.last < now - FORGOTTEN_AFTER))
    delay = tx.get(SignInDelay, door)
    if delay is None:
        tx.add(SignInDelay(door=door, tries=1, last=now))
        return
    wait = delay.last + timedelta(seconds=_wait_seconds(delay.tries)) - now
    if wait > timedelta(0):
        raise Refused("sign-in-wait", {"seconds": max(1, round(wait.total_seconds()))})
    delay.tries, delay.last = delay.tries + 1, now


def _wait_seconds(tries: int) -> int:
    if tries < FREE_TRIES:
        return 0
    return int(min(2 ** min(tries - FREE_TRIES + 1, 10), LONGEST_WAIT_SECONDS))


def _fits(kept: str, password: str) -> bool:
    try:
        return HASHER.verify(kept, nfc(password[: LONGEST_PASSWORD + 1]))
    except VerificationError:
        return False


def _begin(tx: Session, account: int, door: str, now: datetime) -> UUID:
    tx.execute(delete(SignInDelay).where(SignInDelay.door == door))
    tx.execute(delete(SignIn).where(SignIn.begun <= now - timedelta(hours=HOURS_SIGNED_IN)))
    begun = SignIn(account=account, begun=now)
    tx.add(begun)
    record(tx, account, "signed_in", {}, now)
    return begun.id

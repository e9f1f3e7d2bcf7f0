"""Signing in and out; wrong passwords slow a name down on the network they come from, and never lock it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from instruments.fingerprint import sha256
from survey.database import Database, one_at_a_time
from survey.errors import Refused
from survey.people.accounts import LONGEST_NAME, name_as_kept, person_numbered
from survey.people.audit import record
from survey.people.code_device import has_second_factor
from survey.people.passwords import HASHER, fits
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


@dataclass(frozen=True, slots=True)
class Caller:
    """Where a try comes from: the mark of its network, and its browser in words."""

    network: str = ""
    browser: str = ""


NOWHERE = Caller()


def sign_in(database: Database, name: str, password: str, now: datetime, caller: Caller = NOWHERE) -> UUID:
    """The key of a new sign-in; refuses with `sign-in-wrong`, or `sign-in-wait` with the seconds to wait.

    Whoever has a second factor is not signed in before it is given (`survey.people.second_step`).

    Tries are counted by network: whoever guesses elsewhere makes nobody wait here.

    The one verb that opens its own transactions: a try is counted although it is refused, and the slow check of the
    password holds no lock. Unknown and disabled names take the same time and give the same words.
    """
    kept = name_as_kept(name).replace("\0", "")[:LONGEST_NAME]
    door = door_of(kept, caller)
    with database.writing() as tx:
        count_try(tx, door, now)
        account = tx.scalar(select(Account).where(Account.name == kept))
    known = account is not None and not account.disabled
    right = fits(account.password if account is not None and known else _NOBODY, password)
    if account is None or not known or not right:
        raise Refused("sign-in-wrong")
    with database.writing() as tx:
        return _begin(tx, account.number, door, now, caller)


def person_of(tx: Session, sign_in: UUID, now: datetime) -> Person | None:
    """Who is signed in under that key; None after 12 hours, after signing out, or for a disabled account."""
    row = tx.get(SignIn, sign_in)
    if row is None or row.waiting or is_over(row, now):
        return None
    return person_numbered(tx, row.account)


def sign_out(tx: Session, sign_in: UUID) -> None:
    """Ends a sign-in; ending it again changes nothing."""
    tx.execute(delete(SignIn).where(SignIn.id == sign_in))


def is_over(row: SignIn, now: datetime) -> bool:
    """Whether a working day has passed since the password was given."""
    return now - row.begun >= timedelta(hours=HOURS_SIGNED_IN)


def door_of(name: str, caller: Caller) -> str:
    """Under which tries are counted: a name on a network, as a hash."""
    return sha256(f"{name}\n{caller.network}".encode())


def forget_tries(tx: Session, door: str) -> None:
    """The right answer ends the waiting."""
    tx.execute(delete(SignInDelay).where(SignInDelay.door == door))


def count_try(tx: Session, door: str, now: datetime) -> None:
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


def _begin(tx: Session, account: int, door: str, now: datetime, caller: Caller) -> UUID:
    forget_tries(tx, door)
    tx.execute(delete(SignIn).where(SignIn.begun <= now - timedelta(hours=HOURS_SIGNED_IN)))
    begun = SignIn(account=account, begun=now, browser=caller.browser, waiting=has_second_factor(tx, account))
    tx.add(begun)
    if begun.waiting:
        tx.flush()
    else:
        record(tx, account, "signed_in", {}, now)
    return begun.id

"""The second step of signing in: a code of the person's device, or a recovery code."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.people.audit import record
from survey.people.code_device import has_second_factor, take_either_code
from survey.people.sign_in import NOWHERE, Caller, count_try, door_of, forget_tries, is_over
from survey.records import SignIn


def waits_for_code(tx: Session, sign_in: UUID, now: datetime) -> bool:
    """Whether the password was given under that key and the second step is to come."""
    row = tx.get(SignIn, sign_in)
    return row is not None and row.waiting and not is_over(row, now)


@dataclass(frozen=True, slots=True)
class SecondStep:
    """A code given for a sign-in that waits for it, and from where."""

    sign_in: UUID
    code: str
    caller: Caller = NOWHERE


def give_code(database: Database, keys: Keys, step: SecondStep, now: datetime) -> None:
    """Completes a sign-in; refuses with `code-wrong`, `sign-in-wait`, or `sign-in-needed` where nothing waits.

    Like `sign_in` it opens its own transactions: a try is counted although it is refused.
    """
    with database.writing() as tx:
        account = _waiting(tx, step.sign_in, now).account
        door = door_of_codes(account, step.caller)
        count_try(tx, door, now)
    with database.writing() as tx:
        row = _waiting(tx, step.sign_in, now)
        if not has_second_factor(tx, row.account):
            raise Refused("sign-in-needed")
        by_recovery = take_either_code(tx, row.account, step.code, now, keys)
        row.waiting, row.strong = False, True
        forget_tries(tx, door)
        facts = {"second_step": "recovery code" if by_recovery else "device"}
        record(tx, row.account, "signed_in", facts, now)


def door_of_codes(account: int, caller: Caller) -> str:
    """Under which codes of an account are counted, at the second step and wherever else one is asked for."""
    return door_of(f"second step of {account}", caller)


def _waiting(tx: Session, sign_in: UUID, now: datetime) -> SignIn:
    row = tx.get(SignIn, sign_in)
    if row is None or not row.waiting or is_over(row, now):
        raise Refused("sign-in-needed")
    return row

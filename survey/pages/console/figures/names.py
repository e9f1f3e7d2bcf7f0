"""The names of the accounts that stand behind files of figures."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.collecting.second_person import Brought
from survey.records import Account, HardConfirmation, HistoryConfirmation

Confirmed = HardConfirmation | HistoryConfirmation | None


def names_of(tx: Session, files: Iterable[tuple[Brought, Confirmed]]) -> dict[int, str]:
    """Names by number of whoever brought a file in or confirmed it."""
    numbers = {n for file, yes in files for n in (file.prepared_by, yes.account if yes else None) if n}
    rows = tx.execute(select(Account.number, Account.name).where(Account.number.in_(numbers)))
    return {number: name for number, name in rows}  # noqa: C416 - a result offers keys, so dict() would misread it

"""Accounts of the people who work in the house: made, listed, disabled."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from instruments.units import register_rows
from instruments.vietnamese import nfc
from survey.errors import Refused
from survey.people.audit import record
from survey.people.code_device import remove_device
from survey.people.organisations import organisation_of
from survey.people.passwords import HASHER, check_password
from survey.people.roles import ACTS, ROLES_OF_ONE_UNIT, Grant, Person
from survey.records import Account, RoleGrant, SignIn

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Who gets an account: the role holds in the organisation of an office, a unit viewer's for one unit."""

    name: str
    password: str
    role: str
    organisation_unit: str
    unit: str | None = None
    demo: bool = False


def add_account(tx: Session, new: NewAccount, now: datetime, actor: int | None = None) -> Account:
    """Makes an account with one role; refuses a name in use, a short password, an unknown role or unit."""
    name = name_as_kept(new.name)
    _check(name, new)
    organisation = organisation_of(tx, new.organisation_unit)
    account = Account(name=name, password=HASHER.hash(nfc(new.password)), demo=new.demo)
    account.roles = [RoleGrant(organisation_id=organisation, role=new.role, unit=new.unit)]
    _insert(tx, account)
    facts = {"account": account.number, "role": new.role, "organisation": new.organisation_unit, "unit": new.unit}
    record(tx, actor, "account_added", facts, now)
    return account


def list_accounts(tx: Session) -> tuple[Account, ...]:
    """All accounts in the order they were made."""
    return tuple(tx.scalars(select(Account).order_by(Account.number)))


def disable_account(tx: Session, name: str, now: datetime, actor: int | None = None) -> Account:
    """Ends an account: no sign-in any more, and whoever is signed in with it is signed out."""
    account = _named(tx, name)
    account.disabled = True
    tx.execute(delete(SignIn).where(SignIn.account == account.number))
    record(tx, actor, "account_disabled", {"account": account.number}, now)
    return account


def reset_password(tx: Session, name: str, password: str, now: datetime, actor: int | None = None) -> Account:
    """Sets a password that the person changes at the next sign-in; whoever is signed in with the account is out."""
    account = _named(tx, name)
    check_password(account.name, password)
    account.password, account.password_due = HASHER.hash(nfc(password)), True
    tx.execute(delete(SignIn).where(SignIn.account == account.number))
    record(tx, actor, "password_reset", {"account": account.number}, now)
    return account


def forget_device(tx: Session, name: str, now: datetime, actor: int | None = None) -> Account:
    """Takes a lost device and its recovery codes off an account, and signs it out; refuses where there is none."""
    account = _named(tx, name)
    tx.execute(delete(SignIn).where(SignIn.account == account.number))
    remove_device(tx, account.number, now, actor)
    return account


def person_numbered(tx: Session, number: int) -> Person | None:
    """The person of an account with the roles held; None where there is none or it is disabled."""
    return _person(tx.get(Account, number))


def person_named(tx: Session, name: str) -> Person | None:
    """The person of an account's name, however it is spelt; None where there is none or it is disabled."""
    return _person(tx.scalar(select(Account).where(Account.name == name_as_kept(name))))


def name_as_kept(name: str) -> str:
    """The one spelling of an account's name: composed letters, lower case, no space around it."""
    return nfc(name).strip().casefold()


def _named(tx: Session, name: str) -> Account:
    account = tx.scalar(select(Account).where(Account.name == name_as_kept(name)))
    if account is None:
        raise Refused("account-unknown", {"name": name})
    return account


def _person(account: Account | None) -> Person | None:
    if account is None or account.disabled:
        return None
    grants = tuple(Grant(grant.role, grant.organisation_id, grant.unit) for grant in account.roles)
    return Person(account.number, account.name, grants, account.password_due)


def _check(name: str, new: NewAccount) -> None:
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or " " in name:
        raise Refused("account-name", {"name": new.name[:LONGEST_NAME], "longest": LONGEST_NAME})
    check_password(name, new.password)
    if new.role not in ACTS:
        raise Refused("role-unknown", {"role": new.role, "roles": ", ".join(ACTS)})
    if (new.role in ROLES_OF_ONE_UNIT) != (new.unit is not None):
        raise Refused("role-unit", {"role": new.role})
    if new.unit is not None and new.unit not in {row.code for row in register_rows()}:
        raise Refused("unit-unknown", {"unit": new.unit})


def _insert(tx: Session, account: Account) -> None:
    tx.add(account)
    try:
        tx.flush()
    except IntegrityError as error:
        raise Refused("account-exists", {"name": account.name}) from error

"""Who acts from the terminal: a named account with its rights, or the command line itself."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.commands.refusing import Sentence
from survey.people.accounts import name_as_kept
from survey.people.roles import Grant, Person, demand
from survey.records import Account

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def acting_option(command: Decorated) -> Decorated:
    """Gives a command the option `--as NAME`."""
    return click.option(
        "--as",
        "account",
        metavar="NAME",
        envvar="THUOCDO_AS",
        help="The account that acts (or THUOCDO_AS); without it the record names the command line.",
    )(command)


def person_named(tx: Session, name: str) -> Person:
    """The person behind an account's name; raises Sentence for an unknown or disabled one."""
    account = tx.scalar(select(Account).where(Account.name == name_as_kept(name)))
    if account is None or account.disabled:
        raise Sentence(f"There is no active account “{name}”: see `thuocdo user list`.")
    grants = tuple(Grant(grant.role, grant.organisation_id, grant.unit) for grant in account.roles)
    return Person(account.number, account.name, grants)


def actor_for(tx: Session, name: str | None, act: str, organisation: UUID) -> int | None:
    """The number of the account that acts, which must hold the right; None for the command line itself."""
    if name is None:
        return None
    person = person_named(tx, name)
    demand(person, act, organisation)
    return person.number


def needed_person(tx: Session, name: str | None) -> Person:
    """The person who acts where the act must be somebody's; raises Sentence where nobody is named."""
    if name is None:
        raise Sentence("Two people stand behind a result: say whose act this is with --as NAME.")
    return person_named(tx, name)

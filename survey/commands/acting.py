"""Who acts from the terminal: a named account with its rights, or the command line itself."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import click
from sqlalchemy.orm import Session

from survey.commands.refusing import Sentence
from survey.people import accounts
from survey.people.roles import Person, demand

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
    person = accounts.person_named(tx, name)
    if person is None:
        raise Sentence(f"There is no active account “{name}”: see `thuocdo user list`.")
    return person


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

"""The people who sign in: added, listed, disabled."""

import secrets
import sys
from uuid import UUID

import click
from sqlalchemy import select

from survey.commands.desk import desk
from survey.commands.noun import Noun
from survey.commands.speaking import answer, columns, json_option
from survey.people.accounts import (
    NewAccount,
    add_account,
    disable_account,
    forget_device,
    list_accounts,
    reset_password,
)
from survey.people.roles import ACTS
from survey.records import Account, Organisation

HOME = "so-noi-vu"
"""The office that runs the surveys unless another is named: its code in the register."""


@click.group(cls=Noun)
def user() -> None:
    """The people who sign in.

    Example: thuocdo user list
    """


@user.command()
@click.argument("name")
@click.option("--role", required=True, type=click.Choice(list(ACTS)), help="What the person may do.")
@click.option("--organisation", default=HOME, show_default=True, help="The person's office, a code of the register.")
@click.option("--unit", help="For a unit_viewer: the unit whose results the person sees.")
@click.option("--password-stdin", is_flag=True, help="Read the password from the first line of standard input.")
@json_option
def add(  # noqa: PLR0913 - click hands over each option
    name: str, role: str, organisation: str, unit: str | None, *, password_stdin: bool, as_json: bool
) -> None:
    """Add an account; asks for a password, and makes one where none is given.

    Example: thuocdo user add hoa --role method_officer
    """
    password, made = _password(from_input=password_stdin)
    with desk() as at, at.database.writing() as tx:
        new = NewAccount(name=name, password=password, role=role, organisation_unit=organisation, unit=unit)
        account = add_account(tx, new, at.now)
        record = {"number": account.number, "name": account.name, "role": role, "password": password if made else None}
    lines = [f"Account “{record['name']}” was added with the role {role}."]
    lines += [f"Password (shown this once): {password}"] if made else []
    answer(record, lines, as_json=as_json)


@user.command("list")
@json_option
def list_all(*, as_json: bool) -> None:
    """List accounts and their roles.

    Example: thuocdo user list --json
    """
    with desk() as at, at.database.reading() as tx:
        offices = {one.id: one.unit for one in tx.scalars(select(Organisation))}
        records = [_record(account, offices) for account in list_accounts(tx)]
    rows = [(one["number"], one["name"], one["state"], one["roles"]) for one in records]
    answer(records, columns([("number", "name", "state", "roles"), *rows]), as_json=as_json)


@user.command()
@click.argument("name")
def disable(name: str) -> None:
    """Disable an account and sign it out everywhere.

    Example: thuocdo user disable hoa
    """
    with desk() as at, at.database.writing() as tx:
        account = disable_account(tx, name, at.now)
    click.echo(f"Account “{account.name}” is disabled and signed out.")


@user.command()
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Read the password from the first line of standard input.")
@json_option
def password(name: str, *, password_stdin: bool, as_json: bool) -> None:
    """Set a password that the person changes at the next sign-in; makes one where none is given.

    Example: thuocdo user password hoa
    """
    given, made = _password(from_input=password_stdin)
    with desk() as at, at.database.writing() as tx:
        account = reset_password(tx, name, given, at.now)
        found = {"number": account.number, "name": account.name, "password": given if made else None}
    lines = [f"“{found['name']}” changes this password at the next sign-in."]
    lines += [f"Password (shown this once): {given}"] if made else []
    answer(found, lines, as_json=as_json)


@user.command()
@click.argument("name")
def recover(name: str) -> None:
    """Take a lost phone off an account, which then signs in with its password alone.

    Example: thuocdo user recover hoa
    """
    with desk() as at, at.database.writing() as tx:
        account = forget_device(tx, name, at.now)
    click.echo(f"The phone of “{account.name}” was taken off; it is signed out.")


def _record(account: Account, offices: dict[UUID, str]) -> dict[str, object]:
    held = (" ".join(filter(None, (one.role, offices[one.organisation_id], one.unit))) for one in account.roles)
    state = "disabled" if account.disabled else "demo" if account.demo else "active"
    return {"number": account.number, "name": account.name, "state": state, "roles": "; ".join(sorted(held))}


def _password(*, from_input: bool) -> tuple[str, bool]:
    """A password and whether it was made here: asked for on a terminal, read where told, else made."""
    if from_input:
        return sys.stdin.readline().rstrip("\n"), False
    typed = _asked() if sys.stdin.isatty() else ""
    return typed or secrets.token_urlsafe(12), not typed


def _asked() -> str:
    words = "Password (leave empty to have one made)"
    typed: str = click.prompt(words, hide_input=True, default="", show_default=False, confirmation_prompt=True)
    return typed

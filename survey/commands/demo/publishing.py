"""The people of the demo, and the acts of two of them that make its result public."""

import secrets
from collections.abc import Mapping

import click
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reports.paper.sheets import Paper
from survey.closing.latest import latest_run
from survey.commands.acting import person_named
from survey.commands.demo.plan import APPROVED, PEOPLE, PUBLISHED
from survey.commands.desk import Desk
from survey.commands.user import HOME
from survey.people.accounts import NewAccount, add_account
from survey.people.roles import Person
from survey.preparing.wave import wave_by_code
from survey.publishing.approve import approve
from survey.publishing.prepare import prepare
from survey.publishing.publish import publish
from survey.records import Publication


def publish_result(at: Desk) -> None:
    """Makes the accounts; one prepares, another approves, the result is published: all or nothing."""
    with at.database.writing() as tx:
        wave = wave_by_code(tx, PUBLISHED)
        if tx.scalar(select(func.count()).select_from(Publication).where(Publication.wave == wave.id)):
            return
        passwords = {name: secrets.token_urlsafe(9) for name in PEOPLE}
        officer, approver = _hired(tx, passwords, at)
        publication = prepare(tx, latest_run(tx, wave), APPROVED, officer)
        approve(tx, publication, APPROVED, approver)
        publish(tx, publication, APPROVED, approver, Paper(at.settings.font_directory, at.settings.public_url))
        # Said before the commit: a password nobody saw would be worse than one that was never used.
        _show(passwords)


def _hired(tx: Session, passwords: Mapping[str, str], at: Desk) -> tuple[Person, Person]:
    """The accounts of the demo; gives back who prepares and who approves."""
    for name, (role, unit) in PEOPLE.items():
        add_account(tx, NewAccount(name, passwords[name], role, HOME, unit, demo=True), at.now)
    officer, approver, *_ = (person_named(tx, name) for name in PEOPLE)
    return officer, approver


def _show(passwords: Mapping[str, str]) -> None:
    click.echo("Demo accounts (their passwords are shown this once):")
    for name, password in passwords.items():
        role, unit = PEOPLE[name]
        click.echo(f"  {name}  {password}  {role}{f' of {unit}' if unit else ''}")

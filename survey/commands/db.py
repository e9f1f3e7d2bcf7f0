"""Brings the database to this version's form."""

import click

from survey.commands.desk import desk
from survey.commands.noun import Noun
from survey.database import Database
from survey.preparing.register import load_register
from survey.schema import upgrade_schema


@click.group(cls=Noun)
def db() -> None:
    """The form of the database.

    Example: thuocdo db upgrade
    """


@db.command()
def upgrade() -> None:
    """Make or change the tables so that they fit this version, and bring in the register of units.

    An up-to-date database stays as it is.

    Example: thuocdo db upgrade
    """
    with desk(checked=False) as at:
        make_ready(at.database)
        place = at.database.engine.url.render_as_string(hide_password=True)
    click.echo(f"The database {place} fits this version.")


def make_ready(database: Database) -> None:
    """The tables of this version, and the register that comes with it."""
    upgrade_schema(database)
    with database.writing() as tx:
        load_register(tx)

"""Runs migrations on the connection that survey.schema hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

import survey.records
from survey.ground import Moment, Record

assert survey.records  # noqa: S101 - importing the tables is what fills the registry below


def plain_type(kind: str, item: object, _: AutogenContext) -> str | Literal[False]:
    """Writes our own column types as what they are in the database, so that a migration never imports the program."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    render_as_batch=True,
    render_item=plain_type,
)
with context.begin_transaction():
    context.run_migrations()

"""Brings the database's tables to this version's form, and says when they are of another."""

from pathlib import Path

from alembic.command import upgrade
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from survey.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaError(Exception):
    """The database is of another version; the text says what to do."""


def upgrade_schema(database: Database) -> None:
    """Runs the migrations that are missing; raises SchemaError for a database newer than this program."""
    if database.file:
        database.file.parent.mkdir(parents=True, exist_ok=True)
    with database.engine.begin() as connection:
        _refuse_newer(connection)
        upgrade(_config(connection), "head")


def check_schema(database: Database) -> None:
    """Raises SchemaError unless the database is there and of exactly this version; makes no file."""
    if database.file and not database.file.exists():
        raise SchemaError(
            f"There is no database at {database.file}: check the path, or run `thuocdo db upgrade` first."
        )
    with database.engine.begin() as connection:
        _refuse_newer(connection)
        if _revision(connection) != _head():
            raise SchemaError("The database is of an older version: run `thuocdo db upgrade` first (after a backup).")


def _refuse_newer(connection: Connection) -> None:
    revision = _revision(connection)
    known = {script.revision for script in ScriptDirectory.from_config(_config(connection)).walk_revisions()}
    if revision is not None and revision not in known:
        raise SchemaError(
            f"The database is of another version ({revision}), unknown to this program: install the newer program."
        )


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _head() -> str | None:
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config

"""The migrations make exactly the tables that the records describe, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from survey.database import Database
from survey.records import Record
from survey.schema import SchemaError, check_schema, upgrade_schema


def test_migrations_and_records_agree(database: Database) -> None:
    """Comparing the migrated database with the records finds no difference."""
    with database.engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Record.metadata) == []


def test_upgrading_again_changes_nothing(empty_database_url: str) -> None:
    """An empty database becomes one of this version; a second upgrade finds nothing to do."""
    database = Database(empty_database_url)
    with pytest.raises(SchemaError, match="db upgrade"):
        check_schema(database)
    upgrade_schema(database)
    upgrade_schema(database)
    check_schema(database)
    database.close()


def test_a_database_of_a_newer_version_is_refused(database: Database) -> None:
    """A revision this program does not know is named in one sentence."""
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaError, match="9999"):
        upgrade_schema(database)

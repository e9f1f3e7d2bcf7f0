"""SQLite's journal keeps commits apart; folding it leaves one state and no history to copy."""

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from survey.blobs import keep
from survey.database import Database


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_folded_journal_is_empty_and_nothing_is_lost(database: Database, database_url: str) -> None:
    """What was written is in the database file itself."""
    journal = Path(f"{make_url(database_url).database}-wal")
    with database.writing() as tx:
        keep(tx, b"an answer")
    assert journal.stat().st_size > 0
    database.fold_journal()
    assert journal.stat().st_size == 0


def test_folding_is_harmless_on_every_database(database: Database) -> None:
    """PostgreSQL looks after its own log."""
    database.fold_journal()
    with database.writing() as tx:
        assert keep(tx, b"an answer")

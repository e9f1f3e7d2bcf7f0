"""The two kinds of transaction, the pragmas behind them, and tables in which order leaves no trace."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text

from survey import blobs
from survey.database import PRAGMAS, Database
from survey.people.organisations import organisation_of
from survey.records import Blob, Job, Organisation, Record

UNORDERED = (
    "response",
    "rating",
    "withdrawal",
    "quarantine",
    "imported",
    "frame_entry",
    "invitation",
    "invitation_wave",
)
EXPECTED = {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 10000, "foreign_keys": 1, "secure_delete": 1}


class PowerCutError(Exception):
    """What ends a transaction before its time."""


def test_what_was_read_stays_readable_after_the_transaction(database: Database) -> None:
    """A page reads, closes the transaction, and renders."""
    with database.writing() as tx:
        organisation_of(tx, "so-noi-vu")
    with database.reading() as tx:
        row = tx.scalars(select(Organisation)).one()
    assert row.unit == "so-noi-vu"


def test_an_exception_undoes_the_whole_act(database: Database) -> None:
    """Nothing is half-done."""

    def failing_act() -> None:
        with database.writing() as tx:
            organisation_of(tx, "so-noi-vu")
            raise PowerCutError

    with pytest.raises(PowerCutError):
        failing_act()
    with database.reading() as tx:
        assert tx.scalars(select(Organisation)).all() == []


def test_reading_writes_nothing(database: Database) -> None:
    """Even where a verb that writes is called in it by mistake."""
    with database.reading() as tx:
        organisation_of(tx, "so-noi-vu")
    with database.reading() as tx:
        assert tx.scalars(select(Organisation)).all() == []


def test_a_moment_is_in_utc_on_both_databases(database: Database) -> None:
    """Whatever the zone it was given in."""
    given = datetime(2026, 9, 15, 9, 0, tzinfo=timezone(timedelta(hours=7)))
    with database.writing() as tx:
        tx.add(Job(kind="close_wave", key="a", payload="{}", after=given))
    with database.reading() as tx:
        kept = tx.scalars(select(Job.after)).one()
    assert kept == datetime(2026, 9, 15, 2, 0, tzinfo=UTC)


def test_bytes_are_kept_once_and_come_back_whole(database: Database) -> None:
    """Nine mebibytes go in pieces; the same bytes again take no room."""
    content = bytes(range(256)) * 4096 * 9
    with database.writing() as tx:
        marks = {blobs.keep(tx, content), blobs.keep(tx, content)}
    with database.reading() as tx:
        assert len(tx.scalars(select(Blob)).all()) == len(marks) == 1
        assert blobs.load(tx, marks.pop()) == content
        with pytest.raises(KeyError):
            blobs.load(tx, "0" * 64)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_sqlite_is_set_to_keep_what_it_acknowledged(database: Database) -> None:
    """Read back from the connection, not from the settings."""
    with database.reading() as tx:
        pragmas = {name: tx.execute(text(f"PRAGMA {name}")).scalar_one() for name in EXPECTED}
    assert pragmas == EXPECTED
    assert len(PRAGMAS) == len(EXPECTED)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_tables_of_answers_and_invitations_have_no_rowid(database: Database) -> None:
    """Asked of the database after the last migration: a rowid would tell the order of arrival."""
    with database.reading() as tx:
        tables = tx.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        kept = {row.name: row.sql for row in tables}
    assert set(UNORDERED) <= set(kept)
    assert [name for name in UNORDERED if "WITHOUT ROWID" not in kept[name].upper()] == []


def test_the_migrated_tables_are_those_of_the_records(database: Database) -> None:
    """Asking each mapped table for its columns finds them all."""
    with database.reading() as tx:
        for table in Record.metadata.sorted_tables:
            assert tx.execute(table.select().limit(1)).all() == []

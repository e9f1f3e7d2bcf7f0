"""Tables of answers and invitations hold what they may hold, and nothing that tells when or in which order."""

import pytest
from sqlalchemy import Integer, inspect, text

from survey.database import PRAGMAS, Database
from survey.records import Record

ALLOWED = {
    "response": {
        "id", "wave", "day", "language", "mode", "access", "cell", "psu", "instrument", "answers", "digest", "form",
        "item_order", "seconds", "collector", "consent", "withdrawal", "burst",
    },
    "rating": {"response", "unit", "wave", "roles", "chosen_prob", "own_choice"},
    "withdrawal": {"wave", "identifier_hash"},
    "quarantine": {"id", "wave", "reason", "body"},
    "imported": {"wave", "row_hash"},
    "invitation": {"id", "frame_entry", "lookup", "delivery"},
    "invitation_wave": {"invitation", "wave", "unit", "role", "cell", "psu", "state"},
}  # fmt: skip
"""Every column these tables may have; one more may give a person away."""
UNORDERED = {*ALLOWED, "frame_entry"}


def test_tables_of_answers_have_no_column_that_is_not_allowed(database: Database) -> None:
    """A timestamp or a counter added by anybody fails here."""
    found = inspect(database.engine)
    assert {table: {column["name"] for column in found.get_columns(table)} for table in ALLOWED} == ALLOWED


def test_no_answer_has_a_time_finer_than_a_day(database: Database) -> None:
    """No column of these tables holds a moment."""
    found = inspect(database.engine)
    kinds = {str(column["type"]) for table in UNORDERED for column in found.get_columns(table)}
    assert not {kind for kind in kinds if "TIME" in kind.upper()}


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_sqlite_keeps_no_order_of_insertion(database: Database) -> None:
    """A table without rowid is stored by its random key."""
    with database.reading() as tx:
        rows = tx.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        made = {str(name): str(sql) for name, sql in rows}
    assert {name for name in UNORDERED if "WITHOUT ROWID" not in made[name]} == set()


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_sqlite_works_as_decided(database: Database) -> None:
    """What a connection says of itself is what was asked of it."""
    meant = {"wal": "wal", "full": "2", "on": "1"}
    asked = dict(sentence.split(" = ") for sentence in PRAGMAS)
    with database.reading() as tx:
        found = {name: str(tx.scalar(text(f"PRAGMA {name}"))) for name in asked}
    assert found == {name: meant.get(value.lower(), value) for name, value in asked.items()}


def test_every_key_of_answers_is_random() -> None:
    """No table of answers counts its rows."""
    tables = Record.metadata.tables
    assert not [c for name in UNORDERED for c in tables[name].primary_key if isinstance(c.type, Integer)]

"""The record of acts: a chain in which nothing can be changed, removed or moved unseen."""

import json

import pytest
from sqlalchemy import text

from survey.database import Database
from survey.people.audit import BEGINNING, AuditCheck, head, record, verify
from tests.survey.office import NOW

TAMPERINGS = {
    "changed text": (["UPDATE audit_event SET text = replace(text, 'wave-2', 'wave-9') WHERE n = 2"], 2),
    "changed hash": (["UPDATE audit_event SET hash = previous WHERE n = 2"], 2),
    "removed row": (["DELETE FROM audit_event WHERE n = 2"], 3),
    "removed beginning": (["DELETE FROM audit_event WHERE n = 1"], 2),
    "changed order": (
        [
            "UPDATE audit_event SET n = 9 WHERE n = 2",
            "UPDATE audit_event SET n = 2 WHERE n = 3",
            "UPDATE audit_event SET n = 3 WHERE n = 9",
        ],
        2,
    ),
}


def _recorded(database: Database, count: int) -> None:
    for number in range(1, count + 1):
        with database.writing() as tx:
            record(tx, 7, "wave_opened", {"wave": f"wave-{number}"}, NOW)


def test_a_chain_that_nobody_touched_holds(database: Database) -> None:
    """Verifying counts the rows and finds nothing."""
    _recorded(database, 4)
    with database.reading() as tx:
        assert verify(tx) == AuditCheck(ok=True, count=4, broken_at=None)


def test_an_empty_chain_begins_with_zeros(database: Database) -> None:
    """Before the first act the head is number 0."""
    with database.reading() as tx:
        assert head(tx) == (0, BEGINNING)
        assert verify(tx) == AuditCheck(ok=True, count=0, broken_at=None)


def test_an_event_says_who_did_what_and_when(database: Database) -> None:
    """The text is canonical JSON with the moment in UTC, the number of the account and the facts."""
    _recorded(database, 1)
    with database.reading() as tx:
        stored = tx.execute(text("SELECT text FROM audit_event")).scalar_one()
    assert stored == json.dumps(json.loads(stored), sort_keys=True, separators=(",", ":"))
    assert json.loads(stored) == {
        "n": 1,
        "at": "2026-09-15T02:00:00Z",
        "by": 7,
        "act": "wave_opened",
        "facts": {"wave": "wave-1"},
    }


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_breaks_the_chain_where_it_happened(database: Database, tampering: str) -> None:
    """A changed, removed or moved row is named as the first that does not fit."""
    _recorded(database, 4)
    statements, broken_at = TAMPERINGS[tampering]
    with database.writing() as tx:
        for statement in statements:
            tx.execute(text(statement))
    with database.reading() as tx:
        check = verify(tx)
    assert (check.ok, check.broken_at) == (False, broken_at)


def test_a_removed_end_shows_against_a_head_that_was_kept(database: Database) -> None:
    """The chain alone cannot know of rows cut off its end; the head written down elsewhere does."""
    _recorded(database, 4)
    with database.reading() as tx:
        kept = head(tx)
    with database.writing() as tx:
        tx.execute(text("DELETE FROM audit_event WHERE n = 4"))
    with database.reading() as tx:
        assert verify(tx).ok
        assert head(tx) != kept


def test_an_act_that_fails_leaves_no_event(database: Database) -> None:
    """The event stands in the transaction of the act, and goes with it."""

    class PowerCutError(Exception):
        """What ends the act."""

    def failing_act() -> None:
        with database.writing() as tx:
            record(tx, 7, "wave_opened", {}, NOW)
            raise PowerCutError

    with pytest.raises(PowerCutError):
        failing_act()
    with database.reading() as tx:
        assert head(tx) == (0, BEGINNING)

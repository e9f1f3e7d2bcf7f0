"""Excluding responses: a recorded decision that makes the next snapshot and takes no answer away."""

import pytest
from sqlalchemy import func, select

from scoring import snapshot as snapshots
from scoring.snapshot import Snapshot
from survey.closing.close import close_wave
from survey.closing.exclude import Decision, exclude
from survey.closing.files import files_of_snapshot
from survey.closing.stop import stop_wave
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.people.roles import Person
from survey.records import SnapshotRow
from tests.survey.office import NOW, filled, found, opened, person


@pytest.fixture
def officer(database: Database) -> Person:
    """Who may exclude."""
    with database.writing() as tx:
        return person(tx, "lan", "method_officer")


def _closed(database: Database, keys: Keys) -> Snapshot:
    with database.writing() as tx:
        stop_wave(tx, found(tx), NOW)
        first = close_wave(tx, found(tx), keys, NOW)
    with database.reading() as tx:
        return snapshots.read(files_of_snapshot(tx, first.id))


def test_an_excluded_response_stays_and_is_marked_in_the_next_snapshot(
    database: Database, keys: Keys, officer: Person
) -> None:
    """Under the same labels as in snapshot 1, which is left as it was."""
    filled(database, keys, each=4)
    first = _closed(database, keys)
    labels = first.tables.responses["response"].tolist()
    with database.writing() as tx:
        decided = Decision(officer, labels[:2], "Phiếu thử của nhân viên")
        second = exclude(tx, found(tx), decided, keys, NOW)
    with database.reading() as tx:
        files = files_of_snapshot(tx, second.id)
        kept = tx.scalar(select(SnapshotRow.fingerprint).where(SnapshotRow.number == 1))
    tables = snapshots.read(files).tables
    excluded = tables.responses.set_index("response")["excluded"]
    assert tables.responses["response"].tolist() == labels
    assert excluded[excluded.astype(bool)].index.tolist() == labels[:2]
    assert tables.exclusions[["reason", "decided", "role"]].drop_duplicates().to_numpy().tolist() == [
        ["Phiếu thử của nhân viên", "2026-09-15", "method_officer"]
    ]
    assert (second.number, tables.wave["snapshot"], kept) == (2, 2, first.fingerprint)


WRONG = {
    "reason-needed": ("known", " ", "A reason is needed"),
    "response-unknown": ("000000000000", "Trùng", "The wave has no counted response “000000000000”"),
}


@pytest.mark.parametrize("code", WRONG)
def test_a_decision_that_cannot_stand_makes_no_snapshot(
    database: Database, keys: Keys, officer: Person, code: str
) -> None:
    """Without a reason, or about a response that is not there."""
    filled(database, keys, each=2)
    known = _closed(database, keys).tables.responses["response"].iloc[0]
    label, reason, sentence = WRONG[code]
    decision = Decision(officer, [known if label == "known" else label], reason)
    with pytest.raises(Refused, match=sentence), database.writing() as tx:
        exclude(tx, found(tx), decision, keys, NOW)
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(SnapshotRow)) == 1


def test_nothing_is_excluded_while_answers_come_in(database: Database, keys: Keys, officer: Person) -> None:
    """A wave is closed before anybody decides about its answers."""
    opened(database, keys)
    with pytest.raises(Refused, match="it must be “closed”"), database.writing() as tx:
        exclude(tx, found(tx), Decision(officer, ["0" * 12], "Trùng"), keys, NOW)

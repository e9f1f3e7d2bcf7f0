"""Answers about several units leave the house: as a snapshot with their weights, and as a file that comes in again."""

import pytest
from sqlalchemy import select

from scoring import snapshot as snapshots
from survey.closing.close import close_wave
from survey.closing.export import Export, export_answers
from survey.closing.files import files_of_snapshot
from survey.closing.stop import stop_wave
from survey.collecting.import_answers import AnswerFile, Import, ImportReport, import_answers
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.acting import By
from survey.records import AuditEvent, Response
from tests.survey.firms import OFFICES, firms_wave, submission
from tests.survey.questionnaire import NOW, Opened, consent_in, sent, wave_in

WHY = {"met": {OFFICES[0]: {"filed": 1, "trips": {"none": "unknown"}, "easy": {"none": "unknown"}, "why": "=Nhanh"}}}


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    """With three responses: of two units drawn among five, of one alone, of none."""
    made = firms_wave(database, keys)
    with database.reading() as tx:
        consent = consent_in(tx)
    sent(database, made, submission(made, consent))
    sent(database, made, submission(made, consent, eligible=OFFICES[:1], loops=WHY))
    sent(database, made, submission(made, consent, loops={}, choice={"met": {"eligible": []}}))
    return made


def closed(database: Database, wave: Opened, keys: Keys) -> None:
    with database.writing() as tx:
        stop_wave(tx, wave_in(tx, wave), NOW)
        close_wave(tx, wave_in(tx, wave), keys, NOW)


def test_a_snapshot_holds_probabilities_and_counts(database: Database, wave: Opened, keys: Keys) -> None:
    """A rating weighs one over its probability; a firm that dealt with nobody had none to rate."""
    with database.writing() as tx:
        stop_wave(tx, wave_in(tx, wave), NOW)
        number = close_wave(tx, wave_in(tx, wave), keys, NOW).id
    with database.reading() as tx:
        tables = snapshots.read(files_of_snapshot(tx, number)).tables
    assert sorted(tables.ratings["chosen_prob"]) == [0.4, 0.4, 1.0]
    counts = tables.responses[["n_eligible_units", "n_rated"]].to_numpy().tolist()
    assert sorted(counts) == [[0, 0], [1, 1], [5, 2]]
    assert set(tables.responses["form"]) <= {"a", "b"}


def test_what_goes_out_comes_in_again(database: Database, wave: Opened, keys: Keys) -> None:
    """The export of a wave fills another one with the same documents, but for the units that were declined."""
    closed(database, wave, keys)
    with database.writing() as tx:
        file = export_answers(tx, Export(wave_in(tx, wave), has_texts=True), keys, By(NOW))
        acts = [text for text in tx.scalars(select(AuditEvent.text)) if "answers_exported" in text]
    assert len(acts) == 1
    other = firms_wave(database, keys, "dot-hai")
    with database.writing() as tx:
        report = import_answers(tx, Import(wave_in(tx, other), AnswerFile("a.csv", file)), keys, By(NOW))
    assert report.mistakes == ()
    assert report == ImportReport(4, 3, 0, False)
    with database.reading() as tx:
        forms = {
            one.id: sorted(tx.scalars(select(Response.form).where(Response.wave == one.id))) for one in (wave, other)
        }
    assert forms[wave.id] == forms[other.id]
    assert b"'=Nhanh" in file
    assert b"2026-09-15" not in file


def test_free_texts_go_out_only_when_asked_for(database: Database, wave: Opened, keys: Keys) -> None:
    """They name people."""
    closed(database, wave, keys)
    with database.writing() as tx:
        assert b"Nhanh" not in export_answers(tx, Export(wave_in(tx, wave)), keys, By(NOW))


def test_an_open_wave_is_not_exported(database: Database, wave: Opened, keys: Keys) -> None:
    """Nobody looks at answers while they come in."""
    with database.writing() as tx, pytest.raises(Refused, match="must be"):
        export_answers(tx, Export(wave_in(tx, wave)), keys, By(NOW))

"""An erratum takes over in an open wave: the form is new, answers to either version count, nothing else may change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from scoring import snapshot as snapshots
from survey import blobs
from survey.closing.close import close_wave
from survey.closing.files import files_of_snapshot
from survey.closing.score import score_snapshot
from survey.closing.stop import stop_wave
from survey.collecting.submit import Outcome
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.acting import By
from survey.preparing.decision import Decision, decide
from survey.preparing.versions import versions_of
from survey.publishing.issued import IssuedBy, issued_by
from survey.records import AuditEvent, InstrumentVersion, Response, WavePage
from tests.survey.errata import MISSPELT, SPELT, corrected, version
from tests.survey.questionnaire import INSTRUMENT, NOW, Opened, consent_in, opened, sent, submission, wave_in


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys)


@pytest.fixture
def consent(database: Database, wave: Opened) -> str:
    assert wave
    with database.reading() as tx:
        return consent_in(tx)


def refusal(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value


def form(database: Database, wave: Opened) -> str:
    with database.reading() as tx:
        page = tx.get_one(WavePage, (wave.id, "form.vi"))
        return blobs.load(tx, page.plain).decode()


def test_the_form_is_made_anew_and_the_act_recorded(database: Database, wave: Opened) -> None:
    """It carries the new fingerprint, and the one whose drafts go on in it."""
    assert MISSPELT in form(database, wave)
    newer = corrected(database, wave, version(2))
    page = form(database, wave)
    assert SPELT in page
    assert MISSPELT not in page
    assert f'data-instrument="{newer}"' in page
    assert f'data-corrects="{wave.instrument}"' in page
    with database.reading() as tx:
        last = tx.scalars(select(AuditEvent.text).order_by(AuditEvent.n.desc())).first()
    assert last
    assert '"act":"wave_corrected"' in last
    assert wave.instrument in last


def test_an_answer_to_the_version_before_is_taken_and_keeps_its_fingerprint(
    database: Database, wave: Opened, consent: str
) -> None:
    """Begun before the erratum, sent after it; new ones keep the new fingerprint, any other version is refused."""
    early, late = submission(wave, consent), submission(wave, consent)
    sent(database, wave, early)
    newer = corrected(database, wave, version(2))
    fresh = replace(submission(wave, consent), instrument=newer)
    assert [sent(database, wave, one) for one in (late, fresh, early)] == [
        Outcome("stored"),
        Outcome("stored"),
        Outcome("already"),
    ]
    stranger = replace(submission(wave, consent), instrument="f" * 64)
    assert refusal(lambda: sent(database, wave, stranger)).code == "other-version"
    with database.reading() as tx:
        kept = tx.scalars(select(Response.instrument)).all()
    assert sorted(kept) == sorted([wave.instrument, wave.instrument, newer])


def test_an_answer_is_checked_against_the_version_it_was_given_to(
    database: Database, wave: Opened, consent: str
) -> None:
    """A wrong answer to the earlier version is refused as ever."""
    corrected(database, wave, version(2))
    wrong = submission(wave, consent, answers={"polite": 9})
    assert refusal(lambda: sent(database, wave, wrong)).code == "answers-invalid"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("en: Officials are polite", "en: Officials are friendly and quick"), "polite"),
        (("maximum: 50", "maximum: 40"), "trips"),
        (("items: [polite, prompt]", "items: [polite]"), "index"),
        (("languages: [vi, en]", "languages: [vi]"), "instrument"),
        (("max_length: 200", "max_length: 20"), "wish"),
        (("code: phieu-nho", "code: phieu-khac"), "instrument"),
        (("roles: [office]}", "roles: [office], ranked: false}"), "so-ban-nganh"),
    ],
)
def test_what_is_no_erratum_is_refused_with_what_makes_it_none(
    database: Database, wave: Opened, change: tuple[str, str], place: str
) -> None:
    """A new wording, other bounds, another index, a language gone, another survey: nothing is issued or changed."""
    refused = refusal(lambda: corrected(database, wave, version(2, change)))
    assert (refused.code, refused.status) == ("no-erratum", 422)
    assert place in [at for at, _ in refused.places]
    with database.reading() as tx:
        assert wave_in(tx, wave).instrument == wave.instrument
        assert tx.scalar(select(func.count()).select_from(InstrumentVersion)) == 1
    assert MISSPELT in form(database, wave)


def test_a_version_asked_before_does_not_come_back(database: Database, wave: Opened) -> None:
    """Two errata in a row are three versions; neither the one of now nor an earlier one is a correction."""
    second = corrected(database, wave, version(2))
    third = corrected(database, wave, version(3, (f"vi: {SPELT}", f"vi: {SPELT}.")))
    with database.reading() as tx:
        assert versions_of(tx, wave_in(tx, wave)) == (third, second, wave.instrument)
    for file in (INSTRUMENT, version(2)):
        assert refusal(lambda file=file: corrected(database, wave, file)).code == "erratum-known"  # type: ignore[misc]


def test_a_stopped_wave_is_not_corrected(database: Database, wave: Opened) -> None:
    """Nobody reads its form any more; what was given to the version before still comes in."""
    with database.writing() as tx:
        stop_wave(tx, wave_in(tx, wave), NOW)
    assert refusal(lambda: corrected(database, wave, version(2))).code == "wrong-state"


def test_a_snapshot_holds_answers_to_both_versions_and_both_files(
    database: Database, keys: Keys, wave: Opened, consent: str
) -> None:
    """In the same columns, each with its fingerprint; the wave can be scored."""
    sent(database, wave, submission(wave, consent))
    newer = corrected(database, wave, version(2))
    sent(database, wave, replace(submission(wave, consent), instrument=newer))
    with database.writing() as tx:
        stop_wave(tx, wave_in(tx, wave), NOW)
        row = close_wave(tx, wave_in(tx, wave), keys, NOW)
        files = files_of_snapshot(tx, row.id)
        assert score_snapshot(tx, row, NOW).fingerprint
    snapshot = snapshots.read(files)
    responses = snapshot.tables.responses
    assert sorted(responses["instrument"]) == sorted([wave.instrument, newer])
    assert snapshot.tables.ratings["polite"].tolist().count(5) == 2
    assert files["instrument.yaml"] == version(2)
    assert files[f"instrument-{wave.instrument}.yaml"] == INSTRUMENT


def test_an_erratum_stands_on_the_decision_of_the_version_it_corrects(database: Database, wave: Opened) -> None:
    """Unless it has one of its own."""
    decision = Decision("12/QĐ-UBND", date(2026, 9, 1), "UBND", date(2026, 9, 1), date(2026, 12, 31))
    with database.writing() as tx:
        decide(tx, tx.get_one(InstrumentVersion, wave.instrument), decision, None, By(NOW))
    corrected(database, wave, version(2))
    with database.reading() as tx:
        assert issued_by(tx, wave_in(tx, wave)) == IssuedBy("12/QĐ-UBND", date(2026, 9, 1), "UBND")

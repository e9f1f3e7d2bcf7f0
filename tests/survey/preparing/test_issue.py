"""Issuing an instrument: what is issued never changes."""

import pytest
from sqlalchemy import func, select

from instruments.fingerprint import fingerprint
from instruments.reading import read_instrument
from survey.database import Database
from survey.errors import Refused
from survey.people.organisations import organisation_of
from survey.preparing.issue import file_of, instrument_of, issue_instrument
from survey.records import AuditEvent, InstrumentVersion
from tests.survey.office import DAY, HOME, INSTRUMENT, NOW


def _issue(database: Database, data: bytes) -> InstrumentVersion:
    with database.writing() as tx:
        return issue_instrument(tx, data, "tiny.yaml", organisation_of(tx, HOME), NOW)


def test_an_issued_instrument_comes_back_as_it_was_read(database: Database) -> None:
    """Under its fingerprint, with the bytes of its file beside it."""
    version = _issue(database, INSTRUMENT)
    expected = read_instrument(INSTRUMENT, "tiny.yaml").instrument
    assert expected is not None
    with database.reading() as tx:
        assert instrument_of(tx, version.fingerprint) == expected
        assert file_of(tx, version.fingerprint) == INSTRUMENT
    assert (version.fingerprint, version.issued) == (fingerprint(expected), DAY)


def test_issuing_the_same_again_changes_nothing(database: Database) -> None:
    """Comments do not count: one version, one act in the record."""
    first = _issue(database, INSTRUMENT)
    again = _issue(database, b"# a comment\n" + INSTRUMENT)
    assert again.fingerprint == first.fingerprint
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(AuditEvent)) == 1


def test_a_version_number_stands_for_one_content(database: Database) -> None:
    """Other content under an issued number is refused."""
    _issue(database, INSTRUMENT)
    with pytest.raises(Refused, match="Version 1 of the instrument “tiny” is issued with other content"):
        _issue(database, INSTRUMENT.replace(b"en: Polite", b"en: Friendly"))


def test_a_file_with_mistakes_is_refused_with_all_of_them(database: Database) -> None:
    """The sentence names the first by file and line; every other one is listed."""
    broken = INSTRUMENT.replace(b"minutes: 1", b"minuts: 1").replace(b"code: prompt,", b"code: polite,")
    with pytest.raises(Refused) as refused:
        _issue(database, broken)
    assert str(refused.value).startswith("tiny.yaml, line ")
    assert "Nothing was done" in str(refused.value)
    assert len(refused.value.places) >= 2
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(InstrumentVersion)) == 0


def test_an_unknown_fingerprint_has_no_instrument(database: Database) -> None:
    """Asking for it is the program's mistake."""
    with database.reading() as tx, pytest.raises(KeyError):
        instrument_of(tx, "f" * 64)

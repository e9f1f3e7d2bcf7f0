"""Issuing by decision: once, for a period, with the version that goes out of force."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from survey.database import Database
from survey.errors import Refused
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.decision import Decision, decide, standings, version_in_force, version_named
from survey.preparing.issue import issue_instrument
from survey.preparing.wave import create_wave
from survey.records import AuditEvent, InstrumentVersion, Wave
from tests.survey.office import DAY, HOME, INSTRUMENT, NOW, plan_of

DECISION = Decision("3456/QĐ-UBND", date(2026, 9, 1), "Ủy ban nhân dân", date(2026, 9, 1), date(2026, 12, 31))
BY = By(NOW)


def issued(database: Database, number: str = "1", code: str = "tiny") -> InstrumentVersion:
    """The version of that number, issued on trial."""
    data = INSTRUMENT.replace(b'version: "1"', f'version: "{number}"'.encode())
    with database.writing() as tx:
        office = organisation_of(tx, HOME)
        return issue_instrument(tx, data.replace(b"code: tiny", f"code: {code}".encode()), "t.yaml", office, NOW)


def decided(
    database: Database, version: InstrumentVersion, decision: Decision = DECISION, replaces: str | None = None
) -> None:
    with database.writing() as tx:
        decide(tx, tx.get_one(InstrumentVersion, version.fingerprint), decision, replaces, BY)


def refusal(database: Database, version: InstrumentVersion, decision: Decision, replaces: str | None = None) -> str:
    with pytest.raises(Refused) as refused:
        decided(database, version, decision, replaces)
    return refused.value.code


def states(database: Database, day: date = DAY) -> dict[str, str]:
    with database.reading() as tx:
        return {one.version.version: one.state for one in standings(tx, day)}


def test_a_version_on_trial_is_issued_by_decision_once(database: Database) -> None:
    """The same decision again changes nothing and is recorded once."""
    version = issued(database)
    assert states(database) == {"1": "on_trial"}
    decided(database, version)
    decided(database, version)
    assert states(database) == {"1": "in_force"}
    with database.reading() as tx:
        events = list(tx.scalars(select(AuditEvent.text).where(AuditEvent.text.contains("instrument_decided"))))
    assert len(events) == 1
    assert "3456/QĐ-UBND" in events[0]


@pytest.mark.parametrize(
    "change",
    [{"number": "1/QĐ-UBND"}, {"issuer": "Sở"}, {"day": date(2026, 8, 1)}, {"period_to": date(2027, 1, 1)}],
    ids=lambda change: next(iter(change)),
)
def test_what_a_decision_says_is_never_edited(database: Database, change: dict[str, object]) -> None:
    """Another number, issuer, date or period is refused."""
    version = issued(database)
    decided(database, version)
    assert refusal(database, version, replace(DECISION, **change)) == "decided-already"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"number": "  "}, "decision-words"),
        ({"issuer": "x" * 201}, "decision-words"),
        ({"day": DAY + timedelta(days=1)}, "decision-future"),
        ({"period_to": date(2026, 8, 31)}, "period-reversed"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(database: Database, change: dict[str, object], code: str) -> None:
    """No number, too long an issuer, a date to come, a period that ends before it begins."""
    version = issued(database)
    assert refusal(database, version, replace(DECISION, **change)) == code  # type: ignore[arg-type]
    assert states(database) == {"1": "on_trial"}


def test_a_newer_version_names_the_one_it_replaces(database: Database) -> None:
    """The older one goes out of force for good; a code then means the newer one."""
    old, new = issued(database), issued(database, "2")
    decided(database, old)
    decided(database, new, replace(DECISION, number="4000/QĐ-UBND"), old.fingerprint)
    assert states(database) == {"1": "replaced", "2": "in_force"}
    with database.reading() as tx:
        assert version_in_force(tx, "tiny", DAY) == tx.get(InstrumentVersion, new.fingerprint)
        assert version_in_force(tx, "other", DAY) is None


def test_a_version_decided_for_later_leaves_the_older_one_in_force_until_then(database: Database) -> None:
    """A real wave before that day is asked by the older version, one from that day on by the newer alone."""
    old, new = issued(database), issued(database, "2")
    decided(database, old)
    first = date(2027, 1, 1)
    later = replace(DECISION, number="4000/QĐ-UBND", period_from=first, period_to=date(2027, 12, 31))
    decided(database, new, later, old.fingerprint)
    assert states(database) == states(database, first - timedelta(days=1)) == {"1": "in_force", "2": "to_come"}
    assert states(database, first) == {"1": "replaced", "2": "in_force"}
    third = issued(database, "3")
    assert refusal(database, third, later, old.fingerprint) == "replaced-already"
    with database.writing() as tx:
        assert version_in_force(tx, "tiny", DAY) == tx.get(InstrumentVersion, old.fingerprint)
        assert version_in_force(tx, "tiny", first) == tx.get(InstrumentVersion, new.fingerprint)
        create_wave(tx, plan_of(tx, simulated=False), NOW)
    with pytest.raises(Refused, match="is replaced by version 2"), database.writing() as tx:
        create_wave(tx, plan_of(tx, code="late", simulated=False, period_from=first, period_to=first), NOW)


def test_a_trial_beside_a_decided_version_is_not_what_a_code_means(database: Database) -> None:
    """What a decision issued comes before anything newer on trial."""
    old = issued(database)
    decided(database, old)
    issued(database, "2")
    with database.reading() as tx:
        assert version_in_force(tx, "tiny", DAY) == tx.get(InstrumentVersion, old.fingerprint)


def test_what_can_be_replaced_is_another_version_of_the_same_code_in_force(database: Database) -> None:
    """Not itself, not one of another instrument, not one replaced before; nor does a replaced one come back."""
    old, new, third, other = (issued(database, number) for number in ("1", "2", "3", "4"))
    stranger = issued(database, "1", "stranger")
    assert refusal(database, old, DECISION, old.fingerprint) == "replaces-itself"
    assert refusal(database, old, DECISION, stranger.fingerprint) == "replaces-other"
    decided(database, new, DECISION, old.fingerprint)
    assert refusal(database, third, DECISION, old.fingerprint) == "replaced-already"
    assert refusal(database, old, DECISION) == "replaced-already"
    assert refusal(database, other, DECISION) == "in-force-already"
    later = replace(DECISION, period_from=date(2027, 1, 1), period_to=date(2027, 12, 31))
    decided(database, other, later)
    assert states(database) == {"1": "replaced", "2": "in_force", "3": "on_trial", "4": "to_come"}
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(InstrumentVersion)) == 5


def test_a_version_is_named_by_number_or_by_the_digits_of_its_fingerprint(database: Database) -> None:
    """As printed too, with spaces and capitals; too few digits name nothing."""
    version = issued(database)
    mark = version.fingerprint
    with database.reading() as tx:
        for named in ("tiny:1", mark, mark[:8], f"{mark[:4].upper()} {mark[4:8].upper()}"):
            assert version_named(tx, named).fingerprint == mark
        for named in ("tiny:2", "other:1", mark[:7], "0" * 64, "%%%%%%%%"):
            with pytest.raises(Refused, match="No issued version"):
                version_named(tx, named)


def test_a_real_wave_of_a_replaced_version_is_refused(database: Database) -> None:
    """People would be asked by a decision out of force; a simulated wave may look back at it."""
    old, new = issued(database), issued(database, "2")
    decided(database, new, DECISION, old.fingerprint)
    with database.writing() as tx:
        create_wave(tx, plan_of(tx, code="looking-back"), NOW)
    with pytest.raises(Refused, match="is replaced by version 2"), database.writing() as tx:
        create_wave(tx, plan_of(tx, simulated=False), NOW)
    with database.reading() as tx:
        assert list(tx.scalars(select(Wave.code))) == ["looking-back"]

"""A wave is planned, tried and opened; whatever is wrong with the plan is said before anything is made."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from instruments.reading import read_instrument
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.wave import create_wave, open_wave, read_units, trial_wave
from survey.records import (
    ApprovalStep,
    Drawing,
    FrameEntry,
    Invitation,
    InvitationWave,
    Response,
    Wave,
    WavePage,
    WaveUnit,
    Withdrawal,
)
from tests.survey.office import DAY, INSTRUMENT, NOW, UNITS, answered, found, opened, plan_of


def test_a_new_wave_is_a_draft_with_its_units_and_its_approval_chain(database: Database) -> None:
    """An approver has to agree before anything is published."""
    with database.writing() as tx:
        wave = create_wave(tx, plan_of(tx), NOW)
    with database.reading() as tx:
        units = tx.execute(select(WaveUnit.unit, WaveUnit.block).where(WaveUnit.wave == wave.id))
        steps = tx.execute(select(ApprovalStep.step, ApprovalStep.role)).all()
        assert (wave.state, set(units), steps) == ("draft", set(UNITS), [(1, "approver")])


def test_a_simulated_wave_needs_no_decision_and_a_real_one_does(database: Database) -> None:
    """Whatever the plan of the simulated one says."""
    with database.writing() as tx:
        simulated = create_wave(tx, plan_of(tx, simulated=True, decision_needed=True), NOW)
        real = create_wave(tx, plan_of(tx, code="real-2026", simulated=False), NOW)
    assert (simulated.decision_needed, real.decision_needed) == (False, True)


PLANS: dict[str, tuple[dict[str, object], str]] = {
    "wave-code": ({"code": "Đợt 1"}, "The wave code “Đợt 1” cannot be used"),
    "period-reversed": ({"period_to": date(2026, 9, 14)}, "The period ends (14/09/2026) before it begins (15/09/2026)"),
    "wave-words": ({"name_en": "x" * 201}, "The wave's name_en has 201 characters; at most 200 are taken"),
    "late-days": ({"late_days": 61}, "cannot be taken for 61 days; choose 0 to 60"),
    "units-missing": ({"units": ()}, "The wave has no unit"),
    "instrument-unknown": ({"instrument_fingerprint": "f" * 64}, "No instrument “ffff"),
    "file-mistakes": (
        {"units": (("06652", "phuong"), ("99999", "xa"))},
        "the register of 15/09/2026 has no unit “99999”; check the unit's code or the wave's period.",
    ),
}


@pytest.mark.parametrize("code", PLANS)
def test_a_plan_that_cannot_be_is_refused_in_one_sentence(database: Database, code: str) -> None:
    """And no wave is there afterwards."""
    changes, sentence = PLANS[code]
    with pytest.raises(Refused) as refused, database.writing() as tx:
        create_wave(tx, plan_of(tx, **changes), NOW)
    assert refused.value.code == code
    assert sentence in str(refused.value)
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(Wave)) == 0


def test_a_code_is_given_once(database: Database, keys: Keys) -> None:
    """A second wave of that code is refused, the first stays."""
    opened(database, keys)
    with pytest.raises(Refused, match="There is a wave “tiny-2026” already"), database.writing() as tx:
        create_wave(tx, plan_of(tx), NOW)


def test_an_opened_wave_has_pages_and_a_snapshot_key_that_only_the_secret_opens(database: Database, keys: Keys) -> None:
    """Thirty-two random bytes, sealed."""
    wave = opened(database, keys)
    with database.reading() as tx:
        now = found(tx)
        pages = set(tx.scalars(select(WavePage.name).where(WavePage.wave == wave.id)))
    assert (now.state, now.opened) == ("open", DAY)
    assert {"form.vi", "form.en"} <= pages
    assert len(keys.unseal("snapshot", now.snapshot_key or "")) == 32


def test_a_wave_opens_once(database: Database, keys: Keys) -> None:
    """The second person gets a sentence that names the state."""
    opened(database, keys)
    with pytest.raises(Refused, match="The wave is “open”, so this cannot be done; it must be “draft / trial”"):
        _open(database, keys)


def test_two_people_opening_from_what_they_saw_as_a_draft_open_it_once(database: Database, keys: Keys) -> None:
    """The state is asked of the database in the act, not of the page somebody looked at."""
    with database.writing() as tx:
        seen = create_wave(tx, plan_of(tx), NOW)
    _open(database, keys)
    assert seen.state == "draft"
    with pytest.raises(Refused, match="The wave is “open”"), database.writing() as tx:
        open_wave(tx, tx.merge(seen, load=False), keys, NOW)


def test_answers_of_the_trial_go_when_the_wave_opens(database: Database, keys: Keys) -> None:
    """Their invitations are good again, and what was withdrawn in the trial is forgotten."""
    with database.writing() as tx:
        wave = create_wave(tx, plan_of(tx), NOW)
        trial_wave(tx, wave, keys, NOW)
        answered(tx, wave, {"nhan": "06652", "giai_quyet": "06652"}, {"polite": 5})
        tx.add(Withdrawal(wave=wave.id, identifier_hash="0" * 64))
        _used_invitation(tx, wave)
    _open(database, keys)
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(Response)) == 0
        assert tx.scalar(select(func.count()).select_from(Withdrawal)) == 0
        assert list(tx.scalars(select(InvitationWave.state))) == ["unused"]


def test_units_are_read_from_a_file_with_unit_and_block() -> None:
    """Codes keep their leading zero."""
    instrument = read_instrument(INSTRUMENT, "tiny.yaml").instrument
    assert instrument is not None
    assert read_units(b"unit,block\n06652,phuong\nso-tai-chinh,so-ban-nganh\n", "units.csv", instrument, DAY) == (
        ("06652", "phuong"),
        ("so-tai-chinh", "so-ban-nganh"),
    )


def test_every_wrong_row_of_a_unit_file_is_named() -> None:
    """Row, column, reason and remedy; the first in the sentence."""
    instrument = read_instrument(INSTRUMENT, "tiny.yaml").instrument
    assert instrument is not None
    rows = b"unit,block\n06652,phuong\n6658,phuong\n06652,phuong\n06661,xa\n"
    with pytest.raises(Refused) as refused:
        read_units(rows, "units.csv", instrument, DAY)
    assert [place for place, _ in refused.value.places] == [
        "units.csv:3:unit",
        "units.csv:4:unit",
        "units.csv:5:block",
    ]
    assert str(refused.value) == (
        "units.csv, line 3, unit: the register of 15/09/2026 has no unit “6658”; check the unit's code or the wave's"
        " period. Nothing was done; mistakes in units.csv: 3."
    )


def _open(database: Database, keys: Keys) -> None:
    with database.writing() as tx:
        open_wave(tx, found(tx), keys, NOW)


def _used_invitation(tx: Session, wave: Wave) -> None:
    drawing, entry, invitation = uuid4(), uuid4(), uuid4()
    for row in (
        Drawing(id=drawing, organisation_id=wave.organisation_id, key="sealed"),
        FrameEntry(id=entry, drawing=drawing, case="1"),
        Invitation(id=invitation, frame_entry=entry, lookup="0" * 64),
        InvitationWave(invitation=invitation, wave=wave.id, cell="c", state="used"),
    ):
        tx.add(row)
        tx.flush()

"""Goalposts of a wave from the terminal: out of what two earlier waves published."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from instruments.units import register
from scoring import snapshot as snapshots
from scoring.run import score
from scoring.simulation import simulated_tables
from survey.closing.score import keep_run
from survey.closing.snapshot import make_snapshot
from survey.database import Database
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.preparing.issue import file_of, instrument_of, issue_instrument
from survey.preparing.wave import WavePlan, create_wave, open_wave
from survey.records import Account, Publication, Wave
from tests.commands.conftest import Thuocdo
from tests.survey.firms import OFFICES, firms_file
from tests.survey.questionnaire import NOW

EASY = "{code: easy, recode: pct_top2}"
WINDOW = "{code: easy, recode: pct_top2, goalposts_from: {waves: [dot-2024, dot-2025]}}"
NEWER = (('version: "1"', 'version: "2"'), (EASY, WINDOW))
DAY = date(2026, 9, 1)


def planned(tx: Session, code: str, *changes: tuple[str, str]) -> Wave:
    """A simulated wave of five offices, in draft."""
    office = organisation_of(tx, "so-noi-vu")
    version = issue_instrument(tx, firms_file(*changes), "firms.yaml", office, NOW)
    units = tuple((unit, "offices") for unit in OFFICES)
    return create_wave(
        tx, WavePlan(code, version.fingerprint, office, code, code, DAY, DAY, units, simulated=True), NOW
    )


def published(tx: Session, keys: Keys, code: str, account: int) -> None:
    """A wave with a result of invented answers that is public."""
    wave = planned(tx, code)
    open_wave(tx, wave, keys, NOW)
    instrument, file = instrument_of(tx, wave.instrument), file_of(tx, wave.instrument)
    tables = simulated_tables(
        instrument, [(register(DAY)[unit], "offices") for unit in OFFICES], 150, int(code[-4:]), DAY
    )
    tables = replace(tables, wave={**tables.wave, "wave": code})
    run = score(snapshots.read(snapshots.pack(tables, instrument, file)))
    row = keep_run(tx, make_snapshot(tx, wave, keys, "Chốt", DAY), run, NOW, None)
    tx.add(Publication(wave=wave.id, run=row.id, number=1, prepared_by=account, published=NOW))


@pytest.fixture
def waves(thuocdo: Thuocdo, database: Database, keys: Keys) -> str:
    """Two published waves, and a third in draft that asks for their range."""
    thuocdo("db", "upgrade")
    thuocdo("user", "add", "can-bo", "--role", "method_officer")
    with database.writing() as tx:
        account = tx.query(Account).one().number
        for code in ("dot-2024", "dot-2025"):
            published(tx, keys, code, account)
        planned(tx, "dot-2026", *NEWER)
    return "dot-2026"


def test_goalposts_are_fixed_before_the_wave_opens_and_not_after(thuocdo: Thuocdo, waves: str) -> None:
    """Opening is refused before; the decision is printed; afterwards nothing changes them."""
    words = ("wave", "goalposts", waves, "--decision", "12/QĐ-UBND", "--issuer", "UBND tỉnh")
    assert "goalposts of “easy”" in thuocdo("wave", "open", waves, status=1).stderr
    (one,) = json.loads(thuocdo(*words, "--json").stdout)
    assert (one["indicator"], one["block"], one["source_waves"]) == ("easy", "offices", "dot-2024 dot-2025")
    assert one["lo"] < one["hi"]
    assert "fixed by decision 12/QĐ-UBND" in thuocdo(*words).stdout
    thuocdo("wave", "open", waves)
    assert "“open”" in thuocdo(*words, status=1).stderr


def test_a_wave_whose_instrument_asks_for_no_window_has_none(thuocdo: Thuocdo, waves: str) -> None:
    """One sentence, and nothing is stored."""
    words = ("wave", "goalposts", "dot-2025", "--decision", "1", "--issuer", "UBND tỉnh")
    assert waves != "dot-2025"
    assert "takes no goalposts from earlier waves" in thuocdo(*words, status=1).stderr

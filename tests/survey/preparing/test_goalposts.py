"""Goalposts from earlier waves are fixed by decision before a wave opens, and never after."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from instruments.reading import read_instrument
from instruments.units import register
from scoring import snapshot as snapshots
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from survey.closing.files import files_of_snapshot
from survey.closing.goalposts import GoalpostDecision, fix_goalposts, published_runs
from survey.closing.snapshot import make_snapshot
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from survey.preparing.wave import WavePlan, create_wave, open_wave
from survey.records import Wave
from tests.survey.firms import OFFICES, firms_file, firms_wave
from tests.survey.questionnaire import NOW

EASY = "{code: easy, recode: pct_top2}"
WINDOW = "{code: easy, recode: pct_top2, goalposts_from: {waves: [dot-2024, dot-2025]}}"
DECISION = GoalpostDecision("12/QĐ-UBND", "UBND tỉnh Quảng Ninh")
DAY = date(2026, 9, 1)


@pytest.fixture(scope="module")
def runs() -> tuple[Run, ...]:
    """Two earlier waves of the same five offices, counted alike."""
    file = firms_file()
    instrument = read_instrument(file, "firms.yaml").instrument
    assert instrument is not None
    units = [(register(DAY)[unit], "offices") for unit in OFFICES]
    found = []
    for seed, code in enumerate(("dot-2024", "dot-2025")):
        tables = simulated_tables(instrument, units, 150, seed, DAY)
        tables = replace(tables, wave={**tables.wave, "wave": code})
        found.append(score(snapshots.read(snapshots.pack(tables, instrument, file))))
    return tuple(found)


def planned(tx: Session) -> Wave:
    """A wave in draft whose instrument asks for the window."""
    load_register(tx)
    office = organisation_of(tx, "so-noi-vu")
    version = issue_instrument(tx, firms_file((EASY, WINDOW)), "firms.yaml", office, NOW)
    units = tuple((unit, "offices") for unit in OFFICES)
    plan = WavePlan("dot-2026", version.fingerprint, office, "Đợt 2026", "Wave 2026", DAY, DAY, units, simulated=True)
    return create_wave(tx, plan, NOW)


def test_a_wave_without_the_goalposts_it_asks_for_does_not_open(database: Database, keys: Keys) -> None:
    """It would collect answers that nobody could score."""
    with pytest.raises(Refused, match=r"goalposts of “easy” from earlier waves \(dot-2024, dot-2025\)"):
        firms_wave(database, keys, file=firms_file((EASY, WINDOW)))


def test_fixed_goalposts_let_the_wave_open_and_go_into_its_snapshot(
    database: Database, keys: Keys, runs: tuple[Run, ...]
) -> None:
    """The lowest and highest share of both waves, with the decision."""
    with database.writing() as tx:
        wave = planned(tx)
        fix_goalposts(tx, wave, runs, DECISION, By(NOW))
        open_wave(tx, wave, keys, NOW)
        snapshot = make_snapshot(tx, wave, keys, "Chốt", DAY)
        table = snapshots.read(files_of_snapshot(tx, snapshot.id)).tables.goalposts
    raw = [
        share
        for run in runs
        for share in run.estimates.query("node == 'easy' and measure == 'raw' and state == 'ranked'")["estimate"]
    ]
    assert table[["lo", "hi"]].to_numpy().tolist() == [pytest.approx([min(raw), max(raw)])]
    assert table.loc[0, ["source_waves", "set_by", "decision"]].tolist() == [
        "dot-2024 dot-2025",
        "UBND tỉnh Quảng Ninh",
        "12/QĐ-UBND",
    ]


def test_goalposts_of_an_open_wave_stay_as_they_are(database: Database, keys: Keys, runs: tuple[Run, ...]) -> None:
    """They may be fixed anew until then."""
    with database.writing() as tx:
        wave = planned(tx)
        fix_goalposts(tx, wave, runs, DECISION, By(NOW))
        again = fix_goalposts(tx, wave, runs, replace(DECISION, number="13/QĐ-UBND"), By(NOW))
        assert [one.decision for one in again] == ["13/QĐ-UBND"]
        open_wave(tx, wave, keys, NOW)
        with pytest.raises(Refused, match="The wave is “open”"):
            fix_goalposts(tx, wave, runs, DECISION, By(NOW))


def test_waves_that_published_nothing_and_decisions_without_number_are_refused(
    database: Database, runs: tuple[Run, ...]
) -> None:
    """Nor is there anything to fix where the instrument asks for no window."""
    with database.writing() as tx:
        wave = planned(tx)
        with pytest.raises(Refused, match="“dot-2024” has published nothing"):
            published_runs(tx, wave)
        with pytest.raises(Refused, match="number of the decision must be given"):
            fix_goalposts(tx, wave, runs, replace(DECISION, number=" "), By(NOW))
        with pytest.raises(Refused, match="wave dot-2025 cannot give goalposts"):
            fix_goalposts(tx, wave, (runs[0], _without_an_office(runs[1])), DECISION, By(NOW))


def test_an_instrument_with_fixed_goalposts_asks_for_none(database: Database, keys: Keys) -> None:
    """The wave opens as ever."""
    firms_wave(database, keys)
    with database.reading() as tx, pytest.raises(Refused, match="takes no goalposts from earlier waves"):
        published_runs(tx, tx.query(Wave).one())


def _without_an_office(run: Run) -> Run:
    return replace(run, units=run.units.iloc[1:])

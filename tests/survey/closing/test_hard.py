"""Closing hands the hard figures on: confirmed ones, with where they are from and no person's name."""

import pandas as pd

from scoring import snapshot as snapshots
from survey.closing.close import close_wave
from survey.closing.files import files_of_snapshot
from survey.closing.stop import stop_wave
from survey.database import Database
from survey.keys import Keys
from survey.preparing.wave import open_wave
from tests.survey.figures import Desk, planned
from tests.survey.office import NOW, found


def closed(database: Database, keys: Keys) -> pd.DataFrame:
    with database.writing() as tx:
        open_wave(tx, found(tx), keys, NOW)
        stop_wave(tx, found(tx), NOW)
        row = close_wave(tx, found(tx), keys, NOW)
    with database.reading() as tx:
        return snapshots.read(files_of_snapshot(tx, row.id)).tables.hard


def test_a_snapshot_has_a_row_for_each_unit_and_hard_figure(database: Database, keys: Keys) -> None:
    """Counts stand behind a share; who prepared and who confirmed stand there by their roles."""
    planned(database)
    desk = Desk(database)
    desk.both()
    desk.both("unit,indicator,value,numerator,denominator\n06658,dti,0.62,,\n", "generic", "Công bố DTI 2025")
    hard = closed(database, keys)
    figures = hard[["unit", "indicator", "value", "numerator", "denominator"]]
    assert figures.astype(object).where(figures.notna(), None).to_numpy().tolist() == [
        ["06652", "late", 12.0, None, None],
        ["06652", "on_time", 0.9, 108.0, 120.0],
        ["06658", "dti", 0.62, None, None],
        ["06658", "late", 0.0, None, None],
        ["06658", "on_time", 1.0, 80.0, 80.0],
        ["06661", "late", 0.0, None, None],
        ["06661", "on_time", None, 0.0, 0.0],
    ]
    origin = hard[["source", "period", "prepared_by", "confirmed_by"]].drop_duplicates().to_numpy().tolist()
    assert origin == [
        ["Báo cáo 45", "9 tháng năm 2026", "method_officer", "approver"],
        ["Công bố DTI 2025", "9 tháng năm 2026", "method_officer", "approver"],
    ]


def test_figures_that_nobody_confirmed_are_not_handed_on(database: Database, keys: Keys) -> None:
    """One person alone moves no score."""
    planned(database)
    Desk(database).bring()
    assert len(closed(database, keys)) == 0

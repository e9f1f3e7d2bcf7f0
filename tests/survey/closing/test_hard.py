"""Closing hands the hard figures on: confirmed ones, with where they are from and no person's name."""

import pandas as pd
import pytest

from scoring import snapshot as snapshots
from survey.closing.close import close_wave
from survey.closing.files import files_of_snapshot
from survey.closing.latest import latest_snapshot
from survey.closing.score import scored
from survey.closing.stop import stop_wave
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.wave import open_wave
from survey.records import SnapshotRow
from tests.survey.figures import FILES, WITH_CRITERIA, Desk, planned
from tests.survey.office import NOW, answered, found


def closed(database: Database, keys: Keys, answers: int = 0) -> pd.DataFrame:
    return hard_in(database, snapshot_of(database, keys, answers))


def snapshot_of(database: Database, keys: Keys, answers: int = 0) -> SnapshotRow:
    with database.writing() as tx:
        open_wave(tx, found(tx), keys, NOW)
        for _ in range(answers):
            answered(tx, found(tx), {"nhan": "06652", "giai_quyet": "06652"}, {"polite": 5, "prompt": 4})
        stop_wave(tx, found(tx), NOW)
        return close_wave(tx, found(tx), keys, NOW)


def hard_in(database: Database, snapshot: SnapshotRow) -> pd.DataFrame:
    with database.reading() as tx:
        return snapshots.read(files_of_snapshot(tx, snapshot.id)).tables.hard


def test_a_snapshot_has_a_row_for_each_unit_and_hard_figure(database: Database, keys: Keys) -> None:
    """Counts stand behind a share; who prepared and who confirmed stand there by their roles."""
    planned(database)
    desk = Desk(database, keys)
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


def test_a_snapshot_has_criteria_as_assessed_and_as_appraised(database: Database, keys: Keys) -> None:
    """Own points, evidence and reason stand beside the points that count; a formula stays words."""
    planned(database, WITH_CRITERIA)
    header = "unit,indicator,self_assessed,evidence,evidence_number,evidence_date,evidence_issuer,appraised,reason"
    rows = "06652,dti,1,=Tep,12/BC,2026-01-15,UBND,0.8,Muộn,\n06658,dti,0.5,Tep,,,,,,\n06661,dti,,,,,,,Mới lập,x\n"
    Desk(database, keys).both(f"{header},not_applicable\n{rows}", "tieu_chi")
    snapshot = snapshot_of(database, keys)
    with database.reading() as tx:
        files = files_of_snapshot(tx, snapshot.id)
    assert b"06652,dti,1.0,'=Tep,12/BC," in files["criteria.csv"]  # whoever opens the file itself reckons nothing
    tables = snapshots.read(files).tables
    kept = tables.criteria.astype(object).where(tables.criteria.notna(), None).to_numpy().tolist()
    assert kept == [
        ["06652", "dti", 1.0, "=Tep", "12/BC", "2026-01-15", "UBND", 0.8, "Muộn", False],
        ["06658", "dti", 0.5, "Tep", None, None, None, None, None, False],
        ["06661", "dti", None, None, None, None, None, None, "Mới lập", True],
    ]
    assert tables.hard[["unit", "value"]].to_numpy().tolist() == [["06652", 0.8]]


def test_figures_that_nobody_confirmed_are_not_handed_on(database: Database, keys: Keys) -> None:
    """One person alone moves no score."""
    planned(database)
    Desk(database, keys).bring()
    assert len(closed(database, keys)) == 0


def test_a_correction_after_closing_is_confirmed_with_a_reason_and_makes_the_next_snapshot(
    database: Database, keys: Keys
) -> None:
    """The first one stays what it was; without a reason nothing is done."""
    planned(database)
    desk = Desk(database, keys)
    desk.both()
    before = closed(database, keys)
    mark = desk.bring(FILES.replace("120,108", "120,102")).file.blob
    with pytest.raises(Refused, match="A reason is needed"):
        desk.confirm(mark)
    confirmed = desk.confirm(mark, reason="Công văn đính chính 12")
    assert confirmed.snapshot is not None
    assert (confirmed.snapshot.number, confirmed.snapshot.reason) == (2, "Công văn đính chính 12")
    after = hard_in(database, confirmed.snapshot)
    shares = [table.set_index(["unit", "indicator"]).loc[("06652", "on_time"), "value"] for table in (before, after)]
    assert shares == [0.9, 0.85]


def test_confirmed_figures_are_scored(database: Database, keys: Keys) -> None:
    """On time: 108 of 120 files, 90 points of 100, and no interval."""
    planned(database)
    Desk(database, keys).both()
    closed(database, keys, answers=30)
    with database.writing() as tx:
        run = scored(tx, latest_snapshot(tx, found(tx)))
    rows = run.estimates[(run.estimates["node"] == "on_time") & (run.estimates["unit"] == "06652")]
    (figure,) = rows[rows["measure"] == "score"].to_dict("records")
    assert (figure["estimate"], figure["source"]) == (90, "hard")
    assert pd.isna(figure["se"])

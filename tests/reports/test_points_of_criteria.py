"""Results in points of criteria: what was reached out of the most that applies, in print and as open data."""

import csv
import io
from dataclasses import replace

import pytest

from reports.open_data import ranking_csv
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from scoring.run import Run
from tests.ground.indicators import people, run_of
from tests.reports.reading import words

CRITERIA = [
    "code: T1, kind: component, items: [clear], points: 2.5",
    "code: T2, kind: component, items: [kept], points: 1.5",
    "code: ALL, kind: index, nodes: [T1, T2], aggregation: sum_of_points",
]


MORE = "scales: {index: [0, 100]}\n  unit: points"


@pytest.fixture(scope="module")
def run() -> Run:
    """Office A: 30 and 20 of 40 say yes, office B: 40 and 10; 65.6 and 71.9 of 100."""
    made = [f"{{code: {code}, recode: pct_codes, codes: [1]}}" for code in ("clear", "kept")]
    ratings = [*people("A", 40, clear=30, kept=20), *people("B", 40, clear=40, kept=10)]
    return named(run_of(made, CRITERIA, ratings, more=MORE))


def named(scored: Run) -> Run:
    """The run with what documents print of its wave and units."""
    year = {"period_from": "2026-01-01", "period_to": "2026-12-31"}
    units = scored.units.assign(name_vi=["Sở A", "Sở B"], name_en=["Office A", "Office B"])
    return replace(scored, wave={**scored.wave, **year}, units=units)


def test_the_annex_prints_points_out_of_the_most(run: Run) -> None:
    """1.875 of 2.5 points, rounded half up; the method names the most of each criterion."""
    annex = words(ranking_pdf(run))
    assert "1,88 / 2,5" in annex
    assert "0,75 / 1,5" in annex
    assert "Ở nội dung tính bằng điểm: điểm đạt / điểm tối đa áp dụng cho đơn vị." in annex
    assert "(thang 0–100) cộng điểm các phần, tối đa: a 2,5 điểm; a 1,5 điểm." in annex


def test_a_scorecard_prints_points_out_of_the_most(run: Run) -> None:
    """Beside their interval, in either language."""
    assert "1,88 / 2,5" in words(scorecard_pdf(run, "A"))
    assert "1.88 / 2.5" in words(scorecard_pdf(run, "A", "en"))


def test_open_data_have_a_column_for_the_most(run: Run) -> None:
    """Points without their most cannot be compared."""
    first = next(row for row in csv.DictReader(io.StringIO(ranking_csv(run).decode())) if row["unit"] == "A")
    assert (float(first["T1_estimate"]), float(first["T1_most"])) == (1.875, 2.5)
    assert "Điểm tối đa áp dụng" in ranking_csv(run, dialect="excel").decode("utf-8-sig").splitlines()[0]

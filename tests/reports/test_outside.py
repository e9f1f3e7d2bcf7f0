"""A score beyond its scale stays as it is, and whoever reads it learns why."""

from datetime import date

import pytest

from instruments.reading import read_instrument
from instruments.units import register
from reports.outside import outside_note
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from reports.tables import block_table
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from scoring.snapshot import pack, read
from tests.ground.files import replaced
from tests.reports.reading import words

DAY = date(2026, 12, 15)
TOLD = "Có điểm nằm ngoài thang"


def run_of(file: str) -> Run:
    """Three departments with some fifty simulated answers each."""
    instrument = read_instrument(file.encode(), "firms.yaml").instrument
    assert instrument is not None
    units = [(register(DAY)[unit], "offices") for unit in ("so-y-te", "so-xay-dung", "so-tai-chinh")]
    return score(read(pack(simulated_tables(instrument, units, 150, 5, DAY), instrument, file.encode())))


def test_scores_beyond_their_scale_are_pointed_out_where_they_stand(firms_file: str) -> None:
    """Goalposts of 5 and 10 % put every office beyond 10 of 10 points, on its card and in the table of all."""
    near = ("easy, recode: pct_top2}", "easy, recode: pct_top2, goalposts: [0.05, 0.1]}")
    run = run_of(replaced(firms_file, near))
    table = block_table(run, "offices")
    assert max(row.components[0].estimate or 0 for row in table.rows) > 10
    assert f"{TOLD} 10–100, 1–10: số liệu vượt mốc" in words(ranking_pdf(run))
    assert TOLD in words(scorecard_pdf(run, table.rows[0].unit))


def test_nothing_is_said_where_every_score_is_on_its_scale(firms_file: str) -> None:
    """The line is no standing note."""
    run = run_of(firms_file)
    assert TOLD not in words(ranking_pdf(run))
    assert TOLD not in words(scorecard_pdf(run, block_table(run, "offices").rows[0].unit))


@pytest.mark.parametrize(
    ("score", "told"), [(10.0, False), (10.004, False), (10.01, True), (0.99, True), (None, False), (1.0, False)]
)
def test_what_two_decimals_do_not_show_is_not_told(score: float | None, told: bool) -> None:  # noqa: FBT001 - a table
    """The printed figure would not lie outside."""
    assert bool(outside_note([(score, (1.0, 10.0))], "en")) == told

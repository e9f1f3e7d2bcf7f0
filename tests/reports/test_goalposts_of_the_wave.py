"""Documents of indicators that are scored between the worst and the best unit of the wave."""

import csv
import io
from datetime import date

import pytest

from instruments.units import register
from reports.facts import facts_of
from reports.open_data import ranking_csv
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from scoring.snapshot import pack, read
from tests.ground.files import as_read, replaced
from tests.reports.reading import words

DAY = date(2026, 12, 15)
UNITS = ("so-y-te", "so-xay-dung", "so-tai-chinh")
FROM = ", goalposts_from: {current_wave: block}"
SHARES = ("easy, recode: pct_top2", "ties, recode: pct_top2, direction: -1")


@pytest.fixture(scope="module")
def relative(firms_file: str) -> Run:
    """The two shares of openness between the worst and the best department; all else between fixed goalposts."""
    file = replaced(firms_file, *((share, f"{share}{FROM}") for share in SHARES))
    instrument = as_read(file)
    tables = simulated_tables(instrument, [(register(DAY)[unit], "offices") for unit in UNITS], 150, 5, DAY)
    return score(read(pack(tables, instrument, file.encode())))


def test_the_method_says_that_scores_are_relative_and_compared_with_nothing(relative: Run) -> None:
    """Where goalposts come from, whose interval is left out, and how much errors widen the range."""
    vietnamese, english = (words(ranking_pdf(relative, language)) for language in ("vi", "en"))
    assert "đơn vị được xếp hạng kém nhất của khối cho 1 điểm; đơn vị tốt nhất cho 10 điểm" in vietnamese
    assert "không so sánh được với đợt khác" in vietnamese
    assert "the worst ranked unit of the block gives 1; the best gives 10" in english
    assert "cannot be compared with another wave" in english
    times = facts_of(relative).meta["range_inflation"]
    assert isinstance(times, float)
    assert f"bình quân khoảng {times:.1f}".replace(".", ",") in vietnamese


def test_the_scorecard_of_the_best_unit_prints_a_ten_without_an_interval(relative: Run) -> None:
    """Its raw share beside it keeps the interval of a share."""
    table = relative.estimates
    rows = table[(table["node"] == "easy") & (table["measure"] == "score") & table["unit"].notna()]
    best = rows.loc[rows["estimate"].idxmax()]
    assert best["estimate"] == pytest.approx(10)
    card = words(scorecard_pdf(relative, str(best["unit"])))
    assert "10,00 (" not in card
    assert "10,00" in card
    assert "đơn vị đứng ở mốc của chính đợt này" in card


def test_open_data_leave_the_limits_of_a_goalpost_empty(firms_file: str) -> None:
    """A component of one such indicator: the worst unit stands at 1 and has no limits."""
    alone = ("    - {code: ties, recode: pct_top2, direction: -1}\n", ""), ("[easy, ties]", "[easy]")
    file = replaced(firms_file, (SHARES[0], f"{SHARES[0]}{FROM}"), *alone)
    instrument = as_read(file)
    tables = simulated_tables(instrument, [(register(DAY)[unit], "offices") for unit in UNITS], 150, 5, DAY)
    run = score(read(pack(tables, instrument, file.encode())))
    rows = list(csv.DictReader(io.StringIO(ranking_csv(run).decode())))
    worst = next(row for row in rows if float(row["C1_estimate"]) == pytest.approx(1))
    assert (worst["C1_lower"], worst["C1_upper"]) == ("", "")

"""What stands beside a figure at its floor, and in the place of one on which too few hold an opinion."""

import csv
import io

import pytest

from reports.facts import facts_of
from reports.hiding import shaped
from reports.open_data import csv_of, ranking_csv
from reports.paper.drawings import Stacked
from reports.paper.fonts import face_of
from reports.parts import Cell, remark
from reports.public_form import PublicForm
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from reports.tables import block_table
from scoring import Run
from survey.publishing.boards import Showing
from tests.reports.reading import words
from tests.reports.remarked import remarked


@pytest.fixture(scope="module")
def run() -> Run:
    return remarked()


def test_a_row_holds_its_remarks(run: Run) -> None:
    """The floor is not said of a figure above it, nor a share of who has enough."""
    first, second = sorted(block_table(run, "offices").rows, key=lambda row: row.unit)
    assert [cell.floored for cell in (*first.components, *second.components)] == [True, False, False, False]
    assert [row.modules[0].opinion for row in (first, second)] == [(0.42, 0.5), None]


@pytest.mark.parametrize(
    ("language", "floor", "held"),
    [("vi", "điểm sàn", "42% có ý kiến, cần 50%"), ("en", "floor", "42% hold an opinion, 50% needed")],
)
def test_annex_scorecard_and_page_say_them(run: Run, language: str, floor: str, held: str) -> None:
    """Each once where the figure stands; the other unit has neither."""
    table, shown = block_table(run, "offices", language), Showing(facts_of(run), language, ())
    first = next(row for row in table.rows if row.unit == "A")
    page = [shown.score(cell) for cell in (first.components[0], first.modules[0])]
    assert page == [f"{'0,00' if language == 'vi' else '0.00'} ({floor})", held]
    own, other = (words(scorecard_pdf(run, unit, language)) for unit in "AB")
    for told in (words(ranking_pdf(run, language)), own):
        assert floor in told
        assert held in told
    assert held not in other


def test_the_share_held_is_never_rounded_up_to_the_share_needed() -> None:
    """49,8% is not half."""
    cell = Cell(None, None, None, opinion=(0.498, 0.5))
    assert remark(cell, "vi") == "49,8% có ý kiến, cần 50%"


def test_open_data_tell_floor_and_share_of_every_unit(run: Run) -> None:
    """As estimates.csv of the run does; the share stands where it suffices, too."""
    first, second = csv.DictReader(io.StringIO(ranking_csv(run).decode()))
    told = [
        (row["LESS_estimate"], row["LESS_floored"], row["HEAD_estimate"], row["HEAD_opinion"])
        for row in (first, second)
    ]
    assert sorted(told) == [("0", "true", "", "0.42"), ("60", "false", "100", "1")]
    assert "HEARD_floored" not in first


def test_open_data_of_vietnamese_excel_tell_it_in_words(run: Run) -> None:
    """The headings carry the name of the figure."""
    rows = csv.DictReader(io.StringIO(ranking_csv(run, "vi", "excel").decode("utf-8-sig")), delimiter=";")
    told = {tuple(value for name, value in row.items() if "sàn" in name or "có ý kiến" in name) for row in rows}
    assert told == {("có", "0,42"), ("không", "1")}


def test_a_form_that_leaves_figures_out_leaves_their_marks_out(run: Run) -> None:
    """Neither the floor nor the share is told of units that are only listed."""
    hidden = shaped(facts_of(run), PublicForm("bands"))
    for row in csv.DictReader(io.StringIO(csv_of(hidden, "vi", "rfc4180").decode())):
        assert (row["LESS_floored"], row["HEAD_opinion"]) == ("", "")


def test_what_is_said_below_a_figure_breaks_instead_of_shrinking() -> None:
    """In a narrow column of the annex the letters stay as large as those of an interval."""
    face = face_of()
    wide, narrow = (Stacked("–", "42% có ý kiến, cần 50%", face, width) for width in (100, 60))
    assert (wide.lines, narrow.lines) == (("42% có ý kiến, cần 50%",), ("42% có ý kiến,", "cần 50%"))
    assert narrow.height > wide.height
    assert Stacked("0,0", "0,0 – 0,0; điểm sàn", face, 60).lines == ("0,0 – 0,0", "điểm sàn")

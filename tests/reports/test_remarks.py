"""What stands beside a figure at its floor, and in the place of one on which too few hold an opinion."""

import pytest

from reports.facts import facts_of
from reports.parts import Cell, remark
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from reports.tables import block_table
from scoring import Run
from survey.publishing.boards import Showing
from tests.ground.indicators import people, run_of
from tests.reports.reading import words
from tests.reports.test_points_of_criteria import named

KNOWN = "{code: clear, recode: points, points: {1: 1, 2: -1}, goalposts: [0, 1]}"
MADE = [KNOWN, "{code: kept, recode: pct_codes, codes: [1]}", "{code: level, recode: pct_top2}"]
NODES = [
    "code: ALL, kind: index, nodes: [LESS, HEARD], aggregation: nodes_weighted, weights: [1, 3]",
    "code: LESS, kind: component, items: [clear], floor: 0",
    "code: HEARD, kind: component, items: [kept]",
    "code: HEAD, kind: module, items: [level], opinion: 0.5",
]


@pytest.fixture(scope="module")
def run() -> Run:
    """Of A's 100 raters 40 know and 42 speak of the head; of B's 80 know and all speak."""
    few = [row | {"level": 4 if place < 42 else -5} for place, row in enumerate(people("A", 100, clear=40, kept=90))]
    many = [row | {"level": 4} for row in people("B", 100, clear=80, kept=90)]
    return named(run_of(MADE, NODES, [*few, *many], more="usable: 0.5"))


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

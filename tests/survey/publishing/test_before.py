"""Figures published before reach the page of their own unit: confirmed, real, and linked by the register alone."""

import pytest

from survey.collecting.history.bring import HistoryData, bring_in, confirm
from survey.people.organisations import organisation_of
from survey.publishing.before import PublishedBefore, published_before
from tests.survey.office import HOME, NOW, found, person
from tests.survey.publishing.conftest import Result

FILE = """index,year,unit,value,rank,rank_of,source,method_note
SIPAS,2025,06652,96.2,4,30,Báo cáo 12,Bộ câu hỏi 2025
DDCI,2024,Hạ Long,79.35,1,13,Báo cáo DDCI,Bản 2024
"""


def before(result: Result, *, confirmed: bool = True) -> dict[str, tuple[PublishedBefore, ...]]:
    with result.database.writing() as tx:
        office = organisation_of(tx, HOME)
        file = bring_in(tx, HistoryData(office, "history.csv", FILE.encode()), NOW, result.officer).file
        if confirmed:
            confirm(tx, office, file.blob, NOW, person(tx, "minh", "method_officer"))
    with result.database.reading() as tx:
        return dict(published_before(tx, found(tx)))


def test_a_figure_stands_on_the_page_of_the_unit_of_its_code(real_result: Result) -> None:
    """The city of 2024 is on nobody's page."""
    figure = PublishedBefore("SIPAS", 2025, 96.2, 4, 30, "Báo cáo 12", "Bộ câu hỏi 2025")
    assert before(real_result) == {"06652": (figure,)}


def test_figures_that_nobody_confirmed_are_not_shown(real_result: Result) -> None:
    assert before(real_result, confirmed=False) == {}


def test_real_figures_do_not_stand_among_simulated_ones(result: Result) -> None:
    assert before(result) == {}


@pytest.mark.parametrize(
    ("value", "words"), [(96.2, "96,2"), (79.35, "79,35"), (88.0, "88"), (1234.5678, "1.234,5678"), (None, "–")]
)
def test_a_figure_keeps_the_decimals_it_was_published_with(value: float | None, words: str) -> None:
    assert PublishedBefore("PAR", 2025, value, None, None, "QĐ 9", "Bản 2025").value_words("vi") == words

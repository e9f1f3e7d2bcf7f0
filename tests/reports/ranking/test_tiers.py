"""The tiers that are printed are those that the scoring gives: their bounds, and what lies below the lowest."""

from dataclasses import replace

import pytest

from instruments.index import Tier
from reports.facts import facts_of
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from reports.tables import block_table
from scoring import Run
from tests.reports.reading import words


def with_tiers(run: Run, *bounds: tuple[str, float]) -> Run:
    """The run under an instrument with these tiers."""
    index = run.instrument.index
    assert index is not None
    tiers = tuple(Tier(code=f"t{place}", label={"vi": name}, at_least=at) for place, (name, at) in enumerate(bounds))
    instrument = run.instrument.model_copy(update={"index": index.model_copy(update={"tiers": tiers})})
    return replace(run, instrument=instrument)


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        ((("Tốt", 85.0), ("Đạt", 75.0)), "Xếp loại: Tốt từ 85, Đạt từ 75, dưới 75: không xếp loại; tính theo"),
        ((("Tốt", 85.0), ("Yếu", 0.0)), "Xếp loại: Tốt từ 85, Yếu dưới 85; tính theo"),
        ((("Đạt", 75.0),), "Xếp loại: Đạt từ 75, dưới 75: không xếp loại; tính theo"),
    ],
)
def test_the_bounds_are_those_of_the_scoring(two_blocks: Run, bounds: tuple[tuple[str, float], ...], told: str) -> None:
    """A score below the lowest bound has no tier, and the annex says so instead of calling it the lowest tier."""
    assert told in words(ranking_pdf(with_tiers(two_blocks, *bounds)))


def test_without_tiers_nothing_is_said_of_them(two_blocks: Run) -> None:
    """No column of dashes in the annex, no line on the card."""
    bare = with_tiers(two_blocks)
    first = facts_of(bare).index.blocks[0].code
    table = block_table(bare, first)
    assert [column.key for column in table.shown_columns] == ["rank", "unit", "score", "interval", "rank_set", "n"]
    ranked = table.ranked_rows[0].unit
    assert "Xếp loại" in words(ranking_pdf(two_blocks)), "the test could not fail otherwise"
    assert "Xếp loại" in words(scorecard_pdf(two_blocks, ranked))
    assert "Xếp loại" not in words(ranking_pdf(bare))
    assert "Xếp loại" not in words(scorecard_pdf(bare, ranked))

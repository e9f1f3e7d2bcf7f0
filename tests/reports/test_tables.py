"""The table of a block: who stands where, with what texts."""

import pytest

from reports.tables import block_table
from scoring.run import Run


def test_ranked_units_come_by_rank_and_the_others_below_in_vietnamese_order(two_blocks: Run) -> None:
    """A tie is ordered by name: Ba Chẽ before Bãi Cháy."""
    names = [row.name for row in block_table(two_blocks, "phuong", "vi").rows]
    assert names == [
        "Phường Hà Tu", "Phường Ba Chẽ", "Phường Bãi Cháy", "Phường Đông Triều", "Phường Cửa Ông", "Phường Uông Bí",
    ]  # fmt: skip


def test_tied_units_share_the_rank_and_show_it(two_blocks: Run) -> None:
    """Two units of 88,00 are both 2=, and the sentence says so."""
    first, second, third, *_ = block_table(two_blocks, "phuong", "vi").rows
    assert [first.rank_text, second.rank_text, third.rank_text] == ["1", "2=", "2="]
    assert second.phrase == "Đồng hạng 2/3 khối phường; với số phiếu này, hạng thật có thể từ 1 đến 3."


def test_a_unit_of_few_ratings_keeps_its_figure_and_says_why_it_has_no_rank(two_blocks: Run) -> None:
    """24 of 30 ratings: score and interval stand, the rank does not."""
    row = block_table(two_blocks, "phuong", "vi").rows[3]
    assert (row.rank_text, row.score_text, row.n_text) == ("–", "80,00", "24")
    assert row.phrase == "Chưa đủ phiếu để xếp hạng (24/30)."


def test_a_suppressed_unit_shows_no_number_at_all(two_blocks: Run) -> None:
    """Under ten ratings even the number of ratings is a bound."""
    row = block_table(two_blocks, "phuong", "vi").rows[4]
    assert (row.score_text, row.interval_text, row.rank_set_text, row.tier_text, row.n_text) == (
        "–",
        "–",
        "–",
        "–",
        "<10",
    )
    assert row.phrase == "Không công bố vì ít phiếu (dưới 10)."


def test_a_withheld_unit_gives_the_recorded_reason(two_blocks: Run) -> None:
    """The reason is the one the decision recorded."""
    row = block_table(two_blocks, "phuong", "vi").rows[5]
    assert row.phrase == "Tạm chưa công bố; lý do: đang phúc tra."


def test_departments_are_judged_on_the_items_of_the_deciding_office_alone(two_blocks: Run) -> None:
    """The receiving point's component is not applicable, and the table knows how many items it counts."""
    table = block_table(two_blocks, "so-ban-nganh", "vi")
    assert table.items == 2
    assert [(part.node, part.items) for part in table.components] == [("II_A", 0), ("II_B", 2)]
    assert table.rows[0].components[0].estimate is None
    assert table.rows[0].components[1].estimate is not None


def test_units_of_an_unranked_block_have_a_scorecard_and_no_rank(two_blocks: Run) -> None:
    """The phrase points to the scorecard instead of counting ratings."""
    table = block_table(two_blocks, "khong-xep-hang", "en")
    assert not table.ranked
    assert table.rows[0].phrase == "This block is not ranked; the unit has a scorecard of its own."


def test_the_english_table_carries_english_names_and_marks(two_blocks: Run) -> None:
    """Names, decimal point and sentence change together."""
    row = block_table(two_blocks, "phuong", "en").rows[0]
    assert (row.name, row.score_text) == ("Ha Tu Ward", "91.50")
    assert row.phrase == "Rank 1 of 3, block: wards; with this many ratings the true rank may lie anywhere from 1 to 3."


def test_a_block_the_instrument_does_not_know_is_an_error(two_blocks: Run) -> None:
    """No empty table is made for a misspelt block."""
    with pytest.raises(KeyError):
        block_table(two_blocks, "phuongg")

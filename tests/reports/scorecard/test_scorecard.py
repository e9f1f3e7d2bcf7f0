"""The scorecard of a unit: one page, whatever may be said of the unit."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from reports.scorecard.scorecard import scorecard_pdf
from scoring.run import Run

LONG = "Ban Xúc tiến Đầu tư, Thương mại và Du lịch Quảng Ninh, cơ sở hai tại Đặc khu Vân Đồn và Đặc khu Cô Tô"


def page(run: Run, unit: str, language: str = "vi") -> str:
    reader = PdfReader(io.BytesIO(scorecard_pdf(run, unit, language)))
    assert len(reader.pages) == 1
    return " ".join(reader.pages[0].extract_text().split())


def test_a_ranked_unit_reads_its_rank_its_score_and_what_to_mend(two_blocks: Run) -> None:
    """Rank with block size and set, score with interval and margin, best and weakest questions."""
    words = page(two_blocks, "w1")
    for piece in (
        "Phường Hà Tu", "Hạng 1/3", "91,50%", "Xếp loại: Xuất sắc", "150 phiếu hợp lệ",
        "Cứ 100 lượt đánh giá thì 92 lượt hài lòng hoặc rất hài lòng.", "hạng thật có thể từ 1 đến 3",
        "Việc cần làm ngay", "điểm phần trăm so với khối", "Tiếp cận dịch vụ", "Rất không hài lòng",
    ):  # fmt: skip
        assert piece in words


def test_a_reported_unit_reads_why_it_has_no_rank(two_blocks: Run) -> None:
    """Score and interval stand, and that no rank is no verdict."""
    words = page(two_blocks, "w4")
    assert "Chưa xếp hạng" in words
    assert "Chưa đủ phiếu để xếp hạng (24/30)." in words
    assert "Không có hạng không có nghĩa là phục vụ kém." in words


def test_a_suppressed_unit_reads_no_number_and_no_blame(two_blocks: Run) -> None:
    """Only that there are few ratings, why that hides the figures, and what helps next time."""
    words = page(two_blocks, "w5")
    assert "Không công bố vì ít phiếu (dưới 10)." in words
    assert "Điều này không nói gì về chất lượng phục vụ của đơn vị." in words
    assert "%" not in words


def test_a_withheld_unit_reads_the_recorded_reason(two_blocks: Run) -> None:
    """The reason and that withholding is no result."""
    assert "Tạm chưa công bố; lý do: đang phúc tra." in page(two_blocks, "w6")


def test_a_unit_outside_the_ranking_has_its_card_without_a_rank(two_blocks: Run) -> None:
    """The receiving centre reads its own figures."""
    words = page(two_blocks, "t1")
    assert "Không xếp hạng" in words
    assert "90,00%" in words


def test_the_only_unit_of_a_block_is_not_compared_with_itself(two_blocks: Run) -> None:
    """No “best” and “to mend” where there is nobody to differ from."""
    words = page(two_blocks, "t1")
    assert "so với khối" not in words
    assert "Việc cần làm ngay" not in words


def test_a_department_reads_only_what_it_is_judged_on(two_blocks: Run) -> None:
    """The items of the receiving point are not on its card."""
    words = page(two_blocks, "s1")
    assert "Thời hạn giải quyết đúng quy định" in words
    assert "Biển hiệu" not in words


def test_the_longest_name_stays_whole_and_on_one_page(
    make_run: Callable[..., Run], given: Callable[..., object]
) -> None:
    """Names wrap; nothing is cut."""
    run = make_run({"phuong": {"w1": given(84, name=LONG), "w2": given(80, name="Phường Hà An")}})
    assert LONG in page(run, "w1")


def test_the_english_card_says_the_same(two_blocks: Run) -> None:
    """Of 100 answers, 92 were satisfied."""
    assert "Of 100 answers, 92 were satisfied or very satisfied. Rank 1 of 3" in page(two_blocks, "w1", "en")


def test_a_card_is_small_enough_to_send_to_a_phone(two_blocks: Run) -> None:
    """Under 60 kB."""
    assert len(scorecard_pdf(two_blocks, "w1")) < 60_000


def test_a_unit_the_wave_does_not_know_is_an_error(two_blocks: Run) -> None:
    """No empty card is made."""
    with pytest.raises(KeyError):
        scorecard_pdf(two_blocks, "nobody")

"""The public pages of an index of indicators: points, raw figures beside scores, and nothing that is kept back."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from instruments.catalogue import shipped
from instruments.reading import read_instrument
from instruments.units import register
from scoring import run as runs
from scoring import snapshot as snapshots
from scoring.simulation import simulated_tables
from survey.publishing.public_pages import PublicationFacts, page_name, public_pages

DAY = date(2026, 12, 20)
WARDS = ("06652", "06658", "06661")


@cache
def _pages() -> Mapping[str, str]:
    """Three wards with some fifty simulated answers each."""
    file = shipped("ddci-dia-phuong")
    instrument = read_instrument(file, "ddci-dia-phuong").instrument
    assert instrument is not None
    tables = simulated_tables(instrument, [(register(DAY)[code], "phuong") for code in WARDS], 150, 7, DAY)
    run = runs.score(snapshots.read(snapshots.pack(tables, instrument, file)))
    return {name: data.decode() for name, (_, data) in public_pages(run, PublicationFacts(1, DAY, {})).items()}


def test_the_ranking_counts_indicators_and_writes_points() -> None:
    """No score of the index in per cent; how the index is made is told, since no second table is pointed to."""
    page = _pages()[page_name("vi")]
    assert re.search(r"chỉ số tính từ \d+ chỉ tiêu\.", page)
    assert " điểm (khoảng tin cậy 95%" in page
    assert "là bình quân 9 phần nặng như nhau" in page


def test_figures_beside_the_index_have_a_table_without_ranks() -> None:
    """On the page of the block and on that of the unit."""
    for name in (page_name("vi"), page_name("vi", "06652")):
        beside = _pages()[name].split("Số đo riêng bên cạnh chỉ số")[1].split("</table>")[0]
        assert "Phần thuộc thẩm quyền cấp xã" in beside
        assert "Theo thang 10–100; không dùng để xếp hạng." in beside
        assert "Hạng" not in beside


def test_the_page_of_a_unit_shows_raw_figures_and_marks_hard_ones() -> None:
    """A share in per cent with its interval; what was counted where records were brought in."""
    page = _pages()[page_name("vi", "06652")]
    assert "<th>" not in page.split("Từng chỉ tiêu")[1]
    assert "số liệu cứng, không có sai số điều tra" in page
    assert "/1.000)" in page
    assert "%</strong>" not in page
    assert "chỉ tính sai số điều tra" in page


def test_the_public_method_lists_each_indicator_with_its_origin() -> None:
    """Question, raw figure, direction, goalposts and where it comes from, in both languages."""
    told = _pages()[page_name("vi")].split("Các chỉ tiêu được tính thế nào")[1]
    assert "Xuất xứ: Bộ chỉ số mẫu, chỉ tiêu T1; chủ đề thường gặp" in told
    assert "cao hơn là tốt; 0% cho 1 điểm; 100% cho 10 điểm" in " ".join(told.split())
    assert "Origin: Bộ chỉ số mẫu, chỉ tiêu T1" in _pages()[page_name("en")]


def test_no_page_tells_of_a_sensitive_indicator() -> None:
    """Their component is there, they are not."""
    for name, page in _pages().items():
        assert "Khoản chi ngoài quy định" not in page
        assert "Expenses beyond the rules" not in page
        assert ("Chi phí không chính thức" in page) == name.endswith("vi") or name == page_name("vi")

"""The public pages of a publication: the words and figures of the printed documents, for every reader."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from instruments.catalogue import shipped
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.units import register
from reports.documents import ANNEX, CARDS
from reports.tables import BlockTable, block_table
from scoring import run as runs
from scoring import snapshot as snapshots
from scoring.simulation import simulated_tables
from survey.publishing.before import PublishedBefore
from survey.publishing.issued import IssuedBy
from survey.publishing.public_pages import PublicationFacts, page_name, public_pages

DAY = date(2026, 12, 20)
WARDS = ("06652", "06658", "06661", "06673", "06676")
DEPARTMENTS = ("so-y-te", "so-xay-dung", "so-tai-chinh")
FILES = {ANNEX["vi"]: 214_000, f"{CARDS['vi']}/06652.pdf": 30_720}
MARK = "SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT"


def _instrument(code: str) -> Instrument:
    instrument = read_instrument(shipped(code), code).instrument
    assert instrument is not None
    return instrument


@cache
def _run(survey: str = "sipas-giao-dich", rated: tuple[str, ...] = (*WARDS, *DEPARTMENTS)) -> runs.Run:
    """Five wards and three departments with some 90 simulated answers each."""
    known = register(DAY)
    units = [(known[code], known[code].block) for code in rated]
    tables = simulated_tables(_instrument(survey), units, 500, 7, DAY)
    return runs.score(snapshots.read(snapshots.pack(tables, _instrument(survey), shipped(survey))))


@cache
def _pages(files: tuple[tuple[str, int], ...] = tuple(FILES.items())) -> Mapping[str, str]:
    facts = PublicationFacts(2, DAY, dict(files), "123/QĐ-UBND", DAY)
    return {name: data.decode() for name, (_, data) in public_pages(_run(), facts).items()}


def _ranking(language: str = "vi") -> str:
    return _pages()[page_name(language)]


def _table(language: str = "vi") -> BlockTable:
    return block_table(_run(), "phuong", language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_row_of_the_page_is_the_row_of_the_printed_table(language: str) -> None:
    """Rank, score, interval, rank set, tier and n are the very texts of the PDF and the CSV."""
    page = _ranking(language)
    for row in _table(language).rows:
        shown = page.split(f'/{row.unit}{"" if language == "vi" else "/en"}">', 1)[1].split("</tr>", 1)[0]
        texts = (row.name, row.score_text, row.interval_text, row.rank_set_text, row.tier_text, row.n_text)
        assert [words for words in texts if words not in shown] == []


def test_units_stand_by_rank_and_can_be_ordered_in_vietnamese() -> None:
    """The place for sorting is that of the Vietnamese order: Hà Lầm after Hà Khánh, not by letters' codes."""
    body = _ranking().split('id="phuong"', 1)[1].split("</table>", 1)[0]
    ranks = [int(rank) for rank in re.findall(r'c-rank" data-v="(\d+)"', body)]
    places = re.findall(r'c-unit" data-v="(\d+)"><a href="[^"]*/(\d{5})"', body)
    by_place = [unit for _, unit in sorted(places, key=lambda found: int(found[0]))]
    assert ranks == sorted(ranks)
    assert by_place == [row.unit for row in sorted(_table().rows, key=lambda row: row.sort_key)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_block_that_ranks_nobody_has_a_plain_table_that_says_so(language: str) -> None:
    """The quick survey: no column of ranks left empty, and no button that would order the units by score."""
    facts = PublicationFacts(1, DAY, dict(FILES), "123/QĐ-UBND", DAY)
    pages = public_pages(_run("sipas-nhanh", WARDS), facts)
    page = pages[page_name(language)][1].decode()
    assert {"vi": "không xếp hạng", "en": "not ranked"}[language] in page
    assert not re.search(r"c-rank|c-tier|data-sortable|Khoảng hạng|[Rr]ank set", page)
    card = pages[page_name(language, WARDS[0])][1].decode()
    assert not re.search(r"Khoảng hạng|Xếp loại|[Rr]ank set|Tier", card)


def test_simulated_results_bear_their_mark_in_every_table_and_chart() -> None:
    """Not in the margin alone: in the page's ground, over the page, in each caption, in each chart."""
    page = _ranking()
    assert '<body class="simulated">' in page
    captions = re.findall(r"<caption>.*?</caption>", page)
    charts = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(captions) == len(charts) == 2
    assert all(MARK in part for part in (*captions, *charts))
    assert all(MARK in page for name, page in _pages().items() if name.endswith("vi"))


def test_a_page_has_no_inline_style_script_or_foreign_address() -> None:
    """The policy of the house would block them."""
    for page in _pages().values():
        assert (
            re.findall(r' style=|<style|<script(?! type="module" src="/static/)| on\w+="|//(?!www\.w3\.org)', page)
            == []
        )


def test_a_unit_page_says_its_rank_with_block_and_rank_set() -> None:
    """The sentence is the one of the scorecard."""
    row = _table().rows[0]
    page = _pages()[page_name("vi", row.unit)]
    assert row.phrase in page
    assert f"{row.score_text}%" in page
    assert f"/results/{_run().wave['wave']}/v2/files/phieu-diem/06652.pdf" in _pages()[page_name("vi", "06652")]


def test_an_item_of_another_role_is_not_applicable_to_a_department() -> None:
    """A department is judged on its decisions, so access to the counter does not apply to it."""
    page = _pages()[page_name("vi", "so-y-te")]
    assert page.split("Tiếp cận dịch vụ</th>")[1].lstrip().startswith('<td colspan="3" class="soft">không áp dụng')


def test_a_page_names_decision_documents_and_fingerprint() -> None:
    """What the reader needs to check it."""
    page = _ranking()
    assert "Ban hành kèm theo Quyết định số 123/QĐ-UBND ngày 20 tháng 12 năm 2026." in page
    assert "không so sánh trực tiếp với Chỉ số SIPAS do Bộ Nội vụ công bố" in page
    assert f"/v2/files/{ANNEX['vi']}" in page
    assert f"/verify/{_run().meta['fingerprint']}" in page


def test_a_page_explains_the_result_in_the_words_of_the_annex() -> None:
    """Weighted is called weighted, and the lowest tier is named by the bound it stays under."""
    assert _run().meta["weighted"] is True
    page = _ranking()
    assert "trọng số = số hồ sơ của nhóm" in page
    assert "Không gia quyền" not in page
    assert "Cần cải thiện dưới 60" in page
    assert "Mức xếp loại là giá trị mẫu" in page


def test_the_page_names_the_decision_that_issued_the_questionnaire_or_says_that_none_did() -> None:
    """With its number, date and issuer; without one the version is on trial."""
    assert "chưa được ban hành bằng quyết định" in _ranking()
    assert "no decision has issued it" in _ranking("en")
    issued = IssuedBy("3456/QĐ-UBND", DAY, "Ủy ban nhân dân")
    page = public_pages(_run(), PublicationFacts(2, DAY, FILES, issued=issued))[page_name("vi")][1].decode()
    assert "ban hành kèm theo Quyết định số 3456/QĐ-UBND ngày 20 tháng 12 năm 2026 của Ủy ban nhân dân." in page
    assert "dùng thử" not in page


def test_the_same_run_gives_the_same_bytes() -> None:
    """Nothing of a page depends on when or by whom it is made."""
    facts = PublicationFacts(2, DAY, FILES, "123/QĐ-UBND", DAY)
    again = {name: data.decode() for name, (_, data) in public_pages(_run(), facts).items()}
    assert again == dict(_pages())


def test_no_document_is_offered_that_is_not_there() -> None:
    """A publication without files has pages without links to any."""
    assert "/files/" not in "".join(_pages(()).values())


def test_a_unit_page_shows_what_was_published_before_without_an_interval_or_a_comparison() -> None:
    """As it was published, with rank, method and source; units without such figures have no table."""
    figures = (
        PublishedBefore("SIPAS", 2025, 96.2, 4, 30, "Báo cáo 12/BC-SNV", "Bộ câu hỏi 2025"),
        PublishedBefore("PAR", 2025, None, 1, None, "QĐ 9", "Bộ tiêu chí 2025"),
    )
    pages = public_pages(_run(), PublicationFacts(2, DAY, FILES, before={"06652": figures}))
    page, english = (pages[page_name(language, "06652")][1].decode() for language in ("vi", "en"))
    table = page.split("Số đã công bố trước đây</h2>", 1)[1].split("</table>", 1)[0]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>', table)
    assert [(name, value, rank) for name, value, rank, _ in rows] == [
        ("SIPAS 2025", "96,2", "4/30"),
        ("PAR 2025", "–", "1"),
    ]
    assert "không có sai số" in table
    assert "Không so sánh với kết quả đợt này khi cách tính khác nhau" in table
    assert "Bộ câu hỏi 2025" in rows[0][3]
    assert "Báo cáo 12/BC-SNV" in rows[0][3]
    assert "<td>96.2</td>" in english
    assert "trước đây" not in pages[page_name("vi", "06658")][1].decode()


def test_a_score_beyond_its_scale_is_pointed_out_on_both_pages() -> None:
    """Goalposts of 1 and 2 % put one indicator far beyond 10 of 10 points, and the component with it."""
    near = "recode: pct_top2\n      goalposts: [0.01, 0.02]"
    file = shipped("ddci-so-nganh").decode().replace("recode: pct_top2", near, 1).encode()
    instrument = read_instrument(file, "ddci").instrument
    assert instrument is not None
    units = [(register(DAY)[code], "so-ban-nganh") for code in DEPARTMENTS]
    run = runs.score(snapshots.read(snapshots.pack(simulated_tables(instrument, units, 150, 5, DAY), instrument, file)))
    pages = public_pages(run, PublicationFacts(1, DAY, dict(FILES), "123/QĐ-UBND", DAY))
    for name in (page_name("vi"), page_name("vi", DEPARTMENTS[0])):
        assert "Có điểm nằm ngoài thang" in pages[name][1].decode()
        assert "Có điểm nằm ngoài thang" not in _pages()[page_name("vi")]

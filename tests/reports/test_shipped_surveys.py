"""The long survey of residents and the quick one in print: what is wide stays readable, what ranks nobody says so."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from instruments.catalogue import shipped
from instruments.reading import read_instrument
from instruments.units import register
from reports.explanation import reading, sections
from reports.facts import facts_of
from reports.paper.sheets import tables_of
from reports.ranking.annex import ranking_pdf
from reports.ranking.groups import groups_of, left_out
from reports.scorecard.scorecard import scorecard_pdf
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from scoring.snapshot import pack, read

DAY = date(2026, 12, 15)
UNITS = ("06652", "06673", "06862", "06838", "so-y-te", "so-tai-chinh", "trung-tam-phuc-vu-hanh-chinh-cong")


def simulated(code: str, each: int) -> Run:
    file = shipped(code)
    instrument = read_instrument(file, code).instrument
    assert instrument is not None
    assert instrument.index is not None
    blocks = {block.code for block in instrument.index.blocks}
    known = register(DAY)
    units = [(known[unit], known[unit].block) for unit in UNITS if known[unit].block in blocks]
    return score(read(pack(simulated_tables(instrument, units, len(units) * each, 3, DAY), instrument, file)))


@pytest.fixture(scope="module")
def residents() -> Run:
    """Two wards, two communes, two departments and the provincial centre."""
    return simulated("sipas-dan-cu", 60)


@pytest.fixture(scope="module")
def quick() -> Run:
    """The receiving points of the same units."""
    return simulated("sipas-nhanh", 40)


def pages(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def test_the_components_of_each_content_stand_in_a_table_of_their_own(residents: Run) -> None:
    """Four and five columns, each led by its content; ten beside each other would print over one another."""
    facts = facts_of(residents)
    wards = next(table for table in tables_of(facts, "vi") if table.block == "phuong")
    groups = [(group.node, group.items, group.places) for group in groups_of(facts, wards)]
    assert groups == [("I", 23, (0, 1, 2, 3)), ("II", 16, (4, 5, 6, 7, 8))]
    assert left_out(facts, wards) == ()


def test_a_content_that_rates_no_unit_of_a_block_is_named_instead_of_a_table_of_dashes(residents: Run) -> None:
    """Departments: content II with its nine questions; II.A and II.C keep their columns."""
    facts = facts_of(residents)
    departments = next(table for table in tables_of(facts, "vi") if table.block == "so-ban-nganh")
    groups = [(group.node, group.items, len(group.places)) for group in groups_of(facts, departments)]
    assert groups == [("II", 9, 5)]
    words = " ".join(pages(ranking_pdf(residents)))
    assert "Khối này không được đánh giá về: Xây dựng, thực hiện chính sách." in words


def test_the_answers_to_thirty_nine_questions_stand_on_a_second_page(residents: Run) -> None:
    """The first is read in a minute; nothing is shrunk to fit. A department's nine questions need no second one."""
    first, second = pages(scorecard_pdf(residents, "06652"))
    assert "Người dân đã trả lời thế nào" not in first
    assert "Theo nội dung" in first
    assert second.count("Chính quyền thực hiện tốt chính sách") == 9
    assert len(pages(scorecard_pdf(residents, "so-y-te"))) == 1


def test_a_scorecard_carries_the_sentence_of_its_instrument(residents: Run, quick: Run) -> None:
    """What the result must not be taken for goes along with every sheet."""
    assert (
        "không so sánh trực tiếp với Chỉ số SIPAS do Bộ Nội vụ công bố" in pages(scorecard_pdf(residents, "06652"))[0]
    )
    assert "không dùng để xếp hạng, không gộp với kết quả chính thức" in pages(scorecard_pdf(quick, "06652"))[0]


def test_an_annex_that_ranks_nobody_does_not_speak_of_ranks(quick: Run) -> None:
    """Alphabetical order is named as such; no rank set, no tie, no tier, no reliability."""
    words = " ".join(pages(ranking_pdf(quick)))
    assert "Các đơn vị này không xếp hạng và đứng theo thứ tự chữ cái" in words
    assert not re.search(r"hạng \d|[Kk]hoảng hạng|đồng hạng|Xếp loại|Độ tin cậy|Kết quả chính thức dùng", words)
    english = " ".join(pages(ranking_pdf(quick, "en")))
    assert "not ranked and stand in alphabetical order" in english
    assert not re.search(r"rank set|Tier|Reliability|official result uses", english, re.IGNORECASE)


def test_the_interval_of_volunteers_says_what_it_leaves_out(quick: Run, residents: Run) -> None:
    """Random change alone; whoever was invited was drawn, and needs no such sentence."""

    def said(run: Run) -> str:
        facts = facts_of(run)
        tables = tables_of(facts, "vi")
        told = [*reading(facts, tables[0]), *(one for _, part in sections(facts, tables, "vi") for one in part)]
        return " ".join(told)

    assert "không gồm sai lệch do tự chọn" in said(quick)
    assert "Không gia quyền" in said(quick)
    assert "tự chọn" not in said(residents)
    assert "Khoảng hạng" in said(residents)


def test_the_simulated_quick_survey_comes_from_the_kiosk(quick: Run) -> None:
    """The first way its index names; nobody was drawn, so nobody weighs more than another."""
    mixes = set(quick.estimates["access_mix"].dropna())
    assert {mix.split(":")[0] for mix in mixes if mix} == {"kiosk"}
    assert quick.meta["weighted"] is False

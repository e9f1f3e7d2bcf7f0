"""Results of an index of indicators: points on the scale of their kind, hard figures apart, sensitive ones private."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from instruments.catalogue import shipped
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.units import register
from reports.charts import interval_svg
from reports.documents import ANNEX, CARDS, documents
from reports.facts import facts_of
from reports.labels import name_of
from reports.open_data import ranking_csv
from reports.paper.sheets import NO_IMPRINT, Imprint
from reports.ranking.annex import ranking_pdf
from reports.scorecard.lines import item_lines
from reports.scorecard.scorecard import scorecard_pdf
from reports.tables import block_table
from scoring.files.columns import HARD
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from scoring.snapshot import pack, read
from scoring.snapshot.tables import empty
from tests.reports.reading import words

DAY = date(2026, 12, 15)
UNITS = ("so-y-te", "so-xay-dung", "so-tai-chinh")
BRIBES = ("Khoản chi ngoài quy định", "Nhũng nhiễu khi giải quyết", "Đạt kết quả mà không phải chi thêm")


def run_of(instrument: Instrument, file: bytes, block: str, *, hard: bool = True) -> Run:
    """Three departments with some fifty simulated answers each."""
    tables = simulated_tables(instrument, [(register(DAY)[unit], block) for unit in UNITS], 150, 5, DAY)
    return score(read(pack(tables if hard else replace(tables, hard=empty(HARD)), instrument, file)))


@pytest.fixture(scope="module")
def small(firms: Instrument, firms_file: str) -> Run:
    """Five indicators in two components, one of them a hard figure, and one figure beside the index."""
    return run_of(firms, firms_file.encode(), "offices")


@pytest.fixture(scope="module")
def ddci() -> Run:
    """The survey of departments as it ships, with its five sensitive indicators."""
    file = shipped("ddci-so-nganh")
    instrument = read_instrument(file, "ddci-so-nganh").instrument
    assert instrument is not None
    return run_of(instrument, file, "so-ban-nganh")


def test_scores_are_points_on_the_scale_of_the_index(small: Run) -> None:
    """Such as 82,81 điểm on a scale of 10 to 100; the component on its own, with one decimal more."""
    table = block_table(small, "offices")
    first = table.rows[0]
    assert first.score_words == f"{first.score_text} điểm"
    assert (table.scale, table.component_scale, table.module_scale) == ((10, 100), (1, 10), (1, 10))
    card = words(scorecard_pdf(small, first.unit))
    assert f"Đơn vị đạt {first.score_words} trên thang 10–100" in card
    assert "Cứ 100 lượt" not in card
    assert "điểm phần trăm" not in card
    assert first.score_words in interval_svg(table)


def test_an_indicator_is_named_by_its_label_or_by_its_question_about_a_unit(firms: Instrument) -> None:
    """Where no unit is meant it is "the office"; a sentence that opens with it keeps its capital."""
    assert name_of(firms, "easy", "vi") == "Thủ tục của đơn vị dễ tìm"
    assert name_of(firms, "fair", "en") == "The office treats all alike"
    assert name_of(firms, "fair", "vi", "Sở Y tế") == "Sở Y tế đối xử công bằng"
    assert name_of(firms, "on_time", "en") == "Files on time"


def test_a_hard_figure_has_what_was_counted_and_no_interval(small: Run) -> None:
    """Neither its own nor that of the block; the component that holds it says what its interval leaves out."""
    facts = facts_of(small)
    for unit in ("", "so-y-te"):
        figure = facts.figure("offices", unit, "on_time")
        assert figure is not None
        assert figure.estimate is not None
        assert (figure.lower, figure.upper) == (None, None)
    card = words(scorecard_pdf(small, "so-y-te"))
    assert "Số liệu cứng, không có sai số điều tra Hồ sơ đúng hạn" in card
    assert "/1.000)" in card
    assert "chỉ tính sai số điều tra" in card
    assert "Nội dung gộp cả số liệu cứng (thời gian): khoảng tin cậy chỉ tính sai số điều tra." in words(
        ranking_pdf(small)
    )


def test_without_hard_figures_the_method_says_which_and_what_stands_for_them(
    firms: Instrument, firms_file: str
) -> None:
    """Missing is not a 0."""
    method = words(ranking_pdf(run_of(firms, firms_file.encode(), "offices", hard=False)))
    assert "Đợt này chưa có số liệu cứng: hồ sơ đúng hạn." in method
    assert "phần khảo sát đại diện cho cả nội dung; số liệu thiếu không tính là 0." in method


def test_a_unit_without_a_hard_figure_reads_which_one_it_is(firms: Instrument, firms_file: str) -> None:
    """In the annex and on the page alike: the figure by its name, and that it would bring the rank."""
    tables = simulated_tables(firms, [(register(DAY)[unit], "offices") for unit in UNITS], 150, 5, DAY)
    lacking = replace(tables, hard=tables.hard[tables.hard["unit"] != "so-y-te"])
    run = score(read(pack(lacking, firms, firms_file.encode())))
    (row,) = [one for one in block_table(run, "offices").rows if one.unit == "so-y-te"]
    assert row.phrase.startswith("Công bố, không xếp hạng: chưa có số liệu “")
    assert row.phrase.endswith("”, khi nào có mới xếp hạng được.")
    assert row.phrase in words(ranking_pdf(run))


def test_a_hard_share_of_few_cases_says_what_one_of_them_changes(firms: Instrument, firms_file: str) -> None:
    """18 of 20 on time is 90%; one file more or less makes five points of that."""
    tables = simulated_tables(firms, [(register(DAY)[unit], "offices") for unit in UNITS], 150, 5, DAY)
    few = tables.hard.assign(value=0.9, numerator=18.0, denominator=20.0)
    run = score(read(pack(replace(tables, hard=few), firms, firms_file.encode())))
    assert "90,0% (18/20); thêm hoặc bớt một trường hợp: ±5,0 điểm phần trăm" in words(scorecard_pdf(run, "so-y-te"))


def test_a_unit_that_lacks_a_hard_figure_is_not_said_to_lack_answers(firms: Instrument, firms_file: str) -> None:
    """What is left of its component is under two thirds; the method says so of everybody."""
    tables = simulated_tables(firms, [(register(DAY)[unit], "offices") for unit in UNITS], 150, 5, DAY)
    some = tables.hard[tables.hard["unit"] != "so-y-te"]
    run = score(read(pack(replace(tables, hard=some), firms, firms_file.encode())))
    assert "Thời gian chưa đủ số liệu" in words(scorecard_pdf(run, "so-y-te"))
    assert "Hồ sơ đúng hạn chưa có số liệu" in words(scorecard_pdf(run, "so-y-te"))
    assert "Số liệu cứng có ở một phần các đơn vị: hồ sơ đúng hạn (2/3 đơn vị)." in words(ranking_pdf(run))


def test_the_method_tells_of_each_indicator_inwords(small: Run) -> None:
    """Question, answers counted, direction, goalposts, forms, draw of units and weights; no code of the file."""
    method = words(ranking_pdf(small))
    for piece in (
        "Thủ tục của đơn vị dễ tìm", "tỷ lệ trả lời “đồng ý” hoặc “hoàn toàn đồng ý”", "thấp hơn là tốt",
        "số bình quân; số trên 10 tính là 10", "10 cho 1 điểm; 0 cho 10 điểm", "100% cho 1 điểm; 0% cho 10 điểm",
        "hồ sơ giải quyết trước và đúng hạn chia cho hồ sơ tiếp nhận", "mọi mẫu",
        "đánh giá nhiều nhất 2 đơn vị", "gia quyền theo xác suất được chọn", "Bộ phiếu có 2 mẫu",
        "là bình quân 2 phần nặng như nhau, mỗi phần 50,0%: minh bạch; thời gian",
        "số liệu cứng chiếm 40%, phiếu khảo sát chiếm 60%", "đo được ít nhất 67% của nội dung đó",
    ):  # fmt: skip
        assert piece in method
    for code in ("pct_top2", "winsorised", "ho_so_tthc", "{unit}"):
        assert code not in method


def test_the_method_tells_where_an_indicator_comes_from(ddci: Run) -> None:
    """Below its name and question, in either language."""
    origin = "Bộ chỉ số mẫu, chỉ tiêu T1; chủ đề thường gặp của thành phần C1"
    assert f"Xuất xứ: {origin}" in words(ranking_pdf(ddci))
    assert f"Origin: {origin}" in words(ranking_pdf(ddci, "en"))


def test_figures_beside_the_index_stand_in_a_table_of_their_own(small: Run) -> None:
    """With an interval, without a rank, in print and in the open data."""
    assert "Số đo riêng bên cạnh chỉ số" in words(ranking_pdf(small))
    table = block_table(small, "offices")
    assert [part.label for part in table.modules] == ["Tự làm được"]
    row = next(csv.DictReader(io.StringIO(ranking_csv(small).decode())))
    assert float(row["OWN_estimate"]) == pytest.approx(table.rows[0].modules[0].estimate)
    assert not [name for name in row if name.startswith("OWN_") and "rank" in name]


def test_raw_figures_stand_beside_scores(small: Run) -> None:
    """Trips as a number, agreement as a share, each with its interval in its own unit."""
    facts = facts_of(small)
    table = block_table(small, "offices")
    row = next(row for row in table.rows if row.unit == "so-y-te")
    raw = {one.code: one.raw for one in item_lines(facts, table, row)}["easy"]
    assert raw is not None
    assert raw.estimate is not None
    share = f"{100 * raw.estimate:.1f}%".replace(".", ",")
    assert f"Thủ tục của Sở Y tế dễ tìm {share} (" in words(scorecard_pdf(small, "so-y-te"))


def test_sensitive_indicators_stand_on_the_own_scorecard_of_a_unit_alone(ddci: Run) -> None:
    """As a score, never as a share of firms that said so; in nothing that is published."""
    own = documents(ddci, ("vi",), None, "so-y-te")[f"{CARDS['vi']}/so-y-te.pdf"]
    private = words(own).split("Chỉ tiêu nhạy cảm: chỉ in ở phiếu điểm gửi riêng cho đơn vị, không công bố")[1]
    assert all(name in private for name in BRIBES)
    assert "%" not in private.replace("từ 5% doanh thu", "").split("Mã kiểm chứng")[0]
    public = documents(ddci, ("vi", "en"), imprint=Imprint(public=True))
    cards = [words(data) for name, data in public.items() if name.endswith("so-y-te.pdf")]
    assert len(cards) == len(("vi", "en"))
    assert not [name for card in cards for name in (*BRIBES, "Sensitive", "nhạy cảm") if name in card]


def test_sensitive_indicators_are_in_no_table_and_no_open_data(ddci: Run) -> None:
    """The facts that documents read do not hold them; their component is printed."""
    files = documents(ddci, ("vi",), imprint=NO_IMPRINT)
    results = words(files[ANNEX["vi"]]).split("Phương pháp")[0]
    assert not [name for name in BRIBES if name in results]
    heads = files["xep-hang.csv"].decode().splitlines()[0]
    assert "C4_estimate" in heads
    assert "K1" not in heads
    nodes = {node for _, _, node, _ in (*facts_of(ddci).figures, *facts_of(ddci).raw)}
    assert "C4" in nodes
    assert not nodes & {"K1", "K2", "K3", "K4", "K5"}
    assert not set(ddci.distributions["item"]) & {"K1", "K2", "K3", "K4", "K5"}

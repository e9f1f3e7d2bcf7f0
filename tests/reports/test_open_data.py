"""Open data: the same rows for programs and for spreadsheets, and no text that runs."""

import csv
import io
from collections.abc import Callable

from hypothesis import given as for_all
from hypothesis import strategies as st

from instruments.index import Node
from reports.open_data import ranking_csv, written
from scoring.run import Run


def rows(data: bytes, separator: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_programs_read_points_codes_and_one_row_a_unit(two_blocks: Run) -> None:
    """RFC 4180: comma, CRLF, decimal point, codes of state, tier and measure."""
    data = ranking_csv(two_blocks, "vi", "rfc4180")
    assert not data.startswith(b"\xef\xbb\xbf")
    found = {row["unit"]: row for row in rows(data)}
    assert len(found) == 9
    first = found["w1"]
    assert (first["state"], first["rank"], first["estimate"], first["tier"]) == ("ranked", "1", "91.5", "xuat_sac")
    assert first["definition"] == "top2_share"


def test_vietnamese_excel_reads_its_own_dialect(two_blocks: Run) -> None:
    """Byte order mark, semicolon, decimal comma, headings in Vietnamese."""
    data = ranking_csv(two_blocks, "vi", "excel")
    assert data.startswith(b"\xef\xbb\xbf")
    first = next(row for row in rows(data, ";") if row["Mã đơn vị"] == "w1")
    assert (first["Giá trị"], first["Trạng thái"], first["Số liệu mô phỏng"]) == ("91,5", "xếp hạng", "không")


def test_a_suppressed_unit_gives_no_number_away(two_blocks: Run) -> None:
    """Figures and ratings are empty, the note says why."""
    row = next(row for row in rows(ranking_csv(two_blocks)) if row["unit"] == "w5")
    assert (row["estimate"], row["lower"], row["upper"], row["n"], row["rank"]) == ("", "", "", "", "")
    assert row["note"] == "Không công bố vì ít phiếu (dưới 10)."


def test_every_row_of_simulated_data_says_so(make_run: Callable[..., Run], given: Callable[..., object]) -> None:
    """In words for people, as true for programs."""
    run = make_run({"phuong": {"w1": given(80, name="Phường Hà An")}}, simulated=True)
    assert [row["simulated"] for row in rows(ranking_csv(run))] == ["true"]
    shown = [row["Số liệu mô phỏng"] for row in rows(ranking_csv(run, "vi", "excel"), ";")]
    assert shown == ["SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT"]


def test_a_node_whose_code_begins_with_that_of_another_has_its_own_heading(
    two_blocks: Run, change_instrument: Callable[..., Run]
) -> None:
    """II_A is a component, II_A_RIENG a figure beside the index."""
    index = two_blocks.instrument.index
    assert index is not None
    beside = Node(code="II_A_RIENG", kind="module", label={"vi": "Phần riêng"}, items=("Q1",))
    run = change_instrument(two_blocks, {"index": index.model_copy(update={"nodes": (*index.nodes, beside)})})
    heads = ranking_csv(run, "vi", "excel").decode("utf-8-sig").splitlines()[0].split(";")
    assert {"Tiếp cận dịch vụ: Giá trị", "Phần riêng: Giá trị"} <= set(heads)


@for_all(st.sampled_from("=+-@\t\r"), st.text(max_size=20))
def test_no_text_reaches_a_spreadsheet_as_a_formula(start: str, rest: str) -> None:
    """A cell that begins like a formula gets an apostrophe; what follows is kept to the letter."""
    data = written([[start + rest]], "vi", "excel").decode("utf-8-sig")
    cell = next(csv.reader(io.StringIO(data, newline=""), delimiter=";"))[0]
    assert cell == "'" + start + rest


def test_negative_numbers_stay_numbers() -> None:
    """Only texts are made safe."""
    assert written([[-1.5, -3]], "vi", "excel").decode("utf-8-sig") == "-1,5;-3\r\n"

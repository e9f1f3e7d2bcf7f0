"""The table of comments as a paper: its form, its order, its words; read back from the file."""

import csv
import io
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document

from instruments.catalogue import shipped
from instruments.reading import read_instrument
from instruments.vietnamese import sort_key
from reports.consultation import Comment, Comments, comments_csv, comments_docx
from reports.word.heading import Head

HEAD = Head("Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Hạ Long", 2026)
OPENED, DUE = date(2026, 10, 20), date(2026, 11, 10)


def comment(number: int, unit: str, item: str | None, **changes: object) -> Comment:
    """A comment that came in time and is not answered yet, unless changed."""
    fields = {"proposal": f"Góp ý {number}", "received": DUE, "outcome": None, "answer": ""} | changes
    return Comment(number, unit, sort_key(unit), item, **fields)  # type: ignore[arg-type] - fields by name


COMMENTS = (
    comment(1, "Sở Xây dựng", "q9_25"),
    comment(2, "Thuế", "q9_24", outcome="explained", answer="Mẫu chung."),
    comment(3, "Sở Tài chính", "q9_24", outcome="accepted", answer="Đã sửa."),
    comment(4, "Thuế", None, received=date(2026, 11, 11), proposal="Rút ngắn\nphiếu \x0b"),
)


def comments(*given: Comment) -> Comments:
    draft = read_instrument(shipped("sipas-giao-dich"), "draft.yaml").instrument
    assert draft is not None
    return Comments(draft, HEAD, OPENED, DUE, date(2026, 11, 25), given)


def paper(language: str = "vi", *given: Comment) -> Document:
    return docx.Document(BytesIO(comments_docx(comments(*given), language)))


def grid(of: Document) -> list[list[str]]:
    """The cells of the table of comments, between the heading and the closing."""
    return [[cell.text for cell in row.cells] for row in of.tables[1].rows]


def words(of: Document) -> str:
    cells = [cell.text for table in of.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in of.paragraphs), *cells])


def test_the_paper_has_the_form_of_administrative_papers() -> None:
    """A4 landscape, the margins and the face of Decree 30/2020, page numbers from the second page on."""
    made = paper("vi", *COMMENTS)
    section = made.sections[0]
    sides = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides if side] == [297, 210, 30, 20]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml  # noqa: SLF001 - a field has no text
    assert made.styles["Normal"].font.name == "Times New Roman"
    assert {run.font.name for paragraph in made.paragraphs for run in paragraph.runs} == {None}


def test_the_heading_leaves_number_date_and_signature_to_the_clerk() -> None:
    """The state beside the agency, the mark of a draft, and blanks."""
    said = words(paper("vi", *COMMENTS))
    for line in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN TỈNH",
        "SỞ NỘI VỤ",
        "DỰ THẢO",
        "Hạ Long, ngày      tháng      năm 2026",
        "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý",
        "đối với dự thảo bộ phiếu và chỉ số “Hài lòng khi làm thủ tục”, bản 2026.1",
        "(Kèm theo Tờ trình số ……/TTr-…… ngày …… tháng …… năm ……)",
        "Nơi nhận:",
    ):
        assert line in said


def test_comments_stand_by_item_in_the_order_of_the_draft() -> None:
    """The whole first; one item's cell spans its comments; units in Vietnamese order; each with what came of it."""
    rows = grid(paper("vi", *COMMENTS))
    assert [(row[0], row[2], row[4]) for row in rows[1:]] == [
        ("1", "Thuế (sau hạn)", "Chưa xử lý."),
        ("2", "Sở Tài chính", "Tiếp thu. Đã sửa."),
        ("3", "Thuế", "Giải trình: Mẫu chung."),
        ("4", "Sở Xây dựng", "Chưa xử lý."),
    ]
    assert rows[1][1] == "Toàn bộ dự thảo"
    assert rows[2][1] == rows[3][1]
    assert rows[2][1].startswith("Câu 9.24. ")
    assert rows[1][3] == "Rút ngắn\nphiếu "


def test_the_summary_counts_bodies_comments_and_outcomes() -> None:
    """With those that came late."""
    said = words(paper("vi", *COMMENTS))
    assert (
        "Tổng số cơ quan, đơn vị góp ý: 3. Tổng số ý kiến: 4, trong đó tiếp thu 1, giải trình 1, chưa xử lý 2." in said
    )
    assert "Số ý kiến nhận sau thời hạn (ghi “sau hạn” trong bảng): 1." in said
    assert "thời hạn góp ý đến hết ngày 10/11/2026" in said


@pytest.mark.parametrize(("language", "sentence"), [("vi", "Không có ý kiến góp ý nào."), ("en", "No comment")])
def test_without_comments_there_is_no_table(language: str, sentence: str) -> None:
    """The paper says so, in either language."""
    made = paper(language)
    assert len(made.tables) == 2
    assert sentence in words(made)


def test_the_spreadsheet_has_room_for_answers() -> None:
    """Numbers as they came; what a spreadsheet takes for a formula is defused."""
    data = comments_csv(comments(COMMENTS[2], comment(5, "=HYPERLINK()", None)))
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert [(row["number"], row["unit"], row["decision"], row["answer"]) for row in rows] == [
        ("3", "Sở Tài chính", "tiếp thu", "Đã sửa."),
        ("5", "'=HYPERLINK()", "", ""),
    ]

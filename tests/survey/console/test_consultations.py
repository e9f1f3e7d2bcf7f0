"""Consulting in the page: a draft is sent, comments come and are answered, the table goes home in Word."""

import re
from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from survey.database import Database
from survey.people.accounts import NewAccount, add_account
from survey.preparing.register import load_register
from survey.records import Consultation, ConsultationComment
from tests.survey.office import INSTRUMENT, NOW, PASSWORD
from tests.survey.staff import hired, posted, signed_in
from tests.survey.uploads import WRONG_FILES, carried, sent

NEW = "/console/consultations/new"
PAGE = "/console/consultations/tiny-2027"
ALERT = re.compile(r'role="alert"><p>(.*?)</p>')
COMMENTS = "unit,item,proposal\n06652,polite,Nên hỏi rõ hơn\nHội Nông dân tỉnh,,Phiếu dài\n".encode()


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: what is written is tested on both where the verbs are."""
    return "sqlite"


@pytest.fixture
def hoa(house_app: Flask, database: Database) -> FlaskClient:
    """The officer's browser; a draft is open for comment until the end of September."""
    with database.writing() as tx:
        load_register(tx)
    hired(database, "hoa")
    client = signed_in(house_app, "hoa")
    assert sent(client, NEW, INSTRUMENT, code="tiny-2027", due="2026-09-30").headers["Location"] == PAGE
    return client


def _brought(client: FlaskClient, what: str, data: bytes, name: str = "comments.csv") -> TestResponse:
    form = {"file": (BytesIO(data), name), "csrf_token": carried(client.get(PAGE).text)["csrf_token"]}
    return client.post(f"{PAGE}/{what}", data=form, content_type="multipart/form-data")


def _count(database: Database, table: type) -> int | None:
    with database.reading() as tx:
        return tx.scalar(select(func.count()).select_from(table))


def test_a_draft_is_listed_while_comments_are_asked_for(hoa: FlaskClient) -> None:
    """In its own list and among the instruments."""
    assert "Lấy ý kiến từ 15/09/2026 đến hết 30/09/2026." in hoa.get("/console/consultations").text
    assert 'href="/console/instruments/draft/tiny-2027"' in hoa.get("/console/instruments").text


def test_many_comments_come_a_hundred_a_page(hoa: FlaskClient) -> None:
    """Those to the whole first; the counts are of all, and an answer leads back to the page it stood on."""
    rows = "".join(f"06652,polite,Ý {place:03}\n" for place in range(149))
    _brought(hoa, "comments", f"unit,item,proposal\n{rows}Hội Nông dân tỉnh,,Phiếu dài\n".encode())
    first, second = hoa.get(PAGE).text, hoa.get(f"{PAGE}?page=2").text
    assert "<strong>150</strong>" in first
    assert (first.count("<article"), second.count("<article")) == (100, 50)
    assert ("Phiếu dài" in first, "Phiếu dài" in second) == (True, False)
    assert hoa.get(f"{PAGE}?page=99").text.count("<article") == hoa.get(f"{PAGE}?page=2").text.count("<article")
    assert hoa.get(f"{PAGE}?page=x").text.count("<article") == 100
    form = {"number": "120", "decision": "accepted", "answer": "Đã sửa"} | carried(second)
    assert hoa.post(f"{PAGE}/answers?page=2", data=form).headers["Location"] == f"{PAGE}?page=2"


def test_comments_come_from_a_file_and_stand_by_item(hoa: FlaskClient, database: Database) -> None:
    """A unit of the register under its name, another body under its own; the same file once more adds nothing."""
    assert [_brought(hoa, "comments", COMMENTS).status_code for _ in range(2)] == [303, 303]
    page = hoa.get(PAGE).text
    assert "1. Phường Hà Tu" in page
    assert "2. Hội Nông dân tỉnh" in page
    assert "Góp ý mới: 0; đã có từ trước: 2." in page
    assert _count(database, ConsultationComment) == 2


def test_a_comment_is_typed_and_answered_in_the_page(hoa: FlaskClient) -> None:
    """No file and no terminal; commas and quotes in the words stay words."""
    words = 'Nên hỏi "rõ hơn", và ngắn hơn'
    posted(hoa, PAGE, f"{PAGE}/comments", unit="06652", item="polite", proposal=words)
    posted(hoa, PAGE, f"{PAGE}/answers", number="1", decision="accepted", answer="Đã sửa, cảm ơn")
    paper = Document(BytesIO(hoa.get(f"{PAGE}/docx").data))
    cells = " ".join(cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    assert words in cells
    assert "Đã sửa, cảm ơn" in cells


@pytest.mark.parametrize(
    ("decision", "words", "sentence", "kept"),
    [
        ("", "Đã sửa", "dùng một trong: tiếp thu, giải trình", ">Đã sửa</textarea>"),
        ("accepted", "", "answer: ô này để trống", '<option value="accepted" selected>'),
    ],
)
def test_half_an_answer_is_one_sentence_and_keeps_what_was_typed(
    hoa: FlaskClient, decision: str, words: str, sentence: str, kept: str
) -> None:
    """The page comes back with it."""
    _brought(hoa, "comments", COMMENTS)
    answer = posted(hoa, PAGE, f"{PAGE}/answers", number="1", decision=decision, answer=words)
    assert answer.status_code == 422
    (told,) = ALERT.findall(answer.text)
    assert sentence in told
    assert "Tệp" not in told
    assert "dòng" not in told
    assert kept in answer.text


def test_an_answer_to_a_comment_that_is_not_there_is_one_sentence(hoa: FlaskClient) -> None:
    """There are two comments."""
    _brought(hoa, "comments", COMMENTS)
    answer = posted(hoa, PAGE, f"{PAGE}/answers", number="9", decision="accepted", answer="Đã sửa")
    assert answer.status_code == 422
    (told,) = ALERT.findall(answer.text)
    assert "không có ý kiến số “9”" in told


@pytest.mark.parametrize("what", ["comments", "answers"])
@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_is_told_and_nothing_is_kept(hoa: FlaskClient, database: Database, what: str, name: str) -> None:
    """Neither comments nor answers."""
    answer = _brought(hoa, what, WRONG_FILES[name], name)
    assert answer.status_code == 422
    assert answer.text.count('role="alert"') == 1
    assert _count(database, ConsultationComment) == 0


@pytest.mark.parametrize(
    "wrong", [{"due": ""}, {"due": "2026-09-14"}, {"code": "Có dấu"}, {"code": "tiny-2027"}]
)  # fmt: skip
def test_a_draft_that_cannot_be_sent_is_one_sentence_and_keeps_the_file(
    hoa: FlaskClient, database: Database, wrong: dict[str, str]
) -> None:
    """No day, a day past, a code that cannot be used or is in use."""
    answer = sent(hoa, NEW, INSTRUMENT, **{"code": "tiny-2028", "due": "2026-09-30"} | wrong)
    assert answer.status_code in {409, 422}
    assert answer.text.count('role="alert"') == 1
    assert carried(answer.text)["name"] == "tiny.yaml"
    assert _count(database, Consultation) == 1


def test_the_consultation_of_another_office_does_not_exist(
    house_app: Flask, hoa: FlaskClient, database: Database
) -> None:
    """Nobody there reads, adds or answers."""
    with database.writing() as tx:
        add_account(tx, NewAccount("minh", PASSWORD, "method_officer", "so-y-te"), NOW)
    minh = signed_in(house_app, "minh")
    assert [minh.get(PAGE + end).status_code for end in ("", "/docx", "/csv")] == [404, 404, 404]
    other = posted(minh, "/console/waves", f"{PAGE}/comments", unit="06652", item="", proposal="x")
    assert other.status_code == 404
    assert "tiny-2027" not in minh.get("/console/consultations").text
    assert hoa.post(f"{PAGE}/comments", data={"unit": "x", "proposal": "y"}).status_code == 400

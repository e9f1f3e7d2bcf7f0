"""Checking a file in the page: every finding with its line and remedy, the text kept, nothing stored."""

import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from instruments.catalogue import shipped, shipped_codes
from instruments.reading import read_instrument
from survey.blobs import Blob
from survey.database import Database
from survey.records import InstrumentVersion
from tests.survey.office import INSTRUMENT
from tests.survey.uploads import LARGE, WRONG_FILES, sent

CHECK = "/console/instruments/check"
BROKEN = INSTRUMENT.replace(b"kind: text", b"kind: txet").replace(b"role: nhan,", b"role: nahn,")


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: nothing is written here."""
    return "sqlite"


def _kept_text(page: str) -> str:
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    return html.unescape(found.group(1)) if found else ""


def test_every_mistake_stands_in_a_row_with_line_reason_and_remedy(hoa: FlaskClient) -> None:
    """The rows are those that reading the file gives, at the lines where an editor shows them."""
    page = sent(hoa, CHECK, BROKEN).text
    wrong = read_instrument(BROKEN, "tiny.yaml").mistakes
    assert wrong
    for one in wrong:
        assert f'<td class="line" data-head="Dòng">{one.line}</td>' in page
        assert one.message["vi"] in html.unescape(page)
        assert one.remedy["vi"] in html.unescape(page)
    assert "Chưa dùng được" in page


def test_the_text_is_kept_mended_in_the_page_and_checked_again(hoa: FlaskClient) -> None:
    """A browser sends the ends of lines as CRLF; the text stays the same."""
    page = sent(hoa, CHECK, BROKEN).text
    assert _kept_text(page) == BROKEN.decode()
    mended = INSTRUMENT.decode().replace("\n", "\r\n")
    again = sent(hoa, CHECK, text=mended, name="tiny.yaml").text
    assert "tiny bản 1 ban hành được." in again
    assert _kept_text(again) == INSTRUMENT.decode()


def test_the_mended_text_goes_home_as_a_file(hoa: FlaskClient) -> None:
    """With the name it came under."""
    answer = sent(hoa, CHECK, text=INSTRUMENT.decode(), name="phieu.yaml", step="file")
    assert answer.data == INSTRUMENT
    assert "phieu.yaml" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_is_told_what_it_is_and_nothing_fails(hoa: FlaskClient, name: str) -> None:
    """A paper, a picture, another encoding, nothing at all."""
    answer = sent(hoa, CHECK, WRONG_FILES[name], name)
    assert answer.status_code == 200
    assert "Chưa dùng được" in answer.text
    assert answer.text.count('<td class="line" data-head="Dòng">') >= 1


def test_a_form_of_more_than_twenty_megabytes_is_one_sentence(hoa: FlaskClient) -> None:
    """About files, not about an answer."""
    answer = hoa.post(CHECK, data=LARGE, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 413
    assert "Các tệp gửi lên lớn hơn 20 MB nên chưa nhận" in answer.text


def test_a_stranger_sends_no_files_and_is_asked_to_sign_in(house_app: Flask) -> None:
    """Before anything is read of them."""
    answer = house_app.test_client().post(CHECK, data=LARGE, content_type="multipart/form-data; boundary=x")
    assert (answer.status_code, "Hãy đăng nhập" in answer.text) == (401, True)


def test_a_page_that_takes_no_files_takes_little(hoa: FlaskClient) -> None:
    """Twenty megabytes are for files alone."""
    answer = hoa.post("/console/sign-out", data={"x": "x" * 300_000})
    assert answer.status_code == 413


def test_no_file_at_all_is_asked_for(hoa: FlaskClient) -> None:
    """One sentence above the same form."""
    answer = sent(hoa, CHECK)
    assert answer.status_code == 422
    assert "Chưa có tệp nào." in answer.text


def test_a_form_without_its_token_is_refused(hoa: FlaskClient) -> None:
    """Nobody else's page can have a file checked."""
    answer = hoa.post(CHECK, data={"text": INSTRUMENT.decode()})
    assert (answer.status_code, "Biểu mẫu đã cũ." in answer.text) == (400, True)


def test_checking_stores_nothing(hoa: FlaskClient, database: Database) -> None:
    """Neither the file nor a version."""
    sent(hoa, CHECK, INSTRUMENT)
    with database.reading() as tx:
        assert [tx.scalar(select(func.count()).select_from(table)) for table in (Blob, InstrumentVersion)] == [0, 0]


@pytest.mark.parametrize("code", shipped_codes())
def test_a_shipped_file_is_revised_from_its_page(hoa: FlaskClient, code: str) -> None:
    """Its text stands in the page, ready to be changed, and passes the check as it is."""
    page = hoa.get(f"{CHECK}?from=shipped/{code}").text
    assert _kept_text(page) == shipped(code).decode()
    assert "ban hành được." in sent(hoa, CHECK, text=_kept_text(page), name="x.yaml").text


def test_a_name_with_marks_of_the_page_stays_a_name(hoa: FlaskClient) -> None:
    """Nothing of it becomes part of the page."""
    page = sent(hoa, CHECK, BROKEN, '"><script>alert(1)</script>.yaml').text
    assert "<script>alert" not in page

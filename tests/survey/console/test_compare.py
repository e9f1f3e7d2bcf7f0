"""Comparing in the page: what changed in survey terms, and the verdict of every figure."""

import pytest
from flask.testing import FlaskClient

from survey.database import Database
from survey.people.organisations import organisation_of
from survey.preparing.issue import issue_instrument
from tests.survey.office import HOME, INSTRUMENT, NOW
from tests.survey.uploads import WRONG_FILES, carried, sent

COMPARE = "/console/instruments/compare"
NEWER = INSTRUMENT.replace(b'version: "1"', b'version: "2"').replace(
    "Đúng hẹn".encode(), "Trả kết quả đúng ngày".encode()
)


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: nothing is written here."""
    return "sqlite"


@pytest.fixture
def first(database: Database) -> str:
    """What a form calls version 1."""
    with database.writing() as tx:
        version = issue_instrument(tx, INSTRUMENT, "tiny.yaml", organisation_of(tx, HOME), NOW)
    return f"issued/{version.fingerprint}"


def test_a_file_is_compared_with_an_issued_version(hoa: FlaskClient, first: str) -> None:
    """Another wording of one item: its index is compared with care."""
    page = sent(hoa, COMPARE, NEWER, before=first).text
    assert "Thay đổi từ tiny 1 đến tiny 2" in page
    assert "prompt: lời câu hỏi thay đổi: “Đúng hẹn” → “Trả kết quả đúng ngày”" in page
    assert page.count("So sánh thận trọng") == 2


def test_two_kept_versions_are_compared_without_a_file(hoa: FlaskClient, first: str) -> None:
    """The same once more: nothing differs."""
    page = sent(hoa, COMPARE, before=first, after=first).text
    assert "Không có thay đổi nào về điều được hỏi và được tính." in page
    assert "So sánh được" in page


def test_a_file_without_an_earlier_version_is_carried_to_the_question(hoa: FlaskClient, first: str) -> None:
    """From the check the officer need not choose the file again."""
    page = sent(hoa, COMPARE, text=NEWER.decode(), name="tiny.yaml").text
    assert "Bản sau là tệp tiny.yaml." in page
    again = sent(hoa, COMPARE, before=first, carried=carried(page)["carried"])
    assert "Thay đổi từ tiny 1 đến tiny 2" in again.text


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_is_one_sentence(hoa: FlaskClient, first: str, name: str) -> None:
    """With the line and the remedy where there is one."""
    answer = sent(hoa, COMPARE, WRONG_FILES[name], name, before=first)
    assert answer.status_code == 422
    assert answer.text.count('class="notice refused"') == 1


def test_what_is_not_kept_cannot_be_compared(hoa: FlaskClient) -> None:
    """A forged choice is a page that is not there."""
    assert sent(hoa, COMPARE, NEWER, before="issued/none").status_code == 404
    assert sent(hoa, COMPARE, NEWER, before="nonsense").status_code == 404

"""Issuing in the page: seen whole before, done once, never changed after."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from instruments.fingerprint import printed
from survey.database import Database
from survey.people.audit import verify
from survey.preparing.decision import standings
from survey.preparing.issue import file_of
from survey.records import AuditEvent, InstrumentDecision, InstrumentVersion
from tests.survey.office import INSTRUMENT
from tests.survey.staff import hired, signed_in
from tests.survey.uploads import WRONG_FILES, carried, sent

ISSUE = "/console/instruments/issue"
TODAY = date(2026, 9, 15)
FIRST = INSTRUMENT.replace(b"\n", b"\r\n")
"""As a Windows editor saves it: kept byte for byte."""
SECOND = INSTRUMENT.replace(b'version: "1"', b'version: "2"').replace("Đúng hẹn".encode(), "Đúng ngày".encode())
DECISION = {
    "number": "3456/QĐ-UBND", "day": "2026-09-02", "issuer": "Ủy ban nhân dân tỉnh",
    "period_from": "2026-09-01", "period_to": "2026-12-31",
}  # fmt: skip


def _looked(client: FlaskClient, data: bytes, **fields: str) -> TestResponse:
    return sent(client, ISSUE, data, step="look", **fields)


def _confirmed(client: FlaskClient, page: str, **changes: str) -> TestResponse:
    return client.post(ISSUE, data={**carried(page), "step": "issue", **changes})


def _issued(client: FlaskClient, data: bytes, **fields: str) -> str:
    return _confirmed(client, _looked(client, data, **fields).text).headers["Location"].rpartition("/")[2]


def _counts(database: Database) -> list[int | None]:
    with database.reading() as tx:
        tables = (InstrumentVersion, InstrumentDecision)
        return [tx.scalar(select(func.count()).select_from(table)) for table in tables]


def test_everything_is_seen_before_and_nothing_is_done_by_looking(hoa: FlaskClient, database: Database) -> None:
    """Decision, fingerprint and the notes; the record of acts has not grown."""
    page = _looked(hoa, FIRST, **DECISION).text
    assert "Ban hành tiny bản 1?" in page
    assert "Quyết định 3456/QĐ-UBND ngày 02/09/2026 của Ủy ban nhân dân tỉnh." in page
    assert printed(carried(page)["mark"]) in page
    assert _counts(database) == [0, 0]
    with database.reading() as tx:
        assert "instrument_issued" not in "".join(tx.scalars(select(AuditEvent.text)))


def test_what_is_confirmed_is_issued_byte_for_byte(hoa: FlaskClient, database: Database) -> None:
    """The officer lands on its page; the record says who did it, and its chain holds."""
    mark = _issued(hoa, FIRST, **DECISION)
    assert "Đã ban hành tiny bản 1." in hoa.get(f"/console/instruments/issued/{mark}").text
    with database.reading() as tx:
        assert file_of(tx, mark) == FIRST
        assert [one.state for one in standings(tx, TODAY)] == ["in_force"]
        assert verify(tx).ok
        acts = "".join(tx.scalars(select(AuditEvent.text).order_by(AuditEvent.n)))
    assert '"act":"instrument_decided","at":"2026-09-15T02:00:00Z","by":1' in acts


def test_a_second_click_changes_nothing(hoa: FlaskClient, database: Database) -> None:
    """It leads to the same page."""
    page = _looked(hoa, FIRST, **DECISION).text
    first, second = _confirmed(hoa, page), _confirmed(hoa, page)
    assert first.headers["Location"] == second.headers["Location"]
    assert _counts(database) == [1, 1]


def test_a_newer_version_replaces_the_older_one_and_shows_what_changed(hoa: FlaskClient, database: Database) -> None:
    """Then exactly one of them is in force."""
    first = _issued(hoa, FIRST, **DECISION)
    page = _looked(hoa, SECOND, **DECISION | {"number": "4000/QĐ-UBND"}, replaces=first).text
    assert "prompt: lời câu hỏi thay đổi" in page
    assert _confirmed(hoa, page).status_code == 303
    with database.reading() as tx:
        assert [(one.version.version, one.state) for one in standings(tx, TODAY)] == [
            ("1", "replaced"),
            ("2", "in_force"),
        ]


def test_on_trial_first_and_by_decision_later(hoa: FlaskClient, database: Database) -> None:
    """The same version, from its own page, without a file to choose again."""
    mark = _issued(hoa, FIRST, trial="1")
    assert _counts(database) == [1, 0]
    form = hoa.get(f"{ISSUE}?from=issued/{mark}").text
    look = hoa.post(ISSUE, data={**carried(form), **DECISION, "step": "look"}).text
    assert _confirmed(hoa, look).status_code == 303
    assert _counts(database) == [1, 1]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"number": ""}, "Quyết định còn thiếu “Số quyết định”."),
        ({"day": "yesterday"}, "Quyết định còn thiếu “Ngày quyết định”."),
        ({"day": "2027-01-01"}, "Ngày quyết định 01/01/2027 chưa đến."),
        ({"period_to": "2026-08-01"}, "kết thúc (01/08/2026) trước khi bắt đầu"),
        ({"issuer": "x" * 201}, "không quá 200 ký tự."),
    ],
)
def test_a_wrong_decision_is_one_sentence_and_keeps_the_file(
    hoa: FlaskClient, database: Database, wrong: dict[str, str], sentence: str
) -> None:
    """What was typed stands there still, to be mended."""
    answer = _looked(hoa, FIRST, **DECISION | wrong)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert carried(answer.text)["name"] == "tiny.yaml"
    assert DECISION["period_from"] in answer.text
    assert _counts(database) == [0, 0]


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_is_one_sentence_and_nothing_is_issued(hoa: FlaskClient, database: Database, name: str) -> None:
    """A paper, a picture, another encoding."""
    answer = sent(hoa, ISSUE, WRONG_FILES[name], name, step="look", **DECISION)
    assert answer.status_code == 422
    assert answer.text.count('role="alert"') == 1
    assert _counts(database) == [0, 0]


def test_other_bytes_than_those_looked_at_are_refused(hoa: FlaskClient, database: Database) -> None:
    """A form that was tampered with, or is of another file."""
    page = _looked(hoa, FIRST, **DECISION).text
    other = carried(_looked(hoa, SECOND, **DECISION).text)["carried"]
    for forged in ({"carried": other}, {"carried": "%%%"}, {"mark": ""}):
        assert _confirmed(hoa, page, **forged).status_code == 400
    assert _confirmed(hoa, page, csrf_token="forged").status_code == 400
    assert _counts(database) == [0, 0]


def test_the_same_version_with_other_content_is_refused_before_it_is_confirmed(hoa: FlaskClient) -> None:
    """An issued version never changes."""
    _issued(hoa, FIRST, **DECISION)
    answer = _looked(hoa, SECOND.replace(b'version: "2"', b'version: "1"'), trial="1")
    assert (answer.status_code, "đã ban hành với nội dung khác" in answer.text) == (409, True)


def test_only_an_officer_issues(house_app: Flask, database: Database) -> None:
    """An approver sees instruments and issues none."""
    hired(database, "binh")
    binh = signed_in(house_app, "binh")
    assert binh.get(ISSUE).status_code == 403
    assert "/console/instruments/issue" not in binh.get("/console/instruments").text

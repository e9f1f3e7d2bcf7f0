"""Hard data and published figures in the page: brought in by one person, confirmed by another."""

from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, func, select
from werkzeug.test import TestResponse

from survey.collecting.hard.standing import standings
from survey.database import Database
from survey.preparing.register import load_register
from survey.records import HardFile, HistoryConfirmation, HistoryFile
from tests.survey.figures import FILES, planned
from tests.survey.office import found
from tests.survey.staff import hired, posted, signed_in
from tests.survey.uploads import WRONG_FILES, carried

PAGE = "/console/waves/tiny-2026/figures"
HISTORY = "/console/history"
FIELDS = {"template": "ho_so_tthc", "source": "Báo cáo 45", "period": "9 tháng năm 2026"}
PUBLISHED = (
    "index,year,unit,value,rank,rank_of,source,method_note\n"
    'sipas,2025,06652,"91,5",3,54,Báo cáo 12,Như năm trước\n'
).encode()  # fmt: skip
REQUESTS = "unit,received,answered_in_time,in_quarter\n06652,20,18,17\n"
MOST_QUERIES = 15


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: what is written is tested on both where the verbs are."""
    return "sqlite"


@pytest.fixture
def people(house_app: Flask, database: Database) -> dict[str, FlaskClient]:
    """The browsers of an officer and an approver, with a wave whose index has hard figures."""
    planned(database)
    with database.writing() as tx:
        load_register(tx)
    hired(database, "hoa", "binh")
    return {name: signed_in(house_app, name) for name in ("hoa", "binh")}


def _brought(client: FlaskClient, page: str, data: bytes, name: str = "figures.csv", **fields: str) -> TestResponse:
    token = carried(client.get(page).text)["csrf_token"]
    form = {**fields, "file": (BytesIO(data), name), "csrf_token": token}
    return client.post(f"{page}/bring", data=form, content_type="multipart/form-data")


def _mark(page: str) -> str:
    return carried(page)["mark"]


def test_the_empty_file_has_the_units_of_the_wave(people: dict[str, FlaskClient]) -> None:
    """Filled in and sent back, it is the file that is asked for."""
    assert f"{PAGE}/template/ho_so_tthc" in people["hoa"].get(PAGE).text
    rows = people["hoa"].get(f"{PAGE}/template/ho_so_tthc").data.decode("utf-8-sig").splitlines()
    assert rows[0] == "unit,name,received,on_time,late,online,paid_online"
    assert sorted(row.split(",")[0] for row in rows[1:]) == ["06652", "06658", "06661"]


def test_a_file_counts_when_somebody_else_has_confirmed_it(people: dict[str, FlaskClient], database: Database) -> None:
    """The officer is told that another person must; the approver looks at the very file and confirms it, once."""
    assert _brought(people["hoa"], PAGE, FILES.encode(), **FIELDS).status_code == 303
    mine = people["hoa"].get(PAGE).text
    assert "Cần một người khác xác nhận." in mine
    assert f'action="{PAGE}/confirm"' not in mine
    mark = _mark(people["binh"].get(PAGE).text)
    assert people["binh"].get(f"{PAGE}/file/{mark}").data == FILES.encode()
    assert posted(people["binh"], PAGE, f"{PAGE}/confirm", mark=mark).status_code == 303
    assert posted(people["binh"], PAGE, f"{PAGE}/confirm", mark=mark).status_code == 409
    with database.reading() as tx:
        assert [one.state for one in standings(tx, found(tx))] == ["counts"]
    assert "Người xác nhận: binh" in people["hoa"].get(PAGE).text


def test_the_officer_cannot_confirm_by_forging_the_form(people: dict[str, FlaskClient], database: Database) -> None:
    """Two people stand behind a figure."""
    _brought(people["hoa"], PAGE, FILES.encode(), **FIELDS)
    mark = _mark(people["binh"].get(PAGE).text)
    answer = posted(people["hoa"], PAGE, f"{PAGE}/confirm", mark=mark)
    assert (answer.status_code, "Cần một người khác." in answer.text) == (409, True)
    assert people["binh"].post(f"{PAGE}/confirm", data={"mark": mark}).status_code == 400
    with database.reading() as tx:
        assert [one.state for one in standings(tx, found(tx))] == ["waiting"]


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_is_told_and_nothing_is_kept(
    people: dict[str, FlaskClient], database: Database, name: str
) -> None:
    """What was typed beside it stays."""
    answer = _brought(people["hoa"], PAGE, WRONG_FILES[name], name, **FIELDS)
    assert answer.status_code == 422
    assert answer.text.count('role="alert"') == 1
    assert "Báo cáo 45" in answer.text
    assert _brought(people["hoa"], HISTORY, WRONG_FILES[name], name).status_code == 422
    with database.reading() as tx:
        assert [tx.scalar(select(func.count()).select_from(table)) for table in (HardFile, HistoryFile)] == [0, 0]


def test_every_row_that_is_wrong_is_named(people: dict[str, FlaskClient]) -> None:
    """Row and column of each."""
    wrong = FILES.replace("120,108", "x,108").replace("80,80", "80,900")
    page = _brought(people["hoa"], PAGE, wrong.encode(), **FIELDS).text
    assert "dòng 2, received" in page
    assert "dòng 3" in page


def test_published_figures_are_confirmed_by_a_second_person(people: dict[str, FlaskClient], database: Database) -> None:
    """They stand with their rank as they were published."""
    assert _brought(people["hoa"], HISTORY, PUBLISHED).status_code == 303
    page = people["binh"].get(HISTORY).text
    assert "3/54" in page
    mark = _mark(page)
    assert people["binh"].get(f"{HISTORY}/file/{mark}").data == PUBLISHED
    assert posted(people["hoa"], HISTORY, f"{HISTORY}/confirm", mark=mark).status_code == 409
    assert posted(people["binh"], HISTORY, f"{HISTORY}/confirm", mark=mark).status_code == 303
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(HistoryConfirmation)) == 1


def test_a_reason_typed_stays_with_the_file_it_was_typed_for(
    people: dict[str, FlaskClient], database: Database
) -> None:
    """Two files of a closed wave wait; the one refused keeps its words, the other is as it was."""
    _brought(people["hoa"], PAGE, FILES.encode(), **FIELDS)
    _brought(people["hoa"], PAGE, REQUESTS.encode(), **FIELDS | {"template": "kien_nghi"})
    with database.writing() as tx:
        found(tx).state = "closed"
    waiting = people["binh"].get(PAGE).text
    assert waiting.count('name="reason"') == 2
    words = "Nhập bổ sung " * 40
    answer = posted(people["binh"], PAGE, f"{PAGE}/confirm", mark=_mark(waiting), reason=words)
    assert answer.status_code == 422
    assert answer.text.count(words.strip()) == 1


def test_the_pages_ask_the_database_little(people: dict[str, FlaskClient], database: Database) -> None:
    """However many files came."""
    for place in range(4):
        _brought(people["hoa"], PAGE, FILES.encode(), **FIELDS | {"source": f"Báo cáo {place}"})
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    for page in (PAGE, HISTORY):
        asked.clear()
        assert people["hoa"].get(page).status_code == 200
        assert 0 < len(asked) <= MOST_QUERIES, (page, len(asked))

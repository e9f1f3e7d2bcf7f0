"""Rating several offices without script: one page a drawn office, all fields carried along, all checked at the end."""

import json
import re
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from instruments.catalogue import shipped
from instruments.choosing import drawn, form_of
from survey.database import Database
from survey.keys import Keys
from survey.records import Response
from tests.survey.firms import OFFICES, firms_file, firms_wave
from tests.survey.questionnaire import Opened, consent_in
from tests.survey.respond.reading import carried, hidden, text_of

NAMES = ("Sở Tài chính", "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế", "Sở Công Thương")
Fields = dict[str, object]


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return firms_wave(database, keys, simulated=True)


@pytest.fixture
def fields(database: Database, wave: Opened) -> Fields:
    """The first page as a firm fills it in that dealt with all five offices."""
    assert wave
    with database.reading() as tx:
        mark = consent_in(tx)
    return {
        "language": "vi",
        "consent": mark,
        "unit.met": list(OFFICES),
        "a.kind": "1",
        "a.began": "1/5/2019",
        "a.recommend": "9",
    }


class Firm:
    """Sends pages on as a browser does: everything hidden, and what is typed."""

    def __init__(self, client: FlaskClient, wave: Opened) -> None:
        self.client, self.wave = client, wave

    def posts(self, page: TestResponse | None = None, **typed: object) -> TestResponse:
        """The answer to a page with these fields; without a page to the first one."""
        along = carried(page) if page else {}
        return self.client.post(f"/s/{self.wave.code}/check", data=along | typed)

    def says(self, page: TestResponse, unit: str, **said: object) -> TestResponse:
        """The answer to the page about an office."""
        return self.posts(page, **{f"l.met.{unit}.{item}": value for item, value in said.items()})


@pytest.fixture
def firm(client: FlaskClient, wave: Opened) -> Firm:
    return Firm(client, wave)


def units_of(page: TestResponse) -> list[str]:
    """The offices that the identifier carried along gives."""
    (identifier,) = carried(page)["identifier"]
    return list(drawn(UUID(identifier).hex, dict.fromkeys(OFFICES, 1.0), 2))


def test_two_drawn_offices_are_asked_about_page_by_page(
    firm: Firm, client: FlaskClient, wave: Opened, database: Database, fields: Fields
) -> None:
    """Nothing is stored before the review is sent; then what was said of each office, off the route left out."""
    first = firm.posts(**fields)
    units = units_of(first)
    names = [NAMES[OFFICES.index(unit)] for unit in units]
    assert f"Máy chọn ngẫu nhiên 2 đơn vị để hỏi: {names[0]}; {names[1]}." in text_of(first)
    assert f"Đơn vị 1/2: {names[0]}" in text_of(first)
    assert f"Thủ tục của {names[0]} dễ tìm" in text_of(first)
    second = firm.says(first, units[0], filed="2", trips="4", easy="5")
    assert f"Đơn vị 2/2: {names[1]}" in text_of(second)
    assert "ngẫu nhiên" not in text_of(second)
    review = firm.says(second, units[1], filed="1", trips="4", easy="none:unknown", why="Nhanh hơn")
    for words in ("Phiếu chưa được gửi", f"Về {names[1]}", "01/05/2019", "Nhanh hơn", "; ".join(NAMES[:2])):
        assert words in text_of(review)
    assert "không còn được hỏi" in text_of(review)
    with database.reading() as tx:
        assert tx.scalars(select(Response)).all() == []
    for _ in range(2):
        assert "Đã nhận phiếu" in text_of(client.post(f"/s/{wave.code}/send", data=hidden(review)))
    with database.reading() as tx:
        (row,) = tx.scalars(select(Response))
    document = json.loads(row.answers)
    assert (row.form, document["form"]) == (form_of(row.id.hex, ["a", "b"]),) * 2
    assert document["answers"] == {"kind": 1, "began": "2019-05-01", "recommend": 9}
    assert document["choice"]["met"] == {"eligible": list(OFFICES), "drawn": units}
    assert document["loops"]["met"] == {
        units[0]: {"filed": 2, "easy": 5},
        units[1]: {"filed": 1, "trips": 4, "easy": {"none": "unknown"}, "why": "Nhanh hơn"},
    }


def test_a_page_is_shown_again_with_what_is_wrong_on_it(firm: Firm, fields: Fields) -> None:
    """The sentence leads to the field of that office, what was typed stays, and the draw is the same."""
    first = firm.posts(**fields)
    unit = units_of(first)[0]
    again = firm.says(first, unit, filed="1", trips="nhiều", easy="9")
    page = again.get_data(as_text=True)
    assert again.status_code == 422
    assert f'href="#q-met.{unit}.trips"' in page
    assert f'href="#q-met.{unit}.easy"' in page
    assert f"Thủ tục của {NAMES[OFFICES.index(unit)]} dễ tìm" in text_of(again)
    assert 'value="nhiều"' in page
    assert units_of(again) == units_of(first)
    assert "Đơn vị 2/2" in text_of(firm.says(again, unit, filed="1", trips="3", easy="4"))


def test_a_list_without_a_tick_is_asked_about_once(firm: Firm, fields: Fields) -> None:
    """Whoever dealt with no office comes to the review."""
    none = {name: value for name, value in fields.items() if name != "unit.met"}
    again = firm.posts(**none)
    assert again.status_code == 422
    assert "Ông/Bà chưa chọn đơn vị nào" in text_of(again)
    assert "Phiếu chưa được gửi" in text_of(firm.posts(**none, asked="1"))


def test_the_way_back_from_the_review_keeps_every_office(
    client: FlaskClient, firm: Firm, wave: Opened, fields: Fields
) -> None:
    """From the first page on all that was said is there again, and the draw is the same."""
    first = firm.posts(**fields | {"unit.met": list(OFFICES[:1])})
    review = firm.says(first, OFFICES[0], filed="1", easy="4", why="Nhanh")
    form = client.post(f"/s/{wave.code}/check", data=hidden(review) | {"mend": "1"})
    page = form.get_data(as_text=True)
    assert f'name="unit.met" value="{OFFICES[0]}" checked' in page
    assert 'name="a.began" value="2019-05-01"' in page
    turn = firm.posts(form, **fields | {"unit.met": list(OFFICES[:1]), "asked": "1"})
    assert f'name="l.met.{OFFICES[0]}.easy" value="4" checked' in turn.get_data(as_text=True)
    assert carried(turn)["identifier"] == carried(first)["identifier"]


def test_a_changed_identifier_is_no_way_to_choose(firm: Firm, fields: Fields) -> None:
    """What is no identifier at all is refused in a sentence."""
    refused = firm.posts(**fields | {"identifier": "mine"})
    assert refused.status_code == 400
    assert "tải lại" in text_of(refused)


def test_questions_of_one_form_have_a_page_of_their_own(
    client: FlaskClient, database: Database, keys: Keys, fields: Fields
) -> None:
    """The first page is the same for everybody, so it cannot show them to who has the other form."""
    file = firms_file(
        ('version: "1"', 'version: "2"'),
        (
            "        kind: single\n        text: {vi: Loại hình",
            "        kind: single\n        forms: [a, b]\n        required: true\n        text: {vi: Loại hình",
        ),
    )
    firm = Firm(client, firms_wave(database, keys, "dot-hai-mau", file))
    given = {name: value for name, value in fields.items() if name != "a.kind"}
    page = firm.posts(**given | {"unit.met": [OFFICES[0]]})
    assert "Loại hình" in text_of(page)
    assert "Đơn vị 1/1" not in text_of(page)
    again = firm.posts(page)
    assert (again.status_code, "Chưa trả lời: Loại hình" in text_of(again)) == (422, True)
    assert "Đơn vị 1/1: Sở Tài chính" in text_of(firm.posts(again, **{"a.kind": "2"}))


@pytest.mark.parametrize("code", ["ddci-so-nganh", "ddci-dia-phuong"])
def test_the_shipped_forms_of_firms_are_light(client: FlaskClient, database: Database, keys: Keys, code: str) -> None:
    """Sections about units are sent once: form and style at most 25 KB, with the script at most 50 KB."""
    units = tuple((unit, "so-ban-nganh") for unit in OFFICES) if code == "ddci-so-nganh" else (("06652", "phuong"),)
    wave = firms_wave(database, keys, "dot-nhe", shipped(code), units=units)
    names = ("", "/form.css", "/form.js")
    form, style, script = (
        len(client.get(f"/s/{wave.code}{name}", headers={"Accept-Encoding": "gzip"}).data) for name in names
    )
    assert form + style <= 25_000
    assert form + style + script <= 50_000


def test_a_note_for_some_people_alone_is_kept_from_the_others(
    client: FlaskClient, database: Database, keys: Keys
) -> None:
    """Without script nothing hides it by its condition, so the style sheet does."""
    units = tuple((unit, "so-ban-nganh") for unit in OFFICES)
    wave = firms_wave(database, keys, "dot-ghi-chu", shipped("ddci-so-nganh"), units=units)
    page = client.get(f"/s/{wave.code}").get_data(as_text=True)
    assert re.findall(r'<section class="step told" data-step="(\w+)"', page) == ["household"]
    assert "html:not(.js) .told { display: none; }" in client.get(f"/s/{wave.code}/form.css").get_data(as_text=True)

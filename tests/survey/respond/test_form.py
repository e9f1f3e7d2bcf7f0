"""The respondent's pages over HTTP: stored bytes, the path without script, invitations, refusals."""

import gzip
import json
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from survey.database import Database
from survey.keys import Keys
from survey.preparing.acting import By
from survey.preparing.frame import Case
from survey.preparing.invite import DrawPlan, draw
from survey.records import Response, WavePage
from tests.survey.questionnaire import NOW, Opened, consent_in, opened, wave_in
from tests.survey.respond.letters import invited
from tests.survey.respond.reading import hidden, text_of

FIELDS = {"language": "vi", "unit.place": "06652", "unit.office": "so-tai-chinh", "a.polite": "5", "a.prompt": "4"}


@pytest.fixture
def fields(database: Database, wave: Opened) -> dict[str, str]:
    assert wave
    with database.reading() as tx:
        return FIELDS | {"consent": consent_in(tx)}


def stored(database: Database) -> list[Response]:
    with database.reading() as tx:
        return list(tx.scalars(select(Response)))


def test_the_form_is_the_same_bytes_for_everybody(client: FlaskClient, wave: Opened) -> None:
    """No cookie, no Vary, nothing personal: two visitors with different headers get one page."""
    first = client.get(f"/s/{wave.code}")
    second = client.get(f"/s/{wave.code}?unit=06652", headers={"Accept-Language": "en", "Cookie": "a=b"})
    assert first.status_code == 200
    assert first.data == second.data
    assert "Set-Cookie" not in first.headers
    assert "Vary" not in first.headers
    assert client.get(f"/s/{wave.code}", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_the_form_says_whom_to_ask(client: FlaskClient, database: Database, keys: Keys) -> None:
    """The office and, where the wave names one, its telephone stand in the consent text."""
    wave = opened(database, keys, phone="0203 3 825 000")
    assert "Cần hỏi thêm: Sở Nội vụ, điện thoại 0203 3 825 000." in text_of(client.get(f"/s/{wave.code}"))


def test_the_form_is_sent_compressed_to_who_takes_it(client: FlaskClient, wave: Opened) -> None:
    """The stored gzip form, under an ETag of its own."""
    plain = client.get(f"/s/{wave.code}")
    zipped = client.get(f"/s/{wave.code}", headers={"Accept-Encoding": "gzip, br"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.data) == plain.data
    assert zipped.headers["ETag"] != plain.headers["ETag"]


def test_form_style_and_script_are_light(client: FlaskClient, database: Database, wave: Opened) -> None:
    """On the wire: form and style at most 25 KB, with the script at most 50 KB."""
    assert wave
    with database.reading() as tx:
        names = tx.scalars(select(WavePage.name)).all()
    size = {name: len(client.get(_address(wave, name), headers={"Accept-Encoding": "gzip"}).data) for name in names}
    assert sorted(size) == ["form.css", "form.en", "form.js", "form.vi"]
    assert size["form.vi"] + size["form.css"] <= 25_000
    assert size["form.vi"] + size["form.css"] + size["form.js"] <= 50_000


def _address(wave: Opened, name: str) -> str:
    return {"form.vi": f"/s/{wave.code}", "form.en": f"/s/{wave.code}/en"}.get(name, f"/s/{wave.code}/{name}")


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_form_holds_nothing_inline(client: FlaskClient, wave: Opened, language: str) -> None:
    """No style attribute, no handler, no script of its own: the policy allows none."""
    page = client.get(f"/s/{wave.code}{language}").get_data(as_text=True)
    assert not re.search(r"\sstyle=|\son\w+=|<style", page)
    assert re.findall(r"<script[^>]*>", page) == [f'<script type="module" src="/s/{wave.code}/form.js">']


def test_a_simulated_wave_says_so_on_the_form(client: FlaskClient, wave: Opened) -> None:
    """In Vietnamese and in English."""
    assert "SỐ LIỆU MÔ PHỎNG" in text_of(client.get(f"/s/{wave.code}"))
    assert "SIMULATED DATA" in text_of(client.get(f"/s/{wave.code}/en"))


def test_units_stand_in_vietnamese_order_by_block(client: FlaskClient, wave: Opened) -> None:
    """Cao Xanh, Hà Tu, Việt Hưng; then the departments."""
    page = client.get(f"/s/{wave.code}").get_data(as_text=True)
    office = page[page.index('id="u-office"') :]
    names = re.findall(r'<option value="[^"]+">([^<]+)|<optgroup label="([^"]+)', office[: office.index("</select>")])
    assert ["".join(name) for name in names] == [
        "Khối phường",
        "Phường Cao Xanh",
        "Phường Hà Tu",
        "Phường Việt Hưng",
        "Khối sở",
        "Sở Tài chính",
        "Sở Tư pháp",
    ]


def test_without_script_answers_are_reviewed_and_sent(
    client: FlaskClient, database: Database, wave: Opened, fields: dict[str, str]
) -> None:
    """Check stores nothing and shows the answers in words; sending twice is harmless."""
    review = client.post(f"/s/{wave.code}/check", data=fields | {"a.trips": "2,5", "a.channels": "2"})
    assert review.status_code == 200
    assert review.headers["Cache-Control"] == "no-store"
    for words in ("Phường Hà Tu", "Rất hài lòng", "2.5", "Qua mạng", "Phiếu chưa được gửi"):
        assert words in text_of(review)
    assert stored(database) == []
    thanks = client.post(f"/s/{wave.code}/send", data=hidden(review))
    assert "Đã nhận phiếu" in text_of(thanks)
    assert client.post(f"/s/{wave.code}/send", data=hidden(review)).status_code == 200
    (row,) = stored(database)
    assert json.loads(row.answers)["answers"] == {"polite": 5, "prompt": 4, "trips": 2.5, "channels": [2]}
    assert (row.mode, row.access, row.seconds, row.language) == ("web", "open", None, "vi")


def test_answers_off_the_route_are_left_out_and_the_review_says_so(
    client: FlaskClient, wave: Opened, fields: dict[str, str]
) -> None:
    """How clear the help was, of somebody who says there was none."""
    review = client.post(f"/s/{wave.code}/check", data=fields | {"a.asked_help": "2", "a.helped": "5"})
    assert "không còn được hỏi" in text_of(review)
    assert "helped" not in json.loads(hidden(review)["document"])["answers"]


def test_a_blank_is_asked_for_once_and_everything_typed_stays(
    client: FlaskClient, wave: Opened, fields: dict[str, str]
) -> None:
    """The summary links to the field; the second time the blank is taken."""
    blank = {name: value for name, value in fields.items() if name != "a.polite"} | {"a.wish": "Chỗ ngồi “đẹp”"}
    again = client.post(f"/s/{wave.code}/check", data=blank)
    page = again.get_data(as_text=True)
    assert again.status_code == 422
    assert '<a href="#q-polite">Chưa trả lời: Cán bộ lịch sự</a>' in page
    assert "Chỗ ngồi “đẹp”" in page
    assert 'value="06652" selected' in page
    assert 'name="a.prompt" value="4" checked' in page
    assert hidden(again)["asked"] == "1"
    assert client.post(f"/s/{wave.code}/check", data=blank | {"asked": "1"}).status_code == 200


@pytest.mark.parametrize(
    ("changes", "anchor"),
    [
        ({"consent": ""}, "#consent"),
        ({"unit.office": ""}, "#u-office"),
        ({"a.trips": "nhiều"}, "#q-trips"),
        ({"a.polite": "9"}, "#q-polite"),
    ],
)
def test_what_cannot_be_stored_is_asked_again_whatever_was_asked(
    client: FlaskClient, wave: Opened, fields: dict[str, str], changes: dict[str, str], anchor: str
) -> None:
    """Each with a link to its field."""
    answer = client.post(f"/s/{wave.code}/check", data=fields | changes | {"asked": "1"})
    assert answer.status_code == 422
    assert f'href="{anchor}"' in answer.get_data(as_text=True)


def test_declining_stores_nothing_and_thanks(
    client: FlaskClient, database: Database, wave: Opened, fields: dict[str, str]
) -> None:
    """The other button of the same size."""
    assert "Không có câu trả lời nào được gửi" in text_of(
        client.post(f"/s/{wave.code}/check", data=fields | {"consent": "no"})
    )
    assert stored(database) == []


def test_the_way_back_from_the_review_keeps_every_answer(
    client: FlaskClient, wave: Opened, fields: dict[str, str]
) -> None:
    """“Sửa lại” shows the form as it was."""
    review = hidden(client.post(f"/s/{wave.code}/check", data=fields | {"a.trips": "none:unknown", "a.wish": "Tốt"}))
    page = client.post(f"/s/{wave.code}/check", data=review | {"mend": "1"}).get_data(as_text=True)
    for field in (
        'name="a.polite" value="5" checked',
        'value="none:unknown" checked',
        ">Tốt</textarea>",
        'value="so-tai-chinh" selected',
    ):
        assert field in page


def test_english_without_script_stays_english(client: FlaskClient, wave: Opened, database: Database) -> None:
    """Form, review and thanks."""
    with database.reading() as tx:
        mark = consent_in(tx, "en")
    review = client.post(f"/s/{wave.code}/check", data=FIELDS | {"language": "en", "consent": mark})
    assert "Nothing has been sent yet" in text_of(review)
    assert "Your answers have been received" in text_of(client.post(f"/s/{wave.code}/send", data=hidden(review)))


def test_another_sites_page_cannot_post(client: FlaskClient, wave: Opened, fields: dict[str, str]) -> None:
    """Refused in plain words."""
    answer = client.post(f"/s/{wave.code}/check", data=fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "mở lại trang khảo sát" in text_of(answer)


def test_status_says_how_the_survey_stands(client: FlaskClient, database: Database, wave: Opened) -> None:
    """Never kept by anybody; after stopping it says when the survey ended."""
    answer = client.get(f"/s/{wave.code}/status")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json
    assert (answer.json["state"], answer.json["refusal"], answer.json["instrument"]) == ("open", None, wave.instrument)
    with database.writing() as tx:
        there = wave_in(tx, wave)
        there.state, there.stopped = "stopped", NOW.date()
    stopped = client.get(f"/s/{wave.code}/status").json
    assert stopped
    assert stopped["refusal"]["en"] == "The survey ended on 15/09/2026. Thank you."


def test_an_unknown_wave_is_one_sentence(client: FlaskClient) -> None:
    """In the language of the address."""
    assert "There is no survey wave “nowhere”" in text_of(client.get("/s/nowhere/en"))


def test_a_link_leads_to_the_form_and_uses_nothing_up(
    client: FlaskClient, database: Database, keys: Keys, fields: dict[str, str]
) -> None:
    """The code travels in a cookie for this site alone; after sending, the cookie and the code are done."""
    wave = opened(database, keys, "chi-moi", open_access=False)
    code = invited(database, keys, wave)
    for _ in range(2):
        answer = client.get(f"/i/{code}")
        assert answer.status_code == 303
        assert re.fullmatch(rf"/s/{wave.code}#i=[0-9a-f]{{6}}", answer.headers["Location"])
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    status = client.get(f"/s/{wave.code}/status").json
    assert status
    assert (status["invited"], status["unit"], status["role"]) == (True, "06652", "place")
    review = client.post(f"/s/{wave.code}/check", data=fields | {"unit.place": ""})
    assert "Phường Hà Tu" in text_of(review)
    thanks = client.post(f"/s/{wave.code}/send", data=hidden(review))
    assert "Max-Age=0" in thanks.headers["Set-Cookie"]
    assert [row.access for row in stored(database)] == ["invited"]
    used = client.get(f"/i/{code}")
    assert used.status_code == 410
    assert "Mã này đã được dùng" in text_of(used)
    assert "Sở Nội vụ" in text_of(used)


def test_a_code_can_be_typed_and_a_wrong_one_says_so(client: FlaskClient, database: Database, keys: Keys) -> None:
    """With hyphens and small letters; what was typed stays in the field."""
    code = invited(database, keys, opened(database, keys))
    assert client.get("/i").status_code == 200
    assert client.post("/i", data={"code": f"{code[:4]}-{code[4:8]}-{code[8:]}".lower()}).status_code == 303
    wrong = client.post("/i", data={"code": "abc"})
    assert wrong.status_code == 404
    assert 'value="abc"' in wrong.get_data(as_text=True)


def test_a_code_for_two_waves_offers_both(client: FlaskClient, database: Database, keys: Keys) -> None:
    """One letter, two forms."""
    first, second = opened(database, keys, "dot-mot"), opened(database, keys, "dot-hai")
    frame = [Case(f"HS-{number}", None, None, "all", "all", None, {}) for number in range(20)]
    with database.writing() as tx:
        code = draw(tx, [wave_in(tx, first), wave_in(tx, second)], DrawPlan(frame), keys, By(NOW))[0].code
    answer = client.get(f"/i/{code}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert re.findall(r'href="(/s/[^#"]+)#i=', answer.get_data(as_text=True)) == ["/s/dot-hai", "/s/dot-mot"]

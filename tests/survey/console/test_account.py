"""The page of one's own account: password, phone, recovery codes, and where one is signed in."""

from datetime import timedelta

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient

from survey.database import Database
from survey.people.accounts import reset_password
from survey.people.audit import verify
from survey.people.sign_in import FREE_TRIES
from tests.ground.house import StillClock
from tests.survey.office import NOW, PASSWORD
from tests.survey.staff import hired, posted, signed_in, with_phone

HERE = "/console/account"
NEW = "four unrelated words walk"


def second_step(app: Flask, code: str) -> FlaskClient:
    """A browser where the password of hoa was given, and then a code."""
    client = signed_in(app, "hoa")
    posted(client, "/console/second-step", code=code)
    return client


def test_a_stranger_sees_no_account(house_app: Flask) -> None:
    """The page is led to the sign-in, and nothing of it changes for a stranger."""
    for page in (HERE, f"{HERE}/device"):
        assert house_app.test_client().get(page).headers["Location"] == f"/console/sign-in?next={page}"
    assert house_app.test_client().get("/console/second-step").headers["Location"].startswith("/console/sign-in")


def test_a_changed_password_signs_other_browsers_out(house_app: Flask, hoa: FlaskClient, database: Database) -> None:
    """This browser goes on; the old password is worth nothing."""
    other = signed_in(house_app, "hoa")
    answer = posted(hoa, HERE, f"{HERE}/password", old=PASSWORD, new=NEW, again=NEW)
    assert (answer.status_code, answer.headers["Location"]) == (303, HERE)
    assert "Đã đổi mật khẩu" in hoa.get(HERE).text
    assert other.get(HERE).status_code == 303
    assert signed_in(house_app, "hoa").get(HERE).status_code == 303
    with database.reading() as tx:
        assert verify(tx).ok


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("not this one", NEW, NEW), "Mật khẩu hiện tại không đúng."),
        ((PASSWORD, NEW, f"{NEW}s"), "Hai lần nhập mật khẩu mới khác nhau."),
        ((PASSWORD, "short", "short"), "Mật khẩu cần từ 10 đến 200 ký tự."),
        ((PASSWORD, "password123", "password123"), "dễ đoán hoặc đã từng bị lộ"),
        ((PASSWORD, "Quảng Ninh 2026", "Quảng Ninh 2026"), "dễ đoán hoặc đã từng bị lộ"),
        ((PASSWORD, "hoahoahoa1", "hoahoahoa1"), "dễ đoán hoặc đã từng bị lộ"),
        ((PASSWORD, PASSWORD, PASSWORD), "Mật khẩu mới trùng mật khẩu hiện tại."),
    ],
)
def test_a_password_that_will_not_do_is_one_sentence(
    house_app: Flask, hoa: FlaskClient, typed: tuple[str, str, str], sentence: str
) -> None:
    """And the old one stays."""
    old, new, again = typed
    answer = posted(hoa, HERE, f"{HERE}/password", old=old, new=new, again=again)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert signed_in(house_app, "hoa").get(HERE).status_code == 200


def test_the_present_password_is_not_guessed_without_end(house_app: Flask, hoa: FlaskClient, clock: StillClock) -> None:
    """In an open browser as at the sign-in: after a few tries each further one waits, right or wrong."""
    wrong = {"old": "not this one", "new": NEW, "again": NEW}
    tried = [posted(hoa, HERE, f"{HERE}/password", **wrong).status_code for _ in range(FREE_TRIES + 1)]
    assert tried == [422] * FREE_TRIES + [429]
    assert posted(hoa, HERE, f"{HERE}/password", **wrong | {"old": PASSWORD}).status_code == 429
    clock.forward(minutes=1)
    assert posted(hoa, HERE, f"{HERE}/password", **wrong | {"old": PASSWORD}).status_code == 303
    assert signed_in(house_app, "hoa").get(HERE).status_code == 303


def test_a_password_set_by_somebody_else_is_changed_first(house_app: Flask, database: Database) -> None:
    """Whoever knows it from the administrator does nothing else with it."""
    hired(database, "hoa")
    with database.writing() as tx:
        reset_password(tx, "hoa", PASSWORD, NOW)
    hoa = signed_in(house_app, "hoa")
    shut = hoa.get("/console/waves")
    assert shut.status_code == 403
    assert "Hãy đổi mật khẩu trước" in shut.text
    assert f'href="{HERE}"' in shut.text
    posted(hoa, HERE, f"{HERE}/password", old=PASSWORD, new=NEW, again=NEW)
    assert hoa.get("/console/waves").status_code == 200


def test_a_phone_is_taken_on_and_asked_for_from_then_on(house_app: Flask, hoa: FlaskClient) -> None:
    """Ten recovery codes are shown once; the next sign-in asks for a code and goes on where it was asked for."""
    secret, codes = with_phone(hoa)
    assert len(set(codes)) == 10
    assert codes[0] not in hoa.get(HERE).text
    assert hoa.get(f"{HERE}/device").status_code == 409
    client = house_app.test_client()
    asked = posted(client, "/console/sign-in", name="hoa", password=PASSWORD, next="/console/instruments")
    assert asked.headers["Location"] == "/console/second-step?next=/console/instruments"
    assert client.get("/console/waves").status_code == 303
    wrong = posted(client, "/console/second-step", code="123456")
    assert wrong.status_code == 401
    assert "Mã không đúng" in wrong.text
    later = pyotp.TOTP(secret).at(NOW + timedelta(seconds=30))
    done = posted(client, "/console/second-step", code=later, next="/console/instruments")
    assert done.headers["Location"] == "/console/instruments"
    assert client.get("/console/waves").status_code == 200


def test_only_a_code_takes_the_phone_off(house_app: Flask, hoa: FlaskClient) -> None:
    """Who finds an open browser cannot; a recovery code does, and the password alone signs in again."""
    _secret, codes = with_phone(hoa)
    refused = posted(hoa, HERE, f"{HERE}/device/remove", code="000000")
    assert refused.status_code == 401
    assert posted(hoa, HERE, f"{HERE}/codes", code="000000").status_code == 401
    assert posted(hoa, HERE, f"{HERE}/device/remove", code=codes[3]).status_code == 303
    assert "Chưa bật." in hoa.get(HERE).text
    assert signed_in(house_app, "hoa").get(HERE).status_code == 200


def test_codes_are_not_guessed_one_by_one_in_an_open_browser(hoa: FlaskClient) -> None:
    """Each further wrong one has to wait, on every page that asks for one, and a right one too."""
    _secret, codes = with_phone(hoa)
    for _ in range(2):
        assert posted(hoa, HERE, f"{HERE}/device/remove", code="000000").status_code == 401
        assert posted(hoa, HERE, f"{HERE}/codes", code="000000").status_code == 401
    assert posted(hoa, HERE, f"{HERE}/codes", code=codes[0]).status_code == 429
    waiting = posted(hoa, HERE, f"{HERE}/device/remove", code=codes[0])
    assert waiting.status_code == 429
    assert "Đã nhập sai nhiều lần." in waiting.text


def test_the_second_step_in_another_language_is_the_second_step(house_app: Flask, hoa: FlaskClient) -> None:
    """Nobody gives the password again for it."""
    with_phone(hoa)
    client = house_app.test_client()
    page = posted(client, "/console/sign-in", name="hoa", password=PASSWORD).headers["Location"].partition("?")[0]
    spoken = posted(client, page, "/console/language", language="en", next=page)
    assert spoken.headers["Location"] == page
    assert client.get(page).status_code == 200


def test_new_recovery_codes_come_for_a_code(house_app: Flask, hoa: FlaskClient) -> None:
    """The page that shows them is kept nowhere."""
    _secret, codes = with_phone(hoa)
    page = posted(hoa, HERE, f"{HERE}/codes", code=codes[0])
    assert page.headers["Cache-Control"] == "no-store"
    assert codes[1] not in page.text
    assert second_step(house_app, codes[1]).get(HERE).status_code == 303


def test_sessions_are_seen_and_ended_one_by_one_or_all_others(house_app: Flask, hoa: FlaskClient) -> None:
    """Each says its browser; a key of nobody ends nothing, and what is no key is a stale form."""
    phone = house_app.test_client()
    agent = "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36"
    page = phone.get("/console/sign-in").text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    fields = {"csrf_token": token, "name": "hoa", "password": PASSWORD}
    phone.post("/console/sign-in", data=fields, headers={"User-Agent": agent})
    signed_in(house_app, "hoa")
    page = hoa.get(HERE).text
    assert page.count("Đăng xuất ở đó") == 2
    assert "Chrome, Android" in page
    stranger = "00000000-0000-4000-8000-000000000000"
    posted(hoa, HERE, f"{HERE}/sessions", session=stranger)
    assert phone.get(HERE).status_code == 200
    assert posted(hoa, HERE, f"{HERE}/sessions", session="x").status_code == 400
    posted(hoa, HERE, f"{HERE}/sessions")
    assert phone.get(HERE).status_code == 303
    assert hoa.get(HERE).text.count("Đăng xuất ở đó") == 0

"""Signing in and out at the browser, in the language of one's choice."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from survey.database import Database
from survey.pages.language import page_here
from survey.people.accounts import disable_account
from survey.records import SignIn
from tests.survey.office import NOW, PASSWORD
from tests.survey.staff import hired, posted, signed_in

ONLY_ACTS = ("/console/language", "/console/sign-out")


def test_who_signs_in_sees_the_page_asked_for(house_app: Flask, database: Database) -> None:
    """The way leads through the sign-in and on."""
    hired(database, "hoa")
    client = house_app.test_client()
    answer = posted(client, "/console/sign-in?next=/console/waves", "/console/sign-in", name="hoa", password=PASSWORD,
                    next="/console/waves")  # fmt: skip
    assert (answer.status_code, answer.headers["Location"]) == (303, "/console/waves")
    assert "hoa" in client.get("/console/waves").text


def test_a_wrong_password_is_one_sentence_and_keeps_the_name(house_app: Flask, database: Database) -> None:
    """Nothing typed is lost but the password."""
    hired(database, "hoa")
    answer = posted(house_app.test_client(), "/console/sign-in", name="hoa", password="not the password")
    assert answer.status_code == 401
    assert "Tên hoặc mật khẩu không đúng." in answer.text
    assert 'value="hoa"' in answer.text
    assert "not the password" not in answer.text


@pytest.mark.parametrize(
    "wanted", ["https://elsewhere.example/", "//elsewhere.example/console/", "/results/", "x", "http://["]
)
def test_the_sign_in_never_leads_away_from_the_staff_pages(house_app: Flask, database: Database, wanted: str) -> None:
    """A link made by a stranger cannot send a person on to the stranger's site."""
    hired(database, "hoa")
    client = house_app.test_client()
    answer = posted(client, "/console/sign-in", name="hoa", password=PASSWORD, next=wanted)
    assert answer.headers["Location"] == "/console/"


def test_signing_out_ends_the_sign_in_itself(house_app: Flask, database: Database) -> None:
    """A copy of the cookie is worth nothing afterwards."""
    hired(database, "hoa")
    client = signed_in(house_app, "hoa")
    copy = house_app.test_client()
    copy.set_cookie("thuocdo-staff", client.get_cookie("thuocdo-staff", path="/console").value, path="/console")  # type: ignore[union-attr] # it is there
    assert copy.get("/console/waves").status_code == 200
    posted(client, "/console/waves", "/console/sign-out")
    assert copy.get("/console/waves").status_code == 303
    with database.reading() as tx:
        assert tx.scalars(select(SignIn)).all() == []


def test_a_disabled_account_is_out_at_once(house_app: Flask, database: Database) -> None:
    """The next page already asks for a sign-in."""
    hired(database, "hoa")
    client = signed_in(house_app, "hoa")
    with database.writing() as tx:
        disable_account(tx, "hoa", NOW)
    assert client.get("/console/waves").status_code == 303


def test_the_console_speaks_the_language_chosen(house_app: Flask, database: Database) -> None:
    """Vietnamese unless asked otherwise; the choice survives signing in."""
    hired(database, "hoa")
    client = house_app.test_client()
    assert "Đăng nhập" in client.get("/console/sign-in").text
    posted(client, "/console/sign-in", "/console/language", language="en")
    assert '<html lang="en">' in client.get("/console/sign-in").text
    posted(client, "/console/sign-in", name="hoa", password=PASSWORD)
    assert '<html lang="en">' in client.get("/console/waves").text
    posted(client, "/console/waves", "/console/language", language="xx")
    assert '<html lang="en">' in client.get("/console/waves").text


def test_after_a_refusal_the_language_leads_to_the_page_the_form_stood_on(house_app: Flask, database: Database) -> None:
    """Addresses that only take forms are no pages."""
    hired(database, "hoa")
    client = signed_in(house_app, "hoa")
    refused = posted(client, "/console/account", "/console/account/password", old="x", new="y", again="z")
    assert refused.status_code == 422
    assert '<input type="hidden" name="next" value="/console/account">' in refused.text


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_every_address_that_takes_a_form_has_a_page_to_go_back_to(house_app: Flask) -> None:
    """Itself, or one above it."""
    took = [rule.rule for rule in house_app.url_map.iter_rules() if "POST" in (rule.methods or set())]
    staff = [rule for rule in took if rule.startswith("/console") and rule not in ONLY_ACTS]
    assert staff
    for rule in staff:
        address = re.sub(r"<(?:any\((\w+)[^)]*\):)?\w+>", lambda place: place[1] or "x", rule)
        with house_app.test_request_context(address, method="POST"):
            here = page_here()
            assert here.count("/") > 1, rule
            assert house_app.url_map.bind("").match(here, "GET")


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_the_language_and_the_sign_out_lead_to_the_start(house_app: Flask) -> None:
    """They stand on every page, and their own addresses show none."""
    for address in ONLY_ACTS:
        with house_app.test_request_context(address, method="POST"):
            assert page_here() == "/console"

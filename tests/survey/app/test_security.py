"""What every answer carries, and what a failure tells."""

import logging

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.database import Database
from survey.pages.guard import public

CANARY = "0912 345 678"


@pytest.mark.parametrize("page", ["/", "/en", "/results/", "/healthz", "/nowhere", "/console/sign-in"])
def test_every_answer_forbids_foreign_content_and_inline_script(house_app: Flask, page: str) -> None:
    """One policy for all pages, errors included."""
    headers = house_app.test_client().get(page).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_no_other_site_is_invited_to_read_the_files(house_app: Flask) -> None:
    """Style sheets and scripts are the house's own."""
    with house_app.test_client().get("/static/base/base.css") as answer:
        assert answer.status_code == 200
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("page", ["/", "/en", "/results/", "/results/en", "/healthz", "/nowhere"])
def test_a_public_page_sets_no_cookie_and_reads_none(house_app: Flask, page: str) -> None:
    """Its bytes are the same for everybody."""
    headers = house_app.test_client().get(page).headers
    assert "Set-Cookie" not in headers
    assert "Cookie" not in headers.get("Vary", "")


def test_the_staff_cookie_goes_to_staff_pages_alone(house_app: Flask) -> None:
    """It is out of reach of scripts and of other sites' forms, and no staff page is kept by a browser."""
    answer = house_app.test_client().get("/console/sign-in")
    cookie = answer.headers["Set-Cookie"]
    assert all(part in cookie for part in ("HttpOnly", "Path=/console", "SameSite=Lax"))
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_staff_cookie_is_secure_unless_on_this_machine(database: Database, settings: Settings) -> None:
    """An address others can reach is served over https."""
    there = Settings(settings.database_url, "key", "https://khaosat.example.vn", 1, None)
    client = create_app(there, database).test_client()
    answer = client.get("/console/sign-in", base_url="https://khaosat.example.vn")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_a_site_answers_to_its_own_name_only(database: Database, settings: Settings) -> None:
    """A page asked for under another host name is refused."""
    there = Settings(settings.database_url, "key", "https://khaosat.example.vn", 0, None)
    client = create_app(there, database).test_client()
    assert client.get("/healthz", base_url="https://khaosat.example.vn").status_code == 200
    assert client.get("/healthz", base_url="https://elsewhere.example").status_code == 400


def test_a_failure_tells_its_place_and_no_value(house_app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    """The page has a mark, the log the same mark with class and place; what was sent stands in neither."""

    def fail() -> str:
        raise ValueError(CANARY)

    house_app.add_url_rule("/fail", "fail", public(fail))
    with caplog.at_level(logging.ERROR):
        answer = house_app.test_client().get(f"/fail?phone={CANARY}")
    mark = caplog.records[-1].args[0]  # type: ignore[index] # the log's first word is the mark
    assert answer.status_code == 500
    assert str(mark) in answer.text
    assert "ValueError" in caplog.text
    assert "test_security.py" in caplog.text
    assert CANARY not in caplog.text + answer.text


def test_a_program_gets_a_problem_document(house_app: Flask) -> None:
    """RFC 9457, with the sentence in both languages."""
    answer = house_app.test_client().get("/api/v1/nowhere")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.json is not None
    assert answer.json["sentence"] == {"vi": "Không tìm thấy trang này.", "en": "There is no such page."}


def test_static_files_are_served_and_kept(house_app: Flask) -> None:
    """The one style sheet of the house."""
    with house_app.test_client().get("/static/base/base.css") as answer:
        assert answer.mimetype == "text/css"
        assert "max-age" in answer.headers["Cache-Control"]


def test_the_house_says_when_it_is_up(house_app: Flask) -> None:
    """Alive, and reaching its database."""
    client = house_app.test_client()
    assert (client.get("/healthz").text, client.get("/readyz").text) == ("ok\n", "ready\n")

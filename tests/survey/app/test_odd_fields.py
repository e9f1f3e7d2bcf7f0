"""Whatever a form of the console sends, the answer is a page or one sentence; nothing fails."""

import re
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import survey
from survey.database import Database
from survey.keys import Keys
from tests.survey.office import filled
from tests.survey.staff import hired, signed_in, token_on

NAME = re.compile(r'name="([a-z_]+)"')
FIELDS = sorted(
    {
        name
        for page in Path(survey.__file__).parent.rglob("templates/**/*.html")
        for name in NAME.findall(page.read_text(encoding="utf-8"))
    }
    - {"csrf_token"}
)
"""Every name that a template gives a field."""
ODD = ("é", "\u202e", "\0", "9" * 400, "2026-02-30", "issued/é", "é:é", "1e999")
FAILURE = 500
HASHING = ("/console/sign-in", "/console/account")
"""Where every try takes the time that a password does."""


@pytest.fixture
def database_kind() -> str:
    """SQLite alone: what is odd is refused before it reaches a database."""
    return "sqlite"


@pytest.fixture
def staff(house_app: Flask, database: Database, keys: Keys) -> list[FlaskClient]:
    """The browsers of one who prepares, one who approves and one who keeps accounts; a wave is there to act on."""
    filled(database, keys)
    hired(database, "hoa", "binh", "dung")
    return [signed_in(house_app, name) for name in ("hoa", "binh", "dung")]


def _addresses(app: Flask) -> list[str]:
    """Addresses of the console that a form can be sent to; signing out would end the walk."""
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ()) and "/console" in rule.rule]
    assert len(rules) > 15
    return [address for rule in rules for address in _written(rule.rule) if "sign-out" not in address]


def _written(rule: str) -> list[str]:
    """The address with each of the words that it may hold, on the wave and the draft that are there."""
    words = next((found[1].split(",") for found in re.finditer(r"<any\(([^)]*)\):\w+>", rule)), [""])
    return [re.sub(r"<.*?>", "tiny-2026", re.sub(r"<any\([^>]*>", word.strip(" '\""), rule)) for word in words]


def test_no_odd_value_of_any_field_fails(house_app: Flask, staff: list[FlaskClient]) -> None:
    """The same value in all fields at once, to every address."""
    failed = []
    for client, odd in product(staff, ODD):
        token = token_on(client, "/console/account")
        for address in _addresses(house_app):
            answer = client.post(address, data={**dict.fromkeys(FIELDS, odd), "csrf_token": token})
            failed += [(address, odd)] if answer.status_code >= FAILURE else []
    assert failed == []


def test_one_odd_field_beside_an_odd_file_fails_nothing(house_app: Flask, staff: list[FlaskClient]) -> None:
    """What is looked at only where the others are left out."""
    client, failed = staff[0], []
    token = token_on(client, "/console/account")
    addresses = [one for one in _addresses(house_app) if not one.startswith(HASHING)]
    for address, field in product(addresses, FIELDS):
        form = {field: "é", "csrf_token": token, "file": (BytesIO(b"\xff\0"), "é.yaml")}
        answer = client.post(address, data=form, content_type="multipart/form-data")
        failed += [(address, field)] if answer.status_code >= FAILURE else []
    assert failed == []


@pytest.mark.parametrize("field", ["carried", "carried_media"])
def test_a_file_carried_along_that_is_no_base64_is_a_stale_form(staff: list[FlaskClient], field: str) -> None:
    """Letters with marks are not even ASCII."""
    page = "/console/instruments/check"
    answer = staff[0].post(page, data={field: "é", "csrf_token": token_on(staff[0], page)})
    assert answer.status_code == 400
    assert "Biểu mẫu đã cũ" in answer.text

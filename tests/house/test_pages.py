"""Every page says who may see it; pages without a token against forgery guard themselves by origin."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.pages import guard
from survey.people.roles import ACTS

RESPONDENT = ("/s/", "/i", "/api/v1/")
PLACE = re.compile(r"<(?:([a-z]+)(?:\((\w*)[^)]*\))?:)?\w+>")
EXAMPLES = {"uuid": "6f1ed002-ab59-4b1a-9d3a-0d3a3c2f5a10", "int": "1"}
FOLDING = re.compile(r'<table class="folding.*?</table>', re.DOTALL)
CELL = re.compile(r"<td[^>]*>")
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
REFUSED = {400, 403}
"""No token, or another origin; an address that was not found would have tried neither."""


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The application with all its pages."""
    made = create_app(settings)
    yield made
    made.extensions["thuocdo"].database.close()


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_every_page_is_guarded_or_listed_public(app: Flask) -> None:
    """A view that says neither is shown to nobody, and fails here."""
    known = {guard.PUBLIC, guard.SIGNED_IN, *(act for acts in ACTS.values() for act in acts)}
    said = {rule.rule: guard.guard_of(app.view_functions[rule.endpoint]) for rule in app.url_map.iter_rules()}
    assert said
    assert {rule: word for rule, word in said.items() if word not in known} == {}


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_staff_pages_are_never_public(app: Flask) -> None:
    """Only the two steps of signing in, and choosing a language before it, stand open in the console."""
    open_pages = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/console") and guard.guard_of(app.view_functions[rule.endpoint]) == guard.PUBLIC
    }
    assert open_pages <= {"/console/sign-in", "/console/second-step", "/console/language"}


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_pages_without_a_token_are_respondents_and_guard_by_origin(app: Flask) -> None:
    """The exempt pages are the respondents', whose bytes are the same for everybody, and each refuses other sites."""
    without = {
        rule.rule: app.view_functions[rule.endpoint]
        for rule in app.url_map.iter_rules()
        if CHANGING & (rule.methods or set()) and guard.asks_for_same_origin(app.view_functions[rule.endpoint])
    }
    assert without
    assert [rule for rule in without if not rule.startswith(RESPONDENT)] == []


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_every_changing_page_refuses_another_sites_request(app: Flask) -> None:
    """A request that another site's page sends changes nothing, on any address."""
    client = app.test_client()
    for rule in app.url_map.iter_rules():
        for method in sorted(CHANGING & (rule.methods or set())):
            address = PLACE.sub(lambda place: place[2] or EXAMPLES.get(place[1], "x"), rule.rule)
            answer = client.open(address, method=method, headers={"Sec-Fetch-Site": "cross-site"}, json={})
            assert answer.status_code in REFUSED, (method, rule.rule, answer.status_code)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_tables_that_fold_on_a_phone_say_of_each_cell_what_it_is(app: Flask) -> None:
    """Their heads are hidden there: every cell names its own."""
    cells = [
        (path.name, cell)
        for path in sorted((Path(app.root_path) / "pages/console/templates").rglob("*.html"))
        for table in FOLDING.findall(path.read_text(encoding="utf-8"))
        for cell in CELL.findall(table)
    ]
    assert cells
    assert [(page, cell) for page, cell in cells if "data-head=" not in cell] == []

"""The door: every page says who may see it, and nobody else does."""

import pytest
from flask import Flask
from werkzeug.datastructures import Headers

from survey.database import Database
from survey.keys import Keys
from survey.pages.guard import asks_for_same_origin, from_own_page, guard_of
from survey.people.roles import ACTS
from tests.survey.office import opened
from tests.survey.staff import hired, signed_in

OWN = {"https://khaosat.example.vn"}
ORIGIN_GUARDED = {
    "/s/<wave>/check", "/s/<wave>/send", "/i", "/api/v1/waves/<wave>/responses/<uuid:identifier>",
}  # fmt: skip
"""The only addresses that take a change without a token: a respondent's, whose pages are the same for everybody."""
NOT_FOR = {
    "/console/waves": ("lan",),
    "/console/waves/tiny-2026": ("lan",),
    "/console/waves/tiny-2026/progress": ("lan",),
    "/console/waves/tiny-2026/preview": ("lan", "dung"),
    "/console/waves/tiny-2026/preview.pdf": ("lan", "dung"),
    "/console/waves/tiny-2026/stop": ("lan", "binh", "dung"),
    "/console/waves/tiny-2026/approval": ("lan",),
    "/console/instruments": ("lan",),
    "/console/instruments/shipped/sipas-nhanh": ("lan",),
    "/console/instruments/shipped/sipas-nhanh/file": ("lan",),
    "/console/instruments/shipped/sipas-nhanh/form": ("lan",),
    "/console/instruments/check": ("lan",),
    "/console/instruments/compare": ("lan",),
    "/console/instruments/issue": ("lan", "binh", "dung"),
    "/console/consultations": ("lan", "binh", "dung"),
    "/console/consultations/new": ("lan", "binh", "dung"),
    "/console/consultations/x": ("lan", "binh", "dung"),
    "/console/consultations/x/docx": ("lan", "binh", "dung"),
    "/console/waves/tiny-2026/figures": ("lan", "dung"),
    "/console/waves/tiny-2026/figures/template/generic": ("lan", "binh", "dung"),
    "/console/history": ("lan", "dung"),
    "/console/history/template": ("lan", "binh", "dung"),
    "/console/unit": ("hoa", "binh", "dung"),
}
"""Staff pages and the people who may not see them."""


def test_every_page_is_public_or_asks_for_an_act(house_app: Flask) -> None:
    """An address nobody has marked would be shown to nobody; there is none."""
    known = {"public", "signed_in"} | {act for acts in ACTS.values() for act in acts}
    marks = {rule.rule: guard_of(house_app.view_functions[rule.endpoint]) for rule in house_app.url_map.iter_rules()}
    assert {rule: mark for rule, mark in marks.items() if mark not in known} == {}


def test_a_page_without_a_mark_lets_nobody_in(house_app: Flask, database: Database) -> None:
    """Forgetting the mark closes a page instead of opening it."""
    hired(database, "hoa")
    house_app.add_url_rule("/console/forgotten", "forgotten", lambda: "secret")
    assert house_app.test_client().get("/console/forgotten").status_code == 403
    assert signed_in(house_app, "hoa").get("/console/forgotten").status_code == 403


@pytest.mark.parametrize(("page", "names"), NOT_FOR.items())
def test_a_staff_page_is_shut_to_strangers_and_to_the_wrong_role(
    house_app: Flask, database: Database, keys: Keys, page: str, names: tuple[str, ...]
) -> None:
    """A stranger is led to the sign-in, a colleague without the right gets one sentence."""
    opened(database, keys)
    hired(database, *names)
    stranger = house_app.test_client().get(page)
    assert (stranger.status_code, stranger.headers["Location"]) == (303, f"/console/sign-in?next={page}")
    for name in names:
        answer = signed_in(house_app, name).get(page)
        assert (name, answer.status_code) == (name, 403)
        assert "không có quyền" in answer.text


def test_only_respondents_addresses_take_a_change_without_a_token(house_app: Flask) -> None:
    """Each of them runs the guard against other sites' pages instead."""
    views = house_app.view_functions
    changing = [rule for rule in house_app.url_map.iter_rules() if rule.methods and {"POST", "PUT"} & rule.methods]
    assert {rule.rule for rule in changing if asks_for_same_origin(views[rule.endpoint])} == ORIGIN_GUARDED


@pytest.mark.parametrize("rule", ["/console/sign-in", "/console/sign-out", "/console/language"])
def test_a_staff_form_without_its_token_is_stale(house_app: Flask, rule: str) -> None:
    """One sentence says what to do."""
    answer = house_app.test_client().post(rule, data={"name": "hoa"})
    assert answer.status_code == 400
    assert "Biểu mẫu đã cũ" in answer.text


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://khaosat.example.vn"}, False),
        ({}, True),
        ({"Origin": "https://khaosat.example.vn"}, True),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "null"}, False),
    ],
)
def test_where_a_request_comes_from(headers: dict[str, str], own: bool) -> None:  # noqa: FBT001 - the expected answer
    """The browser's own word counts first; an older one names the origin, a program neither."""
    assert from_own_page(Headers(headers), OWN) is own

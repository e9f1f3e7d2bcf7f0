"""The form of publication on the page that prepares a result: what is offered first, asked again, and shown later."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from reports.public_form import PublicForm
from survey.clock import Clock
from survey.database import Database
from survey.jobs.kinds import Bench
from survey.jobs.worker import work_once
from survey.keys import Keys
from survey.publishing.publish import PLAIN_PAPER
from survey.records import Publication
from tests.survey.office import filled
from tests.survey.staff import hired, posted, signed_in

WAVE = "/console/waves/tiny-2026"
PREPARE = f"{WAVE}/prepare"


@pytest.fixture
def hoa(house_app: Flask, database: Database, keys: Keys, clock: Clock) -> FlaskClient:
    """The browser of the officer who prepares; the wave is scored."""
    filled(database, keys)
    hired(database, "hoa", "binh")
    browser, bench = signed_in(house_app, "hoa"), Bench(database, keys, PLAIN_PAPER, clock)
    for act in ("stop", "close", "score"):
        assert posted(browser, f"{WAVE}/{act}").status_code == 303
        work_once(bench)
    return browser


def _prepared(database: Database) -> list[tuple[str, int | None, str | None]]:
    with database.reading() as tx:
        return [(one.form, one.form_first, one.form_decision) for one in tx.scalars(select(Publication))]


def test_every_rank_is_offered_where_the_instrument_names_no_form(hoa: FlaskClient, database: Database) -> None:
    """As it stands there, the page prepares the full ranking, by no decision."""
    page = hoa.get(PREPARE).text
    assert '<option value="full" selected>' in page
    assert all(f'<option value="{kind}">' in page for kind in ("top_k", "bands", "distribution"))
    assert posted(hoa, PREPARE, form="full", first="", decision="").status_code == 303
    assert _prepared(database) == [("full", None, None)]


def test_the_form_that_the_instrument_names_is_offered_first(hoa: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its number of ranks; the decision is for the office to enter."""
    monkeypatch.setattr("survey.pages.console.acts.usual_form", lambda _: PublicForm("top_k", 3))
    page = hoa.get(PREPARE).text
    assert '<option value="top_k" selected>' in page
    assert 'name="first" value="3"' in page
    assert 'name="decision" value=""' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"form": "bands", "first": "", "decision": " "}, "số quyết định"),
        ({"form": "top_k", "first": "", "decision": "45/QĐ-UBND"}, "hạng"),
        ({"form": "top_k", "first": "ba", "decision": "45/QĐ-UBND"}, "hạng"),
        ({"form": "distribution", "first": "3", "decision": "45/QĐ-UBND"}, "hạng"),
    ],
)
def test_a_form_that_lacks_something_is_asked_again_as_it_was_typed(
    hoa: FlaskClient, database: Database, typed: dict[str, str], sentence: str
) -> None:
    """One sentence, and nothing is prepared."""
    answer = posted(hoa, PREPARE, **typed)
    assert answer.status_code in (409, 422)
    assert answer.text.count('role="alert"') == 1
    assert sentence in answer.text.partition('role="alert"')[2].partition("</p>")[0]
    assert f'<option value="{typed["form"]}" selected>' in answer.text
    assert f'name="first" value="{typed["first"]}"' in answer.text
    assert _prepared(database) == []


def test_whoever_approves_reads_which_form_was_chosen(house_app: Flask, hoa: FlaskClient, database: Database) -> None:
    """With the number of ranks and the decision it rests on."""
    assert posted(hoa, PREPARE, form="top_k", first="2", decision="45/QĐ-UBND").status_code == 303
    assert _prepared(database) == [("top_k", 2, "45/QĐ-UBND")]
    page = signed_in(house_app, "binh").get(f"{WAVE}/approve").text
    assert "</strong> (2), 45/QĐ-UBND" in page

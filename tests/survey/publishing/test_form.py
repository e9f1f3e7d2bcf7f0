"""The form of publication: chosen when a result is prepared, by a decision, and kept through to the last file."""

import json

import pytest
from sqlalchemy import select

from reports.documents import OWN
from reports.public_form import PublicForm
from survey import blobs
from survey.errors import Refused
from survey.publishing.advice import FORMS
from survey.publishing.form import is_beyond
from survey.publishing.publish import PLAIN_PAPER, publish_rendered
from survey.publishing.render import render
from survey.records import Approval, AuditEvent, Publication, PublicationFile
from tests.survey.office import DAY, NOW
from tests.survey.publishing.conftest import Result

BANDS = PublicForm("bands", None, "45/QĐ-UBND")


def _published(result: Result, form: PublicForm) -> dict[str, bytes]:
    """Every file of the publication."""
    result.prepare(form=form)
    result.approve()
    result.publish()
    with result.database.reading() as tx:
        return {row.name: blobs.load(tx, row.plain) for row in tx.scalars(select(PublicationFile))}


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (PublicForm("bands"), "needs a decision number"),
        (PublicForm("distribution", None, "  "), "needs a decision number"),
        (PublicForm("top_k", None, "45/QĐ-UBND"), "How many ranks are named"),
        (PublicForm("top_k", 0, "45/QĐ-UBND"), "How many ranks are named"),
        (PublicForm("bands", 3, "45/QĐ-UBND"), "How many ranks are named"),
    ],
)
def test_a_form_is_refused_without_what_it_needs(result: Result, form: PublicForm, sentence: str) -> None:
    """One sentence says what to enter; nothing is prepared."""
    with pytest.raises(Refused, match=sentence):
        result.prepare(form=form)
    with result.database.reading() as tx:
        assert tx.scalars(select(Publication)).all() == []


def test_a_form_within_the_advice_needs_no_reason(real_result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups where groups are advised; the first ranks are more than that."""
    monkeypatch.setattr("survey.publishing.prepare.advised_form", lambda _: "bands")
    with pytest.raises(Refused, match="Publishing more needs a recorded reason"):
        real_result.prepare(form=PublicForm("top_k", 3, "45/QĐ-UBND"))
    assert real_result.prepare(form=BANDS).form == "bands"


@pytest.mark.parametrize(
    ("advised", "beyond"),
    [("distribution", {"full", "top_k", "bands"}), ("bands", {"full", "top_k"}), ("full_ranks", set())],
)
def test_what_prints_more_than_is_advised(advised: str, beyond: set[str]) -> None:
    """For each advice that scoring gives."""
    assert advised in FORMS
    forms = (PublicForm("full"), PublicForm("top_k", 3), PublicForm("bands"), PublicForm("distribution"))
    assert {form.kind for form in forms if is_beyond(form, advised)} == beyond


def test_another_form_asks_for_approval_again_and_stands_in_the_record(result: Result) -> None:
    """Full ranks were approved; groups were not."""
    result.prepare()
    result.approve()
    result.prepare(form=BANDS)
    with result.database.reading() as tx:
        assert tx.scalars(select(Approval)).all() == []
        last = tx.scalars(select(AuditEvent).order_by(AuditEvent.n.desc())).first()
    assert last is not None
    assert {"form": "bands", "decision": "45/QĐ-UBND"}.items() <= json.loads(last.text)["facts"].items()


def test_groups_are_published_without_a_scorecard_for_everybody(result: Result) -> None:
    """Each unit's own card is kept apart; the record of public files names none."""
    files = _published(result, BANDS)
    cards = {name for name in files if "phieu-diem" in name or "scorecards" in name}
    assert cards
    assert {name for name in cards if not name.startswith(OWN)} == set()
    assert "Theo hình thức công bố tại Quyết định số 45/QĐ-UBND" in files["pages/vi"].decode()
    assert b"phieu-diem" not in files["report.json"]


def test_pages_rendered_in_another_form_are_not_published(result: Result) -> None:
    """The worker rendered full ranks; meanwhile somebody chose groups."""
    result.prepare()
    result.approve()
    with result.database.writing() as tx:
        publication = tx.scalars(select(Publication)).one()
        rendered = render(tx, publication, DAY, PLAIN_PAPER)
        publication.form, publication.form_decision = "bands", "45/QĐ-UBND"
        tx.flush()
        with pytest.raises(Refused, match="out of date"):
            publish_rendered(tx, publication, rendered, NOW, result.officer)

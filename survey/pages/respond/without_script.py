"""The path without script: the form is checked, units are asked about in turn, all is shown for review, then sent."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from flask import Blueprint, Response, make_response, request
from sqlalchemy.orm import Session

from instruments.answers import check_document
from instruments.model import Instrument
from survey.collecting.submit import submit
from survey.collecting.welcome import refusal_for
from survey.errors import Refused
from survey.pages.guard import public, same_origin
from survey.pages.house import house
from survey.pages.respond.body import read_submission, small_enough
from survey.pages.respond.channel import channel_of
from survey.pages.respond.cookie import take_code
from survey.pages.respond.in_words import summary_of
from survey.pages.respond.invited import invited_units
from survey.pages.respond.turns import Turn, blanks, page_of, step_of, turn_page, turns_of, with_identifier
from survey.pages.respond.typed import (
    anchors_of,
    document_of,
    hidden_document,
    leaves_out,
    typed_in,
    typed_of,
    with_errors,
)
from survey.preparing.issue import instrument_of
from survey.preparing.page_bytes import OPENED, Form, Typed, form_of, form_page, render, sheet_of, units_allowed
from survey.preparing.wave import wave_by_code
from survey.records import Wave
from survey.wording import text

blueprint = Blueprint("without_script", __name__)
DECLINED = "no"


@blueprint.post("/s/<wave>/check")
@public
@small_enough
@same_origin
def check(wave: str) -> Response:
    """Shows the answers for review; stores nothing. Shows the form again where something is to be mended."""
    with house().database.reading() as tx:
        there = wave_by_code(tx, wave)
        refused = refusal_for(tx, there, channel_of(tx, there))
        if refused:
            raise refused
        form = _form(tx, there)
        if request.form.get("mend"):
            carried = {name: request.form.get(name, "") for name in ("consent", "identifier")}
            return _page(form_page(form, typed_of(_hidden(), **carried)))
        return _checked(tx, there, form, _typed(tx, there))


@blueprint.post("/s/<wave>/send")
@public
@small_enough
@same_origin
def send(wave: str) -> Response:
    """Stores the reviewed answers; sending the same page again is harmless."""
    submission = read_submission(_identifier(), _body())
    with house().database.writing() as tx:
        there = wave_by_code(tx, wave)
        form = _form(tx, there)
        submit(tx, there, submission, channel_of(tx, there), house().now)
    return take_code(_page(render("thanks.html", form.language, form=form, form_address=_address(form))))


def _checked(tx: Session, wave: Wave, form: Form, typed: Typed) -> Response:
    if typed.value("consent") == DECLINED:
        return _page(render("declined.html", form.language, form=form, form_address=_address(form)))
    instrument = instrument_of(tx, wave.instrument)
    typed = with_identifier(form, typed)
    document = document_of(instrument, typed)
    turns = turns_of(form, instrument, typed)
    posted = min(step_of(typed), len(turns))
    wrong = (*_errors(tx, wave, form, typed, document), *blanks(form, instrument, typed, turns[:posted]))
    if form.opening and not typed.value(OPENED):
        return _opened(form, typed, wrong)
    if wrong:
        return _page(_again(form, turns, typed, wrong), 422)
    if posted < len(turns):
        return _page(turn_page(form, turns, posted + 1, with_errors(typed, (), was_asked_again=False)))
    return _page(_review(form, instrument, typed, document))


def _opened(form: Form, typed: Typed, wrong: Sequence[tuple[str, str]]) -> Response:
    """What follows the page that stands before everything else; that page once more where something on it is wrong."""
    here = [one for one in wrong if one[0] in sheet_of(form, typed).anchors]
    if here:
        return _page(form_page(form, with_errors(typed, here, was_asked_again=True)), 422)
    passed = replace(typed, values={**typed.values, OPENED: ("1",)})
    return _page(form_page(form, with_errors(passed, (), was_asked_again=False)))


def _again(form: Form, turns: Sequence[Turn], typed: Typed, wrong: Sequence[tuple[str, str]]) -> str:
    """The first page with something to be mended, and what that is."""
    pages = {anchor: page_of(anchor, turns) for anchor, _sentence in wrong}
    first = min(pages.values())
    here = [one for one in wrong if pages[one[0]] == first]
    again = with_errors(typed, here, was_asked_again=True)
    if not first and not sheet_of(form, typed).anchors & {anchor for anchor, _sentence in here}:
        again = replace(again, values={name: said for name, said in again.values.items() if name != OPENED})
    return turn_page(form, turns, first, again) if first else form_page(form, again)


def _errors(
    tx: Session, wave: Wave, form: Form, typed: Typed, document: Mapping[str, object]
) -> tuple[tuple[str, str], ...]:
    instrument = instrument_of(tx, wave.instrument)
    found = check_document(instrument, document, units_allowed(tx, wave, instrument))
    refused = Refused("answers-invalid", places=tuple((error.place, error.message) for error in found))
    no_consent = typed.value("consent") != form.consent_mark
    consent = (("consent", text("form.consent_missing", form.spoken)),) if no_consent else ()
    return (*consent, *anchors_of(refused, form))


def _review(form: Form, instrument: Instrument, typed: Typed, document: Mapping[str, object]) -> str:
    return render(
        "review.html",
        form.language,
        form=form,
        summary=summary_of(form, instrument, document),
        left_out=leaves_out(instrument, typed, document),
        hidden=(
            ("identifier", typed.value("identifier") or str(uuid4())),
            ("instrument", form.fingerprint),
            ("language", form.language),
            ("consent", form.consent_mark),
            ("document", hidden_document(document)),
        ),
    )


def _typed(tx: Session, wave: Wave) -> Typed:
    """What was typed, with the unit of the invitation where the field was left blank."""
    typed = typed_in(request.form)
    given = {name: values for name, values in typed.values.items() if any(values)}
    return Typed(invited_units(tx, wave) | given, was_asked_again=typed.was_asked_again)


def _body() -> bytes:
    """The hidden fields as the body that a script would have sent."""
    paradata = {"language": request.form.get("language", ""), "consent": request.form.get("consent", "")}
    body = {"instrument": request.form.get("instrument", ""), "document": _hidden(), "paradata": paradata}
    return json.dumps(body).encode()


def _hidden() -> Mapping[str, object]:
    try:
        document = json.loads(request.form.get("document", ""))
    except (ValueError, RecursionError):
        raise Refused("stale-form") from None
    return document if isinstance(document, Mapping) else {}


def _identifier() -> UUID:
    try:
        return UUID(request.form.get("identifier", ""))
    except ValueError:
        raise Refused("stale-form") from None


def _form(tx: Session, wave: Wave) -> Form:
    languages = instrument_of(tx, wave.instrument).languages
    asked = request.form.get("language", "")
    return form_of(tx, wave, asked if asked in languages else languages[0])


def _address(form: Form) -> str:
    return f"/s/{form.wave}" if form.language == "vi" else f"/s/{form.wave}/{form.language}"


def _page(page: str, status: int = 200) -> Response:
    response = make_response(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response

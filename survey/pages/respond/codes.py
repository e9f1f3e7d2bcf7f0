"""The way in with an invitation: typed, in a link or in a QR code; looking at it uses nothing up."""

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from survey.collecting.redeem import Good, draft_letters, find, good_for
from survey.errors import Refused
from survey.pages.guard import public, same_origin
from survey.pages.house import house
from survey.pages.respond.body import small_enough
from survey.pages.respond.cookie import give_code
from survey.preparing.office import contact_of
from survey.preparing.page_bytes import render
from survey.wording import text

blueprint = Blueprint("codes", __name__)
LANGUAGE = "vi"
OPEN = {"trial", "open"}


@blueprint.get("/i")
@public
def ask_code() -> Response:
    """A field for the code of a letter."""
    return _ask("", None, 200)


@blueprint.post("/i")
@public
@small_enough
@same_origin
def typed_code() -> AnyResponse:
    """The code as typed."""
    return _enter(request.form.get("code", ""))


@blueprint.get("/i/<code>")
@public
def linked_code(code: str) -> AnyResponse:
    """The code of a link or QR code."""
    return _enter(code)


def _enter(code: str) -> AnyResponse:
    try:
        waves = _good_waves(code)
    except Refused as refused:
        return _ask(code, refused.sentence(LANGUAGE), refused.status)
    links = [(good.wave.name_vi, f"/s/{good.wave.code}#i={draft_letters(house().keys, code)}") for good in waves]
    response = redirect(links[0][1], 303) if len(links) == 1 else _list(links)
    response.headers["Cache-Control"] = "no-store"
    give_code(response, code)
    return response


def _good_waves(code: str) -> list[Good]:
    """The waves still open to a code; Refused where it is unknown, used, or all of them have ended."""
    with house().database.reading() as tx:
        invitation = find(tx, house().keys, code)
        if invitation is None:
            raise Refused("code-unknown")
        waves = good_for(tx, invitation)
        unused = [good for good in waves if not good.is_used]
        if not unused:
            raise Refused("code-used", {"phone": contact_of(tx, waves[0].wave)})
        still_open = [good for good in unused if good.wave.state in OPEN]
        if not still_open:
            raise _not_open(unused[0])
        return still_open


def _not_open(good: Good) -> Refused:
    if good.wave.state == "draft":
        return Refused("wave-not-open", {"day": f"{good.wave.period_from:%d/%m/%Y}"})
    return Refused("wave-over", {"day": f"{good.wave.stopped or good.wave.period_to:%d/%m/%Y}"})


def _list(links: list[tuple[str, str]]) -> Response:
    page = render("waves.html", LANGUAGE, title=text("form.waves_title", LANGUAGE), links=links)
    return make_response(page)


def _ask(code: str, sentence: str | None, status: int) -> Response:
    title = text("form.code_title", LANGUAGE)
    response = make_response(render("code.html", LANGUAGE, title=title, typed=code, sentence=sentence), status)
    response.headers["Cache-Control"] = "no-store"
    return response

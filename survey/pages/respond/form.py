"""The form as stored bytes, and how the survey stands, asked by the script before the first question."""

from flask import Blueprint, Response, jsonify

from survey.collecting.redeem import in_wave
from survey.collecting.welcome import refusal_for
from survey.errors import Refused
from survey.pages.guard import public
from survey.pages.house import house
from survey.pages.respond.channel import channel_of
from survey.pages.stored import Stored, serve
from survey.preparing.versions import versions_of
from survey.preparing.wave import wave_by_code
from survey.records import WavePage
from survey.wording import LANGUAGES

blueprint = Blueprint("form", __name__)
FRESH = "private, no-cache"


@blueprint.get("/s/<wave>")
@public
def form_vi(wave: str) -> Response:
    """The form in Vietnamese."""
    return _stored(wave, "form.vi")


@blueprint.get("/s/<wave>/form.js")
@public
def script(wave: str) -> Response:
    """The script of the form."""
    return _stored(wave, "form.js")


@blueprint.get("/s/<wave>/form.css")
@public
def style(wave: str) -> Response:
    """The style sheet of the form."""
    return _stored(wave, "form.css")


@blueprint.get("/s/<wave>/<language>")
@public
def form(wave: str, language: str) -> Response:
    """The form in another language."""
    return _stored(wave, f"form.{language}")


@blueprint.get("/s/<wave>/status")
@public
def status(wave: str) -> Response:
    """Whether answers are taken from this visitor, which version is asked, and what the invitation says.

    Who holds a version among those that the one of now `corrects` may finish with it; a new beginning takes the newer.
    """
    with house().database.reading() as tx:
        there = wave_by_code(tx, wave)
        channel = channel_of(tx, there)
        labels = in_wave(tx, there, channel.invitation)
        newest, *earlier = versions_of(tx, there)
        refused = refusal_for(tx, there, channel)
        body = {
            "state": there.state,
            "trial": there.state == "trial",
            "instrument": newest,
            "corrects": earlier,
            "invited": labels is not None,
            "used": labels is not None and labels.state == "used",
            "unit": labels.unit if labels else None,
            "role": labels.role if labels else None,
            "refusal": {one: refused.sentence(one) for one in LANGUAGES} if refused else None,
        }
    return jsonify(body)


def _stored(wave: str, name: str) -> Response:
    """Stored bytes, which the browser alone may keep, asking each time whether they are still the ones."""
    with house().database.reading() as tx:
        page = tx.get(WavePage, (wave_by_code(tx, wave).id, name))
        if page is None:
            raise Refused("unknown-wave", {"wave": wave})
        return serve(tx, Stored(page.media_type, page.plain, page.zipped, FRESH))

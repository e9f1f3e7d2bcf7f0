"""The form as stored bytes, and how the survey stands, asked by the script before the first question."""

from typing import Literal

from flask import Blueprint, Response, jsonify, request

from survey import blobs
from survey.collecting.redeem import in_wave
from survey.collecting.welcome import refusal_for
from survey.errors import Refused
from survey.pages.guard import public
from survey.pages.house import house
from survey.pages.respond.channel import channel_of
from survey.preparing.wave import wave_by_code
from survey.records import WavePage
from survey.wording import LANGUAGES

blueprint = Blueprint("form", __name__)
FRESH = "no-cache"
"""A browser keeps the page and asks each time whether it is still the one."""
Encoding = Literal["gzip", "identity"]


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
    """Whether answers are taken from this visitor, which version is asked, and what the invitation says."""
    with house().database.reading() as tx:
        there = wave_by_code(tx, wave)
        channel = channel_of(tx, there)
        labels = in_wave(tx, there, channel.invitation)
        refused = refusal_for(tx, there, channel)
        body = {
            "state": there.state,
            "trial": there.state == "trial",
            "instrument": there.instrument,
            "invited": labels is not None,
            "used": labels is not None and labels.state == "used",
            "unit": labels.unit if labels else None,
            "role": labels.role if labels else None,
            "refusal": {one: refused.sentence(one) for one in LANGUAGES} if refused else None,
        }
    return jsonify(body)


def _stored(wave: str, name: str) -> Response:
    """Stored bytes, plain or compressed as the client takes them.

    No Vary: the answer may be kept by the browser alone (`private`), and one browser always takes the same coding.
    """
    zips = request.accept_encodings.quality("gzip") > 0
    with house().database.reading() as tx:
        page = tx.get(WavePage, (wave_by_code(tx, wave).id, name))
        if page is None:
            raise _no_page(wave)
        response = Response(mimetype=None, content_type=page.media_type)
        response.set_etag(page.zipped if zips else page.plain)
        response.headers["Cache-Control"] = f"private, {FRESH}"
        if zips:
            response.headers["Content-Encoding"] = "gzip"
        if request.if_none_match.contains(response.get_etag()[0] or ""):
            response.status_code = 304
            return response
        response.set_data(blobs.load(tx, page.zipped if zips else page.plain))
    return response


def _no_page(wave: str) -> Refused:
    return Refused("unknown-wave", {"wave": wave})

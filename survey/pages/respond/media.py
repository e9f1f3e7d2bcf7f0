"""Pictures and audio of a wave's form, each at an address of its own content."""

from flask import Blueprint, Response, request
from sqlalchemy.orm import Session

from survey.blobs import load
from survey.errors import Refused
from survey.pages.guard import public
from survey.pages.house import house
from survey.preparing.media import type_issued
from survey.preparing.versions import versions_of
from survey.preparing.wave import wave_by_code

blueprint = Blueprint("media", __name__)
FOR_EVER = "public, max-age=31536000, immutable"


@blueprint.get("/s/<wave>/media/<digest>")
@public
def media(wave: str, digest: str) -> Response:
    """A file of a version that the wave asks or has asked; of no other instrument, and of none before the form is.

    Who prepares a wave sees them beside the instrument (`survey.pages.console.instruments.pages`).
    """
    with house().database.reading() as tx:
        there = wave_by_code(tx, wave)
        if there.state == "draft":
            raise Refused("not-found")
        return media_answer(tx, type_issued(tx, versions_of(tx, there), digest), digest)


def media_answer(tx: Session, media_type: str | None, digest: str) -> Response:
    """The file of that digest as one of its type; refuses (not-found) one that is of no type.

    Parts of it are sent to whoever asks for parts, as players on phones do.
    """
    if media_type is None:
        raise Refused("not-found")
    data = load(tx, digest)
    answer = Response(data, content_type=media_type)
    answer.set_etag(digest[:32])
    answer.headers["Cache-Control"] = FOR_EVER
    answer.make_conditional(request, accept_ranges=True, complete_length=len(data))
    return answer

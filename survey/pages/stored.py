"""Serves bytes kept in the database: as they are, or in their gzip form to whoever takes it."""

from dataclasses import dataclass

from flask import Response, request
from sqlalchemy.orm import Session

from survey.blobs import load


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes by their SHA-256, with their gzip form where that is kept; `cache` says who may keep them how long."""

    media_type: str
    plain: str
    zipped: str | None
    cache: str
    file_name: str | None = None


def serve(tx: Session, stored: Stored) -> Response:
    """The bytes with their ETag; 304 to whoever has them already."""
    takes_gzip = stored.zipped is not None and request.accept_encodings["gzip"] > 0
    answer = Response(content_type=stored.media_type)
    # The two forms are different bytes, so they bear different marks.
    answer.set_etag(f"{stored.plain[:32]}{'-gzip' if takes_gzip else ''}")
    answer.headers["Cache-Control"] = stored.cache
    # What one browser keeps for itself needs no Vary: it always takes the same coding.
    if stored.zipped is not None and stored.cache.startswith("public"):
        answer.vary.add("Accept-Encoding")
    if stored.file_name:
        answer.headers["Content-Disposition"] = f'attachment; filename="{stored.file_name}"'
    if request.if_none_match.contains(answer.get_etag()[0] or ""):
        answer.status_code = 304
        return answer
    if takes_gzip:
        answer.headers["Content-Encoding"] = "gzip"
    answer.set_data(load(tx, stored.zipped if takes_gzip and stored.zipped else stored.plain))
    return answer

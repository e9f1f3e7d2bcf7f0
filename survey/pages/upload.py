"""How much a request may hold: little everywhere, more where staff bring files; what is too much is read to its end."""

from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from flask import Flask, Response, current_app, request
from werkzeug.wsgi import LimitedStream

from survey.errors import Refused
from survey.pages.door import asking

LARGEST_BODY: Final = 256 * 1024
LARGEST_UPLOAD: Final = 20_000_000
"""Bytes of a form with files."""
MOST_THROWN_AWAY: Final = 200_000_000
PIECE: Final = 64 * 1024
TOO_LARGE: Final = 413
_FILES: Final = "thuocdo_takes_files"
P = ParamSpec("P")
R = TypeVar("R")


def takes_files(view: Callable[P, R]) -> Callable[P, R]:
    """Marks a page whose form holds files."""
    setattr(view, _FILES, True)
    return view


def limit_bodies(app: Flask) -> None:
    """Sets the limit of every request; called before anything else looks at a form."""
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, MAX_FORM_MEMORY_SIZE=LARGEST_BODY)
    app.before_request(_allow_files)
    app.after_request(_throw_away)


def too_large() -> Refused:
    """What a page says of a request that was too large."""
    if not _holds_files():
        return Refused("body-too-large")
    return Refused("upload-too-large", {"most": LARGEST_UPLOAD // 1_000_000}) if asking() else Refused("sign-in-needed")


def _allow_files() -> None:
    """Strangers send no files, not even to be refused."""
    if _holds_files() and asking():
        request.max_content_length = LARGEST_UPLOAD
        request.max_form_memory_size = LARGEST_UPLOAD


def _holds_files() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return request.method == "POST" and bool(getattr(view, _FILES, False))


def _throw_away(response: Response) -> Response:
    """Reads what was refused unread: a browser shows no answer while it is still sending, only a broken line."""
    declared, most = request.content_length or 0, request.max_content_length
    if most is not None and most < declared <= MOST_THROWN_AWAY:
        rest = LimitedStream(request.environ["wsgi.input"], declared)
        while rest.read(PIECE):
            pass
    return response

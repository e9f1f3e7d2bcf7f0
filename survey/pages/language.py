"""Which language a page speaks: a public page what its address says, a staff page what its reader chose."""

from flask import Flask, current_app, request, session
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from reports.wording import simulated_mark
from survey.wording import LANGUAGES, text

DEFAULT = LANGUAGES[0]
STAFF = "/console"


def spoken() -> str:
    """The language of the page being answered."""
    if request.path.startswith(STAFF):
        return str(session.get("language", DEFAULT))
    last = request.path.rstrip("/").rsplit("/", 1)[-1]
    return last if last in LANGUAGES else DEFAULT


def speak(language: str) -> None:
    """Has the staff pages of this browser speak a language; one we do not know changes nothing."""
    if language in LANGUAGES:
        session["language"] = language


def page_here() -> str:
    """The page that the request's form stood on: its own address, or the one above it that can be opened."""
    here = request.path
    while here.count("/") > 1 and not _opens(here):
        here = here.rpartition("/")[0]
    return here


def _opens(path: str) -> bool:
    try:
        current_app.url_map.bind("").match(path, "GET")
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    return True


def give_words(app: Flask) -> None:
    """Lets templates write `t("key", word=…)` in the language of the page."""
    app.context_processor(lambda: {"language": spoken(), "t": _text, "page_here": page_here})
    app.jinja_env.globals["simulated_mark"] = simulated_mark


def _text(key: str, **words: object) -> str:
    return text(key, spoken(), **words)

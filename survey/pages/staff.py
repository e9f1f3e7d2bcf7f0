"""Signing in and out, and the language the staff pages speak."""

from urllib.parse import urlsplit
from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, session, url_for
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from survey.errors import Refused
from survey.pages.caller import caller
from survey.pages.door import Staff, asking
from survey.pages.guard import SIGNED_IN, guarded, public
from survey.pages.house import house
from survey.pages.language import speak, spoken
from survey.people.second_step import SecondStep, give_code, waits_for_code
from survey.people.sign_in import person_of, sign_in, sign_out

blueprint = Blueprint("staff", __name__, url_prefix="/console")
START = "/console/"
WAITING = "waiting"
"""Where a browser keeps the key of a sign-in whose second step is to come."""


@blueprint.get("/sign-in", endpoint="sign_in")
@public
def ask_name() -> Response:
    """The form to sign in with; whoever is signed in goes on."""
    return _form() if asking() is None else redirect(_next(), code=303)


@blueprint.post("/sign-in")
@public
def enter() -> Response:
    """Signs in under a new session, so that nobody inherits one."""
    here = house()
    try:
        name, password = (request.form.get(field, "") for field in ("name", "password"))
        key = sign_in(here.database, name, password, here.now, caller())
    except Refused as refused:
        return _form(refused)
    return _go_on(key)


@blueprint.get("/second-step", endpoint="second_step")
@public
def ask_code() -> Response:
    """The form for the code of the second step; whoever has not given a password begins there."""
    return _code_form() if _waiting() else redirect(url_for("staff.sign_in", next=_next()), code=303)


@blueprint.post("/second-step")
@public
def take_second_step() -> Response:
    """Completes the sign-in, again under a new session."""
    here, key = house(), _waiting()
    if key is None:
        return redirect(url_for("staff.sign_in", next=_next()), code=303)
    step = SecondStep(key, request.form.get("code", ""), caller())
    try:
        give_code(here.database, here.keys, step, here.now)
    except Refused as refused:
        return _code_form(refused)
    return _go_on(key)


@blueprint.post("/sign-out")
@guarded(SIGNED_IN)
def leave() -> Response:
    """Ends the sign-in in the database, not only in this browser."""
    with house().database.writing() as tx:
        sign_out(tx, UUID(current_user.id))
    logout_user()
    return redirect(url_for("staff.sign_in"), code=303)


@blueprint.post("/language")
@public
def choose_language() -> Response:
    """Has the staff pages speak another language and shows the same page again."""
    speak(request.form.get("language", ""))
    return redirect(_wanted(), code=303)


def _go_on(key: UUID) -> Response:
    """To the page asked for under a new session, or to the second step."""
    language, here = spoken(), house()
    session.clear()
    speak(language)
    with here.database.reading() as tx:
        person, waits = person_of(tx, key, here.now), waits_for_code(tx, key, here.now)
    if waits:
        session[WAITING] = str(key)
        return redirect(url_for("staff.second_step", next=_next()), code=303)
    if person:
        login_user(Staff(key, person))
    return redirect(_next(), code=303)


def _waiting() -> UUID | None:
    """The sign-in of this browser that waits for its second step."""
    here, kept = house(), session.get(WAITING)
    if kept is None:
        return None
    with here.database.reading() as tx:
        return UUID(kept) if waits_for_code(tx, UUID(kept), here.now) else None


def _code_form(refused: Refused | None = None) -> Response:
    sentence = refused.sentence(spoken()) if refused else None
    page = render_template("staff/second_step.html", sentence=sentence, next=_next())
    return make_response(page, refused.status if refused else 200)


def _form(refused: Refused | None = None) -> Response:
    sentence = refused.sentence(spoken()) if refused else None
    page = render_template("staff/sign_in.html", sentence=sentence, name=request.form.get("name", ""), next=_next())
    return make_response(page, refused.status if refused else 200)


def _next() -> str:
    """Where to go on once signed in: a page of the staff, none of those on the way in."""
    wanted = _wanted()
    return START if wanted.endswith(("/sign-in", "/second-step")) else wanted


def _wanted() -> str:
    """The page of the staff that the request names, never an address of somebody else's."""
    try:
        wanted = urlsplit(request.values.get("next", ""))
    except ValueError:
        return START
    own = not wanted.scheme and not wanted.netloc and wanted.path.startswith("/console/")
    return wanted.path if own else START

"""Signing in and out, and the language the staff pages speak."""

from urllib.parse import urlsplit
from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, session, url_for
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from survey.errors import Refused
from survey.pages.door import Staff, asking
from survey.pages.guard import SIGNED_IN, guarded, public
from survey.pages.house import house
from survey.pages.language import speak, spoken
from survey.pages.network import network_mark
from survey.people.sign_in import person_of, sign_in, sign_out

blueprint = Blueprint("staff", __name__, url_prefix="/console")
START = "/console/"


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
        key = sign_in(here.database, name, password, here.now, network_mark(here.keys, request.remote_addr))
    except Refused as refused:
        return _form(refused)
    language = spoken()
    session.clear()
    speak(language)
    with here.database.reading() as tx:
        person = person_of(tx, key, here.now)
    if person:
        login_user(Staff(key, person))
    return redirect(_next(), code=303)


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
    return redirect(_next(), code=303)


def _form(refused: Refused | None = None) -> Response:
    sentence = refused.sentence(spoken()) if refused else None
    page = render_template("staff/sign_in.html", sentence=sentence, name=request.form.get("name", ""), next=_next())
    return make_response(page, refused.status if refused else 200)


def _next() -> str:
    """Where to go on: a page of the staff, never an address of somebody else's."""
    try:
        wanted = urlsplit(request.values.get("next", ""))
    except ValueError:
        return START
    own = not wanted.scheme and not wanted.netloc and wanted.path.startswith("/console/")
    return wanted.path if own and not wanted.path.endswith("/sign-in") else START

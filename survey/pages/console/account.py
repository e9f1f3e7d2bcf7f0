"""The person's own account: password, device for codes, recovery codes, and where it is signed in."""

from collections.abc import Callable
from uuid import UUID

import segno
from flask import Blueprint, flash, make_response, redirect, render_template, request
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey.clock import hour_of
from survey.errors import Refused
from survey.pages.caller import caller
from survey.pages.door import signed_in
from survey.pages.guard import SIGNED_IN, guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.people.code_device import (
    codes_left,
    confirm_device,
    has_second_factor,
    offer_device,
    remove_device,
    renew_codes,
    take_either_code,
)
from survey.people.passwords import change_password
from survey.people.second_step import door_of_codes
from survey.people.sessions import end_sessions, make_strong, sessions_of
from survey.people.sign_in import count_try, door_of, forget_tries
from survey.wording import text

blueprint = Blueprint("account", __name__, url_prefix="/console/account", template_folder="templates")
HERE = "/console/account"
QR_BORDER = 2


@blueprint.get("")
@guarded(SIGNED_IN)
def show() -> str:
    """What the account holds, with a form for each change."""
    return _page()


@blueprint.post("/password")
@guarded(SIGNED_IN)
def set_password() -> Response:
    """Sets a new password and ends every other session."""
    fields = request.form

    def count() -> None:
        if fields.get("new") != fields.get("again"):
            raise Refused("password-repeat")
        _count(_door_of_password())

    def change(tx: Session) -> None:
        change_password(tx, signed_in(), fields.get("old", ""), fields.get("new", ""), house().now)
        forget_tries(tx, _door_of_password())
        end_sessions(tx, signed_in(), house().now, but=_own())

    return _done("password", change, count)


@blueprint.post("/sessions")
@guarded(SIGNED_IN)
def end() -> Response:
    """Ends one session, or all but this one."""

    def ended(tx: Session) -> None:
        only = _key(request.form.get("session", ""))
        end_sessions(tx, signed_in(), house().now, only=only, but=None if only else _own())

    return _done("sessions", ended)


@blueprint.get("/device")
@guarded(SIGNED_IN)
def offer() -> str:
    """The secret for a new device, as a picture and to type."""
    return _offered()


@blueprint.post("/device")
@guarded(SIGNED_IN)
def confirm() -> Response:
    """Takes the device on and shows the recovery codes this once."""
    here = house()
    try:
        with here.database.writing() as tx:
            codes = confirm_device(tx, signed_in(), request.form.get("code", ""), here.now, here.keys)
            make_strong(tx, _own())
    except Refused as refused:
        return make_response(_offered(refused), refused.status)
    return _never_kept(render_template("console/account/codes.html", codes=codes))


@blueprint.post("/codes")
@guarded(SIGNED_IN)
def renew() -> Response:
    """New recovery codes, for a code of the device."""
    here = house()
    try:
        _count_code()
        with here.database.writing() as tx:
            _proven(tx)
            codes = renew_codes(tx, signed_in(), here.now)
    except Refused as refused:
        return make_response(_page(refused), refused.status)
    return _never_kept(render_template("console/account/codes.html", codes=codes))


@blueprint.post("/device/remove")
@guarded(SIGNED_IN)
def remove() -> Response:
    """Takes the device off, for a code of it or a recovery code."""

    def removed(tx: Session) -> None:
        _proven(tx)
        remove_device(tx, signed_in().number, house().now, signed_in().number)

    return _done("removed", removed, _count_code)


def _count(door: str) -> None:
    """Counted although it is refused, so in its own transaction: who finds an open browser may guess one by one."""
    here = house()
    with here.database.writing() as tx:
        count_try(tx, door, here.now)


def _count_code() -> None:
    _count(door_of_codes(signed_in().number, caller()))


def _door_of_password() -> str:
    return door_of(f"password of {signed_in().number}", caller())


def _proven(tx: Session) -> None:
    """Refuses without a right code: who finds an open browser changes no second factor."""
    here, account = house(), signed_in().number
    take_either_code(tx, account, request.form.get("code", ""), here.now, here.keys)
    forget_tries(tx, door_of_codes(account, caller()))


def _done(what: str, act: Callable[[Session], None], first: Callable[[], None] = lambda: None) -> Response:
    try:
        first()
        with house().database.writing() as tx:
            act(tx)
    except Refused as refused:
        return make_response(_page(refused), refused.status)
    flash(text(f"account.did.{what}", spoken()), "done")
    return redirect(HERE, code=303)


def _page(refused: Refused | None = None) -> str:
    here, person = house(), signed_in()
    with here.database.reading() as tx:
        return render_template(
            "console/account/account.html",
            person=person,
            sessions=sessions_of(tx, person, here.now),
            own=_own(),
            has_device=has_second_factor(tx, person.number),
            codes_left=codes_left(tx, person.number),
            hour=hour_of,
            sentence=refused.sentence(spoken()) if refused else None,
        )


def _offered(refused: Refused | None = None) -> str:
    here = house()
    with here.database.writing() as tx:
        device = offer_device(tx, signed_in(), here.keys)
    picture = segno.make(device.address, error="m").svg_data_uri(border=QR_BORDER, scale=5)
    sentence = refused.sentence(spoken()) if refused else None
    return render_template("console/account/device.html", secret=device.secret, picture=picture, sentence=sentence)


def _never_kept(page: str) -> Response:
    answer = make_response(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _own() -> UUID:
    return UUID(current_user.id)


def _key(given: str) -> UUID | None:
    try:
        return UUID(given) if given else None
    except ValueError as error:
        raise Refused("stale-form") from error

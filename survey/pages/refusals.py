"""Turns whatever a request ran into into one sentence: a page for people, a problem document for programs."""

import logging
import secrets

from flask import Flask, Response, jsonify, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from survey.errors import Refused, place_of
from survey.pages.language import spoken
from survey.pages.upload import TOO_LARGE, too_large

LOG = logging.getLogger("survey.pages")
API = "/api/"
CODE_OF_STATUS = {
    400: "stale-form",
    403: "not-yours",
    404: "not-found",
    405: "not-found",
}
TO_ACCOUNT = frozenset({"second-factor-needed", "password-due"})
"""What a person mends on the page of the own account."""


def answer_refusals(app: Flask) -> None:
    """Has every refusal and every failure answered with one sentence."""
    app.register_error_handler(Refused, answer)
    app.register_error_handler(CSRFError, lambda _: answer(Refused("stale-form")))
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(Exception, _answer_failure)


def answer(refused: Refused) -> AnyResponse:
    """The answer to a refusal: to sign in, a problem document, or a page."""
    if refused.code == "sign-in-needed" and request.method == "GET":
        return redirect(url_for("staff.sign_in", next=request.path), code=303)
    if request.path.startswith(API):
        return problem(refused)
    to_account = refused.code in TO_ACCOUNT
    page = render_template(
        "refusal.html", sentence=refused.sentence(spoken()), status=refused.status, to_account=to_account
    )
    return make_response(page, refused.status)


def problem(refused: Refused) -> Response:
    """A problem document of RFC 9457, its sentence in both languages."""
    document = {
        "type": "about:blank",
        "title": refused.sentence("en"),
        "status": refused.status,
        "code": refused.code,
        "sentence": {language: refused.sentence(language) for language in ("vi", "en")},
        "errors": [{"place": place, "message": message} for place, message in refused.places],
    }
    response = jsonify(document)
    response.status_code = refused.status
    response.mimetype = "application/problem+json"
    return response


def _answer_http(error: HTTPException) -> AnyResponse:
    if error.code == TOO_LARGE:
        return answer(too_large())
    if error.code in CODE_OF_STATUS:
        return answer(Refused(CODE_OF_STATUS[error.code]))
    return error.get_response() if error.code and error.code < 400 else _answer_failure(error)  # noqa: PLR2004 - from 400 on HTTP speaks of errors


def _answer_failure(error: Exception) -> AnyResponse:
    """An unforeseen failure: the log gets its class and place, the page a mark to find them by; neither any value."""
    mark = secrets.token_hex(3)
    LOG.error("failure %s: %s, page %s", mark, place_of(error), request.endpoint)
    return answer(Refused("internal", {"mark": mark}))

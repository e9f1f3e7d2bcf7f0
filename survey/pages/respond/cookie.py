"""The cookie that carries an invitation's code from its link to the sending of the answers, and no further."""

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from survey.pages.house import house

NAME = "thuocdo-invitation"
SCHEME = "Invitation "


def carried_code() -> str | None:
    """The code that came with the request: in the header of a program, or in the cookie of a browser."""
    header = request.headers.get("Authorization", "")
    return header.removeprefix(SCHEME) if header.startswith(SCHEME) else request.cookies.get(NAME)


def give_code(response: AnyResponse, code: str) -> None:
    """Has the browser carry a code until it is closed; other sites' pages cannot send it."""
    secure = not house().settings.on_loopback
    response.set_cookie(NAME, code, httponly=True, secure=secure, samesite="Strict")


def take_code(response: Response) -> Response:
    """Has the browser forget the code: it was used, and the next person on this device has another."""
    if NAME in request.cookies:
        response.delete_cookie(NAME, httponly=True, secure=not house().settings.on_loopback, samesite="Strict")
    return response

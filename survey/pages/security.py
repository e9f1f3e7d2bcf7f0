"""The headers that keep pages to themselves, the staff's session, and what a form must prove."""

from flask import Flask, Request, Response, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_wtf import CSRFProtect

from survey.config import LOOPBACK, Settings
from survey.pages.guard import asks_for_same_origin
from survey.pages.upload import limit_bodies

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: under it browsers without Sec-Fetch-Site send `Origin: null` with a form of our own.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
STAFF = "/console"


class StaffSession(SecureCookieSessionInterface):
    """A session for staff pages alone; no other page reads or sets its cookie, so their bytes are the same for all."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of a staff page, and nothing elsewhere."""
        return super().open_session(app, request) if request.path.startswith(STAFF) else None


def add_headers(response: Response) -> Response:
    """Gives each answer the headers it does not set itself; staff pages are never kept by a browser."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.path.startswith(STAFF):
        response.headers["Cache-Control"] = "no-store"
    return response


def secure(app: Flask, settings: Settings) -> None:
    """Sets cookie, size and host limits, headers, and the token every form carries unless its origin is guarded.

    Called when all pages are registered.
    """
    app.config.update(
        SESSION_COOKIE_NAME="thuocdo-staff",
        SESSION_COOKIE_PATH=STAFF,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=not settings.on_loopback,
        TRUSTED_HOSTS=_hosts(settings),
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.session_interface = StaffSession()
    app.after_request(add_headers)
    limit_bodies(app)
    tokens = CSRFProtect(app)
    for view in app.view_functions.values():
        if asks_for_same_origin(view):
            tokens.exempt(view)


def _hosts(settings: Settings) -> list[str]:
    """The names the site answers to; on this machine alone any name of the machine."""
    host = settings.public_url.split("://")[-1].split("/")[0].rsplit(":", 1)[0]
    return [host, *LOOPBACK] if settings.on_loopback else [host]

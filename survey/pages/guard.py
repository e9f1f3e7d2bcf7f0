"""Says of every page who may see it: everybody, or whoever may do an act; and holds off other sites' requests."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import request
from werkzeug.datastructures import Headers

from survey.errors import Refused
from survey.pages.house import house

PUBLIC = "public"
SIGNED_IN = "signed_in"
"""The act of whoever has signed in, whatever the role."""
_GUARD = "thuocdo_guard"
_ORIGIN = "thuocdo_same_origin"
P = ParamSpec("P")
R = TypeVar("R")


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Marks a page that everybody may see."""
    setattr(view, _GUARD, PUBLIC)
    return view


def guarded(act: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Marks a page for whoever holds the act somewhere; the page itself asks `demand` for the very object."""

    def mark(view: Callable[P, R]) -> Callable[P, R]:
        setattr(view, _GUARD, act)
        return view

    return mark


def guard_of(view: Callable[..., object]) -> str | None:
    """`public`, the act a page asks for, or None where nobody has said: such a page is shown to nobody."""
    return getattr(view, _GUARD, None)


def same_origin(view: Callable[P, R]) -> Callable[P, R]:
    """Refuses what another site's page sends; it stands in for the CSRF token where pages are the same for everybody.

    Raises Refused (foreign-origin).
    """

    @wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        if not from_own_page(request.headers, {house().settings.public_url, request.host_url.rstrip("/")}):
            raise Refused("foreign-origin")
        return view(*args, **kwargs)

    setattr(checked, _ORIGIN, True)
    return checked


def asks_for_same_origin(view: Callable[..., object]) -> bool:
    """Whether a page runs the guard against other sites, and so needs no CSRF token."""
    return bool(getattr(view, _ORIGIN, False))


def from_own_page(headers: Headers, own: set[str]) -> bool:
    """Whether a request comes from our own page or from no page at all; older browsers name the origin only."""
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("Origin")
    return origin is None or origin in own

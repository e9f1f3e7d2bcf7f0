"""Stands at the door of every page: finds who is asking and lets in only whom the page's mark allows."""

from uuid import UUID

from flask import Flask, current_app, request
from flask_login import LoginManager, UserMixin, current_user
from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.pages.guard import PUBLIC, SIGNED_IN, guard_of
from survey.pages.house import house
from survey.people.roles import ACTS, Person
from survey.people.sessions import is_strong
from survey.people.sign_in import person_of


class Staff(UserMixin):  # type: ignore[misc]  # flask_login publishes no types
    """A person on a browser, whose cookie carries the key of the sign-in and nothing of the person."""

    def __init__(self, sign_in: UUID, person: Person) -> None:
        self.id = str(sign_in)
        self.person = person


def keep_door(app: Flask) -> None:
    """Has every request pass the door."""
    manager = LoginManager()
    manager.session_protection = None  # an office's people change networks while they work
    manager.user_loader(_staff)
    manager.init_app(app, add_context_processor=False)
    app.before_request(_let_in)
    app.context_processor(lambda: {"asking": asking, "holds": holds})


def asking() -> Person | None:
    """The person signed in on this browser, or nobody."""
    return current_user.person if isinstance(current_user._get_current_object(), Staff) else None  # noqa: SLF001 - werkzeug's way to the object itself


def signed_in() -> Person:
    """The person signed in; raises Refused (sign-in-needed)."""
    person = asking()
    if person is None:
        raise Refused("sign-in-needed")
    return person


def demand_second_factor(tx: Session, *, simulated: bool) -> None:
    """Refuses (`second-factor-needed`) a session without one; a simulated wave, marked all through, needs none."""
    if lacks_second_factor(tx, simulated=simulated):
        raise Refused("second-factor-needed")


def lacks_second_factor(tx: Session, *, simulated: bool) -> bool:
    """Whether this session would be refused."""
    return not simulated and not is_strong(tx, UUID(current_user.id))


def holds(person: Person, act: str) -> bool:
    """Whether the person may do the act to some object; whether to this one, `survey.people.roles.demand` says."""
    return act == SIGNED_IN or any(act in ACTS.get(grant.role, frozenset()) for grant in person.grants)


def _staff(key: str) -> Staff | None:
    here, sign_in = house(), UUID(key)
    with here.database.reading() as tx:
        person = person_of(tx, sign_in, here.now)
    return Staff(sign_in, person) if person else None


def _let_in() -> None:
    """Refuses whom the mark of the page leaves out; a page without a mark lets nobody in."""
    if "\0" in request.path:  # PostgreSQL takes no such text, not even to look for it
        raise Refused("not-found")
    if request.endpoint is None:
        return
    act = guard_of(current_app.view_functions[request.endpoint])
    if act == PUBLIC:
        return
    if act is None:
        raise Refused("not-yours")
    person = signed_in()
    if not holds(person, act):
        raise Refused("not-yours")
    if person.password_due and act != SIGNED_IN:
        raise Refused("password-due")

"""The office a person acts for where an act makes something new."""

from uuid import UUID

from survey.errors import Refused
from survey.pages.door import signed_in
from survey.people.roles import may


def office_where(act: str) -> UUID:
    """The first office where the person signed in may do the act; refuses with `not-yours` where there is none."""
    person = signed_in()
    for grant in person.grants:
        if may(person, act, grant.organisation):
            return grant.organisation
    raise Refused("not-yours")

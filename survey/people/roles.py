"""Rights: which role may do which act, and whether a person may do it to an object."""

from dataclasses import dataclass
from uuid import UUID

from survey.errors import Refused

_OFFICER = (
    "see_waves",
    "create_wave",
    "open_wave",
    "stop_wave",
    "close_wave",
    "score_wave",
    "exclude_responses",
    "prepare_publication",
    "publish",
    "see_embargoed",
    "import_answers",
    "export_answers",
    "import_figures",
    "confirm_figures",
    "invite",
    "consult",
)
ACTS: dict[str, frozenset[str]] = {
    "administrator": frozenset({"see_waves", "manage_accounts"}),
    "method_officer": frozenset(_OFFICER),
    "approver": frozenset({"see_waves", "confirm_figures", "approve_publication", "publish", "see_embargoed"}),
    "unit_viewer": frozenset({"see_unit_result"}),
    "field_manager": frozenset(),
    "interviewer": frozenset(),
    "device": frozenset(),
    "analyst": frozenset(),
    "auditor": frozenset(),
}
"""The acts of each role; roles without acts are named so that accounts of a later release are known here."""
ROLES_OF_ONE_UNIT = frozenset({"unit_viewer"})
"""Roles that are held for one unit and see nothing of another."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held in an organisation; `unit` narrows it to one unit."""

    role: str
    organisation: UUID
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signed in, known to the record by number."""

    number: int
    name: str
    grants: tuple[Grant, ...]
    password_due: bool = False
    """Somebody else set the password, which is to be changed first."""


def may(person: Person, act: str, organisation: UUID, unit: str | None = None) -> bool:
    """Whether the person may do the act to an object of that organisation and, where it concerns one, that unit."""
    return any(_allows(grant, act, organisation, unit) for grant in person.grants)


def demand(person: Person, act: str, organisation: UUID, unit: str | None = None) -> str:
    """The role by which the person may do the act; refuses with `not-yours` where none allows it."""
    for grant in person.grants:
        if _allows(grant, act, organisation, unit):
            return grant.role
    raise Refused("not-yours")


def _allows(grant: Grant, act: str, organisation: UUID, unit: str | None) -> bool:
    inside = grant.organisation == organisation and grant.unit in (None, unit)
    return inside and act in ACTS.get(grant.role, frozenset())

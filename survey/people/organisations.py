"""Organisations by the code of the office in the register of units."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.units import register_rows
from survey.errors import Refused
from survey.records import Organisation


def organisation_of(tx: Session, unit: str) -> UUID:
    """The organisation of an office, made where the house does not know it yet; refuses a code the register lacks."""
    known = tx.scalar(select(Organisation.id).where(Organisation.unit == unit))
    if known:
        return known
    if unit not in {row.code for row in register_rows()}:
        raise Refused("unit-unknown", {"unit": unit})
    organisation = Organisation(unit=unit)
    tx.add(organisation)
    tx.flush()
    return organisation.id

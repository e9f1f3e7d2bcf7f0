"""By which decision the instrument of a result was issued, as the page of the result names it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from survey.preparing.versions import versions_of
from survey.records import InstrumentDecision, Wave


@dataclass(frozen=True, slots=True)
class IssuedBy:
    """What stands on the decision."""

    number: str
    day: date
    issuer: str


def issued_by(tx: Session, wave: Wave) -> IssuedBy | None:
    """The decision that issued the instrument of a wave, or the version it is an erratum of; None: on trial."""
    decisions = (tx.get(InstrumentDecision, mark) for mark in versions_of(tx, wave))
    return next((IssuedBy(one.number, one.decided, one.issuer) for one in decisions if one), None)

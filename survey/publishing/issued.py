"""By which decision the instrument of a result was issued, as the page of the result names it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from survey.preparing.decision import standing_of
from survey.records import Wave


@dataclass(frozen=True, slots=True)
class IssuedBy:
    """What stands on the decision."""

    number: str
    day: date
    issuer: str


def issued_by(tx: Session, wave: Wave) -> IssuedBy | None:
    """The decision that issued the instrument of a wave; None where it is on trial."""
    decision = standing_of(tx, wave.instrument).decision
    return IssuedBy(decision.number, decision.decided, decision.issuer) if decision else None

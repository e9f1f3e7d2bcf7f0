"""Sends a publication back to who prepared it, with the reason; the approvals it had lapse."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.publishing.approve import held
from survey.publishing.decide import forget_decision
from survey.records import Approval, Publication, PublicationReturn

LONGEST_REASON = 400


def send_back(tx: Session, publication: Publication, reason: str, now: datetime, person: Person) -> None:
    """Records the return; until it is prepared again nobody approves or publishes it.

    Refuses who prepared it, an empty reason, and a publication that is public or sent back already.
    """
    wave = held(tx, publication)
    demand(person, "approve_publication", wave.organisation_id)
    if publication.returned:
        raise Refused("returned")
    if person.number == publication.prepared_by:
        raise Refused("same-person")
    why = reason.strip()
    if not 0 < len(why) <= LONGEST_REASON:
        raise Refused("reason-needed", {"longest": LONGEST_REASON})
    lapsed = tx.execute(delete(Approval).where(Approval.publication == publication.id).returning(Approval.step)).all()
    number = 1 + len(returns_of(tx, publication))
    publication.returned = True
    forget_decision(publication)
    tx.add(
        PublicationReturn(publication=publication.id, number=number, account=person.number, day=day_of(now), reason=why)
    )
    facts = {"wave": wave.code, "number": publication.number, "reason": why, "approvals_lapsed": len(lapsed)}
    record(tx, person.number, "publication_returned", facts, now)


def returns_of(tx: Session, publication: Publication) -> tuple[PublicationReturn, ...]:
    """The times a publication was sent back, in order."""
    rows = select(PublicationReturn).where(PublicationReturn.publication == publication.id)
    return tuple(tx.scalars(rows.order_by(PublicationReturn.number)))

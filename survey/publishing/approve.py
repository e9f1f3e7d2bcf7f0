"""Approves a publication, step by step of the wave's chain; never the person who prepared it."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.records import Approval, ApprovalStep, Publication, RunRow, Wave

LONGEST_NUMBER = 60


def approve(tx: Session, publication: Publication, now: datetime, person: Person) -> None:
    """Records the person's yes to the next step.

    Refuses who prepared it, who approved a step before, who does not hold the step's role, and a publication that is
    public or fully approved already.
    """
    wave = _held(tx, publication)
    demand(person, "approve_publication", wave.organisation_id)
    step = next_step(tx, publication)
    if step is None:
        raise Refused("approved-already")
    if step.role not in {grant.role for grant in person.grants if grant.organisation == wave.organisation_id}:
        raise Refused("not-yours")
    if person.number in {publication.prepared_by, *_approvers(tx, publication)}:
        raise Refused("same-person")
    tx.add(Approval(publication=publication.id, step=step.step, account=person.number, day=day_of(now)))
    run = tx.get_one(RunRow, publication.run)
    facts = {"wave": wave.code, "number": publication.number, "step": step.step, "run": run.fingerprint}
    record(tx, person.number, "publication_approved", facts, now)


def enter_decision(
    tx: Session, publication: Publication, decision: tuple[str, date], now: datetime, person: Person
) -> None:
    """Enters number and day of the decision that a real wave needs before its result is public."""
    wave = _held(tx, publication)
    demand(person, "prepare_publication", wave.organisation_id)
    number = decision[0].strip()
    if not number or len(number) > LONGEST_NUMBER:
        raise Refused("decision-unwritten", {"most": LONGEST_NUMBER})
    publication.decision_number, publication.decision_day = number, decision[1]
    facts = {"wave": wave.code, "number": publication.number, "decision": number, "day": decision[1].isoformat()}
    record(tx, person.number, "decision_entered", facts, now)


def next_step(tx: Session, publication: Publication) -> ApprovalStep | None:
    """The first step of the wave's chain that nobody has approved; None where the chain is complete."""
    given = select(Approval.step).where(Approval.publication == publication.id)
    chain = select(ApprovalStep).where(ApprovalStep.wave == publication.wave, ApprovalStep.step.not_in(given))
    return tx.scalars(chain.order_by(ApprovalStep.step)).first()


def _held(tx: Session, publication: Publication) -> Wave:
    """The wave of a publication that is not public yet and that nobody else works on meanwhile."""
    tx.refresh(publication, with_for_update=True)
    if publication.published is not None:
        raise Refused("published-already", {"number": publication.number})
    return tx.get_one(Wave, publication.wave)


def _approvers(tx: Session, publication: Publication) -> set[int]:
    return set(tx.scalars(select(Approval.account).where(Approval.publication == publication.id)))

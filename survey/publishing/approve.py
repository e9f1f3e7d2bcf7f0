"""Approves a publication, step by step of the wave's chain; never the person who prepared it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.records import Account, Approval, ApprovalStep, Publication, RunRow, Wave

LONGEST_NUMBER = 60
LONGEST_SIGNER = 120


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What stands on a signed paper."""

    number: str
    day: date | None
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Yes:
    """What a person agrees to: the step and the run as they were shown, and the paper of the step where it has one."""

    step: int | None = None
    run: str | None = None
    paper: PaperFacts | None = None


PLAIN_YES = Yes()
"""To whichever step comes next."""


def approve(tx: Session, publication: Publication, now: datetime, person: Person, yes: Yes = PLAIN_YES) -> None:
    """Records the person's yes to the next step.

    Refuses who prepared it, who approved a step before, who does not hold the step's role or is not the one it is
    given to, another step or run than was shown, a step without its paper, and a publication that is public, sent back
    or fully approved already.
    """
    wave = held(tx, publication)
    step = check_turn(tx, publication, person)
    run = tx.get_one(RunRow, publication.run)
    if yes.step not in (None, step.step) or yes.run not in (None, run.fingerprint):
        raise Refused("step-taken")
    paper = _paper(step, yes.paper)
    written = {"paper_number": paper.number, "paper_day": paper.day, "paper_signer": paper.signer} if paper else {}
    tx.add(Approval(publication=publication.id, step=step.step, account=person.number, day=day_of(now), **written))
    facts = {"wave": wave.code, "number": publication.number, "step": step.step, "run": run.fingerprint}
    signed = {"paper": paper.number, "day": str(paper.day)} if paper else {}
    record(tx, person.number, "publication_approved", {**facts, **signed}, now)


def check_turn(tx: Session, publication: Publication, person: Person) -> ApprovalStep:
    """The step that this person may take now; refuses with what hinders."""
    wave = tx.get_one(Wave, publication.wave)
    demand(person, "approve_publication", wave.organisation_id)
    if publication.returned:
        raise Refused("returned")
    step = next_step(tx, publication)
    if step is None:
        raise Refused("approved-already")
    if step.role not in {grant.role for grant in person.grants if grant.organisation == wave.organisation_id}:
        raise Refused("not-yours")
    if step.account not in (None, person.number):
        raise Refused("step-of-another", {"account": tx.get_one(Account, step.account).name})
    if person.number == publication.prepared_by:
        raise Refused("same-person")
    given = select(Approval.step).where(Approval.publication == publication.id, Approval.account == person.number)
    taken = tx.scalar(given.limit(1))
    if taken is not None:
        raise Refused("approved-by-you", {"step": taken})
    return step


def next_step(tx: Session, publication: Publication) -> ApprovalStep | None:
    """The first step of the wave's chain that nobody has approved; None where the chain is complete."""
    given = select(Approval.step).where(Approval.publication == publication.id)
    chain = select(ApprovalStep).where(ApprovalStep.wave == publication.wave, ApprovalStep.step.not_in(given))
    return tx.scalars(chain.order_by(ApprovalStep.step)).first()


def _paper(step: ApprovalStep, paper: PaperFacts | None) -> PaperFacts | None:
    """The paper of the step, all of it written; None where the step has none."""
    if step.document is None:
        return None
    number, signer = (paper.number.strip(), paper.signer.strip()) if paper else ("", "")
    written = paper and paper.day and 0 < len(number) <= LONGEST_NUMBER and 0 < len(signer) <= LONGEST_SIGNER
    if not paper or not written:
        raise Refused("paper-unwritten", {"most": LONGEST_NUMBER, "document": step.document})
    return PaperFacts(number, paper.day, signer)


def held(tx: Session, publication: Publication) -> Wave:
    """The wave of a publication that is not public yet and that nobody else works on meanwhile."""
    tx.refresh(publication, with_for_update=True)
    if publication.published is not None:
        raise Refused("published-already", {"number": publication.number})
    return tx.get_one(Wave, publication.wave)

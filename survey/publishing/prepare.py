"""Prepares a run for the public: from here on somebody else has to agree."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from reports.wording import text
from survey.clock import day_of
from survey.closing.score import run_of
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.publishing.advice import advised_form
from survey.publishing.decide import forget_decision
from survey.publishing.form import AS_ADVISED, Chosen, check_form, form_of, is_beyond, keep_form
from survey.records import Approval, Publication, RunRow, SnapshotRow, Wave
from survey.wording import LANGUAGES

LONGEST_REASON = 400


def prepare(tx: Session, run: RunRow, now: datetime, person: Person, chosen: Chosen = AS_ADVISED) -> Publication:
    """The publication of a run in preparation; what else was in preparation for the wave gives way, approvals lapse.

    Preparing the same run again changes nothing. Refuses a run that is public already, a form other than the full one
    without its decision, and one that prints more than reliability advises without a reason; a simulated wave, marked
    all through, needs no reason.
    """
    wave = tx.get_one(Wave, tx.get_one(SnapshotRow, run.snapshot).wave, with_for_update=True)
    demand(person, "prepare_publication", wave.organisation_id)
    _refuse_public(tx, run.id)
    check_form(chosen.form)
    open_one = tx.scalar(select(Publication).where(Publication.wave == wave.id, Publication.published.is_(None)))
    if open_one and _is_same(tx, open_one, run, chosen):
        return open_one
    advised = advised_form(run_of(tx, run))
    if is_beyond(chosen.form, advised) and not wave.simulated and not _is_reason(chosen.reason):
        raise Refused("advice-needs-reason", {"advised": _in_words(advised)})
    publication = open_one or Publication(wave=wave.id, number=_next_number(tx, wave))
    publication.run, publication.prepared_by, publication.reason = run.id, person.number, chosen.reason
    publication.prepared, publication.returned = day_of(now), False
    keep_form(publication, chosen.form)
    _start_over(tx, publication)
    facts = {"wave": wave.code, "number": publication.number, "run": run.fingerprint, "advised": advised}
    form = chosen.form
    decided = {"form": form.kind, "first": form.first, "decision": form.decision, "reason": chosen.reason}
    record(tx, person.number, "publication_prepared", {**facts, **decided}, now)
    return publication


def _is_same(tx: Session, publication: Publication, run: RunRow, chosen: Chosen) -> bool:
    """Whether that very result is in preparation; one that was sent back starts over."""
    tx.refresh(publication, with_for_update=True)  # whoever approves meanwhile is waited for
    prepared = publication.run, form_of(publication), publication.reason
    return not publication.returned and prepared == (run.id, chosen.form, chosen.reason)


def _refuse_public(tx: Session, run: UUID) -> None:
    public = select(Publication.number).where(Publication.run == run, Publication.published.is_not(None))
    number = tx.scalar(public)
    if number is not None:
        raise Refused("published-already", {"number": number})


def _in_words(form: str) -> dict[str, str]:
    return {language: text(f"form_{form}", language) for language in LANGUAGES}


def _is_reason(reason: str | None) -> bool:
    return reason is not None and 0 < len(reason.strip()) <= LONGEST_REASON


def _next_number(tx: Session, wave: Wave) -> int:
    return 1 + (tx.scalar(select(func.max(Publication.number)).where(Publication.wave == wave.id)) or 0)


def _start_over(tx: Session, publication: Publication) -> None:
    """Keeps the publication without any approval: nobody has agreed to this run yet."""
    tx.add(publication)
    tx.flush()
    tx.execute(delete(Approval).where(Approval.publication == publication.id))
    forget_decision(publication)

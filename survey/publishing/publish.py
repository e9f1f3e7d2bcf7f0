"""Publishes an approved result: its pages and documents are frozen, earlier publications stay."""

import gzip
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from reports.paper.sheets import Paper
from survey import blobs
from survey.clock import day_of
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.publishing.approve import next_step
from survey.publishing.documents import SIGNED
from survey.publishing.render import MEDIA_TYPES, Rendered, made_of, render
from survey.records import Approval, Publication, PublicationFile, RunRow, Wave

ZIPPED_AT_MOST = 0.9
"""The gzip form is kept where it is at most this share of the plain one."""
PLAIN_PAPER = Paper()


def publish(tx: Session, publication: Publication, now: datetime, person: Person, paper: Paper = PLAIN_PAPER) -> None:
    """Renders and publishes in one transaction; the worker renders before and calls `publish_rendered`."""
    check_publishable(tx, publication, person)
    publish_rendered(tx, publication, render(tx, publication, day_of(now), paper), now, person)


def publish_rendered(tx: Session, publication: Publication, rendered: Rendered, now: datetime, person: Person) -> None:
    """Publishes what was rendered, unless the publication has changed since: then it is refused as out of date."""
    tx.refresh(publication, with_for_update=True)
    wave = check_publishable(tx, publication, person)
    if rendered.made_of != made_of(publication):
        raise Refused("stale-form")
    _keep_files(tx, publication, rendered)
    if publication.signed_file:
        name, kind = SIGNED, MEDIA_TYPES["pdf"]
        tx.add(PublicationFile(publication=publication.id, name=name, media_type=kind, plain=publication.signed_file))
    publication.published, publication.published_by = now, person.number
    run = tx.get_one(RunRow, publication.run)
    facts = {"wave": wave.code, "number": publication.number, "run": run.fingerprint}
    record(tx, person.number, "published", facts, now)


def check_publishable(tx: Session, publication: Publication, person: Person) -> Wave:
    """The wave of a publication that this person may publish now; refuses whatever is still missing."""
    wave = tx.get_one(Wave, publication.wave)
    demand(person, "publish", wave.organisation_id)
    if publication.published is not None:
        raise Refused("published-already", {"number": publication.number})
    if publication.returned:
        raise Refused("returned")
    step = next_step(tx, publication)
    if step is not None or not _second_person(tx, publication):
        raise Refused("approval-missing", {"step": step.step if step else 1})
    if wave.decision_needed and not publication.decision_number:
        raise Refused("decision-needed")
    if wave.decision_needed and not publication.signed_file:
        raise Refused("signed-missing")
    return wave


def _second_person(tx: Session, publication: Publication) -> bool:
    """Whether somebody besides the preparer stands behind the result, however short the wave's chain is."""
    given = select(Approval.account).where(Approval.publication == publication.id)
    return tx.scalar(given.where(Approval.account != publication.prepared_by).limit(1)) is not None


def _keep_files(tx: Session, publication: Publication, rendered: Rendered) -> None:
    for name, (media_type, data) in sorted(rendered.files.items()):
        zipped = gzip.compress(data, mtime=0)
        is_worth_it = len(zipped) <= ZIPPED_AT_MOST * len(data)
        tx.add(
            PublicationFile(
                publication=publication.id,
                name=name,
                media_type=media_type,
                plain=blobs.keep(tx, data),
                zipped=blobs.keep(tx, zipped) if is_worth_it else None,
            )
        )

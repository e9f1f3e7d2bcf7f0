"""Renders everything of a publication once: its documents and its public pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from reports.documents import documents
from reports.paper.sheets import Decision, Imprint, Paper
from scoring.errors import Refusal
from survey.blobs import Blob
from survey.closing.score import run_of
from survey.errors import Refused
from survey.publishing.before import published_before
from survey.publishing.documents import SIGNED
from survey.publishing.form import form_of
from survey.publishing.issued import issued_by
from survey.publishing.public_pages import PublicationFacts, public_pages
from survey.publishing.signed import SignedBy
from survey.records import Publication, RunRow, Wave
from survey.wording import LANGUAGES

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
"""By the ending of a document's name."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Pages and documents by name, each with its media type and bytes; and what of the publication they are made of."""

    made_of: tuple[object, ...]
    files: Mapping[str, tuple[str, bytes]]


def render(tx: Session, publication: Publication, day: date, paper: Paper) -> Rendered:
    """Everything the public will see, made from the kept run; writes nothing. Refuses with `cannot-print`."""
    run = run_of(tx, tx.get_one(RunRow, publication.run))
    number, decided = publication.decision_number, publication.decision_day
    decision, form = Decision(number, decided) if number and decided else None, form_of(publication)
    imprint = Imprint(paper.site, decision, public=True, form=form)
    try:
        made = documents(run, LANGUAGES, paper.font_directory, imprint=imprint)
    except Refusal as refusal:
        raise Refused("cannot-print", {"why": {"vi": refusal.vi, "en": refusal.en}}) from refusal
    sizes = {name: len(data) for name, data in made.items()}
    signature = None
    if publication.signed_file and publication.signed_by:
        sizes[SIGNED] = tx.get_one(Blob, publication.signed_file).size
        signature = SignedBy(publication.signed_by, publication.signed_issuer or "", publication.signed_trusted)
    wave = tx.get_one(Wave, publication.wave)
    issued, before = issued_by(tx, wave), published_before(tx, wave)
    facts = PublicationFacts(publication.number, day, sizes, number, decided, issued, before, form, signature)
    pages = public_pages(run, facts)
    files = {name: (_media_type(name), data) for name, data in made.items()}
    return Rendered(made_of(publication), {**files, **pages})


def made_of(publication: Publication) -> tuple[object, ...]:
    """What pages and documents say of the publication itself; changed since, they are out of date."""
    decision = publication.decision_number, publication.decision_day, publication.signed_file
    return publication.run, decision, form_of(publication)


def _media_type(name: str) -> str:
    return MEDIA_TYPES[name.rsplit(".", 1)[-1]]

"""Sends a draft instrument for comment, keeps what units propose, and what is answered to each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from instruments.fingerprint import canonical, fingerprint
from instruments.model import Instrument
from instruments.reading import read_instrument
from survey import blobs
from survey.clock import day_of
from survey.errors import Refused
from survey.people.audit import record
from survey.preparing.acting import By
from survey.preparing.comment_rows import MOST_COMMENTS, read_answers, read_comments
from survey.preparing.issue import model_of
from survey.preparing.media import keep_media_of_draft
from survey.preparing.mistakes import refuse_mistakes
from survey.records import Consultation, ConsultationComment

CODE = re.compile(r"[a-z0-9-]{3,40}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft to be sent for comment: under which code, its file, by which office, until when, and its media."""

    code: str
    data: bytes
    name: str
    organisation: UUID
    due: date
    media: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """What bringing a file in did: rows that were new or changed something, and rows known from before."""

    new: int
    known: int


def open_consultation(tx: Session, draft: Draft, by: By) -> Consultation:
    """Keeps a draft with its pictures and audio; refuses a code in use, a day that is past, a file with mistakes."""
    if not CODE.fullmatch(draft.code):
        raise Refused("consultation-code", {"code": draft.code})
    if draft.due < day_of(by.now):
        raise Refused("due-past", {"day": f"{draft.due:%d/%m/%Y}"})
    reading = read_instrument(draft.data, draft.name, draft.media)
    refuse_mistakes(draft.name, reading.mistakes)
    if reading.instrument is None:
        raise ValueError("reading gave neither an instrument nor a mistake")
    row = _insert(tx, draft, reading.instrument, day_of(by.now))
    facts = {"consultation": row.code, "draft": row.fingerprint, "due": row.due.isoformat()}
    kept = keep_media_of_draft(tx, row.id, reading.instrument, draft.media)
    record(tx, by.actor, "consultation_opened", {**facts, "media": kept} if kept else facts, by.now)
    return row


def take_comments(tx: Session, consultation: Consultation, data: bytes, name: str, by: By) -> Taken:
    """Keeps the comments of a CSV, numbered as they come; a comment known word for word is not kept twice.

    With a mistake in any row nothing is kept and every mistake is named; refuses more than can be worked through.
    """
    today = day_of(by.now)
    given, mistakes = read_comments(data, name, draft_of(consultation), consultation.opened)
    refuse_mistakes(name, mistakes)
    kept = comments_of(tx, consultation, locked=True)
    known = {(one.unit, one.item, one.proposal) for one in kept}
    new = [one for one in dict.fromkeys(given) if (one.unit, one.item, one.proposal) not in known]
    if len(kept) + len(new) > MOST_COMMENTS:
        raise Refused("comments-too-many", {"kept": len(kept), "count": len(new), "most": MOST_COMMENTS})
    tx.add_all(
        ConsultationComment(
            consultation=consultation.id,
            number=number,
            unit=one.unit,
            item=one.item,
            proposal=one.proposal,
            received=today,
        )
        for number, one in enumerate(new, start=len(kept) + 1)
    )
    taken = Taken(len(new), len(given) - len(new))
    record(tx, by.actor, "comments_taken", {"consultation": consultation.code, "comments": taken.new}, by.now)
    return taken


def answer_comments(tx: Session, consultation: Consultation, data: bytes, name: str, by: By) -> Taken:
    """Keeps what a CSV answers to comments, by number; a later answer takes the place of an earlier one.

    Rows without decision and answer are passed over. With a mistake in any row nothing is kept.
    """
    comments = {one.number: one for one in comments_of(tx, consultation, locked=True)}
    given, mistakes = read_answers(data, name, comments.keys())
    refuse_mistakes(name, mistakes)
    changed = [one for one in given if (comments[one.number].outcome, comments[one.number].answer) != one.words]
    for one in changed:
        comments[one.number].outcome, comments[one.number].answer = one.words
    taken = Taken(len(changed), len(given) - len(changed))
    facts = {"consultation": consultation.code, "answers": {str(one.number): one.outcome for one in changed}}
    record(tx, by.actor, "comments_answered", facts, by.now)
    return taken


def consultation_by_code(tx: Session, code: str) -> Consultation:
    """The consultation of that code; refuses with `consultation-unknown`."""
    found = tx.scalar(select(Consultation).where(Consultation.code == code))
    if found is None:
        raise Refused("consultation-unknown", {"code": code})
    return found


def draft_of(consultation: Consultation) -> Instrument:
    """The draft as it was sent."""
    return model_of(consultation)


def comments_of(tx: Session, consultation: Consultation, *, locked: bool = False) -> list[ConsultationComment]:
    """Its comments by number; `locked` lets nobody else number or answer any until the end of this act."""
    if locked:
        tx.refresh(consultation, with_for_update=True)
    mine = select(ConsultationComment).where(ConsultationComment.consultation == consultation.id)
    return list(tx.scalars(mine.order_by(ConsultationComment.number)))


def count_comments(tx: Session, consultation: Consultation) -> tuple[int, int]:
    """How many comments there are, and how many of them are answered."""
    counted = select(func.count(), func.count(ConsultationComment.outcome))
    comments, answered = tx.execute(counted.where(ConsultationComment.consultation == consultation.id)).one()
    return comments, answered


def some_comments(tx: Session, consultation: Consultation, start: int, most: int) -> list[ConsultationComment]:
    """Some of its comments from a place on, in the order of the draft: those to the whole first."""
    places = {item.code: place for place, item in enumerate(draft_of(consultation).items(), start=1)}
    order = case(places, value=ConsultationComment.item, else_=0)
    mine = select(ConsultationComment).where(ConsultationComment.consultation == consultation.id)
    return list(tx.scalars(mine.order_by(order, ConsultationComment.number).offset(start).limit(most)))


def _insert(tx: Session, draft: Draft, instrument: Instrument, today: date) -> Consultation:
    row = Consultation(
        code=draft.code,
        organisation_id=draft.organisation,
        fingerprint=fingerprint(instrument),
        model=canonical(instrument.model_dump(mode="json")).decode(),
        file=blobs.keep(tx, draft.data),
        opened=today,
        due=draft.due,
    )
    tx.add(row)
    try:
        tx.flush()
    except IntegrityError as error:
        raise Refused("consultation-exists", {"code": draft.code}) from error
    return row

"""Lays the comments on a draft out for their table: units and office under the names of the day it is made."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from sqlalchemy.orm import Session

from instruments.units import province
from instruments.vietnamese import sort_key
from reports.consultation import Comment, Comments, Outcome
from reports.word.heading import Head
from survey.preparing.consult import comments_of, draft_of
from survey.preparing.register import names_on
from survey.records import Consultation, ConsultationComment, Organisation, RegisterRow


def comment_table(
    tx: Session,
    consultation: Consultation,
    today: date,
    language: str = "vi",
    rows: Sequence[ConsultationComment] | None = None,
) -> Comments:
    """Everything the paper and the CSV of a consultation say; of some of its comments where `rows` are given."""
    names = names_on(tx, today)
    office = names[tx.get_one(Organisation, consultation.organisation_id).unit]
    above = province(today)
    found = comments_of(tx, consultation) if rows is None else rows
    agency = _name(office, language)
    return Comments(
        draft=draft_of(consultation),
        head=Head(above.committee(language), agency, above.place, today.year),
        opened=consultation.opened,
        due=consultation.due,
        made=today,
        comments=tuple(_comment(one, names, language) for one in found),
    )


def _comment(one: ConsultationComment, names: Mapping[str, RegisterRow], language: str) -> Comment:
    """A unit that is no longer in force keeps its code; a body outside the register has its name there."""
    known = names.get(one.unit)
    return Comment(
        number=one.number,
        unit=_name(known, language) if known else one.unit,
        sort_key=known.sort_key if known else sort_key(one.unit),
        item=one.item,
        proposal=one.proposal,
        received=one.received,
        outcome=cast("Outcome | None", one.outcome),
        answer=one.answer,
    )


def _name(row: RegisterRow, language: str) -> str:
    return row.name_vi if language == "vi" else row.name_en

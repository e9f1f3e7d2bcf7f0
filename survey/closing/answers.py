"""The answers of a wave as coded rows, under labels instead of their stored keys."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from instruments.coding import Column, coded_ratings, coded_response, rating_columns, response_columns, texts
from instruments.model import Instrument
from scoring.files.columns import RATINGS, RESPONSES, TEXTS, Columns
from scoring.files.encoding import typed
from survey.closing.labels import Labels
from survey.collecting.chance import count_eligible
from survey.preparing.issue import instrument_of
from survey.records import Exclusion, Rating, Response, Wave

PIECE = 1000
"""Rows fetched at a time, so that a large wave is never held twice."""
COMPUTED = ("stratum", "ssu", "base_weight", "weight", "day_to", "usable")
"""Columns that packing a snapshot adds."""
FIXED = {name: kind for name, kind in RESPONSES.items() if name not in COMPUTED}
OF_RATING = {name: kind for name, kind in RATINGS.items() if name not in COMPUTED}
Cells = Mapping[str, object]


@dataclass(frozen=True)
class Answers:
    """One row per response, one per response and rated unit, one per free text."""

    responses: pd.DataFrame
    ratings: pd.DataFrame
    texts: pd.DataFrame


def answers_of(tx: Session, wave: Wave, labels: Labels) -> Answers:
    """All answers of a wave, excluded ones marked; the order of rows says nothing.

    Each is coded by the version it was checked against; an erratum leaves the columns as they are.
    """
    reasons = _reasons(tx, wave)
    chosen = _chosen(tx, wave)
    responses: list[Cells] = []
    ratings: list[Cells] = []
    written: list[Cells] = []
    for row in _stored(tx, wave):
        document, instrument = json.loads(row.answers), instrument_of(tx, row.instrument)
        label = labels.response(row.id)
        rated = coded_ratings(instrument, document)
        counts = {"n_eligible_units": count_eligible(instrument, document), "n_rated": len(rated)}
        fixed = _fixed(row, label, reasons.get(row.id))
        responses.append({**fixed, **counts, **coded_response(instrument, document)})
        ratings += [{"response": label, **chosen.get((row.id, one["unit"]), {}), **one} for one in rated]
        written += _texts(row, labels, instrument, document)
    instrument = instrument_of(tx, wave.instrument)
    return Answers(
        responses=_table(responses, {**FIXED, **_items(response_columns(instrument))}),
        ratings=_table(ratings, {**OF_RATING, **_items(rating_columns(instrument))}),
        texts=_table(written, TEXTS),
    )


def _stored(tx: Session, wave: Wave) -> Iterable[Row[Any]]:
    columns = select(
        Response.id,
        Response.cell,
        Response.psu,
        Response.mode,
        Response.access,
        Response.form,
        Response.day,
        Response.language,
        Response.item_order,
        Response.seconds,
        Response.collector,
        Response.burst,
        Response.instrument,
        Response.answers,
    )
    return tx.execute(columns.where(Response.wave == wave.id).execution_options(yield_per=PIECE))


def _reasons(tx: Session, wave: Wave) -> dict[object, str]:
    excluded = select(Exclusion.response, Exclusion.reason).where(Exclusion.wave == wave.id)
    return {row.response: row.reason for row in tx.execute(excluded)}


def _chosen(tx: Session, wave: Wave) -> dict[tuple[object, object], Cells]:
    """Of the ratings whose unit was drawn or chosen: with which probability, and whether freely."""
    drawn = select(Rating.response, Rating.unit, Rating.chosen_prob, Rating.own_choice).where(
        Rating.wave == wave.id, Rating.chosen_prob.is_not(None) | Rating.own_choice
    )
    return {
        (row.response, row.unit): {"chosen_prob": row.chosen_prob, "own_choice": row.own_choice}
        for row in tx.execute(drawn)
    }


def _fixed(row: Row[Any], label: str, reason: str | None) -> dict[str, object]:
    return {
        "response": label,
        "cell": row.cell,
        "psu": row.psu,
        "mode": row.mode,
        "access": row.access,
        "form": row.form,
        "excluded": reason is not None,
        "reason": reason,
        "day": row.day.isoformat() if row.day else None,
        "language": row.language,
        "item_order": _text(row.item_order),
        "seconds": row.seconds,
        "collector": _text(row.collector),
        "burst": row.burst,
        "instrument": row.instrument,
    }


def _texts(row: Row[Any], labels: Labels, instrument: Instrument, document: Cells) -> Iterator[Cells]:
    for one in texts(instrument, document):
        number = labels.text(row.id, f"{one.item} {one.unit or ''}")
        yield {"row": number, "item": one.item, "unit": one.unit, "text": one.text, "code": None}


def _items(columns: Iterable[Column]) -> Columns:
    return {column.name: "code" if column.kind == "none" else column.kind for column in columns}


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


def _table(rows: list[Cells], columns: Columns) -> pd.DataFrame:
    """The rows in the kinds of a snapshot, which an empty table has too."""
    return typed(pd.DataFrame.from_records(rows), columns)

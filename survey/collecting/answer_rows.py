"""Reads a file of answers row by row: one response a row, every mistake by row and column."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from instruments.answers import check_document
from instruments.coding import ENTRY_CODES, NUMBERS
from instruments.index import Access
from instruments.mistakes import Mistake
from instruments.model import Instrument, Item
from instruments.tables import Row, Table, read_table
from survey.preparing.row_mistakes import row_mistake

MODES = ("web", "kiosk", "assisted", "interviewer", "paper")
ACCESSES = get_args(Access)
FACTS = ("id", "day", "language", "mode", "access", "cell", "psu", "form")
DEFAULTS = {"mode": "paper", "access": "interviewer"}
LONGEST = {"id": 200, "form": 10}
"""In characters; the other facts are held against lists."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NONE = "none"
JOIN = "__"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file of answers is held against."""

    instrument: Instrument
    units: Mapping[str, Collection[str]]
    cells: Collection[str]
    psus: Collection[str]
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One response of a file: its facts and its answer document."""

    day: date | None
    language: str
    mode: str
    access: str
    cell: str | None
    psu: str | None
    form: str | None
    document: Mapping[str, object]


def answer_table(data: bytes, name: str, instrument: Instrument) -> Table:
    """The table of a file of answers: no column is needed, none but the known ones may stand there."""
    return read_table(data, name, (), answer_columns(instrument), needs_rows=True)


def answer_columns(instrument: Instrument) -> tuple[str, ...]:
    """All columns of a file of answers, as `responses export` writes them too."""
    items = (column for item in instrument.items() for column in _columns(instrument, item))
    return (*FACTS, *(role.code for role in instrument.roles), *items)


def row_mistakes(row: Row, name: str, expected: Expected) -> list[Mistake]:
    """What is wrong with a row."""
    document = document_of(row.cells, expected.instrument)
    return [
        *_fact_mistakes(row, name, expected),
        *_option_mistakes(row, name, expected.instrument),
        *(
            row_mistake(
                "answer", (name, row.number, error.place.partition(".")[2] or error.place), **_bare(error.message)
            )
            for error in check_document(expected.instrument, document, expected.units)
        ),
    ]


def answer_row(row: Row, instrument: Instrument) -> AnswerRow:
    """The response of a row without mistakes."""
    cells = row.cells
    return AnswerRow(
        day=_day(cells.get("day", "")),
        language=cells.get("language") or instrument.languages[0],
        mode=cells.get("mode") or DEFAULTS["mode"],
        access=cells.get("access") or DEFAULTS["access"],
        cell=cells.get("cell") or None,
        psu=cells.get("psu") or None,
        form=cells.get("form") or None,
        document=document_of(cells, instrument),
    )


def document_of(cells: Mapping[str, str], instrument: Instrument) -> dict[str, object]:
    """The answer document of a row; an empty cell is an answer left blank."""
    units = {role.code: cells[role.code] for role in instrument.roles if cells.get(role.code)}
    answers = {item.code: _VALUES[item.kind](cells, instrument, item) for item in instrument.items()}
    form = {"form": cells["form"]} if instrument.forms and cells.get("form") else {}
    return {"units": units, "answers": {code: value for code, value in answers.items() if value is not None}, **form}


def _columns(instrument: Instrument, item: Item) -> tuple[str, ...]:
    if item.kind == "multiple":
        options = tuple(f"{item.code}{JOIN}{option.code}" for option in instrument.options_of(item))
        return (*options, f"{item.code}{JOIN}{NONE}")
    if item.kind == "note":
        return ()
    return (item.code, f"{item.code}{JOIN}{NONE}") if item.kind in NUMBERS else (item.code,)


def _single(cells: Mapping[str, str], _: Instrument, item: Item) -> object:
    return _coded(cells.get(item.code, ""))


def _multiple(cells: Mapping[str, str], instrument: Instrument, item: Item) -> object:
    chosen = [one.code for one in instrument.options_of(item) if cells.get(f"{item.code}{JOIN}{one.code}") == "1"]
    return _reason(cells, item) or chosen or None


def _number(cells: Mapping[str, str], _: Instrument, item: Item) -> object:
    return _reason(cells, item) or _figure(cells.get(item.code, ""))


def _text(cells: Mapping[str, str], _: Instrument, item: Item) -> object:
    return cells.get(item.code) or None


def _date(cells: Mapping[str, str], _: Instrument, item: Item) -> object:
    return _reason(cells, item) or cells.get(item.code) or None


def _nothing(_: Mapping[str, str], __: Instrument, ___: Item) -> None:
    """A note asks nothing, so no column holds an answer to it."""


_VALUES: Mapping[str, Callable[[Mapping[str, str], Instrument, Item], object]] = {
    "single": _single,
    "multiple": _multiple,
    "number": _number,
    "text": _text,
    "rating": _number,
    "date": _date,
    "note": _nothing,
}


def _reason(cells: Mapping[str, str], item: Item) -> object:
    """A reason not to answer beside numbers and lists: 97, 98 or 99 in the column of its own."""
    cell = cells.get(f"{item.code}{JOIN}{NONE}", "")
    return _coded(cell) if cell else None


def _coded(cell: str) -> object:
    if not (cell.isascii() and cell.isdigit() and len(cell) < 4):  # noqa: PLR2004 - longer is no code, and stays as typed
        return cell or None
    return {"none": ENTRY_CODES[int(cell)]} if int(cell) in ENTRY_CODES else int(cell)


def _figure(cell: str) -> object:
    try:
        return float(cell.replace(",", ".")) if cell else None
    except ValueError:
        return cell


def _day(cell: str) -> date | None:
    if not DAY.fullmatch(cell):  # Python would read 20260915 and 2026-W38-2 as well
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None


def _fact_mistakes(row: Row, name: str, expected: Expected) -> Iterator[Mistake]:
    allowed = {"language": expected.instrument.languages, "mode": MODES, "access": ACCESSES}
    for column, known in allowed.items():
        value = row.cells.get(column)
        if value and value not in known:
            yield row_mistake("not-one-of", (name, row.number, column), value=value, known=", ".join(known))
    for column, labels in (("cell", expected.cells), ("psu", expected.psus)):
        value = row.cells.get(column)
        if value and value not in labels:
            yield row_mistake(f"{column}-unknown", (name, row.number, column), value=value)
    for column, longest in LONGEST.items():
        if len(row.cells.get(column, "")) > longest:
            yield row_mistake("too-long", (name, row.number, column), known=longest)
    yield from _day_mistakes(row, name, expected)


def _day_mistakes(row: Row, name: str, expected: Expected) -> Iterator[Mistake]:
    cell, place = row.cells.get("day", ""), (name, row.number, "day")
    day = _day(cell)
    if cell and day is None:
        yield row_mistake("day-unreadable", place, value=cell)
    elif day and not expected.first_day <= day <= expected.last_day:
        known = f"{expected.first_day:%d/%m/%Y}–{expected.last_day:%d/%m/%Y}"
        yield row_mistake("day-outside", place, value=f"{day:%d/%m/%Y}", known=known)


def _option_mistakes(row: Row, name: str, instrument: Instrument) -> Iterator[Mistake]:
    for item in instrument.items():
        if item.kind != "multiple":
            continue
        for option in instrument.options_of(item):
            column = f"{item.code}{JOIN}{option.code}"
            value = row.cells.get(column, "")
            if value not in {"", "0", "1"}:
                yield row_mistake("option-not-01", (name, row.number, column), value=value)


def _bare(message: Mapping[str, str]) -> dict[str, str]:
    """A sentence without its full stop, to be followed by a remedy."""
    return {language: sentence.rstrip(".") for language, sentence in message.items()}

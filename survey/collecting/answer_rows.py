"""Reads a file of answers response by response, every mistake by row and column."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from instruments.answers import AnswerError, check_document
from instruments.index import Access
from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.tables import Row, Table, read_table
from survey.collecting.answer_cells import JOIN, NONE, answer_columns, document_of, eligible_column, loop_columns
from survey.collecting.cells import may_be_thousands, number_mistakes
from survey.preparing.row_mistakes import row_mistake

MODES = ("web", "kiosk", "assisted", "interviewer", "paper")
ACCESSES = get_args(Access)
DEFAULTS = {"mode": "paper", "access": "interviewer"}
LONGEST = {"id": 200, "form": 10}
"""In characters; the other facts are held against lists."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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
class Entry:
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


def responses_in(rows: Sequence[Row], instrument: Instrument) -> list[tuple[int, ...]]:
    """Places of the rows of each response: those of one `id` where units are rated in turn, else each for itself."""
    if not instrument.looped:
        return [(place,) for place in range(len(rows))]
    grouped: dict[object, list[int]] = {}
    for place, row in enumerate(rows):
        grouped.setdefault(row.cells.get("id") or place, []).append(place)
    return [tuple(group) for group in grouped.values()]


def response_mistakes(rows: Sequence[Row], name: str, expected: Expected) -> list[Mistake]:
    """What is wrong with the rows of one response."""
    instrument = expected.instrument
    document = document_of([row.cells for row in rows], instrument)
    return [
        *_fact_mistakes(rows[0], name, expected),
        *(mistake for row in rows for mistake in _option_mistakes(row, name, instrument)),
        *_row_mistakes(rows, name, instrument),
        *(_answer_mistake(one, rows, name, expected) for one in check_document(instrument, document, expected.units)),
    ]


def entry_of(rows: Sequence[Row], instrument: Instrument) -> Entry:
    """The response that rows without mistakes make."""
    cells = rows[0].cells
    return Entry(
        day=_day(cells.get("day", "")),
        language=cells.get("language") or instrument.languages[0],
        mode=cells.get("mode") or DEFAULTS["mode"],
        access=cells.get("access") or DEFAULTS["access"],
        cell=cells.get("cell") or None,
        psu=cells.get("psu") or None,
        form=cells.get("form") or None,
        document=document_of([row.cells for row in rows], instrument),
    )


def _row_mistakes(rows: Sequence[Row], name: str, instrument: Instrument) -> Iterator[Mistake]:
    """What later rows of a response say otherwise, and units named twice or not at all."""
    own = {role: loop_columns(instrument, role) for role in sorted(instrument.looped)}
    of_rows = {column for columns in own.values() for column in columns}
    for row in rows[1:]:
        for column, value in row.cells.items():
            if value and column not in of_rows and value != rows[0].cells[column]:
                yield row_mistake("rows-differ", (name, row.number, column), value=value, first=rows[0].number)
        if own and not any(row.cells.get(column) for column in of_rows):
            yield row_mistake("unit-unnamed", (name, row.number, min(own)))
    for role, columns in own.items():
        yield from _unit_mistakes(rows, name, role, columns)


def _unit_mistakes(rows: Sequence[Row], name: str, role: str, columns: Sequence[str]) -> Iterator[Mistake]:
    seen: set[str] = set()
    for row in rows:
        unit = row.cells.get(role, "")
        if unit in seen:
            yield row_mistake("rated-twice", (name, row.number, role), value=unit)
        if not unit and any(row.cells.get(column) for column in columns):
            yield row_mistake("unit-unnamed", (name, row.number, role))
        seen.update({unit} if unit else ())


def _answer_mistake(error: AnswerError, rows: Sequence[Row], name: str, expected: Expected) -> Mistake:
    """What an answer document is refused for, in the cell it was read from."""
    part, _, rest = error.place.partition(".")
    role, _, about = rest.partition(".")
    if part == "choice":
        return _at(error, name, rows[0], eligible_column(role))
    if part != "loops":
        return _at(error, name, rows[0], rest or error.place)
    unit, _, item = about.rpartition(".")
    of_unit = (row for row in rows if row.cells.get(role) == unit)
    strange = (row for row in rows if row.cells.get(role) and row.cells[role] not in expected.units.get(role, ()))
    row = next(of_unit if unit else strange, rows[0])
    return _at(error, name, row, item or role, unit)


def _at(error: AnswerError, name: str, row: Row, column: str, unit: str = "") -> Mistake:
    """The mistake with its sentences without full stop, to be followed by a remedy; `{unit}` is the unit's code."""
    place, cell = (name, row.number, column), row.cells.get(column, "")
    if may_be_thousands(cell):
        return next(number_mistakes(cell, place))
    sentences = {language: text.rstrip(".").replace("{unit}", unit) for language, text in error.message.items()}
    return row_mistake("answer", place, **sentences)


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
        reason = f"{item.code}{JOIN}{NONE}"
        if row.cells.get(item.code) and row.cells.get(reason):
            yield row_mistake("reason-beside", (name, row.number, reason), value=row.cells[item.code])
        if item.kind != "multiple":
            continue
        for option in instrument.options_of(item):
            column = f"{item.code}{JOIN}{option.code}"
            value = row.cells.get(column, "")
            if value not in {"", "0", "1"}:
                yield row_mistake("option-not-01", (name, row.number, column), value=value)

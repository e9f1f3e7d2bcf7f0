"""Rows of the two files of a consultation: comments by unit and item, answers by the number of the comment."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.tables import Row, read_table
from instruments.units import register
from instruments.vietnamese import folded
from survey.errors import Refused
from survey.preparing.hidden_marks import has_hidden_marks, has_hidden_marks_in_lines
from survey.preparing.row_mistakes import row_mistake

_CODE: Final = re.compile(r"[0-9]+|[a-z0-9]+(-[a-z0-9]+)+")
LONGEST_UNIT, LONGEST_WORDS = 200, 4000
MOST_COMMENTS, MOST_AT_ONCE = 10_000, 2_000
"""Of one consultation, and new ones of one file: 171 units that propose something to each of fifty items are fewer."""
COMMENT_COLUMNS = ("unit", "item", "proposal")
ANSWER_COLUMNS = ("number", "decision", "answer")
OTHER_COLUMNS = ("unit", "item", "proposal", "received")
"""What an exported table holds beside the answers; nobody reads it back."""
OUTCOMES: Final[Mapping[str, str]] = MappingProxyType(
    {"tiep thu": "accepted", "accepted": "accepted", "giai trinh": "explained", "explained": "explained"}
)
"""Decisions as people write them, folded."""


@dataclass(frozen=True, slots=True)
class Given:
    """A comment of a file: who (a code of the register, or a name), to which item (None: the whole), and what."""

    unit: str
    item: str | None
    proposal: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What is answered to a comment."""

    number: int
    outcome: str
    answer: str

    @property
    def words(self) -> tuple[str, str]:
        """Outcome and answer, as a comment keeps them."""
        return self.outcome, self.answer


def read_comments(data: bytes, name: str, draft: Instrument, day: date) -> tuple[list[Given], list[Mistake]]:
    """The comments of a CSV, units by their code where the register of the day knows code or name; and its mistakes.

    Refuses (rows-too-many) a file of more rows than anybody reads.
    """
    table = read_table(data, name, COMMENT_COLUMNS, needs_rows=True)
    _demand_few(table.rows, MOST_AT_ONCE)
    units = _units(day)
    items = {known: item.code for item in draft.items() for known in (item.number, item.code) if known}
    mistakes = list(table.mistakes)
    for row in table.rows:
        mistakes += [*_unit_mistakes(row, name, units, day), *_comment_mistakes(row, name, items)]
    given = [] if mistakes else [_given(row.cells, units, items) for row in table.rows]
    return given, mistakes


def read_answers(data: bytes, name: str, known: Collection[int]) -> tuple[list[Answered], list[Mistake]]:
    """The answers of a CSV to comments of the known numbers, and its mistakes; rows not filled in are passed over."""
    table = read_table(data, name, ANSWER_COLUMNS, OTHER_COLUMNS, needs_rows=True)
    _demand_few(table.rows, MOST_COMMENTS)
    rows = [row for row in table.rows if row.cells["decision"] or row.cells["answer"]]
    numbers = frozenset(map(str, known))
    mistakes = [*table.mistakes, *(one for row in rows for one in _answer_mistakes(row, name, numbers))]
    mistakes += _twice(rows, name)
    answered = [] if mistakes else [_answered(row.cells) for row in rows]
    return answered, mistakes


def _demand_few(rows: Sequence[Row], most: int) -> None:
    if len(rows) > most:
        raise Refused("rows-too-many", {"count": len(rows), "most": most})


def _units(day: date) -> dict[str, str]:
    """Codes by what people may write for them, folded: the code itself, the full name."""
    units = register(day).values()
    return {folded(word): unit.code for unit in units for word in (unit.name_vi, unit.name_en, unit.code)}


def _given(cells: Mapping[str, str], units: Mapping[str, str], items: Mapping[str, str]) -> Given:
    unit = cells["unit"]
    return Given(units.get(folded(unit), unit), items.get(cells["item"]), cells["proposal"])


def _answered(cells: Mapping[str, str]) -> Answered:
    return Answered(int(cells["number"]), OUTCOMES[folded(cells["decision"])], cells["answer"])


def _comment_mistakes(row: Row, name: str, items: Collection[str]) -> Iterator[Mistake]:
    item = row.cells["item"]
    if item and item not in items:
        yield row_mistake("item-unknown", (name, row.number, "item"), value=item)
    yield from _words_mistakes(row, name, "proposal")


def _unit_mistakes(row: Row, name: str, units: Collection[str], day: date) -> Iterator[Mistake]:
    """Bodies outside the register comment under their names; what looks like a code must be one."""
    unit, place = row.cells["unit"], (name, row.number, "unit")
    if not unit:
        yield row_mistake("unit-missing", place)
    elif len(unit) > LONGEST_UNIT:
        yield row_mistake("too-long", place, known=LONGEST_UNIT)
    elif has_hidden_marks(unit):
        yield row_mistake("hidden-marks", place)
    elif _CODE.fullmatch(unit) and folded(unit) not in units:
        yield row_mistake("unit-code-unknown", place, value=unit, day=day.strftime("%d/%m/%Y"))


def _answer_mistakes(row: Row, name: str, numbers: Collection[str]) -> Iterator[Mistake]:
    number, decision = row.cells["number"], row.cells["decision"]
    if number not in numbers:
        yield row_mistake("comment-unknown", (name, row.number, "number"), value=number)
    if folded(decision) not in OUTCOMES:
        yield row_mistake("not-one-of", (name, row.number, "decision"), value=decision, known="tiếp thu, giải trình")
    yield from _words_mistakes(row, name, "answer")


def _words_mistakes(row: Row, name: str, column: str) -> Iterator[Mistake]:
    words = row.cells[column]
    if not words:
        yield row_mistake("words-missing", (name, row.number, column))
    elif len(words) > LONGEST_WORDS:
        yield row_mistake("too-long", (name, row.number, column), known=LONGEST_WORDS)
    elif has_hidden_marks_in_lines(words):
        yield row_mistake("marks-unseen", (name, row.number, column))


def _twice(rows: list[Row], name: str) -> Iterator[Mistake]:
    seen: set[str] = set()
    for row in rows:
        number = row.cells["number"]
        if number in seen:
            yield row_mistake("comment-twice", (name, row.number, "number"), value=number)
        seen.add(number)

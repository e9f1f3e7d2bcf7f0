"""Reads a file of figures published before; a unit is known by code on a day of its year, or kept by name alone."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from instruments.mistakes import Mistake
from instruments.tables import Row, read_table
from survey.collecting.cells import LARGEST_COUNT, day, decimal, nearest_code, number_mistakes, whole
from survey.preparing.hidden_marks import has_hidden_marks
from survey.preparing.mistakes import refuse_mistakes
from survey.preparing.row_mistakes import row_mistake, row_note
from survey.records import RegisterRow

COLUMNS = ("index", "year", "unit", "value", "rank", "rank_of", "source", "method_note")
OPTIONAL = ("day",)
LONGEST = {"index": 40, "unit": 200, "source": 400, "method_note": 400}
"""The columns of words, each of which must be filled in."""
FIRST_YEAR = 1990
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a code of the register looks like; everything else in the column `unit` is a name."""


@dataclass(frozen=True, slots=True)
class Published:
    """One row: a figure of a unit in a year as it was published."""

    row: int
    measure: str
    year: int
    unit: str | None
    unit_from: date | None
    unit_name: str
    value: float | None
    rank: int | None
    rank_of: int | None
    source: str
    method_note: str


@dataclass(frozen=True, slots=True)
class Known:
    """The register a file is held against: the rows of a day by code, every code with its latest name, and today."""

    on: Callable[[date], Mapping[str, RegisterRow]]
    names: Mapping[str, str]
    today: date


@dataclass(frozen=True, slots=True)
class History:
    """What a file holds, and what is worth knowing of it: names that the register knows under a code."""

    rows: tuple[Published, ...]
    notes: tuple[Mistake, ...]


def read_history(data: bytes, name: str, known: Known) -> History:
    """The figures of a CSV; refuses (file-mistakes) with every mistake.

    A unit is given by its code of the register, which must hold on `day` (the last of the year where there is none):
    the city of 2024 is not the ward of 2025 that bears its name. A unit of another time is given by its name.
    """
    table = read_table(data, name, COLUMNS, OPTIONAL, needs_rows=True)
    refuse_mistakes(name, table.mistakes)
    reader = _Reader(name, known)
    refuse_mistakes(name, [one for row in table.rows for one in reader.mistakes(row)])
    rows = tuple(reader.published(row) for row in table.rows)
    return History(rows, tuple(note for row in table.rows for note in reader.notes(row)))


class _Reader:
    """What every row is held against; remembers what it has seen."""

    def __init__(self, name: str, known: Known) -> None:
        self._name = name
        self._known = known
        self._seen: set[tuple[str, str, str]] = set()
        self._spelt: dict[str, tuple[str, int]] = {}

    def mistakes(self, row: Row) -> Iterator[Mistake]:
        yield from self._words(row)
        yield from self._figures(row)
        year, day_mistakes = _year(row, self._known.today), list(self._day(row))
        if year is None:
            words = {"value": row.cells["year"], "first": FIRST_YEAR, "last": self._known.today.year}
            yield row_mistake("year-unreadable", self._at(row, "year"), **words)
        elif day_mistakes:
            yield from day_mistakes
        else:
            yield from self._unit(row)
        yield from self._twice(row)

    def published(self, row: Row) -> Published:
        cells = row.cells
        held = self._known.on(_day_of(row)).get(cells["unit"]) if CODE.fullmatch(cells["unit"]) else None
        return Published(
            row=row.number,
            measure=cells["index"],
            year=int(cells["year"]),
            unit=held.code if held else None,
            unit_from=held.valid_from if held else None,
            unit_name=held.name_vi if held else cells["unit"],
            value=decimal(cells["value"]),
            rank=whole(cells["rank"]),
            rank_of=whole(cells["rank_of"]),
            source=cells["source"],
            method_note=cells["method_note"],
        )

    def notes(self, row: Row) -> Iterator[Mistake]:
        named = row.cells["unit"].casefold()
        for code, held in self._known.on(_day_of(row)).items():
            if named == held.name_vi.casefold():
                words = {"unit": row.cells["unit"], "code": code, "day": _shown(_day_of(row))}
                yield row_note("kept-by-name", self._at(row, "unit"), **words)

    def _words(self, row: Row) -> Iterator[Mistake]:
        for column, longest in LONGEST.items():
            if not row.cells[column]:
                yield row_mistake("words-missing", self._at(row, column))
            elif len(row.cells[column]) > longest:
                yield row_mistake("too-long", self._at(row, column), known=longest)
            elif has_hidden_marks(row.cells[column]):
                yield row_mistake("hidden-marks", self._at(row, column))

    def _figures(self, row: Row) -> Iterator[Mistake]:
        value, rank, of = (row.cells[column] for column in ("value", "rank", "rank_of"))
        if not value and not rank:
            yield row_mistake("neither-value-nor-rank", self._at(row, "value"))
        yield from number_mistakes(value, self._at(row, "value"))
        counts = {"rank": whole(rank), "rank_of": whole(of)}
        unread = [column for column, count in counts.items() if row.cells[column] and count is None]
        for column in unread:
            yield row_mistake("count-not-whole", self._at(row, column), value=row.cells[column])
        yield from (
            row_mistake("number-too-large", self._at(row, column), known=LARGEST_COUNT)
            for column, count in counts.items()
            if count is not None and count > LARGEST_COUNT
        )
        if not unread and not _is_rank(counts["rank"], counts["rank_of"]):
            yield row_mistake("rank-of-how-many", self._at(row, "rank"))

    def _twice(self, row: Row) -> Iterator[Mistake]:
        """A figure that stands above already, and a name that a row above spells with other capitals or spaces."""
        unit = row.cells["unit"]
        spelt, first = self._spelt.setdefault(" ".join(unit.casefold().split()), (unit, row.number))
        key = (row.cells["index"], row.cells["year"], spelt)
        if spelt != unit:
            yield row_mistake("spelt-otherwise", self._at(row, "unit"), unit=unit, spelt=spelt, first=first)
        elif key in self._seen:
            words = dict(zip(("measure", "year", "unit"), key, strict=True))
            yield row_mistake("published-twice", self._at(row, "unit"), **words)
        self._seen.add(key)

    def _day(self, row: Row) -> Iterator[Mistake]:
        cell = row.cells.get("day", "")
        found = day(cell)
        if cell and found is None:
            yield row_mistake("day-unreadable", self._at(row, "day"), value=cell)
        elif found and str(found.year) != row.cells["year"]:
            yield row_mistake("day-not-of-year", self._at(row, "day"), value=_shown(found), known=row.cells["year"])

    def _unit(self, row: Row) -> Iterator[Mistake]:
        unit, on_day = row.cells["unit"], _day_of(row)
        if not CODE.fullmatch(unit) or unit in self._known.on(on_day):
            return
        if unit in self._known.names:
            words = {"unit": unit, "name": self._known.names[unit], "day": _shown(on_day)}
            yield row_mistake("unit-of-other-days", self._at(row, "unit"), **words)
        else:
            near = nearest_code(unit, self._known.names) or "…"
            yield row_mistake("unit-not-in-register", self._at(row, "unit"), unit=unit, near=near)

    def _at(self, row: Row, column: str) -> tuple[str, int, str]:
        return self._name, row.number, column


def _is_rank(rank: int | None, of: int | None) -> bool:
    """Whether a rank, where there is one, lies among the units ranked, where their number is known."""
    if rank is None:
        return of is None
    return 1 <= rank <= (rank if of is None else of)


def _year(row: Row, today: date) -> int | None:
    year = whole(row.cells["year"])
    return year if year is not None and FIRST_YEAR <= year <= today.year else None


def _day_of(row: Row) -> date:
    """The day whose register knows the unit: the one given, or the last of the year."""
    return day(row.cells.get("day", "")) or date(int(row.cells["year"]), 12, 31)


def _shown(moment: date) -> str:
    return moment.strftime("%d/%m/%Y")

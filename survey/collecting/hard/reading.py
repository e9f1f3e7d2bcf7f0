"""Reads a file of hard figures; every mistake is named by row and column, and nothing half-read is given back."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType

from instruments.indicator import Indicator
from instruments.mistakes import Mistake
from instruments.tables import Row, read_table
from survey.collecting.cells import LARGEST_COUNT, decimal, nearest_code, number_mistakes, whole
from survey.collecting.hard.criterion import criterion_mistakes
from survey.collecting.hard.figure import Entered, figure_of
from survey.collecting.hard.stages import says_something
from survey.collecting.hard.template import CANNOT_EXCEED, CRITERIA, GENERIC, NAME, UNIT, columns_of
from survey.preparing.mistakes import refuse_mistakes
from survey.preparing.row_mistakes import row_mistake, row_note

NAMED = 5
"""So many units without a figure are named; the rest are counted."""
ROUNDING = 0.5 + 1e-6
"""Of the last digit written, up or down; the rest is what binary fractions are off by."""
BASE = "received"
"""The count that every share of a template with counts is out of."""
Values = dict[tuple[str, str], Entered]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file is held against: its template, the wave's units with their names, the indicators it fills."""

    template: str
    units: Mapping[str, str]
    indicators: tuple[Indicator, ...]
    in_points: frozenset[str] = frozenset()
    """Indicators added to the score, or taken from it, as they are."""


@dataclass(frozen=True, slots=True)
class HardFigures:
    """What a file holds, and what is worth knowing of it: units it lacks, figures beyond the goalposts."""

    values: Values
    notes: tuple[Mistake, ...]


def read_hard(data: bytes, name: str, expected: Expected) -> HardFigures:
    """The figures of a CSV with the template's columns; refuses (file-mistakes) with every mistake.

    A cell left empty is a figure that is not known. A row of which only the unit is filled in says nothing. A file of
    criteria may hold what units gave themselves alone: it fills nothing until a later file has the appraised points.
    """
    table = read_table(data, name, columns_of(expected.template), (NAME,), needs_rows=True)
    refuse_mistakes(name, table.mistakes)
    reader = _READERS.get(expected.template, _Counts)(name, expected)
    refuse_mistakes(name, [one for row in table.rows for one in reader.mistakes(row)])
    values = {key: entered for row in table.rows for key, entered in reader.values(row)}
    if not any(reader.says_something(row) for row in table.rows):
        refuse_mistakes(name, [row_mistake("no-figures", (name, None, None))])
    without = {pair for row in table.rows for pair in reader.left_out(row)}
    refuse_mistakes(name, list(_points_beyond(values, name, expected)))
    return HardFigures(values, tuple(_notes(values, without, name, expected)))


class _Counts:
    """A row a unit, a column a count."""

    def __init__(self, name: str, expected: Expected) -> None:
        self._name = name
        self._expected = expected
        self._columns = columns_of(expected.template)[1:]
        self._seen: set[str] = set()

    def mistakes(self, row: Row) -> Iterator[Mistake]:
        unit = row.cells[UNIT]
        yield from _unit_mistakes(self._name, row, self._expected.units)
        if unit in self._seen:
            yield row_mistake("unit-twice", (self._name, row.number, UNIT), unit=unit)
        self._seen.add(unit)
        cells = {column: row.cells[column] for column in self._columns if row.cells[column]}
        wrong = [one for column in cells for one in _count_mistakes(self._name, row, column)]
        yield from wrong or self._misfits(row, {column: int(cell) for column, cell in cells.items()})

    def values(self, row: Row) -> Iterator[tuple[tuple[str, str], Entered]]:
        for column in self._columns:
            if row.cells[column]:
                yield (row.cells[UNIT], column), Entered(float(row.cells[column]))

    def says_something(self, row: Row) -> bool:
        return any(True for _ in self.values(row))

    def left_out(self, _row: Row) -> Iterator[tuple[str, str]]:
        """Counts have no way to say that an indicator does not apply."""
        yield from ()

    def _misfits(self, row: Row, counts: Mapping[str, int]) -> Iterator[Mistake]:
        if counts and BASE not in counts:
            yield row_mistake("cell-missing", (self._name, row.number, BASE))
            return
        for parts, of in CANNOT_EXCEED[self._expected.template]:
            sum_of_parts = sum(counts.get(part, 0) for part in parts)
            if sum_of_parts > counts.get(of, 0):
                place = (self._name, row.number, parts[0])
                words = {"parts": " + ".join(parts), "value": sum_of_parts, "whole": of, "known": counts[of]}
                yield row_mistake("counts-over", place, **words)


class _Generic:
    """A row a unit and indicator."""

    def __init__(self, name: str, expected: Expected) -> None:
        self._name = name
        self._expected = expected
        self._labels = {one.code: (one.label or {}).get("vi", one.code) for one in expected.indicators}
        self._seen: set[tuple[str, str]] = set()

    def mistakes(self, row: Row) -> Iterator[Mistake]:
        unit, indicator = row.cells[UNIT], row.cells["indicator"]
        yield from _unit_mistakes(self._name, row, self._expected.units)
        if indicator not in self._labels:
            near = nearest_code(indicator, self._labels) or shortened(list(self._labels))
            yield row_mistake("indicator-not-hard", (self._name, row.number, "indicator"), value=indicator, near=near)
        elif (unit, indicator) in self._seen:
            yield row_mistake("figure-twice", (self._name, row.number, "indicator"), unit=unit, value=indicator)
        self._seen.add((unit, indicator))
        yield from self._figure_mistakes(row)

    def values(self, row: Row) -> Iterator[tuple[tuple[str, str], Entered]]:
        value = decimal(row.cells["value"])
        if value is not None:
            counts = whole(row.cells["numerator"]), whole(row.cells["denominator"])
            yield (row.cells[UNIT], row.cells["indicator"]), Entered(value, *counts)

    def says_something(self, row: Row) -> bool:
        return bool(row.cells["value"])

    def left_out(self, _row: Row) -> Iterator[tuple[str, str]]:
        """A figure is there or lacking."""
        yield from ()

    def _figure_mistakes(self, row: Row) -> Iterator[Mistake]:
        value, above, below = (row.cells[column] for column in ("value", "numerator", "denominator"))
        yield from number_mistakes(value, (self._name, row.number, "value"))
        if not value and (above or below):
            yield row_mistake("cell-missing", (self._name, row.number, "value"))
        if bool(above) != bool(below):
            yield row_mistake("half-a-share", (self._name, row.number, "numerator"))
        for column in ("numerator", "denominator"):
            if row.cells[column]:
                yield from _count_mistakes(self._name, row, column)
        yield from _share_mistakes(self._name, row)


class _Criteria(_Generic):
    """A row a unit and criterion: the points it gave itself with their evidence, and those found by appraisal."""

    def values(self, row: Row) -> Iterator[tuple[tuple[str, str], Entered]]:
        """Appraised points alone: a criterion not yet appraised is missing, never what the unit gave itself."""
        appraised = decimal(row.cells["appraised"])
        if appraised is not None:
            yield (row.cells[UNIT], row.cells["indicator"]), Entered(appraised)

    def says_something(self, row: Row) -> bool:
        """Own points alone are the units' stage of the work."""
        return says_something(row.cells)

    def left_out(self, row: Row) -> Iterator[tuple[str, str]]:
        if row.cells["not_applicable"]:
            yield row.cells[UNIT], row.cells["indicator"]

    def _figure_mistakes(self, row: Row) -> Iterator[Mistake]:
        bounds = {one.code: one.bounds for one in self._expected.indicators}
        if row.cells["indicator"] in bounds:
            yield from criterion_mistakes(self._name, row, bounds[row.cells["indicator"]])


_READERS: Mapping[str, type[_Counts | _Generic]] = MappingProxyType({GENERIC: _Generic, CRITERIA: _Criteria})
"""How a row is read, by template; those of counts have a row a unit."""


def _unit_mistakes(name: str, row: Row, units: Mapping[str, str]) -> Iterator[Mistake]:
    unit = row.cells[UNIT]
    if unit not in units:
        near = nearest_code(unit, units) or shortened(list(units))
        yield row_mistake("unit-not-of-wave", (name, row.number, UNIT), unit=unit, near=near)


def _count_mistakes(name: str, row: Row, column: str) -> Iterator[Mistake]:
    count = whole(row.cells[column])
    if count is None:
        yield row_mistake("count-not-whole", (name, row.number, column), value=row.cells[column])
    elif count > LARGEST_COUNT:
        yield row_mistake("number-too-large", (name, row.number, column), known=LARGEST_COUNT)


def _share_mistakes(name: str, row: Row) -> Iterator[Mistake]:
    """A value that is not the share of the counts beside it, as far as its own digits tell."""
    value, above, below = decimal(row.cells["value"]), whole(row.cells["numerator"]), whole(row.cells["denominator"])
    if value is None or above is None or below is None:
        return
    _, _, digits = row.cells["value"].replace(",", ".").partition(".")
    if below and abs(value - above / below) <= ROUNDING * 10 ** -len(digits):
        return
    share = f"{above / below:.4f}" if below else "–"
    words = {"value": row.cells["value"], "above": above, "below": below, "share": share}
    yield row_mistake("value-not-share", (name, row.number, "value"), **words)


def _notes(values: Values, without: AbstractSet[tuple[str, str]], name: str, expected: Expected) -> Iterator[Mistake]:
    for one in expected.indicators:
        figures = {unit: figure_of(one, unit, values) for unit in expected.units}
        known = {unit: figure.value for unit, figure in figures.items() if figure and figure.value is not None}
        lacking = [unit for unit in expected.units if unit not in known and (unit, one.code) not in without]
        if lacking:
            words = {"code": one.code, "count": len(lacking), "total": len(expected.units), "units": shortened(lacking)}
            yield row_note("figures-lacking", (name, None, None), **words)
        if one.code not in expected.in_points and one.goalposts_from is None:
            for unit, words in _beyond(one, known):
                yield row_note("beyond-goalposts", (name, None, unit), **words)


def _points_beyond(values: Values, name: str, expected: Expected) -> Iterator[Mistake]:
    """Bonus and penalty outside their goalposts: nothing would hold them at the most that may be given."""
    for one in expected.indicators:
        figures = {unit: figure_of(one, unit, values) for unit in expected.units if one.code in expected.in_points}
        known = {unit: figure.value for unit, figure in figures.items() if figure and figure.value is not None}
        for unit, words in _beyond(one, known):
            yield row_mistake("bonus-beyond", (name, None, unit), **words)


def _beyond(one: Indicator, known: Mapping[str, float]) -> Iterator[tuple[str, dict[str, object]]]:
    low, high = one.bounds
    for unit, value in known.items():
        if not low <= value <= high:
            yield unit, {"value": f"{value:g}", "code": one.code, "low": f"{low:g}", "high": f"{high:g}"}


def shortened(units: Sequence[str]) -> str:
    """The first few of a list of units, and that there are more."""
    return ", ".join(units[:NAMED]) + (", …" if len(units) > NAMED else "")

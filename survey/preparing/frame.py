"""Reads a frame – who could be invited – and the sizes of its cells, with every mistake by row and column."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.tables import Row, read_table
from survey.preparing.mistakes import refuse_mistakes
from survey.preparing.row_mistakes import row_mistake

CONTACT = ("name", "phone", "email", "address")
OPTIONAL = ("unit", "role", "stratum", "cell", "psu", *CONTACT, "person")
LONGEST = {"case": 100, "stratum": 80, "cell": 80, "name": 200, "phone": 40, "email": 200, "address": 400}
WHOLE = "all"
"""The stratum of a case for which neither stratum nor unit is given."""
LARGEST_SIZE = 2_000_000_000
"""A cell larger than the databases can count is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a frame: a transaction, a household, a firm, and how to reach the person."""

    case: str
    unit: str | None
    role: str | None
    stratum: str
    cell: str
    psu: str | None
    contact: Mapping[str, str]


def read_frame(
    data: bytes, name: str, instrument: Instrument, units: Mapping[str, Collection[str]]
) -> tuple[Case, ...]:
    """The cases of a frame file; `units` gives for each role the units of the wave that can hold it.

    Columns `case` and, where wanted, `unit, role, stratum, cell, psu, name, phone, email, address, person`. Without a
    role a unit holds the instrument's first; without a stratum it is its own; without a cell the stratum is one.
    Refuses (file-mistakes) with every mistake.
    """
    table = read_table(data, name, ("case",), OPTIONAL, needs_rows=True)
    refuse_mistakes(name, table.mistakes)
    reader = _Reader(name, instrument, units)
    refuse_mistakes(name, [one for row in table.rows for one in reader.mistakes(row)])
    cases = tuple(reader.case(row) for row in table.rows)
    refuse_mistakes(name, [*_straddling(table.rows, cases, name)])
    return cases


def read_sizes(data: bytes, name: str, cases: Collection[Case]) -> dict[str, int]:
    """How many eligible cases each cell has, from a file with columns `cell, size`; refuses with every mistake."""
    table = read_table(data, name, ("cell", "size"), needs_rows=True)
    refuse_mistakes(name, table.mistakes)
    rows = Counter(case.cell for case in cases)
    given = {row.cells["cell"] for row in table.rows}
    found = [mistake for row in table.rows if (mistake := _size_mistake(row, rows, name))]
    missing = [row_mistake("size-missing", (name, 1, "cell"), value=cell) for cell in sorted(rows.keys() - given)]
    refuse_mistakes(name, [*found, *missing])
    return {row.cells["cell"]: int(row.cells["size"]) for row in table.rows if row.cells["cell"] in rows}


class _Reader:
    """What every row is held against; remembers the cases it has seen."""

    def __init__(self, name: str, instrument: Instrument, units: Mapping[str, Collection[str]]) -> None:
        self._name = name
        self._roles = [role.code for role in instrument.roles]
        self._units = units
        self._seen: set[str] = set()

    def case(self, row: Row) -> Case:
        cells = row.cells
        unit = cells.get("unit") or None
        stratum = cells.get("stratum") or unit or WHOLE
        return Case(
            case=cells["case"],
            unit=unit,
            role=self._role(row) if unit else None,
            stratum=stratum,
            cell=cells.get("cell") or stratum,
            psu=cells.get("psu") or None,
            contact={column: cells[column] for column in CONTACT if cells.get(column)},
        )

    def mistakes(self, row: Row) -> Iterator[Mistake]:
        case, role, unit = row.cells["case"], self._role(row), row.cells.get("unit")
        if not case:
            yield row_mistake("case-missing", self._at(row, "case"))
        elif case in self._seen:
            yield row_mistake("case-twice", self._at(row, "case"), value=case)
        self._seen.add(case)
        if role is not None and role not in self._roles:
            yield row_mistake("role-unknown", self._at(row, "role"), value=role, known=", ".join(self._roles))
        elif unit and unit not in self._units.get(role or "", ()):
            yield row_mistake("unit-not-in-wave", self._at(row, "unit"), value=unit)
        for column, longest in LONGEST.items():
            if len(row.cells.get(column, "")) > longest:
                yield row_mistake("too-long", self._at(row, column), known=longest)

    def _role(self, row: Row) -> str | None:
        return row.cells.get("role") or next(iter(self._roles), None)

    def _at(self, row: Row, column: str) -> tuple[str, int, str]:
        return self._name, row.number, column


def _straddling(rows: Collection[Row], cases: Collection[Case], name: str) -> Iterator[Mistake]:
    """Cells and PSUs that do not lie whole inside one stratum."""
    home: dict[tuple[str, str], str] = {}
    for row, case in zip(rows, cases, strict=True):
        for column, value in (("cell", case.cell), ("psu", case.psu)):
            if value and home.setdefault((column, value), case.stratum) != case.stratum:
                yield row_mistake(f"{column}-in-two-strata", (name, row.number, column), value=value)


def _size_mistake(row: Row, rows: Mapping[str, int], name: str) -> Mistake | None:
    cell, size = row.cells["cell"], row.cells["size"]
    if not (size.isascii() and size.isdigit() and int(size) > 0):
        return row_mistake("size-not-a-number", (name, row.number, "size"), value=size)
    if len(size) > len(str(LARGEST_SIZE)) or int(size) > LARGEST_SIZE:
        return row_mistake("size-too-large", (name, row.number, "size"), known=LARGEST_SIZE)
    if int(size) < rows.get(cell, 0):
        return row_mistake("size-below-rows", (name, row.number, "size"), value=size, known=rows[cell])
    return None

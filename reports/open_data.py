"""Writes the results as open data: plain CSV for programs, and CSV that Vietnamese Excel opens by itself."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from instruments.tables import plain_cell
from reports.facts import NO_FIGURE, Facts, facts_of
from reports.paper.sheets import tables_of
from reports.parts import Cell, Component
from reports.tables import BlockTable, UnitRow
from reports.wording import simulated_mark, text
from scoring.run import Run

Dialect = Literal["rfc4180", "excel"]
Value = str | int | float | bool | None
_DECIMALS = 10
"""Significant digits of a published figure, as in the run's estimates.csv."""


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a dialect writes a file."""

    separator: str
    point: str
    opening: str


_MANNERS = MappingProxyType({"rfc4180": _Manner(",", ".", ""), "excel": _Manner(";", ",", "\ufeff")})
_UNIT_COLUMNS = ("wave", "block", "unit", "name", "state", "note", "n", "tier")
_RANK_COLUMNS = ("rank", "rank_of", "rank_lower", "rank_upper")
_FIGURE_COLUMNS = ("estimate", "lower", "upper")
_MOST, _FLOORED, _OPINION = "most", "floored", "opinion"
_PART_COLUMNS = (*_FIGURE_COLUMNS, _MOST, _FLOORED, _OPINION)


def ranking_csv(run: Run, language: str = "vi", dialect: Dialect = "rfc4180") -> bytes:
    """All units of all blocks, one row a unit: state, score with interval, rank with its set, components.

    `rfc4180`: comma, decimal point, column codes. `excel`: byte order mark, semicolon, headings in the language, and
    its decimal mark. Every file has a column that says whether the data are simulated; a node with a floor, or with a
    share of opinions that it needs, has one that says whether the figure is the floor, or what share holds an opinion.
    A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
    """
    return csv_of(facts_of(run), language, dialect)


def csv_of(facts: Facts, language: str, dialect: Dialect) -> bytes:
    """The same from facts already read."""
    tables = tables_of(facts, language)
    codes = (
        *_UNIT_COLUMNS, *_group_columns(facts), *_RANK_COLUMNS, "definition", *_FIGURE_COLUMNS,
        *_marks_of(facts, facts.index.code), *(f"beside_{name}" for name in _FIGURE_COLUMNS),
        *(f"{part.node}_{name}" for part in _parts(tables) for name in _columns_of(facts, part)), "simulated",
    )  # fmt: skip
    heads = codes if dialect == "rfc4180" else tuple(_heading(tables, code, language) for code in codes)
    parts = _parts(tables)
    rows = [_row(facts, table, row, parts, dialect) for table in tables for row in table.rows]
    return written([heads, *rows], language, dialect)


def written_under(columns: Sequence[str], rows: Iterable[Sequence[Value]], language: str, dialect: Dialect) -> bytes:
    """Rows below their columns: codes for programs, the language's headings for a spreadsheet."""
    heads = columns if dialect == "rfc4180" else tuple(text(f"data_{code}", language) for code in columns)
    return written([heads, *rows], language, dialect)


def written(rows: Iterable[Sequence[Value]], language: str, dialect: Dialect) -> bytes:
    """Rows as CSV of the dialect; English figures keep the point in either."""
    manner = _MANNERS[dialect]
    point = manner.point if language == "vi" else "."
    buffer = io.StringIO(newline="")
    buffer.write(manner.opening)
    csv.writer(buffer, delimiter=manner.separator, lineterminator="\r\n").writerows(
        [_cell(value, point) for value in row] for row in rows
    )
    return buffer.getvalue().encode("utf-8")


def _cell(value: Value, point: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return plain_cell(value)
    if isinstance(value, float):
        return f"{value:.{_DECIMALS}g}".replace(".", point)
    return str(value).lower()


def _parts(tables: tuple[BlockTable, ...]) -> tuple[Component, ...]:
    """The components, then the figures beside the index that any block has."""
    beside = {part.node: part for table in tables for part in table.modules}
    return (*(tables[0].components if tables else ()), *beside.values())


def _heading(tables: tuple[BlockTable, ...], code: str, language: str) -> str:
    """The heading of a column; a component's carries the component's own label."""
    for part in _parts(tables):
        figure = code.removeprefix(f"{part.node}_")
        if figure != code and figure in _PART_COLUMNS:  # the code of a node may begin with that of another
            return f"{part.label}: {text(f'data_{figure}', language)}"
    if code.startswith("beside_") and tables and tables[0].beside_label:
        figure = text(f"data_{code.removeprefix('beside_')}", language)
        return f"{tables[0].beside_label}: {figure}"
    return text(f"data_{code}", language)


def _row(facts: Facts, table: BlockTable, row: UnitRow, parts: tuple[Component, ...], dialect: Dialect) -> list[Value]:
    machine, known = dialect == "rfc4180", _cells(table, row)
    return [
        facts.wave.code,
        table.block if machine else table.title,
        row.unit,
        row.name,
        row.state if machine else text(f"data_state_{row.state}", table.language),
        "" if row.rank is not None else row.phrase,
        row.n,
        row.tier if machine else (row.tier_text if row.tier else None),
        *((_group(row, table.language, machine=machine),) if _group_columns(facts) else ()),
        row.rank,
        row.rank_of,
        row.rank_lower,
        row.rank_upper,
        table.definition if machine else table.measure,
        row.estimate,
        row.lower,
        row.upper,
        *_marks(facts, table, (row.unit, facts.index.code), machine=machine),
        *(_limits(row.beside)),
        *(
            value
            for part in parts
            for value in (
                *_part(facts, part, known.get(part.node)),
                *_marks(facts, table, (row.unit, part.node), machine=machine),
            )
        ),
        table.simulated
        if machine
        else (simulated_mark(table.language) if table.simulated else text("data_real", table.language)),
    ]


def _group_columns(facts: Facts) -> tuple[str, ...]:
    """A column for the group of a unit, where the form of publication has groups."""
    return ("group",) if facts.shaped.form.kind == "bands" else ()


def _group(row: UnitRow, language: str, *, machine: bool) -> str | None:
    return row.group if machine or row.group is None else text(f"data_group_{row.group}", language)


def _cells(table: BlockTable, row: UnitRow) -> dict[str, Cell]:
    """A unit's figures by the node they belong to."""
    parts, cells = (*table.components, *table.modules), (*row.components, *row.modules)
    return {part.node: cell for part, cell in zip(parts, cells, strict=True)}


def _columns_of(facts: Facts, part: Component) -> tuple[str, ...]:
    most = (_MOST,) if facts.index.is_in_points(part.node) else ()
    return (*_FIGURE_COLUMNS, *most, *_marks_of(facts, part.node))


def _marks_of(facts: Facts, code: str) -> tuple[str, ...]:
    """What is told beside the figures of a node: whether they are its floor, and how many hold an opinion."""
    node = facts.index.node(code)
    needed = ((_FLOORED, node.floor), (_OPINION, node.opinion))
    return tuple(column for column, value in needed if value is not None)


def _marks(facts: Facts, table: BlockTable, of: tuple[str, str], *, machine: bool) -> tuple[Value, ...]:
    """The same of one unit and node: no mark where no figure is printed, no share where none of the unit is."""
    unit, node = of
    figure = facts.figure(table.block, unit, node) or NO_FIGURE
    floored = None if figure.estimate is None else bool(figure.floored)
    words = None if floored is None else text("data_yes" if floored else "data_real", table.language)
    told: dict[str, Value] = {_FLOORED: floored if machine else words, _OPINION: figure.opinion}
    return tuple(told[column] for column in _marks_of(facts, node))


def _part(facts: Facts, part: Component, cell: Cell | None) -> tuple[float | None, ...]:
    """The figure of a part, and the most points it could have been where it is in points."""
    most = (cell.most if cell else None,) if facts.index.is_in_points(part.node) else ()
    return (*_limits(cell), *most)


def _limits(cell: Cell | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if cell is None else (cell.estimate, cell.lower, cell.upper)

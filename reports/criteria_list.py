"""Lists the criteria of a block, unit by unit: those whose figures are printed, in the order of the index."""

from dataclasses import dataclass

from reports.criteria import Assessed
from reports.facts import Facts
from reports.labels import name_of
from reports.tables import BlockTable, UnitRow


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a unit: what it is called, its most points, and its two stages."""

    code: str
    name: str
    most: float
    assessed: Assessed


def criteria_of(facts: Facts, table: BlockTable) -> tuple[tuple[UnitRow, tuple[Criterion, ...]], ...]:
    """The units of the block with a criterion; one without a printed figure is not told of."""
    return tuple((row, found) for row in table.printed_rows if (found := _of_unit(facts, table, row)))


def _of_unit(facts: Facts, table: BlockTable, row: UnitRow) -> tuple[Criterion, ...]:
    return tuple(
        Criterion(
            one.code,
            name_of(facts.instrument, one.code, table.language, row.short_name),
            max(one.bounds),
            facts.assessed[row.unit, one.code],
        )
        for one in facts.index.indicators
        if (row.unit, one.code) in facts.assessed
    )

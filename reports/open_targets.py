"""Writes targets as open data: a row a unit and target, what was to be reached beside what was, and the verdict."""

from math import isnan

from reports.facts import Facts
from reports.open_data import Dialect, Value, written_under
from reports.paper.sheets import tables_of
from reports.tables import BlockTable, UnitRow
from reports.targets import TargetLine, targets_of
from reports.wording import simulated_mark, text

_COLUMNS = (
    *("wave", "block", "unit", "name", "node", "target", "operator", "target_value", "measured_in", "source", "due"),
    *("figure", "lower", "upper", "verdict", "simulated"),
)


def targets_csv(facts: Facts, language: str, dialect: Dialect) -> bytes:
    """How units whose figures are printed stand to the targets; a figure without error has no limits."""
    rows = [
        _row(facts, table, row, line, dialect)
        for table in tables_of(facts, language)
        for row, lines in targets_of(facts, table)
        for line in lines
    ]
    return written_under(_COLUMNS, rows, language, dialect)


def _row(facts: Facts, table: BlockTable, row: UnitRow, line: TargetLine, dialect: Dialect) -> list[Value]:
    machine, one = dialect == "rfc4180", line.judged
    target = one.target
    real = simulated_mark(table.language) if table.simulated else text("data_real", table.language)
    return [
        facts.wave.code,
        table.block if machine else table.title,
        row.unit,
        row.name,
        target.node,
        line.name,
        target.operator,
        float(target.value),
        target.unit if machine else text(f"data_in_{target.unit}", table.language),
        target.source,
        target.due,
        None if isnan(one.figure) else one.figure,
        *((one.lower, one.upper) if one.lower < one.upper else (None, None)),
        one.verdict if machine else line.verdict,
        table.simulated if machine else real,
    ]

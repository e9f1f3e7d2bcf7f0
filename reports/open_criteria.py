"""Writes criteria as open data: a row a unit and criterion, own points beside those found, with reason and evidence."""

from reports.criteria_list import Criterion, criteria_of
from reports.facts import Facts
from reports.open_data import Dialect, Value, written_under
from reports.paper.sheets import tables_of
from reports.tables import BlockTable, UnitRow
from reports.wording import simulated_mark, text

_COLUMNS = (
    *("wave", "block", "unit", "name", "indicator", "criterion", "criterion_most", "self_assessed", "appraised"),
    *("not_applicable", "reason", "evidence", "evidence_number", "evidence_date", "evidence_issuer", "simulated"),
)


def criteria_csv(facts: Facts, language: str, dialect: Dialect) -> bytes:
    """The criteria of units whose figures are printed; words that a spreadsheet would reckon get an apostrophe."""
    rows = [
        _row(facts, table, row, one, dialect)
        for table in tables_of(facts, language)
        for row, criteria in criteria_of(facts, table)
        for one in criteria
    ]
    return written_under(_COLUMNS, rows, language, dialect)


def _row(facts: Facts, table: BlockTable, row: UnitRow, one: Criterion, dialect: Dialect) -> list[Value]:
    machine, told = dialect == "rfc4180", one.assessed
    evidence = told.evidence
    said = text("data_yes", table.language) if told.not_applicable else text("data_real", table.language)
    real = simulated_mark(table.language) if table.simulated else text("data_real", table.language)
    return [
        facts.wave.code,
        table.block if machine else table.title,
        row.unit,
        row.name,
        one.code,
        one.name,
        float(one.most),
        told.own,
        told.found,
        told.not_applicable if machine else said,
        told.reason,
        evidence.name,
        evidence.number,
        evidence.day,
        evidence.issuer,
        table.simulated if machine else real,
    ]

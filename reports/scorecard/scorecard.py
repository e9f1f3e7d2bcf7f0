"""Makes the scorecard of a unit: one page that its head reads in a minute, without the head's name."""

from reportlab.platypus import Flowable

from reports.facts import Facts, facts_of
from reports.paper.page import written
from reports.paper.sheets import PLAIN, Paper, sheet_of
from reports.paper.styles import styles_of
from reports.scorecard.content import card_content
from reports.tables import BlockTable, UnitRow, table_of
from reports.wording import text
from scoring.run import Run


def scorecard_pdf(run: Run, unit: str, language: str = "vi", *, paper: Paper = PLAIN) -> bytes:
    """The public scorecard of a unit as PDF; KeyError where the wave has no such unit."""
    facts = facts_of(run)
    block = {known.code: known.block for known in reversed(facts.units)}[unit]
    return card_of(facts, table_of(facts, block, language), unit, paper)


def card_of(facts: Facts, table: BlockTable, unit: str, paper: Paper) -> bytes:
    """The same from facts and the table of the unit's block, for many cards in a row."""
    row = _row_of(table, unit)
    sheet = sheet_of(facts, table.language, paper, text("card_title", table.language, unit=row.name))
    content: list[Flowable] = card_content(facts, table, row, styles_of(sheet.face))
    return written(sheet, content)


def _row_of(table: BlockTable, unit: str) -> UnitRow:
    return next(row for row in table.rows if row.unit == unit)

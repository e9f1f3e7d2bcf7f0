"""Sets the targets of a scorecard: what was to be reached, what was, and whether that is certain."""

from reportlab.platypus import Flowable, Paragraph, Table

from reports.facts import Facts
from reports.paper.page import escaped
from reports.paper.styles import Styles, table_style
from reports.scorecard.parts import TIGHT
from reports.tables import BlockTable, UnitRow
from reports.targets import target_lines
from reports.wording import text

_WIDTHS = (180.0, 130.0, 82.0, 75.0)


def targets_grid(facts: Facts, table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    """One line a target below a heading of their own; nothing where there are none."""
    rows = [
        [Paragraph(escaped(words), styles.card_item) for words in (one.name, one.aim, one.figure, one.verdict)]
        for one in target_lines(facts, table, row)
    ]
    if not rows:
        return []
    heading = Paragraph(text("card_targets", table.language), styles.card_heading)
    return [heading, Table(rows, colWidths=_WIDTHS, style=table_style(styles.face, *TIGHT, head=False))]

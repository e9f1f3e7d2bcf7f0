"""Sets the table of targets of each block: a column a target, a line a unit, met or not met or not certain."""

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer, Table

from instruments.target import Target
from reports.facts import Facts
from reports.numbers import NOTHING
from reports.paper.page import WIDTH, Heading, escaped
from reports.paper.styles import Styles, table_style
from reports.ranking.section import section
from reports.tables import BlockTable, UnitRow
from reports.targets import TargetLine, targets_of
from reports.wording import text

_NAME_WIDTH, _WIDEST = 118.0, 175.0
_MOST_COLUMNS = 3
_ROOM = 130
"""What a heading, the head of a table and its first lines need."""

Judgement = tuple[UnitRow, tuple[TargetLine, ...]]


def target_pages(facts: Facts, tables: tuple[BlockTable, ...], styles: Styles) -> list[Flowable]:
    """A table a block below one heading; nothing where no unit is judged by a target."""
    return section(("card_targets", "targets_note"), tables, lambda table: _block(facts, table, styles), _ROOM, styles)


def _block(facts: Facts, table: BlockTable, styles: Styles) -> list[Flowable]:
    judged = targets_of(facts, table)
    if not judged:
        return []
    title = Heading(escaped(table.title), styles.table_heading, 1)
    content: list[Flowable] = [CondPageBreak(_ROOM), title]
    targets = _in_order(facts, judged)
    for first in range(0, len(targets), _MOST_COLUMNS):
        columns = targets[first : first + _MOST_COLUMNS]
        content += [_grid(columns, judged, table.language, styles), Spacer(1, 6)]
    return content


def _in_order(facts: Facts, judged: Sequence[Judgement]) -> list[Target]:
    """The targets that units of the block are judged by, as the instrument lists them."""
    used = {line.judged.target for _, lines in judged for line in lines}
    return [target for target in facts.index.targets if target in used]


def _grid(columns: Sequence[Target], judged: Sequence[Judgement], language: str, styles: Styles) -> Table:
    by_unit = [(row, {line.judged.target: line for line in lines}) for row, lines in judged]
    known = {target: line for _, lines in by_unit for target, line in lines.items()}
    heads = [
        Paragraph(text("column_unit", language), styles.head_small),
        *(Paragraph(_head(known[target]), styles.head_small) for target in columns),
    ]
    rows = [
        [
            Paragraph(escaped(row.name), styles.cell),
            *(Paragraph(_cell(lines.get(target)), styles.cell_centre) for target in columns),
        ]
        for row, lines in by_unit
    ]
    widths = [_NAME_WIDTH, *[min((WIDTH - _NAME_WIDTH) / len(columns), _WIDEST)] * len(columns)]
    return Table([heads, *rows], colWidths=widths, repeatRows=1, style=table_style(styles.face), hAlign="LEFT")


def _head(line: TargetLine) -> str:
    return f"{escaped(line.name)}:<br/>{escaped(line.aim)}"


def _cell(line: TargetLine | None) -> str:
    """The verdict, and below it what it rests on."""
    return f"<b>{escaped(line.verdict)}</b><br/>{escaped(line.figure)}" if line else NOTHING

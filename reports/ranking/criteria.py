"""Sets the table of criteria: what each unit gave itself, what was found, why they differ, and the evidence."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer, Table

from reports.criteria_list import Criterion, criteria_of
from reports.facts import Facts
from reports.numbers import NOTHING
from reports.palette import PALE
from reports.paper.page import Heading, escaped
from reports.paper.styles import Styles, table_style
from reports.ranking.section import section
from reports.scales import end
from reports.tables import BlockTable
from reports.wording import number, text

_WIDTHS = (138.0, 47.0, 49.0, 96.0, 137.0)
_HEADS = ("criterion", "own", "found", "reason", "evidence")
_ROOM = 120
"""What a heading and the first unit below it need."""


def criteria_pages(facts: Facts, tables: tuple[BlockTable, ...], styles: Styles) -> list[Flowable]:
    """A table a block below one heading; nothing where no unit assessed itself."""
    return section(
        ("criteria_heading", "criteria_note"), tables, lambda table: _block(facts, table, styles), _ROOM, styles
    )


def _block(facts: Facts, table: BlockTable, styles: Styles) -> list[Flowable]:
    listed = criteria_of(facts, table)
    if not listed:
        return []
    language = table.language
    lines: list[list[Flowable | str]] = [
        [Paragraph(text(f"criteria_{head}", language), styles.head_small) for head in _HEADS]
    ]
    units: list[int] = []
    for row, criteria in listed:
        units.append(len(lines))
        lines.append([Paragraph(escaped(row.name), styles.cell_bold), *[""] * (len(_HEADS) - 1)])
        lines += [_line(one, language, styles) for one in criteria]
    marks = [
        command
        for line in units
        for command in (
            ("BACKGROUND", (0, line), (-1, line), HexColor(PALE)),
            ("SPAN", (0, line), (-1, line)),
            ("NOSPLIT", (0, line), (-1, line + 1)),
        )
    ]
    style = table_style(styles.face, *marks, ("VALIGN", (0, 1), (-1, -1), "TOP"))
    grid = Table(lines, colWidths=_WIDTHS, repeatRows=1, style=style)
    title = Heading(escaped(table.title), styles.table_heading, 1)
    return [CondPageBreak(_ROOM), title, grid, Spacer(1, 6)]


def _line(one: Criterion, language: str, styles: Styles) -> list[Flowable | str]:
    told = one.assessed
    found = text("not_applicable", language) if told.not_applicable else number(told.found, 2, language)
    words = (
        text("criteria_most", language, name=one.name, most=end(one.most, language)),
        number(told.own, 2, language),
        found,
        told.reason or NOTHING,
        told.evidence.words(language) or NOTHING,
    )
    return [Paragraph(escaped(cell), styles.cell_fine) for cell in words]

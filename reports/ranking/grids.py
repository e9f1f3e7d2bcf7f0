"""Sets the results of a block as printed tables: the table of units and the table of components."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph, Table

from reports.axis import Axis, axis_of
from reports.facts import Facts
from reports.palette import INK, heat
from reports.paper.drawings import Scale, Stacked, Whisker
from reports.paper.page import WIDTH, escaped
from reports.paper.styles import Command, Styles, table_style
from reports.ranking.groups import Group, lead_cell
from reports.tables import BlockTable, Cell, Component, UnitRow
from reports.wording import interval, number, text

_RANKED_WIDTHS = (31.0, 118.0, 46.0, 64.0, 84.0, 40.0, 45.0, 39.0)
_PLAIN_WIDTHS = (186.0, 60.0, 80.0, 100.0, 41.0)
_RANK_COLUMNS = frozenset({"rank", "rank_set", "tier"})
_WHISKER_ROOM, _PADDING = 3, 8
_NAME_WIDTH = 118.0
COMPONENT_LINE, TABLE_HEAD = 23, 45
"""Usual heights, by which a page is turned before a table of components that would not fit."""

Row = list[Flowable | str]


def block_grid(table: BlockTable, styles: Styles) -> Table:
    """All units of the block; without the columns of rank, rank set and tier where the block is not ranked."""
    widths = _stretched(_RANKED_WIDTHS if table.ranked else _PLAIN_WIDTHS)
    columns = [column for column in table.columns if table.ranked or column.key not in _RANK_COLUMNS]
    drawn = [column.key for column in columns].index("interval") + 1
    axis = axis_of(table.printed_rows, table.mean, table.scale, _WHISKER_ROOM, widths[drawn] - _PADDING)
    heads: Row = [Paragraph(escaped(column.label), styles.head) for column in columns]
    heads.insert(drawn, Scale(axis, styles.face.regular, table.language))
    rows = [_unit_row(table, row, axis, styles) for row in table.rows]
    style = table_style(styles.face, *_letters(table, styles), *_spans(table))
    return Table([heads, *rows], colWidths=widths, repeatRows=1, style=style)


def _stretched(widths: Sequence[float]) -> list[float]:
    """The widths, stretched to the width of the text."""
    return [width * WIDTH / sum(widths) for width in widths]


def _letters(table: BlockTable, styles: Styles) -> list[Command]:
    """Figures centred, rank and score bold, ratings at the right; names stay at the left."""
    bold = styles.face.bold
    name = 1 if table.ranked else 0
    return [
        ("ALIGN", (name + 1, 1), (-2, -1), "CENTER"),
        ("ALIGN", (-1, 1), (-1, -1), "RIGHT"),
        ("ALIGN", (0, 1), (name - 1, -1), "CENTER") if name else ("ALIGN", (0, 1), (0, -1), "LEFT"),
        ("FONT", (name + 1, 1), (name + 1, -1), bold, 9, 11),
        *([("FONT", (0, 1), (0, -1), bold, 9, 11)] if name else []),
    ]


def _unit_row(table: BlockTable, row: UnitRow, axis: Axis, styles: Styles) -> Row:
    lead: Row = [row.rank_text] if table.ranked else []
    lead.append(Paragraph(escaped(row.name), styles.cell))
    phrase = Paragraph(escaped(row.phrase), styles.cell_phrase)
    if row.estimate is None:
        return [*lead, phrase, *([""] * (4 if table.ranked else 2)), row.n_text]
    mean = table.mean.estimate if table.mean else None
    lead += [row.score_text, row.interval_text, Whisker(axis, (row.estimate, row.lower, row.upper), mean)]
    if not table.ranked:
        return [*lead, row.n_text]
    if row.rank is None:
        return [*lead, Paragraph(escaped(row.phrase), styles.cell_reason), "", row.n_text]
    return [*lead, row.rank_set_text, Paragraph(escaped(row.tier_text), styles.cell_tier), row.n_text]


def _spans(table: BlockTable) -> list[Command]:
    """Cells that a phrase fills instead of figures."""
    spans: list[Command] = []
    for line, row in enumerate(table.rows, start=1):
        if row.estimate is None:
            spans.append(("SPAN", (2, line), (6, line)) if table.ranked else ("SPAN", (1, line), (3, line)))
        elif row.rank is None and table.ranked:
            spans.append(("SPAN", (5, line), (6, line)))
    return spans


def component_grid(facts: Facts, table: BlockTable, group: Group, styles: Styles) -> Table:
    """Every printed unit with the lead of the group and its components, each with its interval, on one hue's tones."""
    columns = 1 + len(group.places)
    width = (WIDTH - _NAME_WIDTH) / columns
    heads: Row = [
        Paragraph(text("column_unit", table.language), styles.head_small),
        _component_head(Component(group.node, group.label, group.items), table.language, styles),
        *(_component_head(table.components[place], table.language, styles) for place in group.places),
    ]
    lines = [(row.name, _cells(facts, table, group, row)) for row in table.printed_rows]
    body = [_component_row(Paragraph(escaped(name), styles.cell), cells, table, styles, width) for name, cells in lines]
    mean = Paragraph(text("block_mean", table.language), styles.cell_bold)
    means = (
        lead_cell(facts, table, group.node, ""),
        *(table.component_means[place] for place in group.places),
    )
    tones = _tones([cells for _, cells in lines])
    return Table(
        [heads, _component_row(mean, means, table, styles, width), *body],
        colWidths=[_NAME_WIDTH, *([width] * columns)],
        repeatRows=1,
        style=table_style(styles.face, *tones, ("LINEBELOW", (0, 1), (-1, 1), 0.8, HexColor(INK))),
    )


def _component_row(name: Flowable, cells: Sequence[Cell], table: BlockTable, styles: Styles, width: float) -> Row:
    room = width - _PADDING
    return [name, *(_heat_cell(cell, table.language, styles, room) for cell in cells)]


def _cells(facts: Facts, table: BlockTable, group: Group, row: UnitRow) -> tuple[Cell, ...]:
    return (lead_cell(facts, table, group.node, row.unit), *(row.components[place] for place in group.places))


def _component_head(part: Component, language: str, styles: Styles) -> Paragraph:
    items = text("items", language, count=str(part.items)) if part.applicable else text("not_applicable", language)
    return Paragraph(f"{escaped(part.label)}<br/>({items})", styles.head_small)


def _heat_cell(cell: Cell, language: str, styles: Styles, width: float) -> Flowable:
    limits = "" if cell.estimate is None else interval(cell.lower, cell.upper, language)
    return Stacked(number(cell.estimate, 1, language), limits, styles.face, width)


def _tones(lines: Sequence[Sequence[Cell]]) -> list[Command]:
    values = [cell.estimate for cells in lines for cell in cells if cell.estimate is not None]
    return [
        ("BACKGROUND", (column, line), (column, line), HexColor(heat(cell.estimate, min(values), max(values))))
        for line, cells in enumerate(lines, start=2)
        for column, cell in enumerate(cells, start=1)
        if cell.estimate is not None
    ]

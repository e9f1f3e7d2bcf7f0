"""Sets the results of a block as printed tables: the table of units and the table of components."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph, Table

from reports.axis import Axis, axis_of
from reports.palette import INK, heat
from reports.paper.drawings import Scale, Stacked, Whisker
from reports.paper.page import WIDTH, escaped
from reports.paper.styles import Command, Styles, table_style
from reports.tables import BlockTable, Cell, Component, UnitRow
from reports.wording import interval, number, text

_RANKED_WIDTHS = (31.0, 118.0, 46.0, 64.0, 84.0, 40.0, 45.0, 39.0)
_PLAIN_WIDTHS = (186.0, 60.0, 80.0, 100.0, 41.0)
_RANK_COLUMNS = frozenset({"rank", "rank_set", "tier"})
_WHISKER_ROOM, _PADDING = 3, 8
_NAME_WIDTH = 118.0
UNIT_LINE, COMPONENT_LINE, TABLE_HEAD = 17, 23, 45
"""Usual heights, by which a page is turned before a table that would not fit."""

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


def component_grid(table: BlockTable, styles: Styles) -> Table:
    """Every printed unit with its index and components, each with its interval, on a tone of one hue."""
    rows = table.printed_rows
    width = (WIDTH - _NAME_WIDTH) / (1 + len(table.components))
    heads: Row = [
        Paragraph(text("column_unit", table.language), styles.head_small),
        Paragraph(text("column_index", table.language, items=str(table.items)), styles.head_small),
        *(_component_head(part, table.language, styles) for part in table.components),
    ]
    body = [
        _component_row(Paragraph(escaped(row.name), styles.cell), _cells(row), table, styles, width) for row in rows
    ]
    mean = Paragraph(text("block_mean", table.language), styles.cell_bold)
    means = (table.mean or Cell(None, None, None), *table.component_means)
    style = table_style(styles.face, *_tones(rows), ("LINEBELOW", (0, 1), (-1, 1), 0.8, HexColor(INK)))
    return Table(
        [heads, _component_row(mean, means, table, styles, width), *body],
        colWidths=[_NAME_WIDTH, *([width] * (1 + len(table.components)))],
        repeatRows=1,
        style=style,
    )


def _component_row(name: Flowable, cells: Sequence[Cell], table: BlockTable, styles: Styles, width: float) -> Row:
    room = width - _PADDING
    return [name, *(_heat_cell(cell, table.language, styles, room) for cell in cells)]


def _cells(row: UnitRow) -> tuple[Cell, ...]:
    return (Cell(row.estimate, row.lower, row.upper), *row.components)


def _component_head(part: Component, language: str, styles: Styles) -> Paragraph:
    items = text("items", language, count=str(part.items)) if part.applicable else text("not_applicable", language)
    return Paragraph(f"{escaped(part.label)}<br/>({items})", styles.head_small)


def _heat_cell(cell: Cell, language: str, styles: Styles, width: float) -> Flowable:
    limits = "" if cell.estimate is None else interval(cell.lower, cell.upper, language)
    return Stacked(number(cell.estimate, 1, language), limits, styles.face, width)


def _tones(rows: Sequence[UnitRow]) -> list[Command]:
    values = [cell.estimate for row in rows for cell in _cells(row) if cell.estimate is not None]
    return [
        ("BACKGROUND", (column, line), (column, line), HexColor(heat(cell.estimate, min(values), max(values))))
        for line, row in enumerate(rows, start=2)
        for column, cell in enumerate(_cells(row), start=1)
        if cell.estimate is not None
    ]

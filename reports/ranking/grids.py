"""Sets the results of a block as printed tables: the table of units and the table of components."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph, Table

from instruments.index import Range
from reports.axis import Axis, axis_of
from reports.facts import Facts
from reports.numbers import NOTHING
from reports.palette import INK, heat
from reports.paper.drawings import Scale, Stacked, Whisker
from reports.paper.fonts import Face
from reports.paper.page import WIDTH, escaped
from reports.paper.styles import Command, Styles, table_style
from reports.parts import Cell, Component, remark
from reports.ranking.groups import Group, lead_cell
from reports.scales import decimals_of, figure_text, score_words
from reports.tables import BlockTable, UnitRow
from reports.wording import interval, text

_RANKED_WIDTHS = (31.0, 118.0, 46.0, 64.0, 84.0, 40.0, 45.0, 39.0)
_WITHOUT_TIERS = (31.0, 118.0, 46.0, 64.0, 84.0, 85.0, 39.0)
"""The reason why a unit has no rank keeps its room."""
_PLAIN_WIDTHS = (186.0, 60.0, 80.0, 100.0, 41.0)
_WHISKER_ROOM, _PADDING = 3, 8
_NAME_WIDTH = 118.0
_WIDEST_MODULE = 175.0
_WIDE_ENOUGH = 110.0
"""A column that holds a figure and its interval on one line."""
_TAIL = 3
_MEAN_LINE = (("LINEBELOW", (0, 1), (-1, 1), 0.8, HexColor(INK)),)
COMPONENT_LINE, TABLE_HEAD = 23, 45
"""Usual heights, by which a page is turned before a table of components that would not fit."""

Row = list[Flowable | str]


def block_grid(table: BlockTable, styles: Styles) -> Table:
    """All units of the block; without the columns of rank, rank set and tier where the block is not ranked."""
    widths = stretched((_RANKED_WIDTHS if table.tiers else _WITHOUT_TIERS) if table.ranked else _PLAIN_WIDTHS)
    columns = table.shown_columns
    drawn = [column.key for column in columns].index("interval") + 1
    axis = axis_of(table.printed_rows, table.mean, table.reach, _WHISKER_ROOM, widths[drawn] - _PADDING)
    heads: Row = [Paragraph(escaped(column.label), styles.head) for column in columns]
    heads.insert(drawn, Scale(axis, styles.face.regular, table.language))
    rows = [_unit_row(table, row, axis, styles) for row in table.rows]
    style = table_style(styles.face, *_letters(table, styles), *_spans(table))
    return Table([heads, *rows], colWidths=widths, repeatRows=1, style=style)


def stretched(widths: Sequence[float]) -> list[float]:
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
        return [*lead, phrase, *([""] * (_places_of_ranks(table) + 2)), row.n_text]
    mean = table.mean.estimate if table.mean else None
    lead += [row.score_text, row.interval_text, Whisker(axis, (row.estimate, row.lower, row.upper), mean)]
    return [*lead, *_rank_cells(table, row, styles), row.n_text]


def _places_of_ranks(table: BlockTable) -> int:
    """How many columns stand between the drawn interval and the ratings: rank set and tier, where there are such."""
    return (2 if table.tiers else 1) if table.ranked else 0


def _rank_cells(table: BlockTable, row: UnitRow, styles: Styles) -> Row:
    many = _places_of_ranks(table)
    if row.rank is None:
        reason: Row = [Paragraph(escaped(row.phrase), styles.cell_reason), ""]
        return reason[:many]
    told: Row = [row.rank_set_text, Paragraph(escaped(row.tier_text), styles.cell_tier)]
    return told[:many]


def _spans(table: BlockTable) -> list[Command]:
    """Cells that a phrase fills instead of figures."""
    spans: list[Command] = []
    first, last = (2, 4 + _places_of_ranks(table)) if table.ranked else (1, 3)
    for line, row in enumerate(table.rows, start=1):
        if row.estimate is None:
            spans.append(("SPAN", (first, line), (last, line)))
        elif row.rank is None and table.ranked:
            spans.append(("SPAN", (5, line), (last, line)))
    return spans


def component_grid(facts: Facts, table: BlockTable, group: Group, styles: Styles) -> Table:
    """Every printed unit with the lead of the group and its components, each with its interval, on one hue's tones."""
    columns = 1 + len(group.places)
    width = (WIDTH - _NAME_WIDTH) / columns
    heads: Row = [
        Paragraph(text("column_unit", table.language), styles.head_small),
        _component_head(Component(group.node, group.label, group.items), table, styles),
        *(_component_head(table.components[place], table, styles) for place in group.places),
    ]
    scales = (facts.index.scale_of(facts.index.node(group.node).kind), *(table.component_scale for _ in group.places))
    means = (lead_cell(facts, table, group.node, ""), *(table.component_means[place] for place in group.places))
    lines = [means, *(_cells(facts, table, group, row) for row in table.printed_rows)]
    body: list[Row] = [
        [name, *(_heat_cell(*pair, table.language, styles.face, width) for pair in zip(cells, scales, strict=True))]
        for name, cells in zip(_names(table, table.printed_rows, styles), lines, strict=True)
    ]
    # Annexes of questions are as they were issued.
    kept = _tail(body) if table.definition == "indicators" else ()
    style = table_style(styles.face, *_tones(lines[1:], scales), *_MEAN_LINE, *kept)
    return Table([heads, *body], colWidths=[_NAME_WIDTH, *([width] * columns)], repeatRows=1, style=style)


def module_grid(table: BlockTable, styles: Styles) -> Table:
    """Every printed unit with its figures beside the index: no rank is made of them, and no tone."""
    heads: Row = [
        Paragraph(text("column_unit", table.language), styles.head_small),
        *(_component_head(part, table, styles) for part in table.modules),
    ]
    width = min((WIDTH - _NAME_WIDTH) / len(table.modules), _WIDEST_MODULE)
    lines = [table.module_means, *(row.modules for row in table.rows_beside)]
    body: list[Row] = [
        [name, *(_module_cell(cell, table, styles, width) for cell in cells)]
        for name, cells in zip(_names(table, table.rows_beside, styles), lines, strict=True)
    ]
    style = table_style(styles.face, ("ALIGN", (1, 1), (-1, -1), "CENTER"), *_MEAN_LINE, *_tail(body))
    widths = [_NAME_WIDTH, *([width] * len(table.modules))]
    return Table([heads, *body], colWidths=widths, repeatRows=1, style=style, hAlign="LEFT")


def _module_cell(cell: Cell, table: BlockTable, styles: Styles, width: float) -> Flowable | str:
    """Figure and interval, on one line where there is room."""
    scale, language = table.module_scale, table.language
    if not cell.applies:
        return text("not_applicable", language)
    if width < _WIDE_ENOUGH:
        return _heat_cell(cell, scale, language, styles.face, width)
    words = "" if cell.opinion else figure_text(cell, scale, language)
    return ", ".join(filter(None, (words, remark(cell, language))))


def _names(table: BlockTable, rows: tuple[UnitRow, ...], styles: Styles) -> list[Flowable]:
    """The block's mean first, then the units whose figures are printed."""
    mean = Paragraph(text("block_mean", table.language), styles.cell_bold)
    return [mean, *(Paragraph(escaped(row.name), styles.cell) for row in rows)]


def _tail(body: Sequence[Row]) -> list[Command]:
    """The last lines stay together: one alone on a page is read as a table of its own."""
    return [("NOSPLIT", (0, max(1, len(body) + 1 - _TAIL)), (-1, len(body)))]


def _cells(facts: Facts, table: BlockTable, group: Group, row: UnitRow) -> tuple[Cell, ...]:
    return (lead_cell(facts, table, group.node, row.unit), *(row.components[place] for place in group.places))


def _component_head(part: Component, table: BlockTable, styles: Styles) -> Paragraph:
    count, language = str(part.items), table.language
    items = text(table.worded("items"), language, count=count) if part.applicable else text("not_applicable", language)
    return Paragraph(f"{escaped(part.label)}<br/>({items})", styles.head_small)


def _heat_cell(cell: Cell, scale: Range, language: str, face: Face, width: float) -> Flowable:
    if not cell.applies:
        return Stacked(NOTHING, text("not_applicable", language), face, width - _PADDING)
    limits = "" if cell.lower is None else interval(cell.lower, cell.upper, language, decimals_of(cell, scale))
    below = "; ".join(filter(None, (limits, remark(cell, language))))
    return Stacked(score_words(cell, language, decimals_of(cell, scale)), below, face, width - _PADDING)


def _tones(lines: Sequence[Sequence[Cell]], scales: Sequence[Range]) -> list[Command]:
    """The way each figure has come from the lowest to the highest end of its own scale."""
    shares = {
        (column, line): (cell.estimate - low) / (high - low)
        for line, cells in enumerate(lines, start=2)
        for column, (cell, scale) in enumerate(zip(cells, scales, strict=True), start=1)
        for low, high in [cell.scale(scale)]
        if cell.estimate is not None
    }
    lowest, highest = min(shares.values(), default=0), max(shares.values(), default=0)
    return [("BACKGROUND", place, place, HexColor(heat(share, lowest, highest))) for place, share in shares.items()]

"""Sets the indicators of a scorecard: raw figure and score of each, hard figures and sensitive ones apart."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph, Table

from reports.axis import Axis, axis_of
from reports.facts import Facts
from reports.paper.drawings import Scale, Whisker
from reports.paper.page import escaped
from reports.paper.styles import Styles, table_style
from reports.scales import decimals_on, natural, natural_interval, range_words
from reports.scorecard.lines import ItemLine
from reports.scorecard.parts import PADDING, TIGHT, figure_text
from reports.tables import BlockTable, UnitRow
from reports.wording import count, number, text

_WIDTHS = (180.0, 98.0, 92.0, 97.0)

Line = list[Flowable | str]


def indicator_grid(
    facts: Facts, table: BlockTable, row: UnitRow, lines: Sequence[ItemLine], styles: Styles
) -> list[Flowable]:
    """Soft indicators first, then hard figures, then what stands on the unit's own scorecard only."""
    language = table.language
    open_lines = [one for one in lines if not one.private]
    scale = range_words(facts.index.scale_of("indicator"), language)
    hard = [one for one in open_lines if one.item is None]
    return [
        Paragraph(text("card_indicators", language, scale=scale), styles.card_heading),
        _soft(facts, table, [one for one in open_lines if one.item is not None], styles),
        *_hard(facts, table, row, hard, styles),
        *_private(table, [one for one in lines if one.private], styles),
    ]


def _soft(facts: Facts, table: BlockTable, lines: Sequence[ItemLine], styles: Styles) -> Table:
    language = table.language
    figures = [one.figure for one in lines if one.figure]
    axis = axis_of(figures, None, facts.index.scale_of("indicator"), 3, _WIDTHS[3] - PADDING - 3)
    heads: Line = [
        "",
        *(Paragraph(text(key, language), styles.card_item) for key in ("card_head_raw", "card_head_score")),
    ]
    rows = [_soft_line(facts, one, axis, language, styles) for one in lines]
    return _grid([[*heads, Scale(axis, styles.face.regular, language)], *rows], styles)


def _soft_line(facts: Facts, one: ItemLine, axis: Axis, language: str, styles: Styles) -> Line:
    figure = one.figure
    values = (figure.estimate, figure.lower, figure.upper) if figure else (None, None, None)
    return [
        Paragraph(escaped(one.name), styles.card_item),
        _raw(facts, one, language),
        figure_text(figure, one.scale, language),
        Whisker(axis, values, one.mean),
    ]


def _raw(facts: Facts, one: ItemLine, language: str) -> str:
    indicator, raw = facts.index.indicator(one.code), one.raw
    if indicator is None or raw is None or raw.estimate is None:
        return ""
    limits = natural_interval(facts.index, indicator, raw.lower, raw.upper, language)
    return f"{natural(facts.index, indicator, raw.estimate, language)} ({limits})"


def _hard(facts: Facts, table: BlockTable, row: UnitRow, lines: Sequence[ItemLine], styles: Styles) -> list[Flowable]:
    if not lines:
        return []
    language = table.language
    rows: list[Line] = [
        [Paragraph(escaped(one.name), styles.card_item), *_hard_cells(facts, one, row, language), ""] for one in lines
    ]
    return [Paragraph(text("card_hard", language), styles.card_heading), _grid(rows, styles)]


def _hard_cells(facts: Facts, one: ItemLine, row: UnitRow, language: str) -> tuple[str, str]:
    """Value with what it was counted from where that is known, and its score; or that nobody brought it in."""
    indicator, brought = facts.index.indicator(one.code), facts.brought.get((row.unit, one.code))
    if indicator is None or brought is None or brought.value is None:
        return text("card_no_hard", language), ""
    value = natural(facts.index, indicator, brought.value, language)
    if brought.numerator is not None and brought.denominator is not None:
        over, under = count(brought.numerator, language), count(brought.denominator, language)
        value = text("card_ratio", language, value=value, over=over, under=under)
    return value, number(one.figure.estimate if one.figure else None, decimals_on(one.scale, 1), language)


def _private(table: BlockTable, lines: Sequence[ItemLine], styles: Styles) -> list[Flowable]:
    """Scores alone: what share of firms said so is not told of anybody."""
    if not lines:
        return []
    language = table.language
    rows: list[Line] = [
        [Paragraph(escaped(one.name), styles.card_item), "", figure_text(one.figure, one.scale, language), ""]
        for one in lines
    ]
    return [Paragraph(text("card_private", language), styles.card_heading), _grid(rows, styles)]


def _grid(rows: list[Line], styles: Styles) -> Table:
    letters = ("FONT", (0, 0), (-1, -1), styles.face.regular, styles.card_item.fontSize, styles.card_item.leading)
    return Table(rows, colWidths=_WIDTHS, style=table_style(styles.face, *TIGHT, letters, head=False))

"""Sets the indicators of a scorecard: raw figure and score of each, hard figures and sensitive ones apart."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph, Table

from reports.axis import Axis, axis_of
from reports.facts import Facts
from reports.paper.drawings import Scale, Whisker
from reports.paper.page import escaped
from reports.paper.styles import Styles, table_style
from reports.scales import decimals_on, range_words
from reports.scorecard.lines import ItemLine, raw_text
from reports.scorecard.parts import PADDING, TIGHT, score_text
from reports.tables import BlockTable, UnitRow
from reports.wording import number, signed, text

_WIDTHS = (180.0, 98.0, 92.0, 97.0)
_HARD_WIDTHS = (180.0, 205.0, 82.0)

Line = list[Flowable | str]


def indicator_grid(
    facts: Facts, table: BlockTable, row: UnitRow, lines: Sequence[ItemLine], styles: Styles
) -> list[Flowable]:
    """What is made from answers, then what stands on the unit's own scorecard only."""
    language = table.language
    scale = range_words(facts.index.scale_of("indicator"), language)
    return [
        Paragraph(text("card_indicators", language, scale=scale), styles.card_heading),
        _soft(facts, row, [one for one in lines if one.item is not None and not one.private], table, styles),
        *_private(table, [one for one in lines if one.private], styles),
    ]


def hard_grid(
    facts: Facts, table: BlockTable, row: UnitRow, lines: Sequence[ItemLine], styles: Styles
) -> list[Flowable]:
    """Figures brought in: value, what was counted, score; nothing where the index has none."""
    language = table.language
    rows: list[Line] = [
        [
            Paragraph(escaped(one.name), styles.card_item),
            Paragraph(escaped(raw_text(facts, one, row.unit, language)), styles.card_item),
            _hard_score(facts, one, language),
        ]
        for one in lines
        if one.item is None and not one.private
    ]
    heading = Paragraph(text("card_hard", language), styles.card_heading)
    return [heading, _grid(rows, styles, _HARD_WIDTHS)] if rows else []


def _hard_score(facts: Facts, one: ItemLine, language: str) -> str:
    """The score between the goalposts; of points beyond the maximum, what they add to or take from the index."""
    if one.figure is None or one.figure.estimate is None:
        return ""
    extra = {**dict.fromkeys(facts.index.bonus, 1), **dict.fromkeys(facts.index.penalty, -1)}.get(one.code)
    if extra is None:
        return number(one.figure.estimate, decimals_on(one.scale, 1), language)
    return text("points_of_score", language, number=signed(extra * abs(one.figure.estimate), 2, language))


def _soft(facts: Facts, row: UnitRow, lines: Sequence[ItemLine], table: BlockTable, styles: Styles) -> Table:
    language = table.language
    figures = [one.figure for one in lines if one.figure]
    axis = axis_of(figures, None, facts.index.scale_of("indicator"), 3, _WIDTHS[3] - PADDING - 3)
    heads = [Paragraph(text(key, language), styles.card_item) for key in ("card_head_raw", "card_head_score")]
    body: list[Line] = [
        [
            Paragraph(escaped(one.name), styles.card_item),
            raw_text(facts, one, row.unit, language),
            score_text(one.figure, one.scale, language),
            _whisker(one, axis),
        ]
        for one in lines
    ]
    return _grid([["", *heads, Scale(axis, styles.face.regular, language)], *body], styles)


def _whisker(one: ItemLine, axis: Axis) -> Whisker:
    figure = one.figure
    return Whisker(axis, (figure.estimate, figure.lower, figure.upper) if figure else (None, None, None), one.mean)


def _private(table: BlockTable, lines: Sequence[ItemLine], styles: Styles) -> list[Flowable]:
    """Scores alone: what share of firms said so is not told of anybody."""
    if not lines:
        return []
    language = table.language
    rows: list[Line] = [
        [Paragraph(escaped(one.name), styles.card_item), "", score_text(one.figure, one.scale, language), ""]
        for one in lines
    ]
    return [Paragraph(text("card_private", language), styles.card_heading), _grid(rows, styles)]


def _grid(rows: list[Line], styles: Styles, widths: tuple[float, ...] = _WIDTHS) -> Table:
    letters = ("FONT", (0, 0), (-1, -1), styles.face.regular, styles.card_item.fontSize, styles.card_item.leading)
    return Table(rows, colWidths=widths, style=table_style(styles.face, *TIGHT, letters, head=False))

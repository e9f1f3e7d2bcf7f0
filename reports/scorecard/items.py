"""Sets what a scorecard says of single questions: the best and the weakest, the components, all answers."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from instruments.model import Item
from instruments.vietnamese import nfc
from reports.axis import axis_of
from reports.facts import Facts, Figure
from reports.paper.drawings import Scale, Whisker
from reports.paper.page import WIDTH, escaped
from reports.paper.styles import Styles, table_style
from reports.scorecard.drawings import Answers, Key
from reports.tables import BlockTable, Cell, UnitRow, index_block, items_of
from reports.wording import interval, label, number, percent, signed, text

_MOST_NAMED = 3
_COMPONENT_WIDTHS = (170.0, 182.0, 115.0)
_ANSWER_WIDTHS = (302.0, 86.0, 79.0)
_PADDING = 6


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One question: the unit's figure, how far it lies off the block's, and the shares of its answers."""

    item: Item
    figure: Figure | None
    difference: float | None
    shares: tuple[float, ...]


def item_lines(facts: Facts, table: BlockTable, row: UnitRow) -> tuple[ItemLine, ...]:
    """The counted questions that rate units of the block, in the order of the form."""
    codes = items_of(facts, index_block(facts, table.block), facts.index.code)
    return tuple(_line_of(facts, table, row, code) for code in codes)


def _line_of(facts: Facts, table: BlockTable, row: UnitRow, code: str) -> ItemLine:
    item = facts.instrument.item(code)
    figure, mean = facts.figure(table.block, row.unit, code), facts.figure(table.block, "", code)
    mean = mean if table.mean else None
    known = figure and mean and figure.estimate is not None and mean.estimate is not None
    given = facts.distributions.get((table.block, row.unit, code), {})
    return ItemLine(
        item=item,
        figure=figure if figure and figure.estimate is not None else None,
        difference=(figure.estimate or 0) - (mean.estimate or 0) if known and figure and mean else None,
        shares=tuple(given.get(option.code, 0.0) for option in facts.instrument.options_of(item)) if given else (),
    )


def best_and_worst(table: BlockTable, lines: tuple[ItemLine, ...], styles: Styles) -> list[Flowable]:
    """The questions farthest above and farthest below the block's mean; none stands on both sides.

    Nothing where the block has no mean to compare with.
    """
    if table.mean is None:
        return []
    language = table.language
    ordered = sorted((one for one in lines if one.difference is not None), key=lambda one: -(one.difference or 0))
    many = min(_MOST_NAMED, len(ordered) // 2)
    heads = [Paragraph(text(key, language), styles.card_heading) for key in ("card_strong", "card_weak")]
    columns = [[_named(one, table, styles) for one in chosen] for chosen in (ordered[:many], ordered[::-1][:many])]
    bodies = [
        [flowable for pair in column for flowable in pair] or [Paragraph("–", styles.card_text)] for column in columns
    ]
    return [Table([heads, bodies], colWidths=[WIDTH / 2] * 2, style=table_style(styles.face, *_OPEN, head=False))]


_OPEN = (
    ("LINEBELOW", (0, 0), (-1, -1), 0, HexColor("#ffffff")),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
)


def _named(one: ItemLine, table: BlockTable, styles: Styles) -> tuple[Flowable, Flowable]:
    language, figure = table.language, one.figure
    key = "card_difference" if table.definition == "top2_share" else "card_difference_mean_percent"
    numbers = text(
        key,
        language,
        score=percent(figure.estimate if figure else None, language, 1),
        interval=interval(figure.lower, figure.upper, language) if figure else "",
        difference=signed(one.difference, 1, language),
    )
    words = Paragraph(escaped(label(one.item.text, language)), styles.card_text)
    return words, Paragraph(numbers, styles.card_small)


def components_grid(table: BlockTable, row: UnitRow, styles: Styles) -> Table:
    """The components that rate units of the block, each with its interval and the block's mean."""
    chosen = [
        (part, cell, mean)
        for part, cell, mean in zip(table.components, row.components, table.component_means, strict=True)
        if part.applicable
    ]
    cells = [cell for _, cell, mean in chosen] + [mean for _, _, mean in chosen]
    axis = axis_of(cells, None, table.scale, 3, _COMPONENT_WIDTHS[1] - _PADDING - 3)
    rows = [
        [
            Paragraph(escaped(part.label), styles.card_text),
            Whisker(axis, (cell.estimate, cell.lower, cell.upper), mean.estimate),
            Paragraph(_figure_text(cell, table.language), styles.card_text),
        ]
        for part, cell, mean in chosen
    ]
    heads = ["", Scale(axis, styles.face.regular, table.language), ""]
    return Table([heads, *rows], colWidths=_COMPONENT_WIDTHS, style=table_style(styles.face, *_TIGHT, head=False))


_TIGHT = (
    ("TOPPADDING", (0, 0), (-1, -1), 0.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
)


def _figure_text(cell: Cell | Figure | None, language: str) -> str:
    if cell is None or cell.estimate is None:
        return text("card_few_items", language)
    return f"{number(cell.estimate, 1, language)} ({interval(cell.lower, cell.upper, language)})"


def answers_grid(facts: Facts, table: BlockTable, lines: tuple[ItemLine, ...], styles: Styles) -> list[Flowable]:
    """One bar a question, with the shares of its answers, and the key to the bars above them."""
    options = facts.instrument.options_of(lines[0].item) if lines else ()
    words = [label(option.label, table.language) for option in options]
    rows = [_answer_row(one, table.language, styles) for one in lines]
    if not rows:
        return []
    letters = ("FONT", (0, 0), (-1, -1), styles.face.regular, styles.card_item.fontSize, styles.card_item.leading)
    grid = Table(rows, colWidths=_ANSWER_WIDTHS, style=table_style(styles.face, *_TIGHT, letters, head=False))
    return [Key(words, styles.face, WIDTH), Spacer(1, 2), grid]


def _answer_row(one: ItemLine, language: str, styles: Styles) -> list[Flowable | str]:
    bar: Flowable | str = Answers(one.shares, _ANSWER_WIDTHS[1] - _PADDING) if one.shares else ""
    return [_fitted(nfc(label(one.item.text, language)), styles), bar, _figure_text(one.figure, language)]


def _fitted(words: str, styles: Styles) -> Flowable | str:
    """Words that fit on one line need no paragraph, which is slow to set."""
    style = styles.card_item
    fits = stringWidth(words, style.fontName, style.fontSize) <= _ANSWER_WIDTHS[0] - _PADDING
    return words if fits else Paragraph(escaped(words), style)

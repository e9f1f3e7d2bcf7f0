"""Sets what a scorecard says of single questions: the best and the weakest, and how people answered each."""

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from instruments.vietnamese import nfc
from reports.facts import Facts
from reports.paper.page import WIDTH, escaped
from reports.paper.styles import Styles, table_style
from reports.scales import decimals_on, difference, measured
from reports.scorecard.drawings import Answers, Key
from reports.scorecard.lines import ItemLine
from reports.scorecard.parts import PADDING, TIGHT, score_text
from reports.tables import BlockTable
from reports.wording import interval, label, text

_MOST_NAMED = 3
_ANSWER_WIDTHS = (302.0, 86.0, 79.0)


def best_and_worst(table: BlockTable, lines: tuple[ItemLine, ...], styles: Styles) -> list[Flowable]:
    """The questions farthest above and farthest below the block's mean; none stands on both sides.

    Nothing where the block has no mean to compare with.
    """
    if table.mean is None:
        return []
    language = table.language
    known = (one for one in lines if one.difference is not None and one.compared)
    ordered = sorted(known, key=lambda one: -(one.difference or 0))
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
    decimals = decimals_on(one.scale, 1)
    numbers = text(
        "card_difference",
        language,
        score=measured(figure.estimate if figure else None, table.unit, language, decimals),
        interval=_limits(one, language, decimals),
        difference=difference(one.difference, table.unit, table.definition, language, decimals),
    )
    words = Paragraph(escaped(one.name), styles.card_text)
    return words, Paragraph(numbers, styles.card_small)


def _limits(one: ItemLine, language: str, decimals: int) -> str:
    """The interval of a figure; of one brought in, that it has none."""
    if one.figure is None or one.item is None:
        return text("card_no_interval", language)
    return interval(one.figure.lower, one.figure.upper, language, decimals)


def answers_grid(facts: Facts, table: BlockTable, lines: tuple[ItemLine, ...], styles: Styles) -> list[Flowable]:
    """One bar a question, with the shares of its answers, and the key to the bars above them."""
    options = facts.instrument.options_of(lines[0].item) if lines and lines[0].item else ()
    words = [label(option.label, table.language) for option in options]
    rows = [_answer_row(one, table.language, styles) for one in lines]
    if not rows:
        return []
    letters = ("FONT", (0, 0), (-1, -1), styles.face.regular, styles.card_item.fontSize, styles.card_item.leading)
    grid = Table(rows, colWidths=_ANSWER_WIDTHS, style=table_style(styles.face, *TIGHT, letters, head=False))
    return [Key(words, styles.face, WIDTH), Spacer(1, 2), grid]


def _answer_row(one: ItemLine, language: str, styles: Styles) -> list[Flowable | str]:
    bar: Flowable | str = Answers(one.shares, _ANSWER_WIDTHS[1] - PADDING) if one.shares else ""
    return [_fitted(nfc(one.name), styles), bar, score_text(one.figure, one.scale, language)]


def _fitted(words: str, styles: Styles) -> Flowable | str:
    """Words that fit on one line need no paragraph, which is slow to set."""
    style = styles.card_item
    fits = stringWidth(words, style.fontName, style.fontSize) <= _ANSWER_WIDTHS[0] - PADDING
    return words if fits else Paragraph(escaped(words), style)

"""Sets the content of a scorecard, by what may be said of the unit: everything, no rank, or no figure."""

from collections.abc import Callable

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, KeepInFrame, PageBreak, Paragraph, Spacer, Table

from reports.answers import favourable
from reports.axis import axis_of
from reports.facts import Facts
from reports.outside import outside_note, scored
from reports.palette import INK, PALE
from reports.paper.page import HEIGHT, WIDTH, Heading, escaped
from reports.paper.sheets import note_of
from reports.paper.styles import Styles, table_style
from reports.scales import measured, range_words
from reports.scorecard.drawings import Strip
from reports.scorecard.indicators import hard_grid, indicator_grid
from reports.scorecard.items import answers_grid, best_and_worst
from reports.scorecard.lines import ItemLine, item_lines
from reports.scorecard.parts import components_grid, hard_note, modules_grid
from reports.scorecard.targets import targets_grid
from reports.tables import BlockTable, UnitRow
from reports.wording import count, interval, long_day, margin, number, text

_HEAD_ROOM = 90
_MOST_ON_THE_FIRST_PAGE = 20
"""Questions whose answers fit below everything else."""
_MOST_SHRUNK = 1.03
"""Letters of 8 points still print as such."""
_PANEL_WIDTHS = (0.36, 0.36, 0.28)


def card_content(facts: Facts, table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    """Heading and, below it, what the state of the unit allows to say: on one page unless criteria are many.

    The answers to very many questions, or the figures of all indicators, stand on a page of their own: shrunk onto the
    first, nobody could read them.
    """
    body = _BODY_OF[row.state](facts, table, row, styles)
    note = note_of(facts, table.language)
    body += [Spacer(1, 3), Paragraph(escaped(note), styles.card_small)] if note else []
    return [*_head(facts, table, row, styles), *_fitted(body, HEIGHT - _HEAD_ROOM), *_behind(facts, table, row, styles)]


def _fitted(body: list[Flowable], height: float) -> list[Flowable]:
    """On one page where it fits as it is or a hair smaller; else it flows on, for its letters would be unreadable."""
    natural = sum(one.wrap(WIDTH, HEIGHT)[1] + one.getSpaceAfter() + one.getSpaceBefore() for one in body)
    return body if natural > height * _MOST_SHRUNK else [KeepInFrame(WIDTH, height, body, mode="shrink")]


def _head(facts: Facts, table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    language = table.language
    line = text(
        "card_wave",
        language,
        wave=facts.wave.name(language),
        start=long_day(facts.wave.period_from, language),
        end=long_day(facts.wave.period_to, language),
    )
    return [
        Paragraph(text("card", language), styles.card_kind),
        Heading(escaped(row.name), styles.card_unit, 0),
        Paragraph(escaped(line), styles.card_line),
    ]


def _with_figures(facts: Facts, table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    language = table.language
    if not table.has_index:
        said = Paragraph(escaped(text("beside_alone", language)), styles.card_text)
        return [
            said,
            *modules_grid(table, row, styles),
            *hard_note(facts, table, styles),
            *targets_grid(facts, table, row, styles),
        ]
    lines = item_lines(facts, table, row)
    meaning = "card_meaning_ranked" if row.rank is not None else "card_meaning_unranked"
    return [
        _panel(table, row, styles),
        Spacer(1, 5),
        Paragraph(escaped(_summary(facts, table, row)), styles.card_text),
        *_strip(table, row, styles),
        *best_and_worst(table, lines, styles),
        Paragraph(text("card_components", language), styles.card_heading),
        components_grid(table, row, styles),
        *_outside(facts, table, row, lines, styles),
        *modules_grid(table, row, styles),
        *(hard_grid(facts, table, row, lines, styles) if table.definition == "indicators" else ()),
        *hard_note(facts, table, styles),
        *targets_grid(facts, table, row, styles),
        *(_answers(facts, table, lines, styles) if not _needs_a_page(table, lines) else ()),
        Spacer(1, 5),
        Paragraph(text(meaning, language), styles.card_small),
    ]


def _outside(
    facts: Facts, table: BlockTable, row: UnitRow, lines: tuple[ItemLine, ...], styles: Styles
) -> list[Flowable]:
    beyond = {*facts.index.bonus, *facts.index.penalty}
    items = [(one.figure.estimate, one.scale) for one in lines if one.figure and one.code not in beyond]
    note = outside_note((*scored(table, [row]), *items), table.language)
    return [Spacer(1, 2), Paragraph(escaped(note), styles.card_small)] if note else []


def _answers(facts: Facts, table: BlockTable, lines: tuple[ItemLine, ...], styles: Styles) -> list[Flowable]:
    heading = Paragraph(text("card_answers", table.language), styles.card_heading)
    return [heading, *answers_grid(facts, table, lines, styles)]


def _needs_a_page(table: BlockTable, lines: tuple[ItemLine, ...]) -> bool:
    return table.definition == "indicators" or len(lines) > _MOST_ON_THE_FIRST_PAGE


def _behind(facts: Facts, table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    """The second page of a card; nothing where no figure is printed, or all of it stands on the first."""
    lines = item_lines(facts, table, row)
    if row.estimate is None or not _needs_a_page(table, lines):
        return []
    name = Paragraph(escaped(row.name), styles.card_line)
    if table.definition != "indicators":
        return [PageBreak(), name, *_answers(facts, table, lines, styles)]
    return [PageBreak(), *_fitted([name, *indicator_grid(facts, table, row, lines, styles)], HEIGHT)]


def _panel(table: BlockTable, row: UnitRow, styles: Styles) -> Table:
    """Score, rank and what they rest on, side by side."""
    language = table.language
    limits = text(
        "card_score_limits",
        language,
        interval=interval(row.lower, row.upper, language),
        margin=margin(row.lower, row.upper, language),
    )
    score = [
        Paragraph(escaped(table.measure), styles.card_small),
        Paragraph(escaped(row.score_words), styles.card_figure),
        Paragraph(limits, styles.card_small),
    ]
    ratings = text("card_ratings", language, n=count(row.n, language))
    rest = [Paragraph(ratings, styles.card_bold)]
    if row.rank is not None and table.tiers:
        rest.insert(0, Paragraph(escaped(text("card_tier", language, tier=row.tier_text)), styles.card_bold))
    cells = [[score, _rank_cell(table, row, styles), rest]]
    lines = (("BACKGROUND", (0, 0), (-1, -1), HexColor(PALE)), ("LINEABOVE", (0, 0), (-1, 0), 1, HexColor(INK)))
    return Table(
        cells, colWidths=[share * WIDTH for share in _PANEL_WIDTHS], style=table_style(styles.face, *lines, head=False)
    )


def _rank_cell(table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    language = table.language
    if row.rank is None:
        key = "card_no_rank" if table.ranked else "card_unranked_block"
        return [Paragraph(escaped(table.title), styles.card_small), Paragraph(text(key, language), styles.card_word)]
    rank = text("card_rank", language, rank=row.rank_text, of=str(row.rank_of))
    rank_set = text("card_rank_set", language, lower=str(row.rank_lower), upper=str(row.rank_upper))
    return [
        Paragraph(escaped(table.title), styles.card_small),
        Paragraph(rank, styles.card_figure),
        Paragraph(rank_set, styles.card_small),
    ]


def _summary(facts: Facts, table: BlockTable, row: UnitRow) -> str:
    """The score as people, then the rank or why there is none; a block without ranks has said so in the panel."""
    score = _SCORE_OF[table.definition](facts, table, row)
    return f"{score} {row.phrase}" if table.ranked else score


def _of_hundred(facts: Facts, table: BlockTable, row: UnitRow) -> str:
    language = table.language
    x = number(row.estimate, 0, language)
    return text("card_of_hundred", language, x=x, favourable=favourable(facts, language))


def _mean_level(_facts: Facts, table: BlockTable, row: UnitRow) -> str:
    return text("card_mean_level", table.language, x=number(row.estimate, 0, table.language))


def _points(_facts: Facts, table: BlockTable, row: UnitRow) -> str:
    language, mean = table.language, table.mean.estimate if table.mean else None
    beside = "" if mean is None else text("card_points_mean", language, mean=measured(mean, table.unit, language))
    return text("card_points", language, score=row.score_words, scale=range_words(table.scale, language), mean=beside)


_SCORE_OF: dict[str, Callable[[Facts, BlockTable, UnitRow], str]] = {
    "top2_share": _of_hundred,
    "mean_percent": _mean_level,
    "indicators": _points,
}


def _strip(table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    others = [other for other in table.printed_rows if other.unit != row.unit and other.estimate is not None]
    if not others or not table.ranked:
        return []
    axis = axis_of(table.printed_rows, table.mean, table.reach, 6, WIDTH - 6)
    strip = Strip(axis, [other.estimate or 0.0 for other in others], row, table, styles.face)
    return [Paragraph(text("card_place", table.language), styles.card_heading), strip]


def _suppressed(facts: Facts, table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    keys = ("card_suppressed", f"card_suppressed_next_{facts.instrument.unit_of_analysis}")
    return _said(row, [text(key, table.language) for key in keys], styles)


def _withheld(_facts: Facts, table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    return _said(row, [text("card_withheld", table.language)], styles)


def _said(row: UnitRow, sentences: list[str], styles: Styles) -> list[Flowable]:
    lines = (("BACKGROUND", (0, 0), (-1, -1), HexColor(PALE)), ("LINEABOVE", (0, 0), (-1, 0), 1, HexColor(INK)))
    box = Table(
        [[Paragraph(escaped(row.phrase), styles.card_said)]],
        colWidths=[WIDTH],
        style=table_style(styles.face, *lines, head=False),
    )
    return [box, Spacer(1, 10), *(Paragraph(escaped(sentence), styles.body) for sentence in sentences)]


_BODY_OF: dict[str, Callable[[Facts, BlockTable, UnitRow, Styles], list[Flowable]]] = {
    "ranked": _with_figures,
    "reported": _with_figures,
    "suppressed": _suppressed,
    "withheld": _withheld,
}

"""Sets the pages on method: who answered, how figures, intervals and ranks are made, and how to check them."""

from collections import Counter
from collections.abc import Collection, Iterable

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table

from instruments.fingerprint import printed
from instruments.index import Definition
from reports.explanation import sections
from reports.facts import NO_FIGURE, Facts
from reports.paper.page import Heading, escaped
from reports.paper.styles import Styles, table_style
from reports.ranking.funnel import FUNNEL_HEIGHT, funnel
from reports.ranking.indicators import indicator_pages
from reports.tables import BlockTable
from reports.wording import count, interval, label, number, text

_ORDER = (
    "method_who", "method_index", "method_indicators", "method_weights", "method_minimum", "method_uncertainty",
    "method_uncertainty_plain", "method_reliability", "method_source", "method_verify",
)  # fmt: skip
"""The way from an answer to a rank, and to whoever checks it."""
_ROOM = {"method_indicators": 190}
"""What a heading needs below it, so that a long table begins on its page."""
_WHO_WIDTHS = (170, 147, 80, 70)
_RELIABILITY_WIDTHS = (140, 130, 90, 52, 55)


def method_pages(facts: Facts, tables: tuple[BlockTable, ...], styles: Styles) -> list[Flowable]:
    """What is said of the method, with the tables and the picture that belong to it."""
    language = tables[0].language
    said = dict(sections(facts, tables, language))
    drawn = {
        "method_who": _ratings(facts, tables, styles),
        "method_indicators": indicator_pages(facts, language, styles),
        "method_reliability": _reliability(facts, tables, styles),
        "method_verify": _verify(facts, language, styles),
    }
    content: list[Flowable] = [Heading(text("method", language), styles.heading, 0)]
    for key in _ORDER:
        flowables = [*(Paragraph(words, styles.body) for words in said.get(key, ())), *drawn.get(key, ())]
        if not flowables:
            continue
        heading = Heading(text(key, language), styles.subheading, 1)
        content += [CondPageBreak(_ROOM[key])] if key in _ROOM else []
        content += [KeepTogether([heading, flowables[0]]), *flowables[1:]]
    return content


def _ratings(facts: Facts, tables: tuple[BlockTable, ...], styles: Styles) -> list[Flowable]:
    language = tables[0].language
    heads = ("overview_block", "who_access", "who_range", "who_total")
    rows: list[list[Flowable]] = [[Paragraph(text(key, language), styles.head) for key in heads]]
    rows += [_who_row(facts, table, styles) for table in tables]
    return [Table(rows, colWidths=_WHO_WIDTHS, style=table_style(styles.face), repeatRows=1), Spacer(1, 6)]


def _who_row(facts: Facts, table: BlockTable, styles: Styles) -> list[Flowable]:
    """Ratings of the units in print, also by name alone; others stay out, or would come back by subtraction."""
    figures = [facts.figure(table.block, row.unit, facts.index.code) for row in table.counted_rows]
    counts = [figure.n for figure in figures if figure and figure.n is not None]
    ways = _ways(figure.access_mix or "" for figure in figures if figure)
    language = table.language
    texts = (
        _by_access(ways, facts.index.access, language),
        interval(min(counts), max(counts), language, 0) if counts else number(None, 0, language),
        count(sum(counts), language),
    )
    return [Paragraph(escaped(table.title), styles.cell), *(Paragraph(words, styles.cell_centre) for words in texts)]


def _by_access(ways: Counter[str], official: Collection[str], language: str) -> str:
    """The ratings that the result counts, then those it leaves out."""
    counted, left = (
        ", ".join(
            f"{text(f'access_{name}', language)} {count(n, language)}"
            for name, n in sorted(ways.items())
            if (name in official) == is_official
        )
        for is_official in (True, False)
    )
    return "; ".join(filter(None, (counted, text("who_left_out", language, ways=left) if left else "")))


def _ways(mixes: Iterable[str]) -> Counter[str]:
    """Ratings per access out of texts like "interviewer:12 invited:30"."""
    ways: Counter[str] = Counter()
    for word in " ".join(mixes).split():
        name, _, n = word.partition(":")
        ways[name] += int(n)
    return ways


def _reliability(facts: Facts, tables: tuple[BlockTable, ...], styles: Styles) -> list[Flowable]:
    if not any(table.ranked for table in tables):
        return []
    language = tables[0].language
    heads = ("overview_block", "reliability_definition", "reliability_mean", "reliability_lambda", "reliability_advice")
    rows: list[list[Flowable]] = [[Paragraph(text(key, language), styles.head) for key in heads]]
    ranked = [table for table in tables if table.ranked]
    rows += [
        _reliability_row(facts, table, definition, styles)
        for table in ranked
        for definition in (facts.official, *facts.index.beside)
    ]
    return [
        Paragraph(text("reliability_text", language), styles.body),
        Table(rows, colWidths=_RELIABILITY_WIDTHS, style=table_style(styles.face), repeatRows=1),
        Spacer(1, 6),
        *(_funnel(tables, styles) if any(table.printed_rows for table in tables) else ()),
    ]


def _funnel(tables: tuple[BlockTable, ...], styles: Styles) -> list[Flowable]:
    note = Paragraph(text("funnel_note", tables[0].language), styles.note)
    return [CondPageBreak(FUNNEL_HEIGHT + 40), funnel(tables, styles.face), note]


def _reliability_row(facts: Facts, table: BlockTable, definition: Definition, styles: Styles) -> list[Flowable]:
    language = table.language
    lambda_b, form = facts.reliability.get((table.block, definition), (None, None))
    mean = facts.figure(table.block, "", facts.index.code, definition) or NO_FIGURE
    limits = f" ({interval(mean.lower, mean.upper, language)})" if mean.estimate is not None else ""
    texts = (
        number(mean.estimate, 2, language) + limits,
        number(lambda_b, 2, language),
        text(f"form_{form}", language) if form else number(None, 0, language),
    )
    return [
        Paragraph(escaped(table.title), styles.cell),
        Paragraph(escaped(label(facts.index.definition_label[definition], language)), styles.cell),
        *(Paragraph(words, styles.cell_centre) for words in texts),
    ]


def _verify(facts: Facts, language: str, styles: Styles) -> list[Flowable]:
    words = text("verify_text", language, short=printed(facts.fingerprint))
    return [Paragraph(words, styles.body), Paragraph(facts.fingerprint, styles.cell)]

"""Sets the pages on method: who answered, how figures, intervals and ranks are made, and how to check them."""

from collections import Counter
from collections.abc import Iterable

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table

from instruments.fingerprint import printed
from instruments.index import Definition
from reports.facts import NO_FIGURE, Facts
from reports.funnel import FUNNEL_HEIGHT, funnel
from reports.page import Heading, escaped
from reports.sheets import note_of
from reports.styles import Styles, table_style
from reports.tables import LeagueTable
from reports.wording import count, interval, label, number, percent, text

_EXAMPLES = {"top2_share": 200 / 3, "mean_percent": 80.0}
"""What answers 5, 4 and 3 make of one question under each definition."""
_WHO_WIDTHS = (170, 147, 80, 70)
_RELIABILITY_WIDTHS = (140, 130, 90, 52, 55)


def method_pages(facts: Facts, tables: tuple[LeagueTable, ...], styles: Styles) -> list[Flowable]:
    """All sections in the order of the way from an answer to a rank."""
    language = tables[0].language
    sections = (
        ("method_who", _who(facts, tables, styles)),
        ("method_index", _sentences(_index(facts, tables), styles)),
        ("method_weights", _sentences([text(_weighting(facts), language)], styles)),
        ("method_minimum", _sentences([_minimum(facts, language)], styles)),
        ("method_uncertainty", _sentences(_uncertainty(facts, language), styles)),
        ("method_reliability", _reliability(facts, tables, styles)),
        ("method_source", _sentences(_source(facts, language), styles)),
        ("method_verify", _verify(facts, language, styles)),
    )
    content: list[Flowable] = [Heading(text("method", language), styles.heading, 0)]
    for key, flowables in sections:
        heading = Heading(text(key, language), styles.subheading, 1)
        content += [KeepTogether([heading, flowables[0]]), *flowables[1:]]
    return content


def _sentences(sentences: list[str], styles: Styles) -> list[Flowable]:
    return [Paragraph(sentence, styles.body) for sentence in sentences]


def _who(facts: Facts, tables: tuple[LeagueTable, ...], styles: Styles) -> list[Flowable]:
    language = tables[0].language
    access = ", ".join(text(f"access_{name}", language) for name in facts.index.access)
    heads = ("overview_block", "who_access", "who_range", "who_total")
    rows: list[list[Flowable]] = [[Paragraph(text(key, language), styles.head) for key in heads]]
    rows += [_who_row(facts, table, styles) for table in tables]
    return [
        Paragraph(text("method_who_text", language, access=access), styles.body),
        Table(rows, colWidths=_WHO_WIDTHS, style=table_style(styles.face), repeatRows=1),
        Spacer(1, 6),
    ]


def _who_row(facts: Facts, table: LeagueTable, styles: Styles) -> list[Flowable]:
    """Ratings of the units whose figure is printed; the others stay out, or they would come back by subtraction."""
    figures = [facts.figure(table.block, row.unit, facts.index.code) for row in table.printed_rows]
    counts = [figure.n for figure in figures if figure and figure.n is not None]
    ways = _ways(figure.access_mix or "" for figure in figures if figure)
    language = table.language
    texts = (
        ", ".join(f"{text(f'access_{name}', language)} {count(n, language)}" for name, n in sorted(ways.items())),
        interval(min(counts), max(counts), language, 0) if counts else number(None, 0, language),
        count(sum(counts), language),
    )
    return [Paragraph(escaped(table.title), styles.cell), *(Paragraph(words, styles.cell_centre) for words in texts)]


def _ways(mixes: Iterable[str]) -> Counter[str]:
    """Ratings per access out of texts like "interviewer:12 invited:30"."""
    ways: Counter[str] = Counter()
    for word in " ".join(mixes).split():
        name, _, n = word.partition(":")
        ways[name] += int(n)
    return ways


def _index(facts: Facts, tables: tuple[LeagueTable, ...]) -> list[str]:
    language, index = tables[0].language, facts.index
    counts = "; ".join(text("items_of_block", language, block=table.title, count=str(table.items)) for table in tables)
    sentences = [_formula(facts, index.official, language), text("formula_index", language)]
    if len({table.items for table in tables}) > 1:
        sentences.append(text("formula_roles", language, counts=escaped(counts)))
    for definition in index.beside:
        measure = escaped(label(index.definition_label[definition], language))
        sentences += [text("beside", language, measure=measure), _formula(facts, definition, language)]
    return sentences


def _formula(facts: Facts, definition: Definition, language: str) -> str:
    measure = escaped(label(facts.index.definition_label[definition], language))
    return text(f"formula_{definition}", language, measure=measure, example=percent(_EXAMPLES[definition], language))


def _weighting(facts: Facts) -> str:
    return "weights_cells" if facts.meta.get("weighted") else "weights_none"


def _minimum(facts: Facts, language: str) -> str:
    minimum = facts.index.minimum
    return text(
        "minimum_text",
        language,
        printed=str(minimum.printed),
        ranked=str(minimum.ranked),
        effective=number(minimum.effective, 0, language),
        share=percent(100 * minimum.frame_share, language, 0),
        usable=percent(100 * facts.index.usable, language, 0),
    )


def _uncertainty(facts: Facts, language: str) -> list[str]:
    ties = facts.index.ties
    return [
        text("uncertainty_interval", language, inference=text(f"inference_{facts.wave.inference}", language)),
        text("uncertainty_rank", language),
        text("ties_exact", language) if ties is None else text("ties_decimals", language, decimals=str(ties)),
    ]


def _reliability(facts: Facts, tables: tuple[LeagueTable, ...], styles: Styles) -> list[Flowable]:
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
        CondPageBreak(FUNNEL_HEIGHT + 40),
        funnel(tables, styles.face),
        Paragraph(text("funnel_note", language), styles.note),
    ]


def _reliability_row(facts: Facts, table: LeagueTable, definition: Definition, styles: Styles) -> list[Flowable]:
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


def _source(facts: Facts, language: str) -> list[str]:
    source = escaped(label(facts.instrument.source, language).rstrip(". "))
    note = note_of(facts, language)
    return [
        text(f"wording_{facts.instrument.wording}", language, source=source),
        *([text("tiers_are_samples", language)] if facts.instrument.wording == "adapted" and facts.index.tiers else []),
        *([escaped(note)] if note else []),
    ]


def _verify(facts: Facts, language: str, styles: Styles) -> list[Flowable]:
    words = text("verify_text", language, short=printed(facts.fingerprint))
    return [Paragraph(words, styles.body), Paragraph(facts.fingerprint, styles.cell)]

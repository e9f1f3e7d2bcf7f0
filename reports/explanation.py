"""Explains in sentences how a result is read and how it was made: the same words on paper and on the web."""

from instruments.index import Definition
from reports.facts import Facts
from reports.page import escaped
from reports.sheets import note_of
from reports.tables import LeagueTable
from reports.wording import label, number, percent, text

_READING = {"top2_share": "reading_score", "mean_percent": "reading_score_mean"}
_EXAMPLES = {"top2_share": 200 / 3, "mean_percent": 80.0}
"""What answers 5, 4 and 3 make of one question under each definition."""

Section = tuple[str, tuple[str, ...]]
"""The key of a heading, and the sentences below it; markup is that of the catalogue, all else is escaped."""


def reading(table: LeagueTable) -> tuple[str, ...]:
    """How to read a table, for somebody who has never seen one."""
    language, tiers = table.language, _tiers(table)
    return (
        text(_READING[table.definition], language, measure=escaped(table.measure)),
        text("reading_interval", language),
        text("reading_rank_set", language),
        *([text("reading_tier", language, tiers=escaped(tiers))] if tiers else []),
    )


def _tiers(table: LeagueTable) -> str:
    """Each tier with its lowest score; the lowest tier with the bound it stays under."""
    descending = sorted(table.tiers, reverse=True)
    bounds = [("tier_bound", bound, name) for bound, name in descending[:-1]]
    if len(descending) > 1:
        bounds.append(("tier_under", descending[-2][0], descending[-1][1]))
    language = table.language
    return ", ".join(text(key, language, name=name, bound=number(bound, 0, language)) for key, bound, name in bounds)


def sections(facts: Facts, tables: tuple[LeagueTable, ...], language: str) -> tuple[Section, ...]:
    """All that is said of the method in words alone, in the order of the way from an answer to a rank."""
    return (
        ("method_who", _who(facts, language)),
        ("method_index", _index(facts, tables, language)),
        ("method_weights", (text("weights_cells" if facts.meta.get("weighted") else "weights_none", language),)),
        ("method_minimum", (_minimum(facts, language),)),
        ("method_uncertainty", _uncertainty(facts, language)),
        ("method_source", _source(facts, language)),
    )


def _who(facts: Facts, language: str) -> tuple[str, ...]:
    access = ", ".join(text(f"access_{name}", language) for name in facts.index.access)
    return (text("method_who_text", language, access=access),)


def _index(facts: Facts, tables: tuple[LeagueTable, ...], language: str) -> tuple[str, ...]:
    index = facts.index
    counts = "; ".join(text("items_of_block", language, block=table.title, count=str(table.items)) for table in tables)
    sentences = [_formula(facts, index.official, language), text("formula_index", language)]
    if len({table.items for table in tables}) > 1:
        sentences.append(text("formula_roles", language, counts=escaped(counts)))
    for definition in index.beside:
        measure = escaped(label(index.definition_label[definition], language))
        sentences += [text("beside", language, measure=measure), _formula(facts, definition, language)]
    return tuple(sentences)


def _formula(facts: Facts, definition: Definition, language: str) -> str:
    measure = escaped(label(facts.index.definition_label[definition], language))
    return text(f"formula_{definition}", language, measure=measure, example=percent(_EXAMPLES[definition], language))


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


def _uncertainty(facts: Facts, language: str) -> tuple[str, ...]:
    ties = facts.index.ties
    return (
        text("uncertainty_interval", language, inference=text(f"inference_{facts.wave.inference}", language)),
        text("uncertainty_rank", language),
        text("ties_exact", language) if ties is None else text("ties_decimals", language, decimals=str(ties)),
    )


def _source(facts: Facts, language: str) -> tuple[str, ...]:
    source = escaped(label(facts.instrument.source, language).rstrip(". "))
    note = note_of(facts, language)
    return (
        text(f"wording_{facts.instrument.wording}", language, source=source),
        *([text("tiers_are_samples", language)] if facts.instrument.wording == "adapted" and facts.index.tiers else []),
        *([escaped(note)] if note else []),
    )

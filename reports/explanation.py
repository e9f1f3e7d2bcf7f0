"""Explains in sentences how a result is read and how it was made: the same words on paper and on the web."""

from instruments.index import Definition
from reports.answers import example, favourable
from reports.counting import form_sentences, index_sentences, relative_sentences
from reports.facts import Facts
from reports.paper.page import escaped
from reports.paper.sheets import note_of
from reports.scales import end, range_words
from reports.tables import BlockTable
from reports.wording import inside, label, listed, number, percent, text

_TIER_READING = {False: "reading_tier", True: "reading_tier_by_rank"}
_READING = {
    "top2_share": "reading_score",
    "mean_percent": "reading_score_mean",
    "indicators": "reading_score_indicators",
}

_VOLUNTEERS = frozenset({"kiosk", "open"})
"""Access classes whose people chose to answer; nobody drew them."""

Section = tuple[str, tuple[str, ...]]
"""The key of a heading, and the sentences below it; markup is that of the catalogue, all else is escaped."""


def reading(facts: Facts, table: BlockTable) -> tuple[str, ...]:
    """How to read a table, for somebody who has never seen one."""
    language, tiers = table.language, _tiers(table)
    if table.form.names_only:
        return (text(f"reading_{table.form.kind}", language),)
    is_by_rank = facts.index.ranks_make_tiers
    return (
        text(
            _READING[table.definition],
            language,
            measure=escaped(table.measure),
            favourable=_favourable(facts, language) if table.definition == "top2_share" else "",
            scale=range_words(table.scale, language),
        ),
        text("reading_interval", language),
        *([text("reading_rank_set", language)] if table.ranked else []),
        *([text(_TIER_READING[is_by_rank], language, tiers=escaped(tiers))] if tiers and table.ranked else []),
    )


def _tiers(table: BlockTable) -> str:
    """Each tier with its lowest score, and what lies below; or each with its part of the block."""
    if any(tier.top is not None for tier, _name in table.tiers):
        return _parts(table)
    descending = sorted(((tier.at_least or 0.0, name) for tier, name in table.tiers), reverse=True)
    bounds = [("tier_bound", bound, name) for bound, name in descending]
    if descending and descending[-1][0] > table.reach[0]:
        bounds.append(("tier_none", descending[-1][0], ""))
    elif len(descending) > 1:
        bounds[-1] = ("tier_under", descending[-2][0], descending[-1][1])
    language = table.language
    return ", ".join(text(key, language, name=name, bound=end(bound, language)) for key, bound, name in bounds)


def _parts(table: BlockTable) -> str:
    """Each tier with the part of the block that reaches it; the last is the rest."""
    language, (*higher, (_, last)) = table.language, table.tiers
    parts = [
        text("tier_part", language, name=name, part=f"{end(100 * (tier.top or 0.0), language)}%")
        for tier, name in higher
    ]
    return ", ".join([*parts, text("tier_rest" if parts else "tier_all", language, name=last)])


def sections(facts: Facts, tables: tuple[BlockTable, ...], language: str) -> tuple[Section, ...]:
    """All that is said of the method in words alone, in the order of the way from an answer to a rank.

    Where no block is ranked, nothing is said of ranks, and the heading of the uncertainty is another one.
    """
    plain = _plain(facts)
    return (
        ("method_who", _who(facts, language)),
        ("method_index", _index(facts, tables, language)),
        ("method_weights", (text(_counted(facts, _weights(facts)), language),)),
        ("method_minimum", (_minimum(facts, language),)),
        (f"method_uncertainty{plain}", _uncertainty(facts, tables, language)),
        ("method_source", _source(facts, language)),
    )


def _plain(facts: Facts) -> str:
    """The end of the key of a sentence that speaks of ranks, or of none where no block is ranked."""
    return "" if any(block.ranked for block in facts.index.blocks) else "_plain"


def _who(facts: Facts, language: str) -> tuple[str, ...]:
    access = ", ".join(text(f"access_{name}", language) for name in facts.index.access)
    who = text(f"method_who_text{_plain(facts)}", language, access=access)
    if len(facts.instrument.roles) <= 1:
        return (who, *form_sentences(facts, language))
    roles = text("method_who_roles", language, roles=_roles(facts, "and", language))
    return (f"{who} {roles}", *form_sentences(facts, language))


def _roles(facts: Facts, last: str, language: str) -> str:
    return escaped(listed([inside(label(role.label, language)) for role in facts.instrument.roles], last, language))


def _favourable(facts: Facts, language: str) -> str:
    return escaped(favourable(facts, language))


def _weights(facts: Facts) -> str:
    return "weights_cells" if facts.meta.get("weighted") else "weights_none"


def _counted(facts: Facts, key: str) -> str:
    """The key of a sentence that speaks of what the frame lists: files, or people."""
    return f"{key}_{facts.instrument.unit_of_analysis}"


def _index(facts: Facts, tables: tuple[BlockTable, ...], language: str) -> tuple[str, ...]:
    index = facts.index
    if index.official == "indicators":
        return index_sentences(facts, language)
    counts = "; ".join(text("items_of_block", language, block=table.title, count=str(table.items)) for table in tables)
    sentences = [_formula(facts, index.official, language), text("formula_index", language)]
    if len({table.items for table in tables}) > 1:
        sentences.append(text("formula_roles", language, roles=_roles(facts, "or", language), counts=escaped(counts)))
    for definition in index.beside:
        measure = escaped(label(index.definition_label[definition], language))
        beside = text(f"beside{_plain(facts)}", language, measure=measure)
        sentences += [beside, _formula(facts, definition, language)]
    return (*sentences, *relative_sentences(facts, language))


def _formula(facts: Facts, definition: Definition, language: str) -> str:
    measure = escaped(label(facts.index.definition_label[definition], language))
    shown = example(facts, definition, language)
    return text(
        f"formula_{definition}",
        language,
        measure=measure,
        favourable=_favourable(facts, language),
        answers=shown.answers,
        fraction=shown.fraction,
        example=percent(shown.percent, language),
    )


def _minimum(facts: Facts, language: str) -> str:
    minimum = facts.index.minimum
    return text(
        f"minimum_text{_plain(facts)}",
        language,
        printed=str(minimum.printed),
        ranked=str(minimum.ranked),
        effective=number(minimum.effective, 0, language),
        frame=text(_counted(facts, "frame_share"), language, share=percent(100 * minimum.frame_share, language, 0)),
        usable=percent(100 * facts.index.usable, language, 0),
    )


def _uncertainty(facts: Facts, tables: tuple[BlockTable, ...], language: str) -> tuple[str, ...]:
    inference = text(_counted(facts, f"inference_{facts.wave.inference}"), language)
    return (
        text(tables[0].worded("uncertainty_interval"), language, inference=inference),
        *([text("uncertainty_volunteers", language)] if _VOLUNTEERS.intersection(facts.index.access) else []),
        *(_ranks(facts, language) if not _plain(facts) else ()),
    )


def _ranks(facts: Facts, language: str) -> tuple[str, str]:
    ties = facts.index.ties
    tied = text("ties_exact", language) if ties is None else text("ties_decimals", language, decimals=str(ties))
    return text("uncertainty_rank", language), tied


def _source(facts: Facts, language: str) -> tuple[str, ...]:
    source = escaped(label(facts.instrument.source, language).rstrip(". "))
    note = note_of(facts, language)
    return (
        text(f"wording_{facts.instrument.wording}", language, source=source),
        *([text("tiers_are_samples", language)] if facts.instrument.wording == "adapted" and facts.index.tiers else []),
        *([escaped(note)] if note else []),
    )

"""Lists how each indicator is made, component by component: question, raw figure, direction, goalposts, origin."""

from dataclasses import dataclass

from reports.facts import Facts
from reports.labels import item_behind, name_of, question_of
from reports.numbers import NOTHING
from reports.recoding import counted_how, direction, goalposts
from reports.wording import label, text


@dataclass(frozen=True, slots=True)
class Told:
    """What the method tells of one counted code; an empty question or origin is not told."""

    code: str
    name: str
    question: str
    how: str
    direction: str
    goalposts: str
    cites: str
    """Where the indicator comes from, as a sentence of its own."""


Group = tuple[str, tuple[Told, ...]]
"""The name of a component, and what it counts."""


def told_by_component(facts: Facts, language: str, without: tuple[str, ...] = ()) -> list[Group]:
    """The nodes that list indicators, each indicator where it is counted first; then points beyond the maximum."""
    seen: set[str] = set(without)
    groups = []
    for node in sorted(facts.index.nodes, key=lambda node: node.kind == "module"):
        own = tuple(code for code in node.items if code not in seen)
        seen |= set(own)
        groups.append((label(node.label, language), own))
    extra = tuple(code for code in (*facts.index.bonus, *facts.index.penalty) if code not in seen)
    words = text("recode_extra", language)
    named = (*groups, (words[:1].upper() + words[1:], extra))
    return [(name, tuple(_told(facts, code, language) for code in codes)) for name, codes in named if codes]


def _told(facts: Facts, code: str, language: str) -> Told:
    """Codes without an indicator follow the official definition."""
    name, item = name_of(facts.instrument, code, language), item_behind(facts.instrument, code)
    question = question_of(item, language) if item else ""
    indicator = facts.index.indicator(code)
    if indicator is None:
        how, better, posts = label(facts.index.definition_label[facts.index.official], language), NOTHING, NOTHING
    else:
        how, better, posts = (words(facts, indicator, language) for words in (counted_how, direction, goalposts))
    cites = indicator.cites if indicator else None
    origin = text("indicator_cites", language, cites=cites.rstrip(". ")) if cites else ""
    return Told(code, name, "" if question == name else question, how, better, posts, origin)

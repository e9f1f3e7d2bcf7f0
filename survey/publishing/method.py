"""Says on the public page how the result was made, in the sentences of the printed method page."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from reports import explanation
from reports.facts import private_codes
from reports.method_list import Group, told_by_component
from reports.wording import text
from survey.publishing.boards import Showing

_SHOWN = (
    "method_who", "method_weights", "method_minimum", "method_uncertainty", "method_uncertainty_plain",
    "method_source",
)  # fmt: skip
"""How the index is computed points to a table that only the annex has, where a second definition stands beside it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """The indicators by component, the heading above them, and the words that open the list."""

    heading: str
    opens: str
    groups: tuple[Group, ...]


def reading(shown: Showing) -> Part:
    """How to read the table, for somebody who has never seen one."""
    return _part("reading", explanation.reading(shown.facts, shown.boards[0].table), shown.language)


def method(shown: Showing) -> tuple[Part, ...]:
    """Who answered, weights, minimum counts, intervals and ranks, and whose wording it is."""
    tables = tuple(board.table for board in shown.boards)
    said = dict(explanation.sections(shown.facts, tables, shown.language))
    shown_here = _SHOWN if shown.facts.index.beside else ("method_who", "method_index", *_SHOWN[1:])
    return tuple(_part(key, said[key], shown.language) for key in shown_here if key in said)


def indicators(shown: Showing) -> Listed | None:
    """How each indicator is made; none of those that stand on the unit's own scorecard only."""
    index, language = shown.facts.index, shown.language
    if not index.indicators:
        return None
    groups = tuple(told_by_component(shown.facts, language, without=private_codes(index)))
    opens = text("method_list_of", language, count=str(sum(len(told) for _, told in groups)))
    return Listed(text("method_indicators", language), opens, groups)


def _part(key: str, sentences: Iterable[str], language: str) -> Part:
    """The catalogue's own <b> marks stay; what comes from an instrument has been escaped before."""
    paragraphs = tuple(Markup(sentence) for sentence in sentences)  # noqa: S704 - the catalogue is ours
    return Part(text(key, language), paragraphs)

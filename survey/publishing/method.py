"""Says on the public page how the result was made, in the sentences of the printed method page."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from reports.wording import count, number, percent, text
from survey.publishing.boards import Showing

_READING = {"top2_share": "reading_score", "mean_percent": "reading_score_mean"}
_WEIGHTS = {"cells": "weights_cells"}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: tuple[Markup, ...]


def reading(shown: Showing) -> Part:
    """How to read the table, for somebody who has never seen one."""
    table, language = shown.boards[0].table, shown.language
    tiers = ", ".join(
        text("tier_bound", language, name=escape(name), bound=number(bound, 0, language)) for bound, name in table.tiers
    )
    sentences = [
        text(_READING[table.definition], language, measure=escape(table.measure)),
        text("reading_interval", language),
        text("reading_rank_set", language),
        *([text("reading_tier", language, tiers=tiers)] if tiers else []),
    ]
    return _part("reading", sentences, language)


def method(shown: Showing) -> tuple[Part, ...]:
    """Who answered, weights, minimum counts, intervals and ranks, and whose wording it is."""
    language, index = shown.language, shown.facts.index
    access = ", ".join(text(f"access_{name}", language) for name in index.access)
    weights = _WEIGHTS.get(str(shown.facts.meta.get("weighting")), "weights_none")
    parts = {
        "method_who": [text("method_who_text", language, access=access)],
        "method_weights": [text(weights, language)],
        "method_minimum": [_minimum(shown)],
        "method_uncertainty": _uncertainty(shown),
        "method_source": _source(shown),
    }
    return tuple(_part(key, sentences, language) for key, sentences in parts.items())


def _minimum(shown: Showing) -> str:
    language, index = shown.language, shown.facts.index
    return text(
        "minimum_text",
        language,
        printed=count(index.minimum.printed, language),
        ranked=count(index.minimum.ranked, language),
        effective=count(index.minimum.effective, language),
        share=percent(100 * index.minimum.frame_share, language, 0),
        usable=percent(100 * index.usable, language, 0),
    )


def _uncertainty(shown: Showing) -> list[str]:
    language, ties = shown.language, shown.facts.index.ties
    inference = text(f"inference_{shown.facts.wave.inference}", language)
    return [
        text("uncertainty_interval", language, inference=inference),
        text("uncertainty_rank", language),
        text("ties_exact", language) if ties is None else text("ties_decimals", language, decimals=str(ties)),
    ]


def _source(shown: Showing) -> list[str]:
    language, instrument = shown.language, shown.facts.instrument
    source = instrument.source.get(language, instrument.source["vi"]).rstrip(". ")
    notes = [escape(shown.note)] if shown.note else []
    return [text(f"wording_{instrument.wording}", language, source=escape(source)), *notes]


def _part(key: str, sentences: list[str], language: str) -> Part:
    """The catalogue's own <b> marks stay; what comes from an instrument has been escaped before."""
    paragraphs = tuple(Markup(sentence) for sentence in sentences)  # noqa: S704 - the catalogue is ours
    return Part(text(key, language), paragraphs)

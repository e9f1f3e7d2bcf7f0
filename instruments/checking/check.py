"""Checks what an instrument means: references known, codes once, routes forward, texts fit to show and to read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from instruments.checking.codes import code_findings
from instruments.checking.finding import Finding
from instruments.checking.index import index_findings
from instruments.checking.indicators import indicator_findings
from instruments.checking.items import item_findings
from instruments.checking.media import file_findings, media_findings
from instruments.checking.practice import length_findings, practice_findings
from instruments.checking.repeats import repeat_findings
from instruments.checking.routes import route_findings
from instruments.checking.targets import target_findings
from instruments.checking.texts import text_findings
from instruments.checking.tiers import tier_findings
from instruments.checking.wording import wording_findings
from instruments.checking.words import words_findings
from instruments.mistakes import Mistake, errors, mistake
from instruments.model import Instrument
from instruments.source import Source

CHECKS: Final[Mapping[str, Callable[[Instrument], Iterator[Finding]]]] = MappingProxyType(
    {
        "codes": code_findings,
        "repeats": repeat_findings,
        "items": item_findings,
        "routes": route_findings,
        "index": index_findings,
        "indicators": indicator_findings,
        "tiers": tier_findings,
        "targets": target_findings,
        "texts": text_findings,
        "media": media_findings,
        "words": words_findings,
        "wording": wording_findings,
        "practice": practice_findings,
    }
)


def check(instrument: Instrument, source: Source, media: Mapping[str, bytes] | None = None) -> tuple[Mistake, ...]:
    """All mistakes of meaning, errors and warnings, each placed in its source.

    Pictures and audio are looked into where their folder is given, as `media` by name.
    """
    of_files = () if media is None else file_findings(instrument, media)
    of_words = (one for findings in CHECKS.values() for one in findings(instrument))
    found = tuple(_placed(source, (*of_words, *of_files)))
    # The time that answering takes is told by going through the form, which an error may forbid.
    return found if errors(found) else (*found, *_placed(source, length_findings(instrument)))


def _placed(source: Source, findings: Iterable[Finding]) -> Iterator[Mistake]:
    return (mistake(finding.code, source.place(finding.path), **finding.values) for finding in findings)

"""Checks what an instrument means: references known, codes once, routes forward, texts fit to show."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from instruments.checking.codes import code_findings
from instruments.checking.finding import Finding
from instruments.checking.index import index_findings
from instruments.checking.indicators import indicator_findings
from instruments.checking.items import item_findings
from instruments.checking.routes import route_findings
from instruments.checking.texts import text_findings
from instruments.mistakes import Mistake, mistake
from instruments.model import Instrument
from instruments.source import Source

CHECKS: Final[Mapping[str, Callable[[Instrument], Iterator[Finding]]]] = MappingProxyType(
    {
        "codes": code_findings,
        "items": item_findings,
        "routes": route_findings,
        "index": index_findings,
        "indicators": indicator_findings,
        "texts": text_findings,
    }
)


def check(instrument: Instrument, source: Source) -> tuple[Mistake, ...]:
    """All mistakes of meaning, errors and warnings, each placed in its source."""
    return tuple(
        mistake(finding.code, source.place(finding.path), **finding.values)
        for findings in CHECKS.values()
        for finding in findings(instrument)
    )

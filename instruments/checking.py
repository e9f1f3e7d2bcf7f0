"""Checks what an instrument means: references known, codes once, routes forward, texts fit to show."""

from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.source import Source


def check(instrument: Instrument, source: Source) -> tuple[Mistake, ...]:
    """All mistakes of meaning, errors and warnings, each placed in its source."""
    return ()

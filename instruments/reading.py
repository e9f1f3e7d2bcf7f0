"""Reads an instrument from its file: the model when nothing is wrong, and every mistake at once when something is."""

from collections.abc import Mapping
from dataclasses import dataclass

from instruments.checking import check
from instruments.mistakes import Mistake, errors
from instruments.model import Instrument
from instruments.shape import shaped
from instruments.source import Source, read_source


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file gave; `instrument` is None when one of the mistakes is an error."""

    instrument: Instrument | None
    mistakes: tuple[Mistake, ...]


def read_instrument(data: bytes, name: str, media: Mapping[str, bytes] | None = None) -> Reading:
    """The instrument in YAML bytes; `name` is the file as the mistakes should call it. Nothing raises.

    `media` holds the files of its pictures and audio by name; where it is not given, they are not looked into.
    """
    source = read_source(data, name)
    if source.value is None:
        return Reading(None, source.mistakes)
    instrument, misshapen = shaped(source)
    told = {(one.line, one.path) for one in source.mistakes}
    news = [one for one in misshapen if (one.line, one.path) not in told]
    found = (*source.mistakes, *news, *_checked(instrument, source, media))
    ordered = tuple(sorted(found, key=lambda one: (one.severity, one.line or 0)))
    return Reading(None if errors(ordered) else instrument, ordered)


def _checked(instrument: Instrument | None, source: Source, media: Mapping[str, bytes] | None) -> tuple[Mistake, ...]:
    return () if instrument is None else check(instrument, source, media)

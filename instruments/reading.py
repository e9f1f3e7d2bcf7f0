"""Reads an instrument from its file: the model when nothing is wrong, and every mistake at once when something is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from instruments.checking import check
from instruments.mistakes import Mistake, errors
from instruments.model import Instrument
from instruments.remainder import remainder_of
from instruments.shape import Shape, shaped
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
    shape = shaped(source)
    told = {(one.line, one.path) for one in source.mistakes}
    news = [one for one in shape.mistakes if (one.line, one.path) not in told]
    found = (*source.mistakes, *news, *_checked(shape, source, media))
    ordered = tuple(sorted(found, key=lambda one: (one.severity, one.line or 0)))
    return Reading(None if errors(ordered) else shape.instrument, ordered)


def _checked(shape: Shape, source: Source, media: Mapping[str, bytes] | None) -> Iterator[Mistake]:
    """Mistakes of content: all of them, or those of what can be read where the form of some keys is wrong."""
    if shape.instrument is not None:
        yield from check(shape.instrument, source, media)
    elif rest := remainder_of(source, shape.wrong):
        yield from rest.surely(check(rest.instrument, source, media))

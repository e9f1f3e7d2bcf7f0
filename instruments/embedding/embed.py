"""Puts one instrument into another: checked, joined, written, and read once more before anybody uses it."""

from dataclasses import dataclass

from instruments.embedding.figures import index_of
from instruments.embedding.fitting import misfits
from instruments.embedding.pair import Pair
from instruments.embedding.questions import forms_of, roles_of, scales_of, sections_of
from instruments.embedding.words import short_title_of, source_of
from instruments.embedding.writing import written
from instruments.mistakes import Mistake, mistake
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.source import Source


@dataclass(frozen=True, slots=True)
class Embedded:
    """The file of both; `data` is None where one of the mistakes forbids it."""

    data: bytes | None
    mistakes: tuple[Mistake, ...]


def embed(pair: Pair, source: Source, name: str) -> Embedded:
    """The file of both, called `name`; `source` is the module's file, in which what does not fit is placed."""
    found = tuple(mistake(one.code, source.place(one.path), **one.values) for one in misfits(pair))
    if found:
        return Embedded(None, found)
    data = written(joined(pair), pair)
    reading = read_instrument(data, name)
    return Embedded(data if reading.instrument else None, reading.mistakes)


def joined(pair: Pair) -> Instrument:
    """Both as one instrument: the host, with what the module asks and counts."""
    host, module = pair.host, pair.module
    official = host.wording == module.wording == "official"
    return host.model_copy(
        update={
            "code": pair.wish.code,
            "version": pair.wish.version,
            "short_title": short_title_of(pair),
            "wording": "official" if official else "adapted",
            "source": source_of(pair),
            "minutes": host.minutes + module.minutes,
            "forms": forms_of(pair),
            "roles": roles_of(pair),
            "scales": scales_of(pair),
            "sections": sections_of(pair),
            "index": index_of(pair),
        }
    )

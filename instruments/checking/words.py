"""Checks of options that ask for words: one in a list of its own, beside which the words stay."""

from collections.abc import Iterator

from instruments.checking.codes import item_paths
from instruments.checking.finding import Finding
from instruments.model import Instrument, Option
from instruments.source import Path


def words_findings(instrument: Instrument) -> Iterator[Finding]:
    """Words asked for twice in one item, in a list that items share, or where the order of chance parts them."""
    for number, scale in enumerate(instrument.scales):
        for path in _asking(scale.options, ("scales", number)):
            yield Finding("words-scale", path, {"code": scale.code})
    shuffled = {item.code for section in instrument.sections if section.shuffled for item in section.items}
    for (path, _code), item in zip(item_paths(instrument), instrument.written(), strict=True):
        for place, asking in enumerate(_asking(item.options, path)):
            if place:
                yield Finding("words-twice", asking, {"code": item.code})
            elif item.code in shuffled:
                yield Finding("words-shuffled", asking, {"code": item.code})


def _asking(options: tuple[Option, ...], path: Path) -> Iterator[Path]:
    return ((*path, "options", number, "words") for number, option in enumerate(options) if option.words)

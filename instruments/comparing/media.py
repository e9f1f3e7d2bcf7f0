"""What changed in pictures and audio: another file, another content under the same name, other words for it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from instruments.comparing.asking import asked_in_both
from instruments.comparing.change import Change
from instruments.comparing.rules import Words, reworded
from instruments.model import Instrument, Item

Marks = Mapping[str, str]
"""The SHA-256 of each file by its name."""
NO_MARKS: Final[Marks] = MappingProxyType({})
_ALT: Final = Words("item-spelling", "item-alt")
_DIGITS: Final = 8


def media_changes(before: Instrument, after: Instrument, marks: tuple[Marks, Marks]) -> Iterator[Change]:
    """Every change of the pictures and audio of items that both versions have."""
    old = {item.code: item for item in before.items()}
    for item in after.items():
        if item.code in old:
            yield from _changes((old[item.code], item), marks, asked_in_both(before, after))


def _changes(items: tuple[Item, Item], marks: tuple[Marks, Marks], languages: tuple[str, ...]) -> Iterator[Change]:
    old, new = items
    pictures = (old.picture, new.picture)
    was, now = (_told(one.file if one else None, known) for one, known in zip(pictures, marks, strict=True))
    if was != now:
        yield Change("item-picture", new.code, was, now)
    was_alt, now_alt = (one.alt if one else None for one in pictures)
    yield from reworded(_ALT, new.code, (was_alt, now_alt), languages)
    for language in languages:
        was, now = (_told((one.spoken or {}).get(language), known) for one, known in zip(items, marks, strict=True))
        if was != now:
            yield Change("item-spoken", new.code, was, now)


def _told(name: str | None, marks: Marks) -> str | None:
    """A file by its name, and by the first digits of what is in it where that is known."""
    return f"{name} ({marks[name][:_DIGITS]})" if name is not None and name in marks else name

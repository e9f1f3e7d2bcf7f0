"""Pictures and audio of an instrument: which files it names, and what a file is by its first bytes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from instruments.model import Instrument, Item
from instruments.picture_size import JPEG, PNG, Size, size_of
from instruments.source import Path

Use = Literal["picture", "audio"]
PICTURE: Final = "picture"
AUDIO: Final = "audio"
LARGEST: Final[Mapping[Use, int]] = MappingProxyType({PICTURE: 200_000, AUDIO: 500_000})
"""Bytes of one file: what a phone on a slow line fetches within seconds."""
_SOUNDS: Final = (
    (re.compile(rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]"), "audio/mpeg"),
    (re.compile(rb"\xff[\xf0\xf1\xf8\xf9]"), "audio/aac"),
    (re.compile(rb".{4}ftyp(M4A |M4B |mp41|mp42|isom|iso2|dash)", re.DOTALL), "audio/mp4"),
    (re.compile(rb"OggS"), "audio/ogg"),
)
"""How a file of each kind of audio begins."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is: what it serves for, its media type, and the size of a picture in pixels."""

    use: Use
    media_type: str
    size: Size | None = None


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that an instrument names: what for, and at which path."""

    name: str
    use: Use
    path: Path


def kind_of(data: bytes) -> Kind | None:
    """What bytes are, whatever their file is called; None where they are no picture and no audio that forms take."""
    size = size_of(data)
    if size:
        return Kind(PICTURE, _picture_type(data), size)
    return next((Kind(AUDIO, media_type) for begins, media_type in _SOUNDS if begins.match(data)), None)


def files_named(instrument: Instrument) -> Iterator[NamedFile]:
    """Every file that the items name, in the order of the form; a file named twice comes twice."""
    for section_number, section in enumerate(instrument.sections):
        for number, item in enumerate(section.items):
            yield from _of_item(item, ("sections", section_number, "items", number))


def _of_item(item: Item, path: Path) -> Iterator[NamedFile]:
    if item.picture:
        yield NamedFile(item.picture.file, PICTURE, (*path, "picture", "file"))
    for language, name in (item.spoken or {}).items():
        yield NamedFile(name, AUDIO, (*path, "spoken", language))


def _picture_type(data: bytes) -> str:
    if data.startswith(PNG):
        return "image/png"
    return "image/jpeg" if data.startswith(JPEG) else "image/webp"

"""The files a form sends, whatever was chosen at once: an instrument, pictures and audio for it, or all in one .zip."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import BadZipFile, ZipFile

from flask import request
from werkzeug.datastructures import FileStorage

from instruments.media import LARGEST
from survey.errors import Refused

MEDIA: Final = (".png", ".jpg", ".jpeg", ".webp", ".mp3", ".m4a", ".aac", ".ogg")
ENOUGH: Final = max(LARGEST.values()) + 1
"""Of a larger file nothing more is read: it is refused anyway."""
MOST_PACKED: Final = 200
LONGEST_NAME: Final = 100
Sent = tuple[str, bytes]
"""What a file is called and what is in it."""


def sent_files() -> tuple[Sent | None, dict[str, bytes]]:
    """The instrument chosen, if any, and the pictures and audio by name; refuses (files-many) two instruments."""
    sent = [one for chosen in request.files.getlist("file") if chosen.filename for one in _opened(chosen)]
    media = {name: data for name, data in sent if name.lower().endswith(MEDIA)}
    others = [one for one in sent if one[0] not in media]
    if len(others) > 1:
        raise Refused("files-many", {"names": ", ".join(name for name, _data in others)})
    return (others[0] if others else None), media


def plain_name(given: str) -> str:
    """The last part of a name, whatever system it is from; it is shown and never opened."""
    last = PurePosixPath(given.replace("\\", "/")).name
    return "".join(mark for mark in last if mark.isprintable())[:LONGEST_NAME]


def _opened(chosen: FileStorage) -> Iterator[Sent]:
    name = plain_name(chosen.filename or "")
    if not name.lower().endswith(".zip"):
        yield name, chosen.read(ENOUGH)
        return
    try:
        yield from _unpacked(chosen.read(), name)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise Refused("zip-broken", {"name": name}) from error


def _unpacked(data: bytes, name: str) -> Iterator[Sent]:
    """What a pack holds; what a Mac lays beside each file is passed over."""
    with ZipFile(BytesIO(data)) as pack:
        inside = [one for one in pack.infolist() if not one.is_dir() and "__MACOSX" not in one.filename]
        if not 0 < len(inside) <= MOST_PACKED:
            raise Refused("zip-count", {"name": name, "most": MOST_PACKED})
        for one in inside:
            with pack.open(one) as opened:
                yield plain_name(one.filename), opened.read(ENOUGH)

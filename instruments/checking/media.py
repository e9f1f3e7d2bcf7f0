"""Checks of pictures and audio: plain names, every language heard, files there, of the right kind, and small."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from instruments.checking.codes import item_paths
from instruments.checking.finding import Finding
from instruments.media import AUDIO, LARGEST, NamedFile, files_named, kind_of
from instruments.model import Instrument, Item
from instruments.source import Path

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


def media_findings(instrument: Instrument) -> Iterator[Finding]:
    """Names that are no plain names of files, and languages in which a question is not heard though it is in others."""
    for file in files_named(instrument):
        if not _NAME.fullmatch(file.name):
            yield Finding("media-name", file.path, {"name": file.name})
    for (path, _code), item in zip(item_paths(instrument), instrument.written(), strict=True):
        yield from _language_findings(item, instrument.languages, (*path, "spoken"))


def file_findings(instrument: Instrument, media: Mapping[str, bytes]) -> Iterator[Finding]:
    """Files that are named and missing, of another kind than they should be by their first bytes, or too large."""
    for file in files_named(instrument):
        data = media.get(file.name)
        if data is None:
            yield Finding("media-missing", file.path, {"name": file.name})
        elif len(data) > LARGEST[file.use]:
            yield Finding("media-large", file.path, {"name": file.name, "most": LARGEST[file.use] // 1000})
        else:
            yield from _kind_findings(file, data)


def _kind_findings(file: NamedFile, data: bytes) -> Iterator[Finding]:
    kind = kind_of(data)
    if kind is None or kind.use != file.use:
        yield Finding("audio-kind" if file.use == AUDIO else "picture-kind", file.path, {"name": file.name})


def _language_findings(item: Item, languages: tuple[str, ...], path: Path) -> Iterator[Finding]:
    if item.spoken is None:
        return
    for language in languages:
        if language not in item.spoken:
            yield Finding("spoken-missing", path, {"code": item.code, "language": language})
    for language in sorted(item.spoken.keys() - set(languages)):
        yield Finding("language-unlisted", (*path, language), {"language": language})

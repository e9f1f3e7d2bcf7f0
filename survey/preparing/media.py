"""Pictures and audio issued with a version of an instrument: kept once as bytes, found by the name it calls them."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.fingerprint import sha256
from instruments.media import files_named, kind_of
from instruments.model import Instrument
from survey import blobs
from survey.errors import Refused
from survey.records import InstrumentMedia, InstrumentVersion


def keep_media(tx: Session, mark: str, instrument: Instrument, media: Mapping[str, bytes]) -> dict[str, str]:
    """Keeps every file that the version of a fingerprint names, found without mistakes; gives the SHA-256 of each."""
    for name in _names(instrument):
        kind = kind_of(media[name])
        if kind is None:
            raise ValueError(f"{name} is neither picture nor audio, which reading the instrument should have said")
        width, height = kind.size or (None, None)
        blob = blobs.keep(tx, media[name])
        row = {"blob": blob, "media_type": kind.media_type, "width": width, "height": height}
        tx.add(InstrumentMedia(instrument=mark, name=name, **row))
    tx.flush()
    return digests_of(tx, mark)


def media_of(tx: Session, mark: str) -> dict[str, InstrumentMedia]:
    """The files of the version of a fingerprint, by name."""
    rows = tx.scalars(select(InstrumentMedia).where(InstrumentMedia.instrument == mark))
    return {row.name: row for row in sorted(rows, key=lambda row: row.name)}


def digests_of(tx: Session, mark: str) -> dict[str, str]:
    """The SHA-256 of each file of a version, by name."""
    return {name: row.blob for name, row in media_of(tx, mark).items()}


def media_bytes(tx: Session, mark: str) -> dict[str, bytes]:
    """The files themselves, by name."""
    digests = digests_of(tx, mark)
    kept = blobs.load_all(tx, digests.values())
    return {name: kept[digest] for name, digest in digests.items()}


def demand_same_media(
    tx: Session, version: InstrumentVersion, instrument: Instrument, media: Mapping[str, bytes]
) -> None:
    """Refuses (media-changed) a picture or audio that is another than the one issued under its name."""
    issued = digests_of(tx, version.fingerprint)
    for name in _names(instrument):
        if sha256(media[name]) != issued[name]:
            raise Refused("media-changed", {"code": version.code, "version": version.version, "name": name})


def _names(instrument: Instrument) -> list[str]:
    return sorted({file.name for file in files_named(instrument)})

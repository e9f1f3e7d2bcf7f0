"""Pictures and audio that come with an instrument: kept once as bytes, found by the name it calls them.

A version keeps those it was issued with, a draft those it was sent for comment with.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.fingerprint import sha256
from instruments.media import files_named, kind_of
from instruments.model import Instrument
from survey import blobs
from survey.errors import Refused
from survey.records import ConsultationMedia, InstrumentMedia, InstrumentVersion

Media = Mapping[str, InstrumentMedia] | Mapping[str, ConsultationMedia]
"""The files of a version or a draft, by the name it calls them."""


def keep_media(tx: Session, mark: str, instrument: Instrument, media: Mapping[str, bytes]) -> dict[str, str]:
    """Keeps every file that the version of a fingerprint names, found without mistakes; gives the SHA-256 of each."""
    for name in _names(instrument):
        tx.add(InstrumentMedia(instrument=mark, name=name, **_kept(tx, name, media[name])))
    tx.flush()
    return digests_of(tx, mark)


def keep_media_of_draft(
    tx: Session, consultation: UUID, instrument: Instrument, media: Mapping[str, bytes]
) -> dict[str, str]:
    """The same for a draft sent for comment."""
    for name in _names(instrument):
        tx.add(ConsultationMedia(consultation=consultation, name=name, **_kept(tx, name, media[name])))
    tx.flush()
    return digests(media_of_draft(tx, consultation))


def media_of(tx: Session, mark: str) -> dict[str, InstrumentMedia]:
    """The files of the version of a fingerprint, by name."""
    rows = tx.scalars(select(InstrumentMedia).where(InstrumentMedia.instrument == mark))
    return {row.name: row for row in sorted(rows, key=lambda row: row.name)}


def media_of_draft(tx: Session, consultation: UUID) -> dict[str, ConsultationMedia]:
    """The files of a draft as it was sent for comment, by name."""
    rows = tx.scalars(select(ConsultationMedia).where(ConsultationMedia.consultation == consultation))
    return {row.name: row for row in sorted(rows, key=lambda row: row.name)}


def digests(media: Media) -> dict[str, str]:
    """The SHA-256 of each file, by name."""
    return {name: row.blob for name, row in media.items()}


def digests_of(tx: Session, mark: str) -> dict[str, str]:
    """The SHA-256 of each file of a version, by name."""
    return digests(media_of(tx, mark))


def media_bytes(tx: Session, media: Media) -> dict[str, bytes]:
    """The files themselves, by name."""
    marks = digests(media)
    kept = blobs.load_all(tx, marks.values())
    return {name: kept[mark] for name, mark in marks.items()}


def type_issued(tx: Session, versions: Iterable[str], digest: str) -> str | None:
    """Of what type the file of a digest is, as one of these versions was issued with it; None where none was."""
    issued = select(InstrumentMedia.media_type).where(
        InstrumentMedia.instrument.in_(versions), InstrumentMedia.blob == digest
    )
    return tx.scalars(issued.limit(1)).first()


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


def _kept(tx: Session, name: str, data: bytes) -> dict[str, str | int | None]:
    """Keeps the bytes of a file; the columns that say what it is."""
    kind = kind_of(data)
    if kind is None:
        raise ValueError(f"{name} is neither picture nor audio, which reading the instrument should have said")
    width, height = kind.size or (None, None)
    return {"blob": blobs.keep(tx, data), "media_type": kind.media_type, "width": width, "height": height}

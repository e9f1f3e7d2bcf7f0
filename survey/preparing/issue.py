"""Issues an instrument: from then on its version never changes."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from instruments.fingerprint import canonical, fingerprint
from instruments.model import Instrument
from instruments.reading import read_instrument
from survey import blobs
from survey.clock import day_of
from survey.errors import Refused
from survey.people.audit import record
from survey.preparing.media import demand_same_media, keep_media
from survey.preparing.mistakes import refuse_mistakes
from survey.records import Consultation, InstrumentVersion

NO_FILES: Final[Mapping[str, bytes]] = MappingProxyType({})
_READ: dict[str, Instrument] = {}
"""Instruments by fingerprint: what a fingerprint stands for never changes, and an office has a few dozen."""


def issue_instrument(  # noqa: PLR0913, PLR0917 - the act, its file, whose it is, when and by whom
    tx: Session,
    data: bytes,
    name: str,
    organisation: UUID,
    now: datetime,
    actor: int | None = None,
    *,
    media: Mapping[str, bytes] = NO_FILES,
) -> InstrumentVersion:
    """Issues the instrument of a file; one issued already, with the same content, is given back.

    `media` holds the pictures and audio that it names. Refuses a file with mistakes, and a version that is issued with
    other content or other pictures and audio.
    """
    reading = read_instrument(data, name, media)
    refuse_mistakes(name, reading.mistakes)
    instrument = _present(reading.instrument)
    mark = fingerprint(instrument)
    known = tx.get(InstrumentVersion, mark)
    if known is not None:
        demand_same_media(tx, known, instrument, media)
        return known
    version = _version(tx, instrument, data, organisation)
    version.issued = day_of(now)
    _insert(tx, version)
    facts = {"instrument": mark, "code": version.code, "version": version.version}
    kept = keep_media(tx, mark, instrument, media)
    record(tx, actor, "instrument_issued", {**facts, "media": kept} if kept else facts, now)
    return version


def instrument_of(tx: Session, mark: str) -> Instrument:
    """The issued instrument of a fingerprint; KeyError where none is."""
    if mark not in _READ:
        model = tx.scalar(select(InstrumentVersion.model).where(InstrumentVersion.fingerprint == mark))
        if model is None:
            raise KeyError(mark)
        _READ[mark] = Instrument.model_validate_json(model)
    return _READ[mark]


def model_of(version: InstrumentVersion | Consultation) -> Instrument:
    """The instrument of an issued row, or of a draft sent for comment, without asking the database again."""
    if version.fingerprint not in _READ:
        _READ[version.fingerprint] = Instrument.model_validate_json(version.model)
    return _READ[version.fingerprint]


def file_of(tx: Session, mark: str) -> bytes:
    """The issued file of a fingerprint, byte for byte; KeyError where none is."""
    sha256 = tx.scalar(select(InstrumentVersion.file).where(InstrumentVersion.fingerprint == mark))
    if sha256 is None:
        raise KeyError(mark)
    return blobs.load(tx, sha256)


def _present(instrument: Instrument | None) -> Instrument:
    if instrument is None:
        raise ValueError("reading gave neither an instrument nor a mistake")
    return instrument


def _version(tx: Session, instrument: Instrument, data: bytes, organisation: UUID) -> InstrumentVersion:
    return InstrumentVersion(
        fingerprint=fingerprint(instrument),
        code=instrument.code,
        version=instrument.version,
        model=canonical(instrument.model_dump(mode="json")).decode(),
        file=blobs.keep(tx, data),
        organisation_id=organisation,
    )


def _insert(tx: Session, version: InstrumentVersion) -> None:
    tx.add(version)
    try:
        tx.flush()
    except IntegrityError as error:
        raise Refused("version-taken", {"code": version.code, "version": version.version}) from error

"""Takes a response in, once: known or new, in time, sound, invited – asked in this order, stored in one act."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from instruments.answers import check_document, digest, form_in, rated_units
from instruments.fingerprint import canonical, sha256
from instruments.model import Instrument
from survey.clock import day_of
from survey.collecting.chance import chance_errors, chosen_probability
from survey.collecting.paradata import Paradata, Place, day_given, read_paradata, sentences
from survey.collecting.redeem import in_wave, spend
from survey.errors import Refused
from survey.preparing.issue import instrument_of
from survey.preparing.page_bytes import units_allowed
from survey.preparing.versions import versions_of
from survey.records import ConsentText, InvitationWave, Rating, Response, Wave, Withdrawal

RANDOM_VERSION = 4
DRAWN_BY_PAGE = frozenset({"web", "kiosk", "assisted"})
"""Modes in which the page draws the form and the units from the identifier; on paper people do."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What a device sends; of a repeat only the identifier and the document's digest are looked at."""

    identifier: UUID
    instrument: str
    document: object
    paradata: Mapping[str, object] = field(default_factory=dict)
    receipt: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """How a response came, as the server knows it; `invitation` is None where the code that came is unknown."""

    mode: str = "web"
    access: Literal["invited", "open"] = "open"
    invitation: UUID | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Stored now, or stored before under the same identifier with the same answers."""

    status: Literal["stored", "already"]


@dataclass(frozen=True, slots=True)
class _Sound:
    """A submission that passed: what is going to be stored."""

    instrument: Instrument
    document: Mapping[str, object]
    paradata: Paradata
    labels: InvitationWave | None


def submit(tx: Session, wave: Wave, submission: Submission, channel: Channel, now: datetime) -> Outcome:
    """Stores a response unless it is stored already; the caller's commit makes it count.

    Raises Refused in the order of checks that every client relies on: different-copy or withdrawn, wave-not-open or
    wave-ended, other-version or answers-invalid (with places), invitation-needed or code-used.
    """
    if _is_known(tx, wave, submission):
        return Outcome("already")
    demand_collecting(tx, wave, day_given(submission.paradata), now)
    sound = _checked(tx, wave, submission, channel)
    return _stored_once(tx, wave, submission, channel, _row(wave, submission, channel, sound, day_of(now)))


def demand_collecting(tx: Session, wave: Wave, given: date | None, now: datetime) -> None:
    """Refuses unless the wave takes an answer given on that day (None: today) at this moment.

    The wave's row is held until the commit, so that closing waits for every answer that was let in.
    """
    tx.refresh(wave, with_for_update={"read": True})
    if wave.state in {"trial", "open"}:
        return
    if wave.state == "draft":
        raise Refused("wave-not-open", {"day": f"{wave.period_from:%d/%m/%Y}"})
    stopped = wave.stopped or wave.period_to
    is_in_late_days = wave.state == "stopped" and day_of(now) <= stopped + timedelta(days=wave.late_days)
    if not is_in_late_days or (given or day_of(now)) > stopped:
        raise Refused("wave-ended", {"day": f"{stopped:%d/%m/%Y}"})


def identifier_hash(identifier: UUID) -> str:
    """What remains of a withdrawn response until its wave is closed."""
    return sha256(identifier.bytes)


def _is_known(tx: Session, wave: Wave, submission: Submission) -> bool:
    known = tx.execute(select(Response.wave, Response.digest).where(Response.id == submission.identifier)).one_or_none()
    if known is None:
        _demand_not_withdrawn(tx, wave, submission.identifier)
        return False
    if (known.wave, known.digest) != (wave.id, digest(submission.document)):
        raise Refused("different-copy")
    return True


def _demand_not_withdrawn(tx: Session, wave: Wave, identifier: UUID) -> None:
    if tx.get(Withdrawal, (wave.id, identifier_hash(identifier))) is not None:
        raise Refused("withdrawn")


def _checked(tx: Session, wave: Wave, submission: Submission, channel: Channel) -> _Sound:
    if submission.instrument not in versions_of(tx, wave):
        raise Refused("other-version")
    instrument = instrument_of(tx, submission.instrument)
    labels = in_wave(tx, wave, channel.invitation)
    bound = None if labels and labels.role in instrument.looped else labels
    document = _with_invited_unit(submission.document, bound)
    paradata, wrong = read_paradata(submission.paradata, instrument.languages)
    places = (
        *wrong,
        *_identifier_errors(submission.identifier),
        *(_consent_errors(tx, paradata) if channel.mode == "web" and not wrong else ()),
        *_invited_unit_errors(document, bound),
        *_document_errors(instrument, document, units_allowed(tx, wave, instrument)),
    )
    if not places and isinstance(document, Mapping) and channel.mode in DRAWN_BY_PAGE:
        places = tuple(chance_errors(instrument, document, submission.identifier))
    if places or not isinstance(document, Mapping):
        raise Refused("answers-invalid", places=places)
    return _Sound(instrument, document, paradata, labels)


def _document_errors(
    instrument: Instrument, document: object, units: Mapping[str, Collection[str]]
) -> tuple[Place, ...]:
    return tuple((error.place, error.message) for error in check_document(instrument, document, units))


def _identifier_errors(identifier: UUID) -> tuple[Place, ...]:
    """Other versions than the random one carry a time or a machine."""
    return () if identifier.version == RANDOM_VERSION else (("identifier", sentences("api.identifier")),)


def _consent_errors(tx: Session, paradata: Paradata) -> tuple[Place, ...]:
    is_given = paradata.consent and tx.get(ConsentText, paradata.consent)
    return () if is_given else (("paradata.consent", sentences("api.consent")),)


def _with_invited_unit(document: object, labels: InvitationWave | None) -> object:
    """The document with the unit of the invitation, which a program may leave out."""
    if not labels or not labels.unit or not labels.role or not isinstance(document, Mapping):
        return document
    units = document.get("units") or {}
    if not isinstance(units, Mapping) or units.get(labels.role):
        return document
    return {**document, "units": {**units, labels.role: labels.unit}}


def _invited_unit_errors(document: object, labels: InvitationWave | None) -> tuple[Place, ...]:
    if not labels or not labels.role or not isinstance(document, Mapping):
        return ()
    units = document.get("units")
    given = units.get(labels.role) if isinstance(units, Mapping) else None
    is_other = labels.unit and given and given != labels.unit
    return ((f"units.{labels.role}", sentences("api.invited_unit")),) if is_other else ()


def _row(
    wave: Wave, submission: Submission, channel: Channel, sound: _Sound, today: date
) -> tuple[dict[str, object], list[dict[str, object]]]:
    response = {
        "id": submission.identifier,
        "wave": wave.id,
        "day": _day(wave, sound.paradata.day, today),
        "language": sound.paradata.language,
        "mode": channel.mode,
        "access": channel.access,
        "cell": sound.labels.cell if sound.labels else None,
        "psu": sound.labels.psu if sound.labels else None,
        "instrument": submission.instrument,
        "answers": canonical(sound.document).decode(),
        "digest": digest(submission.document),
        "form": form_in(sound.document),
        "item_order": sound.paradata.item_order,
        "seconds": sound.paradata.seconds,
        "consent": sound.paradata.consent,
    }
    return response, rating_rows(wave, submission.identifier, sound.instrument, sound.document)


def rating_rows(
    wave: Wave, response: UUID, instrument: Instrument, document: Mapping[str, object]
) -> list[dict[str, object]]:
    """The rows of `rating` that a checked document makes: one for each unit it rates."""
    return [
        {
            "response": response,
            "unit": rated.unit,
            "wave": wave.id,
            "roles": ";".join(rated.roles),
            "chosen_prob": chosen_probability(instrument, document, rated.unit),
        }
        for rated in rated_units(instrument, document)
    ]


def _day(wave: Wave, given: date | None, today: date) -> date:
    """The device's day where it lies between opening and today, else today."""
    return given if given and (wave.opened or today) <= given <= today else today


def _stored_once(
    tx: Session,
    wave: Wave,
    submission: Submission,
    channel: Channel,
    rows: tuple[dict[str, object], list[dict[str, object]]],
) -> Outcome:
    """Inserts, then spends: whoever comes second with the same identifier waits at its key and finds it stored."""
    if channel.access == "open" and not wave.open_access:
        raise Refused("invitation-needed")
    try:
        with tx.begin_nested():
            _insert(tx, *rows)
            if channel.access == "invited":
                spend(tx, wave, channel.invitation)
    except IntegrityError:
        if _is_known(tx, wave, submission):
            return Outcome("already")
        raise
    return Outcome("stored")


def _insert(tx: Session, response: dict[str, object], ratings: list[dict[str, object]]) -> None:
    tx.execute(insert(Response), [response])
    if ratings:
        tx.execute(insert(Rating), ratings)

"""Invitations on their way in: found by the code, looked at, spent once."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.codes import lookup_of, tidy
from survey.preparing.office import contact_of
from survey.records import Drawing, Invitation, InvitationWave, Wave

DRAFT_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Good:
    """A wave that an invitation is good for, and whether it has been used there."""

    wave: Wave
    is_used: bool


def find(tx: Session, keys: Keys, typed: str) -> UUID | None:
    """The invitation of a code as typed; None where there is none."""
    code = tidy(typed)
    if code is None:
        return None
    sealed = tx.scalars(select(Drawing.key))
    lookups = [lookup_of(keys.unseal("drawing", key), code) for key in sealed]
    return tx.scalar(select(Invitation.id).where(Invitation.lookup.in_(lookups)))


def good_for(tx: Session, invitation: UUID) -> tuple[Good, ...]:
    """The waves of an invitation, by their codes."""
    rows = tx.execute(
        select(Wave, InvitationWave.state)
        .join(InvitationWave, InvitationWave.wave == Wave.id)
        .where(InvitationWave.invitation == invitation)
        .order_by(Wave.code)
    )
    return tuple(Good(wave, state == "used") for wave, state in rows)


def in_wave(tx: Session, wave: Wave, invitation: UUID | None) -> InvitationWave | None:
    """What an invitation carries into a wave; None where it is unknown or not for this wave."""
    return tx.get(InvitationWave, (invitation, wave.id)) if invitation else None


def spend(tx: Session, wave: Wave, invitation: UUID | None) -> None:
    """Marks an invitation as used in a wave; Refused (code-used) where somebody was faster or it is unknown."""
    spent = tx.execute(
        update(InvitationWave)
        .where(
            InvitationWave.invitation == invitation,
            InvitationWave.wave == wave.id,
            InvitationWave.state == "unused",
        )
        .values(state="used")
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", spent).rowcount != 1:
        raise Refused("code-used", {"phone": contact_of(tx, wave)})


def draft_letters(keys: Keys, typed: str) -> str:
    """Six letters that tell the drafts of two invited people on one device apart, and nothing else."""
    code = (tidy(typed) or "").encode("ascii")
    return hmac.new(keys.derived("draft"), code, hashlib.sha256).hexdigest()[:DRAFT_LETTERS]

"""Excludes responses from the count by a recorded decision; the answers stay, a new snapshot says so."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.closing.snapshot import labels_of, make_snapshot
from survey.errors import Refused
from survey.keys import Keys
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.preparing.states import demand_state
from survey.records import Exclusion, Response, SnapshotRow, Wave

LONGEST_REASON = 400


@dataclass(frozen=True, slots=True)
class Decision:
    """Who excludes which responses, named as snapshots name them, and why."""

    person: Person
    responses: Collection[str]
    reason: str


def exclude(tx: Session, wave: Wave, decision: Decision, keys: Keys, now: datetime) -> SnapshotRow:
    """Records the decision and makes the next snapshot of a closed wave.

    Refuses an open wave, a decision without a reason, and labels that are no response of the wave or excluded already.
    """
    role = demand(decision.person, "exclude_responses", wave.organisation_id)
    tx.refresh(wave, with_for_update=True)
    demand_state(wave, ("closed",))
    reason = decision.reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Refused("reason-needed", {"longest": LONGEST_REASON})
    for response in _found(decision.responses, _stored(tx, wave, keys)):
        tx.add(
            Exclusion(
                response=response,
                wave=wave.id,
                reason=reason,
                decided=day_of(now),
                account=decision.person.number,
                role=role,
            )
        )
    tx.flush()
    snapshot = make_snapshot(tx, wave, keys, reason, day_of(now))
    facts = {
        "wave": wave.code,
        "snapshot": snapshot.number,
        "responses": len(set(decision.responses)),
        "reason": reason,
    }
    record(tx, decision.person.number, "responses_excluded", facts, now)
    return snapshot


def _stored(tx: Session, wave: Wave, keys: Keys) -> dict[str, UUID]:
    """Stored keys of the responses not yet excluded, by label."""
    labels = labels_of(wave, keys)
    excluded = select(Exclusion.response).where(Exclusion.wave == wave.id)
    kept = select(Response.id).where(Response.wave == wave.id, Response.id.not_in(excluded))
    return {labels.response(response): response for response in tx.scalars(kept)}


def _found(wanted: Collection[str], stored: Mapping[str, UUID]) -> list[UUID]:
    lost = sorted(label for label in wanted if label not in stored)
    if lost or not wanted:
        raise Refused("response-unknown", {"response": lost[0] if lost else "–"})
    return [stored[label] for label in sorted(set(wanted))]

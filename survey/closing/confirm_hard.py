"""Confirms a file of hard figures: a second person has looked at it, and it counts from the next snapshot on."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.closing.snapshot import make_snapshot
from survey.collecting.second_person import demand_second, file_marked
from survey.errors import Refused
from survey.keys import Keys
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.records import HardConfirmation, HardFile, SnapshotRow, Wave

LONGEST_REASON = 400


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Whose yes it is, to the file whose SHA-256 begins so; a closed wave needs the reason of the correction."""

    person: Person
    mark: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The file, and the snapshot that was made because the wave was closed already."""

    file: HardFile
    snapshot: SnapshotRow | None


def confirm_hard(tx: Session, wave: Wave, given: Confirmation, keys: Keys, now: datetime) -> Confirmed:
    """Records the person's yes; of a wave that is closed already, it makes the next snapshot with that reason.

    Refuses who brought the file in, a file confirmed already, one that a newer file of its template has taken the
    place of, and a correction of a closed wave without a reason.
    """
    role = demand(given.person, "confirm_figures", wave.organisation_id)
    tx.refresh(wave, with_for_update=True)
    file = _confirmable(tx, wave, given.mark)
    demand_second(given.person, file)
    reason = given.reason.strip()
    if wave.state == "closed" and not 0 < len(reason) <= LONGEST_REASON:
        raise Refused("reason-needed", {"longest": LONGEST_REASON})
    tx.add(HardConfirmation(file=file.id, account=given.person.number, role=role, confirmed=day_of(now)))
    tx.flush()
    snapshot = make_snapshot(tx, wave, keys, reason, day_of(now)) if wave.state == "closed" else None
    facts = {"wave": wave.code, "template": file.template, "number": file.number, "file": file.blob}
    made = {"snapshot": snapshot.number, "reason": reason} if snapshot else {}
    record(tx, given.person.number, "hard_data_confirmed", {**facts, **made}, now)
    return Confirmed(file, snapshot)


def _confirmable(tx: Session, wave: Wave, mark: str) -> HardFile:
    files = list(tx.scalars(select(HardFile).where(HardFile.wave == wave.id).order_by(HardFile.number)))
    file = file_marked(files, mark)
    if any(one.template == file.template and one.number > file.number for one in files):
        raise Refused("figures-replaced")
    if tx.get(HardConfirmation, file.id):
        raise Refused("figures-confirmed")
    return file

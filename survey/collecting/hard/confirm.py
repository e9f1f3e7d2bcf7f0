"""Confirms a file of hard figures: a second person has looked at it, and from now on it counts."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.collecting.hard.bring import BEFORE_CLOSING
from survey.collecting.second_person import demand_second, file_marked
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.preparing.states import demand_state
from survey.records import HardConfirmation, HardFile, Wave


def confirm(tx: Session, wave: Wave, mark: str, now: datetime, person: Person) -> HardFile:
    """Records the person's yes to the file whose SHA-256 begins so.

    Refuses who brought it in, a closed wave, a file confirmed already, and one that a newer file of its template has
    taken the place of.
    """
    role = demand(person, "confirm_figures", wave.organisation_id)
    tx.refresh(wave, with_for_update=True)
    demand_state(wave, BEFORE_CLOSING)
    files = list(tx.scalars(select(HardFile).where(HardFile.wave == wave.id).order_by(HardFile.number)))
    file = file_marked(files, mark)
    if any(one.template == file.template and one.number > file.number for one in files):
        raise Refused("figures-replaced")
    if tx.get(HardConfirmation, file.id):
        raise Refused("figures-confirmed")
    demand_second(person, file)
    tx.add(HardConfirmation(file=file.id, account=person.number, role=role, confirmed=day_of(now)))
    facts = {"wave": wave.code, "template": file.template, "number": file.number, "file": file.blob}
    record(tx, person.number, "hard_data_confirmed", facts, now)
    return file

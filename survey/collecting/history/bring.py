"""Brings figures published before in, and confirms them: two people stand behind each file."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from instruments.mistakes import Mistake
from survey import blobs
from survey.clock import day_of
from survey.collecting.history.reading import Known, Published, read_history
from survey.collecting.second_person import demand_second, file_marked
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.preparing.register import names_on
from survey.records import HistoryConfirmation, HistoryFigure, HistoryFile, Organisation, RegisterRow


@dataclass(frozen=True, slots=True)
class HistoryData:
    """A file as somebody brings it, for an organisation."""

    organisation: UUID
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The file as kept, how many figures it holds, and what is worth knowing of it."""

    file: HistoryFile
    figures: int
    linked: int
    """Of these, figures of units that the register knows."""
    notes: tuple[Mistake, ...]


def bring_in(tx: Session, given: HistoryData, now: datetime, person: Person) -> BroughtIn:
    """Keeps a file and its figures, to be confirmed by somebody else; the newest file once more is known.

    Refuses a file with mistakes.
    """
    role = demand(person, "import_figures", given.organisation)
    tx.get_one(Organisation, given.organisation, with_for_update=True)
    read = read_history(given.data, given.name, _known(tx, now))
    files = _files(tx, given.organisation)
    blob = blobs.keep(tx, given.data)
    linked = sum(one.unit is not None for one in read.rows)
    if files and files[-1].blob == blob:
        return BroughtIn(files[-1], len(read.rows), linked, read.notes)
    file = HistoryFile(organisation_id=given.organisation, number=len(files) + 1, blob=blob)
    file.prepared_by, file.prepared_role, file.prepared = person.number, role, day_of(now)
    _keep(tx, file, read.rows)
    record(tx, person.number, "history_imported", {"file": blob, "figures": len(read.rows)}, now)
    return BroughtIn(file, len(read.rows), linked, read.notes)


def confirm(tx: Session, organisation: UUID, mark: str, now: datetime, person: Person) -> HistoryFile:
    """Records the person's yes to the file whose SHA-256 begins so.

    Refuses who brought it in, and a file confirmed already.
    """
    role = demand(person, "confirm_figures", organisation)
    tx.get_one(Organisation, organisation, with_for_update=True)
    file = file_marked(_files(tx, organisation), mark)
    if tx.get(HistoryConfirmation, file.id):
        raise Refused("figures-confirmed")
    demand_second(person, file)
    tx.add(HistoryConfirmation(file=file.id, account=person.number, role=role, confirmed=day_of(now)))
    record(tx, person.number, "history_confirmed", {"file": file.blob}, now)
    return file


def _files(tx: Session, organisation: UUID) -> list[HistoryFile]:
    files = select(HistoryFile).where(HistoryFile.organisation_id == organisation).order_by(HistoryFile.number)
    return list(tx.scalars(files))


def _known(tx: Session, now: datetime) -> Known:
    dated = tx.scalars(select(RegisterRow).order_by(RegisterRow.valid_from))
    return Known(cache(lambda day: names_on(tx, day)), {row.code: row.name_vi for row in dated}, day_of(now))


def _keep(tx: Session, file: HistoryFile, rows: Sequence[Published]) -> None:
    tx.add(file)
    tx.flush()
    tx.execute(insert(HistoryFigure), [{"file": file.id, **asdict(one)} for one in rows])

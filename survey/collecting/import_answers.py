"""Brings answers in from a file: all of it or nothing, and no row twice."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from instruments.fingerprint import canonical, sha256
from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.tables import Row, Table
from survey.clock import day_of
from survey.collecting.answer_rows import AnswerRow, Expected, answer_row, answer_table, document_of, row_mistakes
from survey.collecting.submit import rating_rows
from survey.keys import Keys
from survey.people.audit import record
from survey.preparing.acting import By
from survey.preparing.issue import instrument_of
from survey.preparing.page_bytes import units_by_role
from survey.preparing.row_mistakes import row_mistake
from survey.preparing.states import demand_state
from survey.records import Cell, Imported, Psu, Rating, Response, Wave

IMPORTING = ("open", "stopped")
MOST_MISTAKES = 1000
SOURCE = "answers"
"""Whose ids a file bears where nobody says: every file of a wave is taken to speak of the same ids."""
PIECE = 1000


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file of answers; rows with an `id` are known again by `source` and id, whatever file they come in."""

    name: str
    data: bytes
    source: str = SOURCE


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: rows read, stored, known from before; with mistakes nothing was stored.

    `alike` counts the new rows without an id whose answers the wave held already, word for word.
    """

    rows: int
    stored: int
    already: int
    is_dry_run: bool
    mistakes: tuple[Mistake, ...] = ()
    alike: int = 0

    @property
    def looks_repeated(self) -> bool:
        """Whether so many new rows are alike stored ones that the file may be a changed copy of an earlier one."""
        return self.alike > 1 and self.alike * 2 >= self.stored


@dataclass(frozen=True, slots=True)
class Import:
    """An import to be made: the file, into which wave, and whether only to look what would happen."""

    wave: Wave
    file: AnswerFile
    is_dry_run: bool = False


@dataclass(frozen=True, slots=True)
class _New:
    """Rows that the wave does not hold yet, by their place in the table, each with the mark it is known by later."""

    places: list[int]
    marks: list[str]


def import_answers(tx: Session, order: Import, keys: Keys, by: By) -> ImportReport:
    """Stores the responses of a CSV that were not imported before; with a mistake anywhere, or dry, nothing.

    Refuses (wrong-state) a wave that is neither open nor stopped. Mistakes come back in the report, not as refusals.
    """
    wave, file = order.wave, order.file
    _demand_importing(tx, wave)
    instrument = instrument_of(tx, wave.instrument)
    table = answer_table(file.data, file.name, instrument)
    if table.mistakes:
        return ImportReport(0, 0, 0, order.is_dry_run, table.mistakes)
    mistakes = _mistakes(table, file.name, _expected(tx, wave, instrument, day_of(by.now)))
    if mistakes:
        return ImportReport(len(table.rows), 0, 0, order.is_dry_run, tuple(mistakes))
    new = _new_rows(tx, order, table, keys)
    rows, stored = len(table.rows), len(new.places)
    alike = _alike(tx, wave, instrument, (table.rows[place] for place in new.places))
    report = ImportReport(rows, stored, rows - stored, order.is_dry_run, alike=alike)
    if not order.is_dry_run:
        _store(tx, wave, table, new)
        facts = {"wave": wave.code, "file": sha256(file.data), "stored": stored, "already": report.already}
        record(tx, by.actor, "answers_imported", facts, by.now)
    return report


def _demand_importing(tx: Session, wave: Wave) -> None:
    tx.refresh(wave, with_for_update={"read": True})
    demand_state(wave, IMPORTING)


def _expected(tx: Session, wave: Wave, instrument: Instrument, today: date) -> Expected:
    return Expected(
        instrument=instrument,
        units=units_by_role(tx, wave, instrument),
        cells=frozenset(tx.scalars(select(Cell.code).where(Cell.wave == wave.id))),
        psus=frozenset(tx.scalars(select(Psu.label).where(Psu.wave == wave.id))),
        first_day=min(wave.opened or wave.period_from, wave.period_from),
        last_day=today,
    )


def _mistakes(table: Table, name: str, expected: Expected) -> list[Mistake]:
    mistakes: list[Mistake] = []
    seen: set[str] = set()
    for row in table.rows:
        mistakes += row_mistakes(row, name, expected)
        identity = row.cells.get("id")
        if identity in seen:
            mistakes.append(row_mistake("id-twice", (name, row.number, "id"), value=identity))
        seen.update({identity} if identity else ())
        if len(mistakes) > MOST_MISTAKES:
            break
    return mistakes[:MOST_MISTAKES]


def _new_rows(tx: Session, order: Import, table: Table, keys: Keys) -> _New:
    wave, key = order.wave, keys.derived("imported")
    known = frozenset(tx.scalars(select(Imported.row_hash).where(Imported.wave == wave.id)))
    marks = (_mark(key, wave, identity) for identity in _identities(table, order.file.source))
    new = [(place, mark) for place, mark in enumerate(marks) if mark not in known]
    return _New([place for place, _ in new], [mark for _, mark in new])


def _identities(table: Table, source: str) -> Iterator[str]:
    """A row with an id is known by its source and id, another by what the rows of its file say and its place there."""
    digest = ""
    for place, row in enumerate(table.rows, start=1):
        identity = row.cells.get("id")
        if not identity:
            digest = digest or _digest(table)
        yield f"id\n{source}\n{identity}" if identity else f"row\n{digest}\n{place}"


def _digest(table: Table) -> str:
    """SHA-256 of the canonical list of what stands in the rows by column, empty cells left out."""
    hashed, before = hashlib.sha256(), b"["
    for row in table.rows:
        hashed.update(before + canonical({column: value for column, value in row.cells.items() if value}))
        before = b","
    hashed.update(b"]")
    return hashed.hexdigest()


def _alike(tx: Session, wave: Wave, instrument: Instrument, rows: Iterable[Row]) -> int:
    """How many of the rows have no id and give answers that the wave holds already."""
    held: frozenset[str] | None = None
    alike = 0
    for row in rows:
        if row.cells.get("id"):
            continue
        if held is None:
            held = frozenset(tx.scalars(select(Response.digest).where(Response.wave == wave.id)))
        alike += sha256(canonical(document_of(row.cells, instrument))) in held
    return alike


def _mark(key: bytes, wave: Wave, identity: str) -> str:
    return hmac.new(key, wave.id.bytes + identity.encode(), hashlib.sha256).hexdigest()


def _response(wave: Wave, response: UUID, row: AnswerRow) -> dict[str, object]:
    answers = canonical(row.document)
    return {
        "id": response,
        "wave": wave.id,
        "day": row.day,
        "language": row.language,
        "mode": row.mode,
        "access": row.access,
        "cell": row.cell,
        "psu": row.psu,
        "form": row.form,
        "instrument": wave.instrument,
        "answers": answers.decode(),
        "digest": sha256(answers),
    }


def _store(tx: Session, wave: Wave, table: Table, new: _New) -> None:
    """In the order of their random keys, so that the rows of a file cannot be told by where they lie.

    A piece is read from the file when its turn has come: a file may hold a hundred thousand rows.
    """
    instrument = instrument_of(tx, wave.instrument)
    keyed = sorted((uuid4(), place) for place in new.places)
    for start in range(0, len(keyed), PIECE):
        rows = [(key, answer_row(table.rows[place], instrument)) for key, place in keyed[start : start + PIECE]]
        tx.execute(insert(Response), [_response(wave, key, row) for key, row in rows])
        ratings = [rating for key, row in rows for rating in rating_rows(wave, key, instrument, row.document)]
        if ratings:
            tx.execute(insert(Rating), ratings)
    marks = sorted(new.marks)
    for start in range(0, len(marks), PIECE):
        piece = [{"wave": wave.id, "row_hash": mark} for mark in marks[start : start + PIECE]]
        tx.execute(insert(Imported), piece)

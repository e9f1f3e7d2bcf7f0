"""Brings answers in from a file: all of it or nothing, and no row twice."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Sequence
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
from survey.collecting.answer_cells import document_of
from survey.collecting.answer_rows import (
    Entry,
    Expected,
    answer_table,
    entry_of,
    response_mistakes,
    responses_in,
)
from survey.collecting.submit import rating_rows
from survey.keys import Keys
from survey.people.audit import record
from survey.preparing.acting import By
from survey.preparing.issue import instrument_of
from survey.preparing.page_bytes import units_allowed
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
    """What an import did, or would do: rows read, responses stored or known from before; with mistakes none was stored.

    `alike` counts the new responses without an id whose answers the wave held already, word for word.
    """

    rows: int
    stored: int
    already: int
    is_dry_run: bool
    mistakes: tuple[Mistake, ...] = ()
    alike: int = 0

    @property
    def looks_repeated(self) -> bool:
        """Whether so many new responses are alike stored ones that the file may be a changed copy of an earlier one."""
        return self.alike > 1 and self.alike * 2 >= self.stored


@dataclass(frozen=True, slots=True)
class Import:
    """An import to be made: the file, into which wave, and whether only to look what would happen."""

    wave: Wave
    file: AnswerFile
    is_dry_run: bool = False


@dataclass(frozen=True, slots=True)
class _New:
    """Responses that the wave does not hold yet, by the places of their rows, with the marks they are known by."""

    places: list[tuple[int, ...]]
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
    responses = responses_in(table.rows, instrument)
    mistakes = _mistakes(table, responses, file.name, _expected(tx, wave, instrument, day_of(by.now)))
    if mistakes:
        return ImportReport(len(table.rows), 0, 0, order.is_dry_run, tuple(mistakes))
    new = _new_responses(tx, order, table, responses, keys)
    stored = len(new.places)
    alike = _alike(tx, wave, instrument, (_rows(table, places) for places in new.places))
    report = ImportReport(len(table.rows), stored, len(responses) - stored, order.is_dry_run, alike=alike)
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
        units=units_allowed(tx, wave, instrument),
        cells=frozenset(tx.scalars(select(Cell.code).where(Cell.wave == wave.id))),
        psus=frozenset(tx.scalars(select(Psu.label).where(Psu.wave == wave.id))),
        first_day=min(wave.opened or wave.period_from, wave.period_from),
        last_day=today,
    )


def _rows(table: Table, places: Sequence[int]) -> list[Row]:
    return [table.rows[place] for place in places]


def _mistakes(table: Table, responses: Sequence[Sequence[int]], name: str, expected: Expected) -> list[Mistake]:
    mistakes: list[Mistake] = []
    seen: set[str] = set()
    for places in responses:
        rows = _rows(table, places)
        mistakes += response_mistakes(rows, name, expected)
        identity = rows[0].cells.get("id")
        if identity in seen:
            mistakes.append(row_mistake("id-twice", (name, rows[0].number, "id"), value=identity))
        seen.update({identity} if identity else ())
        if len(mistakes) > MOST_MISTAKES:
            break
    return mistakes[:MOST_MISTAKES]


def _new_responses(tx: Session, order: Import, table: Table, responses: Sequence[tuple[int, ...]], keys: Keys) -> _New:
    wave, key = order.wave, keys.derived("imported")
    known = frozenset(tx.scalars(select(Imported.row_hash).where(Imported.wave == wave.id)))
    marks = (_mark(key, wave, identity) for identity in _identities(table, responses, order.file.source))
    new = [(places, mark) for places, mark in zip(responses, marks, strict=True) if mark not in known]
    return _New([places for places, _ in new], [mark for _, mark in new])


def _identities(table: Table, responses: Sequence[Sequence[int]], source: str) -> Iterator[str]:
    """One with an id is known by its source and id, another by what the rows of its file say and its place there."""
    digest = ""
    for place, places in enumerate(responses, start=1):
        identity = table.rows[places[0]].cells.get("id")
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


def _alike(tx: Session, wave: Wave, instrument: Instrument, responses: Iterable[Sequence[Row]]) -> int:
    """How many of the responses have no id and give answers that the wave holds already."""
    held: frozenset[str] | None = None
    alike = 0
    for rows in responses:
        if rows[0].cells.get("id"):
            continue
        if held is None:
            held = frozenset(tx.scalars(select(Response.digest).where(Response.wave == wave.id)))
        alike += sha256(canonical(document_of([row.cells for row in rows], instrument))) in held
    return alike


def _mark(key: bytes, wave: Wave, identity: str) -> str:
    return hmac.new(key, wave.id.bytes + identity.encode(), hashlib.sha256).hexdigest()


def _response(wave: Wave, response: UUID, entry: Entry) -> dict[str, object]:
    answers = canonical(entry.document)
    return {
        "id": response,
        "wave": wave.id,
        "day": entry.day,
        "language": entry.language,
        "mode": entry.mode,
        "access": entry.access,
        "cell": entry.cell,
        "psu": entry.psu,
        "form": entry.form,
        "instrument": wave.instrument,
        "answers": answers.decode(),
        "digest": sha256(answers),
    }


def _store(tx: Session, wave: Wave, table: Table, new: _New) -> None:
    """In the order of their random keys, so that the rows of a file cannot be told by where they lie.

    A piece is read from the file when its turn has come: a file may hold a hundred thousand rows.
    """
    instrument = instrument_of(tx, wave.instrument)
    keyed = sorted((uuid4(), places) for places in new.places)
    for start in range(0, len(keyed), PIECE):
        now = keyed[start : start + PIECE]
        rows = [(key, entry_of(_rows(table, places), instrument)) for key, places in now]
        tx.execute(insert(Response), [_response(wave, key, row) for key, row in rows])
        ratings = [rating for key, row in rows for rating in rating_rows(wave, key, instrument, row.document)]
        if ratings:
            tx.execute(insert(Rating), ratings)
    marks = sorted(new.marks)
    for start in range(0, len(marks), PIECE):
        piece = [{"wave": wave.id, "row_hash": mark} for mark in marks[start : start + PIECE]]
        tx.execute(insert(Imported), piece)

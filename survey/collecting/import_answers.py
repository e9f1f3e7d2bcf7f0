"""Brings answers in from a file: all of it or nothing, and no row twice."""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from instruments.fingerprint import canonical, sha256
from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.tables import Table
from survey.clock import day_of
from survey.collecting.answer_rows import AnswerRow, Expected, answer_table, read_row
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
class _Pieces:
    """Rows to insert; documents are text here, for a file may hold a hundred thousand."""

    alike: int
    responses: list[dict[str, object]] = field(default_factory=list)
    ratings: list[dict[str, object]] = field(default_factory=list)
    imported: list[dict[str, object]] = field(default_factory=list)


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
    rows, mistakes = _read(table, file.name, _expected(tx, wave, instrument, day_of(by.now)))
    if mistakes:
        return ImportReport(len(table.rows), 0, 0, order.is_dry_run, tuple(mistakes))
    pieces = _new_rows(tx, order, rows, keys)
    stored = len(pieces.responses)
    report = ImportReport(len(rows), stored, len(rows) - stored, order.is_dry_run, alike=pieces.alike)
    if not order.is_dry_run:
        _store(tx, pieces)
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


def _read(table: Table, name: str, expected: Expected) -> tuple[list[AnswerRow], list[Mistake]]:
    rows: list[AnswerRow] = []
    mistakes: list[Mistake] = []
    seen: set[str] = set()
    for row in table.rows:
        answers, found = read_row(row, name, expected)
        if answers.identity in seen:
            found.append(row_mistake("id-twice", (name, row.number, "id"), value=answers.identity))
        seen.update({answers.identity} if answers.identity else ())
        rows.append(answers)
        mistakes += found
        if len(mistakes) > MOST_MISTAKES:
            break
    return rows, mistakes[:MOST_MISTAKES]


def _new_rows(tx: Session, order: Import, rows: Sequence[AnswerRow], keys: Keys) -> _Pieces:
    wave = order.wave
    known = frozenset(tx.scalars(select(Imported.row_hash).where(Imported.wave == wave.id)))
    instrument = instrument_of(tx, wave.instrument)
    key, identities = keys.derived("imported"), _identities(rows, order.file.source)
    marked = [(row, _mark(key, wave, identity)) for row, identity in zip(rows, identities, strict=True)]
    new = [(row, mark) for row, mark in marked if mark not in known]
    pieces = _Pieces(_alike(tx, wave, [row for row, _ in new if not row.identity]))
    for row, mark in new:
        response = uuid4()
        pieces.responses.append(_response(wave, response, row))
        pieces.ratings.extend(rating_rows(wave, response, instrument, row.document))
        pieces.imported.append({"wave": wave.id, "row_hash": mark})
    return pieces


def _identities(rows: Sequence[AnswerRow], source: str) -> Iterator[str]:
    """A row with an id is known by its source and id, another by what the rows of its file say and its place there."""
    digest = sha256(canonical([row.cells for row in rows]))
    for place, row in enumerate(rows, start=1):
        yield f"id\n{source}\n{row.identity}" if row.identity else f"row\n{digest}\n{place}"


def _alike(tx: Session, wave: Wave, rows: Sequence[AnswerRow]) -> int:
    """How many of the rows give answers that the wave holds already."""
    if not rows:
        return 0
    held = frozenset(tx.scalars(select(Response.digest).where(Response.wave == wave.id)))
    return sum(sha256(canonical(row.document)) in held for row in rows)


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


def _store(tx: Session, pieces: _Pieces) -> None:
    """In the order of their random keys, so that the rows of a file cannot be told by where they lie."""
    responses = sorted(pieces.responses, key=lambda row: str(row["id"]))
    ratings = sorted(pieces.ratings, key=lambda row: str(row["response"]))
    imported = sorted(pieces.imported, key=lambda row: str(row["row_hash"]))
    for table, rows in ((Response, responses), (Rating, ratings), (Imported, imported)):
        for start in range(0, len(rows), PIECE):
            tx.execute(insert(table), rows[start : start + PIECE])

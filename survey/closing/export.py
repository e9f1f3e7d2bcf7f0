"""The answers of a closed wave as a file of the shape that an import takes."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.answers import answers_about, rated_units
from instruments.answers.document import part_of
from instruments.coding import ENTRY_CODES
from instruments.fingerprint import sha256
from instruments.model import Instrument, Item
from instruments.tables import plain_cell
from survey.closing.labels import Labels
from survey.closing.snapshot import labels_of
from survey.collecting.answer_cells import JOIN, NONE, answer_columns, eligible_column
from survey.collecting.cells import written
from survey.keys import Keys
from survey.people.audit import record
from survey.preparing.acting import By
from survey.preparing.issue import instrument_of
from survey.preparing.states import demand_state
from survey.records import Exclusion, Response, Wave

Cells = dict[str, str]
_ENTERED = {reason: code for code, reason in ENTRY_CODES.items()}


@dataclass(frozen=True, slots=True)
class Export:
    """What to write out: the answers of which wave, and whether with the free texts, which may name somebody."""

    wave: Wave
    has_texts: bool = False


def export_answers(tx: Session, order: Export, keys: Keys, by: By) -> bytes:
    """The counted answers of a closed wave as CSV, one row a response or rated unit, under the labels of its snapshots.

    The day is left out, for snapshots alone widen it; excluded responses are left out. Refuses (wrong-state) a wave
    that is not closed.
    """
    wave = order.wave
    demand_state(wave, ("closed",))
    rows = sorted(_rows(tx, order, labels_of(wave, keys)), key=lambda row: row["id"])
    sheet = io.StringIO(newline="")
    writer = csv.DictWriter(
        sheet, answer_columns(instrument_of(tx, wave.instrument)), restval="", extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows(rows)
    written = sheet.getvalue().encode()
    facts = {"wave": wave.code, "file": sha256(written), "rows": len(rows), "texts": order.has_texts}
    record(tx, by.actor, "answers_exported", facts, by.now)
    return written


def rows_of(document: Mapping[str, object], instrument: Instrument, *, has_texts: bool) -> list[Cells]:
    """The rows that a document makes, one a rated unit of a looped role; the rest stands in the first of them."""
    kept = [item for item in instrument.items() if has_texts or item.kind != "text"]
    plain = [item for item in kept if item.role not in instrument.looped]
    first = _cells(plain, instrument, part_of(document, "answers"))
    first |= {role: str(unit) for role, unit in part_of(document, "units").items()}
    for role in instrument.looped:
        eligible = part_of(part_of(document, "choice"), role).get("eligible")
        first[eligible_column(role)] = " ".join(eligible) if isinstance(eligible, list) else ""
    about = list(_rated(document, instrument, kept)) or [{}]
    return [first | about[0], *about[1:]]


def _rows(tx: Session, order: Export, labels: Labels) -> Iterator[Cells]:
    wave = order.wave
    excluded = select(Exclusion.response).where(Exclusion.wave == wave.id)
    counted = select(Response).where(Response.wave == wave.id, Response.id.not_in(excluded))
    for response in tx.scalars(counted.execution_options(yield_per=1000)):
        fixed = {
            name: str(getattr(response, name) or "") for name in ("language", "mode", "access", "cell", "psu", "form")
        }
        instrument = instrument_of(tx, response.instrument)
        first, *later = rows_of(json.loads(response.answers), instrument, has_texts=order.has_texts)
        label = {"id": labels.response(response.id)}
        yield label | fixed | first
        yield from (label | row for row in later)


def _rated(document: Mapping[str, object], instrument: Instrument, items: list[Item]) -> Iterator[Cells]:
    for rated in rated_units(instrument, document):
        for role in (role for role in rated.roles if role in instrument.looped):
            asked = [item for item in items if item.role == role]
            yield {role: rated.unit} | _cells(asked, instrument, answers_about(document, role, rated.unit))


def _cells(items: list[Item], instrument: Instrument, answers: Mapping[str, object]) -> Cells:
    cells: Cells = {}
    for item in items:
        value = answers.get(item.code)
        if isinstance(value, Mapping):
            column = item.code if item.kind == "single" else f"{item.code}{JOIN}{NONE}"
            cells[column] = str(_ENTERED[value["none"]])
        elif value is not None:
            cells |= _WRITTEN.get(item.kind, _plain)(item, instrument, value)
    return cells


def _plain(item: Item, _: Instrument, value: object) -> Cells:
    return {item.code: written(value) if isinstance(value, float) else str(value)}


def _ticked(item: Item, instrument: Instrument, value: object) -> Cells:
    chosen = value if isinstance(value, list) else []
    return {f"{item.code}{JOIN}{one.code}": str(int(one.code in chosen)) for one in instrument.options_of(item)}


def _text(item: Item, _: Instrument, value: object) -> Cells:
    return {item.code: plain_cell(str(value))}


_WRITTEN: Mapping[str, Callable[[Item, Instrument, object], Cells]] = MappingProxyType(
    {"multiple": _ticked, "text": _text}
)

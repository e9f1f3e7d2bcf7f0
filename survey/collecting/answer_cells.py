"""The columns of a file of answers, and the answer document that the cells of a response make."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from instruments.coding import ENTRY_CODES, REASONED
from instruments.model import Instrument, Item, Role
from survey.collecting.cells import decimal

FACTS = ("id", "day", "language", "mode", "access", "cell", "psu", "form")
JOIN = "__"
NONE = "none"
ELIGIBLE = "eligible"
_BETWEEN_UNITS = re.compile(r"[\s;,]+")
Cells = Mapping[str, str]


def answer_columns(instrument: Instrument) -> tuple[str, ...]:
    """All columns of a file of answers, as `responses export` writes them too."""
    roles = (column for role in instrument.roles for column in _role_columns(role))
    items = (column for item in instrument.items() for column in item_columns(instrument, item))
    return (*FACTS, *roles, *items)


def loop_columns(instrument: Instrument, role: str) -> tuple[str, ...]:
    """The columns about each unit of a looped role, which every row has for itself."""
    items = (item for item in instrument.items() if item.role == role)
    return (role, *(column for item in items for column in item_columns(instrument, item)))


def item_columns(instrument: Instrument, item: Item) -> tuple[str, ...]:
    """The columns of an item; a note has none."""
    if item.kind == "note":
        return ()
    if item.kind == "multiple":
        options = tuple(f"{item.code}{JOIN}{option.code}" for option in instrument.options_of(item))
        return (*options, f"{item.code}{JOIN}{NONE}")
    return (item.code, f"{item.code}{JOIN}{NONE}") if item.kind in REASONED else (item.code,)


def eligible_column(role: str) -> str:
    """The column for all units that a response could have rated in a looped role."""
    return f"{role}{JOIN}{ELIGIBLE}"


def document_of(rows: Sequence[Cells], instrument: Instrument) -> dict[str, object]:
    """The answer document of the rows of one response; an empty cell is an answer left blank.

    What is not about a unit of a looped role is read in the first row.
    """
    first = rows[0]
    plain = [role for role in instrument.roles if not role.loop]
    document: dict[str, object] = {
        "units": {role.code: first[role.code] for role in plain if first.get(role.code)},
        "answers": _answers(first, instrument, lambda item: item.role not in instrument.looped),
    }
    if instrument.forms and first.get("form"):
        document["form"] = first["form"]
    return document | _loops(rows, instrument)


def eligible_units(cell: str) -> list[str]:
    """The unit codes that stand in one cell, parted by spaces, commas or semicolons."""
    return list(dict.fromkeys(filter(None, _BETWEEN_UNITS.split(cell))))


def _role_columns(role: Role) -> tuple[str, ...]:
    return (role.code, eligible_column(role.code)) if role.loop else (role.code,)


def _loops(rows: Sequence[Cells], instrument: Instrument) -> dict[str, object]:
    loops = {role: _about_units(rows, instrument, role) for role in sorted(instrument.looped)}
    listed = {role: eligible_units(rows[0].get(eligible_column(role), "")) for role in sorted(instrument.looped)}
    parts = {
        "loops": {role: about for role, about in loops.items() if about},
        "choice": {role: {ELIGIBLE: units} for role, units in listed.items() if units},
    }
    return {name: part for name, part in parts.items() if part}


def _about_units(rows: Sequence[Cells], instrument: Instrument, role: str) -> dict[str, object]:
    return {row[role]: _answers(row, instrument, lambda item: item.role == role) for row in rows if row.get(role)}


def _answers(cells: Cells, instrument: Instrument, is_meant: Callable[[Item], bool]) -> dict[str, object]:
    answers = {item.code: _VALUES[item.kind](cells, instrument, item) for item in instrument.items() if is_meant(item)}
    return {code: value for code, value in answers.items() if value is not None}


def _single(cells: Cells, _: Instrument, item: Item) -> object:
    return _coded(cells.get(item.code, ""))


def _multiple(cells: Cells, instrument: Instrument, item: Item) -> object:
    chosen = [one.code for one in instrument.options_of(item) if cells.get(f"{item.code}{JOIN}{one.code}") == "1"]
    return _reason(cells, item) or chosen or None


def _number(cells: Cells, _: Instrument, item: Item) -> object:
    return _reason(cells, item) or _figure(cells.get(item.code, ""))


def _as_written(cells: Cells, _: Instrument, item: Item) -> object:
    return _reason(cells, item) or cells.get(item.code) or None


def _text(cells: Cells, _: Instrument, item: Item) -> object:
    return cells.get(item.code) or None


def _nothing(_cells: Cells, _: Instrument, _item: Item) -> object:
    return None


_VALUES: Mapping[str, Callable[[Cells, Instrument, Item], object]] = MappingProxyType(
    {
        "single": _single,
        "multiple": _multiple,
        "number": _number,
        "rating": _number,
        "date": _as_written,
        "unit": _as_written,
        "text": _text,
        "note": _nothing,
    }
)


def _reason(cells: Cells, item: Item) -> object:
    """A reason not to answer beside numbers and lists: 97, 98 or 99 in the column of its own."""
    cell = cells.get(f"{item.code}{JOIN}{NONE}", "")
    return _coded(cell) if cell else None


def _coded(cell: str) -> object:
    if not (cell.isascii() and cell.isdigit() and len(cell) < 4):  # noqa: PLR2004 - longer is no code, and stays as typed
        return cell or None
    return {"none": ENTRY_CODES[int(cell)]} if int(cell) in ENTRY_CODES else int(cell)


def _figure(cell: str) -> object:
    number = decimal(cell)
    return (cell or None) if number is None else number

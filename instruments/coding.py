"""Coding: checked answer documents as the columns of a snapshot, where no answer is ever a plain null."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, cast

from instruments.answers import RatedUnit, answers_about, asked_about, form_in, rated_units
from instruments.conditions import Asked, is_on_form, on_route
from instruments.model import Instrument, Item, Option, Reason

BLANK: Final = -1
NOT_ASKED: Final = -2
OFF_ROUTE: Final = -3
NOT_APPLICABLE: Final = -4
UNKNOWN: Final = -5
REFUSED: Final = -6
REASON_CODES: Final[Mapping[str, int]] = MappingProxyType(
    {"not_applicable": NOT_APPLICABLE, "unknown": UNKNOWN, "refused": REFUSED}
)
"""How a reason not to answer is stored."""
ENTRY_CODES: Final[Mapping[int, Reason]] = MappingProxyType({97: "not_applicable", 98: "unknown", 99: "refused"})
"""How a reason not to answer is entered on paper and in import files."""
MISSING_CODES: Final[Mapping[int, str]] = MappingProxyType(
    {
        BLANK: "asked and left blank",
        NOT_ASKED: "not asked: other form, or the item rates a role that the unit of this row does not hold",
        OFF_ROUTE: "off the route",
        NOT_APPLICABLE: "not applicable",
        UNKNOWN: "don't know",
        REFUSED: "refused",
    }
)
"""What the codes below zero mean, as published with the data."""
OUTSIDE: Final = (NOT_ASKED, OFF_ROUTE, NOT_APPLICABLE)
"""No part of what a rating had to answer."""
UNANSWERED: Final = (BLANK, UNKNOWN, REFUSED)
"""Asked, and without an answer that can be scored."""

NUMBERS: Final = frozenset({"number", "rating", "date"})
"""Kinds of items stored as numbers."""

REASONED: Final = NUMBERS | {"unit"}
"""Kinds whose answer is no code of a list: the reason for a missing one stands in a column beside."""

REASONS: Final = "__none"
"""Ending of the column of reasons beside numbers and units: 0 where there is an answer."""

ColumnKind = Literal["code", "number", "text", "none"]
Value = int | float | str | None
Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a snapshot table: answer codes, numbers, codes of units, or the reasons beside these two."""

    name: str
    kind: ColumnKind


@dataclass(frozen=True, slots=True)
class Text:
    """A free text, kept apart from the coded answers; `unit` is the unit it is about, if any."""

    item: str
    unit: str | None
    text: str


def response_columns(instrument: Instrument) -> tuple[Column, ...]:
    """Columns of the items without a role, in the order of the form."""
    return tuple(_columns(instrument, [item for item in instrument.items() if item.role is None]))


def rating_columns(instrument: Instrument) -> tuple[Column, ...]:
    """Columns of the items that rate a role, in the order of the form."""
    return tuple(_columns(instrument, [item for item in instrument.items() if item.role is not None]))


def coded_response(instrument: Instrument, document: Document) -> dict[str, Value]:
    """The columns of `response_columns` for one document."""
    answers, form = _answers(document), form_in(document)
    asked = on_route(instrument, answers, Asked(form))
    row: dict[str, Value] = {}
    for item in instrument.items():
        if item.role is None:
            row |= _coded(item, instrument.options_of(item), answers.get(item.code), _fate(item, asked, form))
    return row


def coded_ratings(instrument: Instrument, document: Document) -> list[dict[str, object]]:
    """One row per rated unit: `unit`, `roles` joined by semicolons, and the columns of `rating_columns`."""
    whole = on_route(instrument, _answers(document), Asked(form_in(document)))
    return [
        {"unit": rated.unit, "roles": ";".join(rated.roles)} | _rating(instrument, document, rated, whole)
        for rated in rated_units(instrument, document)
    ]


def texts(instrument: Instrument, document: Document) -> list[Text]:
    """The free texts of a document, with the unit that each is about."""
    answers = _answers(document)
    rated = rated_units(instrument, document)
    units = {role: one.unit for one in rated for role in one.roles if role not in instrument.looped}
    found = [
        Text(item.code, units.get(item.role) if item.role else None, str(answers[item.code]))
        for item in instrument.items()
        if item.kind == "text" and isinstance(answers.get(item.code), str)
    ]
    return found + [text for one in rated for text in _looped_texts(instrument, document, one)]


def _looped_texts(instrument: Instrument, document: Document, rated: RatedUnit) -> Iterator[Text]:
    for item in instrument.items():
        if item.kind == "text" and item.role in instrument.looped and item.role in rated.roles:
            value = answers_about(document, item.role, rated.unit).get(item.code)
            if isinstance(value, str):
                yield Text(item.code, rated.unit, value)


def _answers(document: Document) -> Mapping[str, object]:
    answers = document.get("answers")
    return answers if isinstance(answers, Mapping) else {}


def _fate(item: Item, asked: frozenset[str], form: str | None) -> int | None:
    """Why an item has no answer before anybody looked at one: another form asks it, or the route passed it by."""
    if not is_on_form(item, form):
        return NOT_ASKED
    return None if item.code in asked else OFF_ROUTE


def _rating(instrument: Instrument, document: Document, rated: RatedUnit, whole: frozenset[str]) -> dict[str, object]:
    """The columns of one rated unit; `whole` holds the items asked outside loops."""
    form = form_in(document)
    about = {role: answers_about(document, role, rated.unit) for role in rated.roles if role in instrument.looped}
    asked = whole.union(*(asked_about(instrument, document, role, answers) for role, answers in about.items()))
    row: dict[str, object] = {}
    for item in instrument.items():
        if item.role is None:
            continue
        options = instrument.options_of(item)
        if item.role in rated.roles:
            answers = about.get(item.role, _answers(document))
            row |= _coded(item, options, answers.get(item.code), _fate(item, asked, form))
        else:
            row |= _all(item, options, NOT_ASKED)
    return row


def _columns(instrument: Instrument, items: list[Item]) -> Iterator[Column]:
    for item in items:
        options = instrument.options_of(item)
        yield from (Column(name, _kind(item, name)) for name in _all(item, options, BLANK))


def _kind(item: Item, name: str) -> ColumnKind:
    if item.kind not in REASONED:
        return "code"
    own: ColumnKind = "number" if item.kind in NUMBERS else "text"
    return own if name == item.code else "none"


def _coded(item: Item, options: tuple[Option, ...], value: object, fate: int | None) -> dict[str, Value]:
    missing = _missing(value) if fate is None else fate
    if missing is not None:
        return _all(item, options, missing)
    if isinstance(value, list):
        return {f"{item.code}__{option.code}": int(option.code in value) for option in options}
    if item.kind in NUMBERS:
        return {item.code: _number(value), f"{item.code}{REASONS}": 0}
    if item.kind == "unit":
        return {item.code: str(value), f"{item.code}{REASONS}": 0}
    return {item.code: value} if isinstance(value, int) else {}


def _number(value: object) -> float:
    """A number as it is; a day as the whole number of its digits, 20260915."""
    return float(value.replace("-", "") if isinstance(value, str) else cast("float", value))


def _missing(value: object) -> int | None:
    if value is None:
        return BLANK
    return REASON_CODES[str(value["none"])] if isinstance(value, Mapping) else None


def _all(item: Item, options: tuple[Option, ...], missing: int) -> dict[str, Value]:
    """Every column of an item, filled with one code below zero; a free text and a note have none."""
    if item.kind in {"text", "note"}:
        return {}
    if item.kind == "multiple":
        return dict.fromkeys((f"{item.code}__{option.code}" for option in options), missing)
    return {item.code: None, f"{item.code}{REASONS}": missing} if item.kind in REASONED else {item.code: missing}

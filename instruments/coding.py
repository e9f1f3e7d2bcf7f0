"""Coding: checked answer documents as the columns of a snapshot, where no answer is ever a plain null."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from instruments.answers import rated_units
from instruments.conditions import on_route
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

Value = int | float | None
Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a snapshot table: answer codes, numbers, or the reasons that stand beside numbers."""

    name: str
    kind: Literal["code", "number", "none"]


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
    answers = _answers(document)
    asked = on_route(instrument, answers)
    row: dict[str, Value] = {}
    for item in instrument.items():
        if item.role is None:
            row |= _coded(item, instrument.options_of(item), answers.get(item.code), is_asked=item.code in asked)
    return row


def coded_ratings(instrument: Instrument, document: Document) -> list[dict[str, object]]:
    """One row per rated unit: `unit`, `roles` joined by semicolons, and the columns of `rating_columns`."""
    answers = _answers(document)
    asked = on_route(instrument, answers)
    return [
        {"unit": rated.unit, "roles": ";".join(rated.roles)} | _rating(instrument, answers, asked, rated.roles)
        for rated in rated_units(instrument, document)
    ]


def texts(instrument: Instrument, document: Document) -> list[Text]:
    """The free texts of a document, with the unit that each is about."""
    answers = _answers(document)
    units = {role: rated.unit for rated in rated_units(instrument, document) for role in rated.roles}
    return [
        Text(item.code, units.get(item.role) if item.role else None, str(answers[item.code]))
        for item in instrument.items()
        if item.kind == "text" and isinstance(answers.get(item.code), str)
    ]


def _answers(document: Document) -> Mapping[str, object]:
    answers = document.get("answers")
    return answers if isinstance(answers, Mapping) else {}


def _rating(
    instrument: Instrument, answers: Mapping[str, object], asked: frozenset[str], roles: tuple[str, ...]
) -> dict[str, object]:
    row: dict[str, object] = {}
    for item in instrument.items():
        if item.role is None:
            continue
        if item.role in roles:
            row |= _coded(item, instrument.options_of(item), answers.get(item.code), is_asked=item.code in asked)
        else:
            row |= _all(item, instrument.options_of(item), NOT_ASKED)
    return row


def _columns(instrument: Instrument, items: list[Item]) -> Iterator[Column]:
    for item in items:
        options = instrument.options_of(item)
        yield from (Column(name, _kind(item, name)) for name in _all(item, options, BLANK))


def _kind(item: Item, name: str) -> Literal["code", "number", "none"]:
    if item.kind != "number":
        return "code"
    return "number" if name == item.code else "none"


def _coded(item: Item, options: tuple[Option, ...], value: object, *, is_asked: bool) -> dict[str, Value]:
    missing = _missing(value) if is_asked else OFF_ROUTE
    if missing is not None:
        return _all(item, options, missing)
    if isinstance(value, list):
        return {f"{item.code}__{option.code}": int(option.code in value) for option in options}
    if item.kind == "number" and isinstance(value, int | float):
        return {item.code: float(value), f"{item.code}__none": 0}
    return {item.code: value} if isinstance(value, int) else {}


def _missing(value: object) -> int | None:
    if value is None:
        return BLANK
    return REASON_CODES[str(value["none"])] if isinstance(value, Mapping) else None


def _all(item: Item, options: tuple[Option, ...], missing: int) -> dict[str, Value]:
    """Every column of an item, filled with one code below zero; a free text has none."""
    if item.kind == "text":
        return {}
    if item.kind == "multiple":
        return dict.fromkeys((f"{item.code}__{option.code}" for option in options), missing)
    return {item.code: None, f"{item.code}__none": missing} if item.kind == "number" else {item.code: missing}

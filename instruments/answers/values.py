"""One value checked against its item: what is wrong with a code, a list of codes, a number, a text or a reason."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType

from instruments.model import Item
from instruments.vietnamese import nfc

Offered = Sequence[int | str]
"""The codes that can be chosen: of answers, or of units."""
_REASON_KEY = "none"
_NOT_STORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LARGEST = 1e15
"""Up to here every whole number is exact in JSON, in the browser and in a column of floats."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A code of `ANSWER_TEXTS` and the values its sentence needs."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def reason_fault(item: Item, value: Mapping[str, object]) -> Fault | None:
    """What is wrong with a reason not to answer, written as {"none": reason}."""
    if list(value) != [_REASON_KEY]:
        return Fault("reason-shape")
    return None if value[_REASON_KEY] in item.none else Fault("reason-not-offered")


def _single_fault(_item: Item, offered: Offered, value: object) -> Fault | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return Fault("code-shape")
    return _code_fault(offered, value)


def _multiple_fault(_item: Item, offered: Offered, value: object) -> Fault | None:
    if not isinstance(value, list) or not value or len(value) > len(offered):
        return Fault("codes-shape")
    if any(not isinstance(code, int) or isinstance(code, bool) for code in value) or len(set(value)) < len(value):
        return Fault("codes-shape")
    return next(filter(None, (_code_fault(offered, code) for code in value)), None)


def _code_fault(offered: Offered, code: int) -> Fault | None:
    return None if code in offered else Fault("code-unknown", {"value": code, "known": ", ".join(map(str, offered))})


def _number_fault(item: Item, _offered: Offered, value: object) -> Fault | None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not _is_finite(value):
        return Fault("number-shape")
    low = -_LARGEST if item.minimum is None else item.minimum
    high = _LARGEST if item.maximum is None else item.maximum
    if value < low:
        return Fault("number-low", {"limit": f"{low:g}"})
    return Fault("number-high", {"limit": f"{high:g}"}) if value > high else None


def _is_finite(value: float) -> bool:
    return isinstance(value, int) or math.isfinite(value)


def _text_fault(item: Item, _offered: Offered, value: object) -> Fault | None:
    if not isinstance(value, str) or not value.strip():
        return Fault("text-shape")
    length = len(nfc(value).replace("\r\n", "\n"))
    if length > item.max_length:
        return Fault("text-long", {"length": length, "limit": item.max_length})
    return Fault("text-characters") if _NOT_STORABLE.search(value) else None


def _rating_fault(item: Item, offered: Offered, value: object) -> Fault | None:
    if isinstance(value, float) and not value.is_integer():
        return Fault("rating-shape")
    return _number_fault(item, offered, value)


def _date_fault(_item: Item, _offered: Offered, value: object) -> Fault | None:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return Fault("date-shape")
    try:
        date.fromisoformat(value)
    except ValueError:
        return Fault("date-shape")
    return None


def _unit_fault(_item: Item, offered: Offered, value: object) -> Fault | None:
    if isinstance(value, str) and value in offered:
        return None
    near = get_close_matches(value, map(str, offered), n=1) if isinstance(value, str) else []
    return Fault("unit-near", {"value": value, "near": near[0]}) if near else Fault("unit-unknown", {"value": value})


def _note_fault(_item: Item, _offered: Offered, _value: object) -> Fault | None:
    return Fault("note-answered")


VALUE_FAULTS: Mapping[str, Callable[[Item, Offered, object], Fault | None]] = MappingProxyType(
    {
        "single": _single_fault,
        "multiple": _multiple_fault,
        "number": _number_fault,
        "text": _text_fault,
        "rating": _rating_fault,
        "date": _date_fault,
        "unit": _unit_fault,
        "note": _note_fault,
    }
)

"""The shape of an instrument: plain values become the model, and what does not fit becomes mistakes."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from instruments.mistakes import Mistake, mistake, nearest
from instruments.model import Instrument
from instruments.source import Path, Source

_QUOTED: Final = re.compile(r"'([^']*)'")
_KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Shape:
    """The instrument of a source; or every mistake of its form, and the path of each."""

    instrument: Instrument | None
    mistakes: tuple[Mistake, ...] = ()
    wrong: tuple[Path, ...] = ()


def shaped(source: Source) -> Shape:
    """The instrument of a source, or every place where its shape is wrong."""
    try:
        return Shape(Instrument.model_validate_json(json.dumps(source.value), strict=True))
    except ValidationError as error:
        details = _own(error.errors(include_url=False))
    return Shape(None, tuple(_mistake(one, source) for one in details), tuple(map(_path, details)))


def _own(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without the lists that seem too short only because a part of them is wrong."""
    places = [detail["loc"] for detail in details]
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(place[: len(detail["loc"])] == detail["loc"] != place for place in places)
    ]


def _mistake(detail: ErrorDetails, source: Source) -> Mistake:
    code, values = _MEANINGS.get(detail["type"], _invalid)(detail)
    return mistake(code, source.place(_path(detail)), **values)


def _path(detail: ErrorDetails) -> Path:
    return tuple(step for step in detail["loc"] if step != _KEY)


_Meaning = tuple[str, dict[str, object]]


def _unknown_key(detail: ErrorDetails) -> _Meaning:
    *parents, key = detail["loc"]
    keys = list(_model_at(tuple(parents)).model_fields)
    return "key-unknown", {"key": key, "near": nearest(str(key), keys)}


def _model_at(path: Path) -> type[BaseModel]:
    model: type[BaseModel] = Instrument
    for step in path:
        if isinstance(step, str):
            model = _models_in(model.model_fields[step].annotation)[0]
    return model


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


def _missing_key(detail: ErrorDetails) -> _Meaning:
    return "key-missing", {"key": detail["loc"][-1]}


def _not_one_of(detail: ErrorDetails) -> _Meaning:
    """The words that are known, without the checker's English between them; numbers come without quotes."""
    said = str(detail["ctx"]["expected"])
    words = _QUOTED.findall(said) or said.replace(" or ", ", ").split(", ")
    return "not-one-of", {"value": detail["input"], "expected": ", ".join(words)}


def _bad_code(detail: ErrorDetails) -> _Meaning:
    if detail["loc"][-1] == _KEY:
        return "bad-language", {"value": detail["input"]}
    if not detail["input"].strip():
        return "code-empty", {}
    return "bad-code", {"value": detail["input"], "pattern": detail["ctx"]["pattern"]}


def _too_few(detail: ErrorDetails) -> _Meaning:
    return "too-few", {"limit": detail["ctx"]["min_length"]}


def _out_of_range(detail: ErrorDetails) -> _Meaning:
    (bound, limit), *_ = detail["ctx"].items()
    return "out-of-range", {"value": detail["input"], "limit": f"{_BOUNDS[bound]} {limit}"}


def _invalid(detail: ErrorDetails) -> _Meaning:
    return "value-invalid", {"value": detail["input"]}


def _plainly(code: str) -> Callable[[ErrorDetails], _Meaning]:
    return lambda _detail: (code, {})


_BOUNDS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "min_length": "≥", "max_length": "≤"}
_MEANINGS: Mapping[str, Callable[[ErrorDetails], _Meaning]] = MappingProxyType(
    {
        "extra_forbidden": _unknown_key,
        "missing": _missing_key,
        "literal_error": _not_one_of,
        "string_pattern_mismatch": _bad_code,
        "too_short": _too_few,
        "string_too_short": _out_of_range,
        "string_too_long": _out_of_range,
        "greater_than": _out_of_range,
        "greater_than_equal": _out_of_range,
        "less_than": _out_of_range,
        "less_than_equal": _out_of_range,
        "string_type": _plainly("not-text"),
        "int_type": _plainly("not-number"),
        "int_from_float": _plainly("not-number"),
        "float_type": _plainly("not-number"),
        "bool_type": _plainly("not-boolean"),
        "tuple_type": _plainly("not-list"),
        "dict_type": _plainly("not-mapping"),
        "model_type": _plainly("not-mapping"),
    }
)

"""What is left of an instrument without the keys whose form is wrong, so that mistakes of content are told as well."""

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError

from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.source import Path, Source, written

_PARTS: Mapping[tuple[str, ...], int] = MappingProxyType(
    {("sections", "items"): 4, ("index", "indicators"): 3, ("index", "nodes"): 3}
)
"""Parts of a file that may lose a key without their neighbours changing meaning, and how long their paths are."""
_TEXT: Final = MappingProxyType({"vi": "-"})
_OF_THE_FILE: Mapping[str, object] = MappingProxyType(
    {
        "title": _TEXT,
        "short_title": _TEXT,
        "intro": _TEXT,
        "source": _TEXT,
        "version": "0",
        "wording": "adapted",
        "minutes": 1,
        "unit_of_analysis": "person",
    }
)
"""Keys at the head of a file, on whose value no other part depends, and what stands in for one that is wrong."""
_OF_A_PART: Mapping[str, object] = MappingProxyType({"kind": "note", "text": _TEXT, "label": _TEXT, "recode": "value"})
"""What stands in for a key that a part cannot be without: the part is not judged, but its neighbours are."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """The instrument without some keys; `places` and `codes` are of the parts that lost one, which nobody can judge."""

    instrument: Instrument
    places: tuple[str, ...]
    codes: tuple[str, ...]

    def surely(self, found: Sequence[Mistake]) -> Iterator[Mistake]:
        """The errors that lie in no part which lost a key and name none."""
        for one in found:
            is_inside = any(f"{one.path}.".startswith(f"{place}.") for place in self.places)
            is_about = any(f"“{code}”" in one.message["vi"] for code in self.codes)
            if one.severity == "error" and not is_inside and not is_about:
                yield one


def remainder_of(source: Source, wrong: Sequence[Path]) -> Remainder | None:
    """What can be read beside the paths that are wrong in form; None where these are not all inside single parts."""
    parts = tuple(dict.fromkeys(map(_part, wrong)))
    if () in parts:
        return None
    value = deepcopy(source.value)
    # From the end, because a list that loses an entry counts the later ones anew.
    for path in reversed(dict.fromkeys(wrong)):
        _take_out(value, path)
    for part in parts:
        _fill_in(value, part)
    try:
        instrument = Instrument.model_validate_json(json.dumps(value, default=dict), strict=True)
    except ValidationError:
        return None
    codes = tuple(str(_at(value, part).get("code")) for part in parts if len(part) > 1)
    return Remainder(instrument, tuple(map(written, parts)), (*codes, *_made_from(instrument, codes)))


def _made_from(instrument: Instrument, codes: Sequence[str]) -> Iterator[str]:
    """Codes of the indicators that count the answers of an item which lost a key."""
    for one in instrument.index.indicators if instrument.index else ():
        if one.made_from in codes or (one.base and one.base.item in codes):
            yield one.code


def _part(path: Path) -> Path:
    """The item, indicator, node or key of the head that a path leads into; empty where it is none, or a very code."""
    if path and path[0] in _OF_THE_FILE:
        return path[:1]
    names = tuple(step for step in path if isinstance(step, str))[:2]
    length = _PARTS.get(names, len(path))
    return path[:length] if len(path) > length and path[length] != "code" else ()


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401 - plain values of a file may be anything
    for step in path:
        value = value[step]
    return value


def _take_out(value: object, path: Path) -> None:
    """Removes what stands at a path; what is missing there is seen to when the rest is read."""
    try:
        del _at(value, path[:-1])[path[-1]]
    except (KeyError, IndexError, TypeError):
        return


def _fill_in(value: Any, part: Path) -> None:  # noqa: ANN401 - plain values of a file may be anything
    """Puts what stands in where a key is needed; the head of the file gets it under its own name."""
    if len(part) == 1:
        value[part[0]] = _OF_THE_FILE[str(part[0])]
        return
    needed = ("recode",) if part[1] == "indicators" else ("label",) if part[1] == "nodes" else ("kind", "text")
    for key in needed:
        _at(value, part).setdefault(key, _OF_A_PART[key])

"""Checks of conditions: known operators, whole arguments, and only items that were asked before."""

from collections.abc import Iterator, Mapping
from typing import Final

from instruments.checking.finding import Finding
from instruments.conditions import ARGUMENTS, ELEMENT, items_read
from instruments.mistakes import nearest
from instruments.model import Instrument
from instruments.source import Path

_DEEPEST: Final = 20
_LISTS: Final = ("some", "all")


def route_findings(instrument: Instrument) -> Iterator[Finding]:
    """What is wrong with the conditions of sections and items."""
    everything = [item.code for item in instrument.written()]
    before: list[str] = []
    for section_number, section in enumerate(instrument.sections):
        section_path: Path = ("sections", section_number)
        yield from _of_condition(section.when, before, everything, (*section_path, "when"))
        about = section.items[0].role if section.items else None
        yield from _across_loops(instrument, section.when, about, (*section_path, "when"))
        for number, item in enumerate(section.items):
            path: Path = (*section_path, "items", number, "when")
            yield from _of_condition(item.when, before, everything, path)
            yield from _across_loops(instrument, item.when, item.role, path)
            before.append(item.code)


def _across_loops(instrument: Instrument, when: object, role: str | None, path: Path) -> Iterator[Finding]:
    """What is asked once for each unit has no one answer outside the questions about that unit."""
    roles = {item.code: item.role for item in instrument.written()}
    for name in sorted(items_read(when)):
        owner = roles.get(name)
        if owner in instrument.looped and owner != role:
            yield Finding("route-loop", path, {"item": name})


def _of_condition(when: object, before: list[str], everything: list[str], path: Path) -> Iterator[Finding]:
    if when is None:
        return
    said = dict.fromkeys((code, str(value)) for code, value in _faults(when, _DEEPEST, in_list=False))
    for code, value in said:
        yield Finding(code, path, {"value": value, "known": ", ".join(ARGUMENTS)})
    for name in sorted(items_read(when)):
        if name not in everything:
            yield Finding("route-unknown", path, {"item": name, "near": nearest(name, everything) or "-"})
        elif name not in before:
            yield Finding("route-later", path, {"item": name})


def _faults(expression: object, levels: int, *, in_list: bool) -> Iterator[tuple[str, object]]:
    if levels == 0:
        yield "condition-deep", _DEEPEST
    elif isinstance(expression, list):
        for part in expression:
            yield from _faults(part, levels - 1, in_list=in_list)
    elif isinstance(expression, Mapping):
        yield from _operation_faults(expression, levels, in_list=in_list)


def _operation_faults(expression: Mapping[str, object], levels: int, *, in_list: bool) -> Iterator[tuple[str, object]]:
    operator = next(iter(expression), "")
    if len(expression) != 1 or operator not in ARGUMENTS:
        yield "condition-operator", ", ".join(expression) or "{}"
        return
    given = expression[operator]
    arguments = given if isinstance(given, list) else [given]
    fewest, most = ARGUMENTS[operator]
    if not fewest <= len(arguments) <= most:
        yield "condition-arguments", operator
    elif operator == "var":
        yield from _variable_faults(arguments[0], in_list=in_list)
    else:
        for number, part in enumerate(arguments):
            is_test = operator in _LISTS and number == 1
            yield from _faults(part, levels - 1, in_list=in_list or is_test)


def _variable_faults(name: object, *, in_list: bool) -> Iterator[tuple[str, object]]:
    if not isinstance(name, str) or (name == ELEMENT) != in_list:
        yield "condition-variable", name

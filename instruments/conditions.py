"""Conditions: strict JSON Logic that decides the route, the same on the server and in the browser.

Comparisons coerce nothing and are false where a value is absent; a reason not to answer counts as absent. Only the
boolean true is true. The vectors in `vectors/conditions.json` bind Python and the browser to the same results.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from instruments.model import Instrument, Item, Section

Condition = Mapping[str, object]
Answers = Mapping[str, object]
Route = tuple[tuple[Section, tuple[Item, ...]], ...]
ELEMENT: Final = ""
"""The name under which `some` and `all` hand each code of a list to their test."""
_ABSENT: Final = object()


def holds(condition: Condition, answers: Answers) -> bool:
    """Whether a condition is true of answers (item code → value); ValueError for an unknown operator."""
    return _value(condition, answers) is True


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a route is for: the form of a split ballot (none: nothing is left out for its form), and the unit's loop."""

    form: str | None = None
    loop: str | None = None
    """Role of the looped unit whose answers stand beside those of the response; none: the response itself."""
    every_loop: bool = False
    """Goes through the items of every looped role as well, once each, as an outline of the whole form does."""


EVERYTHING: Final = Asked()


def route(instrument: Instrument, answers: Answers, asked: Asked = EVERYTHING) -> Route:
    """Sections shown and the items asked in each; an answer off the route does not count for later conditions.

    Items of a looped role are asked in the route of each of its units only: there `answers` holds the answers of the
    response and of that unit, and the route goes through both.
    """
    return tuple(_shown(instrument, answers, asked))


def items_read(expression: object) -> frozenset[str]:
    """Codes of all items that a condition reads; `None` is no condition."""
    if isinstance(expression, list):
        return frozenset().union(*map(items_read, expression))
    if not isinstance(expression, Mapping):
        return frozenset()
    given = expression.get("var")
    name = given[0] if isinstance(given, list) and given else given
    own = {name} if isinstance(name, str) and name != ELEMENT else set()
    return frozenset(own).union(*map(items_read, expression.values()))


def on_route(instrument: Instrument, answers: Answers, asked: Asked = EVERYTHING) -> frozenset[str]:
    """Codes of the items asked; in the route of a looped unit those about it."""
    items = (item for _section, items in route(instrument, answers, asked) for item in items)
    return frozenset(item.code for item in items if asked.loop is None or item.role == asked.loop)


def _shown(instrument: Instrument, answers: Answers, asked: Asked) -> Iterator[tuple[Section, tuple[Item, ...]]]:
    known: dict[str, object] = {}
    elsewhere = frozenset() if asked.every_loop else instrument.looped - {asked.loop}
    for section in instrument.sections:
        if _is_open(section.when, known):
            items = (
                item
                for item in instrument.items_in(section)
                if item.role not in elsewhere and is_on_form(item, asked.form)
            )
            yield section, tuple(_asked_of(items, answers, known))


def is_on_form(item: Item, form: str | None) -> bool:
    """Whether a form of a split ballot asks an item; without a form everything counts as asked."""
    return form is None or not item.forms or form in item.forms


def _asked_of(items: Iterable[Item], answers: Answers, known: dict[str, object]) -> Iterator[Item]:
    for item in items:
        if _is_open(item.when, known):
            known[item.code] = answers.get(item.code)
            yield item


def _is_open(when: Condition | None, asked: Answers) -> bool:
    return when is None or holds(when, asked)


def _value(expression: object, answers: Answers) -> object:
    if isinstance(expression, list):
        return [_value(part, answers) for part in expression]
    if not isinstance(expression, Mapping):
        return _ABSENT if expression is None else expression
    ((operator, given),) = expression.items()
    if operator not in OPERATORS:
        raise ValueError(f"unknown operator {operator!r} in a condition")
    arguments = given if isinstance(given, list) else [given]
    return OPERATORS[operator](arguments, answers)


def _variable(arguments: list[object], answers: Answers) -> object:
    value = answers.get(str(arguments[0]))
    return _ABSENT if value is None or isinstance(value, Mapping) else value


def _comparison(holds_for: Callable[[object, object], bool]) -> Callable[[list[object], Answers], bool]:
    def compare(arguments: list[object], answers: Answers) -> bool:
        left, right = (_value(argument, answers) for argument in arguments)
        return left is not _ABSENT and right is not _ABSENT and holds_for(left, right)

    return compare


def _same(left: object, right: object) -> bool:
    return _kind(left) == _kind(right) != "list" and left == right


def _ordered(holds_for: Callable[[float, float], bool]) -> Callable[[list[object], Answers], bool]:
    def both_numbers(left: object, right: object) -> bool:
        return (
            isinstance(left, int | float)
            and isinstance(right, int | float)
            and _kind(left) == _kind(right) == "number"
            and holds_for(left, right)
        )

    return _comparison(both_numbers)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return "text" if isinstance(value, str) else "list"


def _within(needle: object, haystack: object) -> bool:
    return isinstance(haystack, list) and any(_same(needle, straw) for straw in haystack)


def _each(arguments: list[object], answers: Answers) -> list[bool]:
    listed, test = _value(arguments[0], answers), arguments[1]
    if not isinstance(listed, list):
        return []
    return [_value(test, {ELEMENT: element}) is True for element in listed]


def _all(arguments: list[object], answers: Answers) -> bool:
    each = _each(arguments, answers)
    return bool(each) and all(each)


OPERATORS: Final[Mapping[str, Callable[[list[object], Answers], object]]] = MappingProxyType(
    {
        "var": _variable,
        "==": _comparison(_same),
        "!=": _comparison(lambda left, right: not _same(left, right)),
        "<": _ordered(lambda left, right: left < right),
        "<=": _ordered(lambda left, right: left <= right),
        ">": _ordered(lambda left, right: left > right),
        ">=": _ordered(lambda left, right: left >= right),
        "in": _comparison(_within),
        "and": lambda arguments, answers: all(_value(part, answers) is True for part in arguments),
        "or": lambda arguments, answers: any(_value(part, answers) is True for part in arguments),
        "!": lambda arguments, answers: _value(arguments[0], answers) is not True,
        "some": lambda arguments, answers: any(_each(arguments, answers)),
        "all": _all,
    }
)
ARGUMENTS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    dict.fromkeys(OPERATORS, (2, 2)) | {"var": (1, 1), "!": (1, 1), "and": (1, 20), "or": (1, 20)}
)
"""Fewest and most arguments of each operator."""

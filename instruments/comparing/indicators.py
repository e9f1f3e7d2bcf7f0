"""What changed in how figures are made of answers or of records: indicators, and the scales they are published on."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, get_args

from instruments.comparing.change import Change
from instruments.comparing.rules import named, ruled, told
from instruments.index import Index, NodeKind
from instruments.indicator import Indicator


def _extremes(one: Indicator) -> object:
    """Whose figures give the goalposts; the order of earlier waves says nothing."""
    if one.goalposts_from is None or one.is_relative:
        return one.goalposts_from.current_wave if one.goalposts_from else None
    return (one.goalposts_from.over or "block", *sorted(one.earlier_waves))


_RULES: Final[Mapping[str, Callable[[Indicator], object]]] = MappingProxyType(
    {
        "indicator-item": lambda one: one.made_from if one.is_soft else None,
        "indicator-source": lambda one: one.source,
        "indicator-recode": lambda one: one.recode,
        "indicator-codes": lambda one: tuple(sorted(one.codes)),
        "indicator-cap": lambda one: one.cap,
        "indicator-points": lambda one: tuple(f"{code}: {points:g}" for code, points in sorted(one.points.items())),
        "indicator-direction": lambda one: one.direction,
        "indicator-goalposts": lambda one: one.bounds,
        "indicator-extremes": _extremes,
        "indicator-base": lambda one: (one.base.item, *sorted(one.base.codes)) if one.base else None,
        "indicator-columns": lambda one: (one.template, one.numerator, one.denominator) if one.template else None,
        "indicator-label": lambda one: named(one.label),
        "indicator-published": lambda one: one.is_published,
    }
)
_SCALED: Final = ("indicator", *get_args(NodeKind))


def indicator_changes(before: Index, after: Index) -> Iterator[Change]:
    """Every change of an indicator, in the order of the newer index, then of the scale of a kind of figure."""
    old = {one.code: one for one in before.indicators}
    new = {one.code: one for one in after.indicators}
    for code, one in new.items():
        if code in old:
            yield from ruled(_RULES, code, old[code], one)
        else:
            yield Change("indicator-added", code)
    yield from (Change("indicator-removed", code) for code in old if code not in new)
    for kind in _SCALED:
        was, now = before.scale_of(kind), after.scale_of(kind)
        if was != now:
            yield Change("kind-scale", kind, told(was), told(now))


def relative_grounds(before: Index, after: Index) -> Iterator[Change]:
    """Indicators with goalposts of the wave in both: the worst and best unit differ, though the file says the same."""
    known = {one.code for one in before.indicators if one.is_relative}
    for one in after.indicators:
        if one.is_relative and one.code in known:
            yield Change("indicator-relative", one.code)

"""Checks of indicators: each counted code has one, made from what exists, by a recode that fits, between goalposts."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from instruments.checking.finding import Finding
from instruments.index import Index
from instruments.indicator import BY_INDICATOR, TEMPLATE_COLUMNS, Indicator
from instruments.mistakes import nearest
from instruments.model import Instrument, Item
from instruments.source import Path

_LEAST_APART: Final = 1e-6
"""Goalposts nearer to each other than this are one."""
_LISTED: Final = frozenset({"pct_top2", "pct_bottom2", "pct_codes", "points"})
_KINDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    dict.fromkeys(_LISTED, frozenset({"single"}))
    | {
        "mean": frozenset({"single", "number", "rating"}),
        "winsorised_mean": frozenset({"number", "rating"}),
        "grouped_median": frozenset({"number", "rating"}),
        "nps": frozenset({"rating"}),
    }
)
"""Kinds of items that a recode can be made from."""
_NEEDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "pct_codes": ("codes",),
        "mean": ("goalposts",),
        "winsorised_mean": ("cap", "goalposts"),
        "grouped_median": ("goalposts",),
        "points": ("points",),
        "value": ("goalposts", "label", "template"),
    }
)
"""Keys without which a recode says nothing."""


def indicator_findings(instrument: Instrument) -> Iterator[Finding]:
    """What is wrong with the indicators of an index, and with codes that need one."""
    index = instrument.index
    if index is None:
        return
    yield from _unmade(index)
    yield from _kinds_of_goalposts(index)
    items = {item.code: item for item in instrument.items()}
    for number, one in enumerate(index.indicators):
        path: Path = ("index", "indicators", number)
        yield from _needs(one, path)
        yield from _goalposts(one, path)
        yield from _window(one, path)
        yield from _base(instrument, one, items, path)
        yield from _soft(instrument, one, items, path) if one.is_soft else _hard(one, path)


def _unmade(index: Index) -> Iterator[Finding]:
    counted = [*(code for node in index.nodes for code in node.items), *index.bonus, *index.penalty]
    made = {one.code for one in index.indicators}
    for number, one in enumerate(index.indicators):
        if one.code not in counted:
            yield Finding("indicator-unused", ("index", "indicators", number), {"code": one.code})
    if "indicators" in (index.official, *index.beside):
        for code in dict.fromkeys(counted):
            if code not in made:
                yield Finding("indicator-missing", ("index", "indicators"), {"code": code})


def _kinds_of_goalposts(index: Index) -> Iterator[Finding]:
    """Soft and hard indicators of one node have goalposts of one kind; points out of a fixed maximum take none."""
    for number, node in enumerate(index.nodes):
        made = [one for code in node.items if (one := index.indicator(code))]
        kinds = {(one.is_soft, _kind(one)) for one in made}
        if {soft for soft, _kind in kinds} == {True, False} and len({kind for _soft, kind in kinds}) > 1:
            yield Finding("goalposts-mixed", ("index", "nodes", number, "items"), {"code": node.code})
    for number, one in enumerate(index.indicators):
        is_points = one.template == "tieu_chi" or one.code in (*index.bonus, *index.penalty)
        if one.goalposts_from is not None and is_points:
            yield Finding("goalposts-beyond", ("index", "indicators", number, "goalposts_from"), {"code": one.code})


def _kind(one: Indicator) -> str:
    """Where its goalposts come from: the file, the wave itself, or earlier waves."""
    if one.goalposts_from is None:
        return "file"
    return "current_wave" if one.is_relative else "waves"


def _window(one: Indicator, path: Path) -> Iterator[Finding]:
    """One source of goalposts, and each earlier wave once."""
    source = one.goalposts_from
    if source is None:
        return
    path = (*path, "goalposts_from")
    if one.is_relative == bool(source.waves):
        yield Finding("goalposts-source", path, {"code": one.code})
    elif one.is_relative and source.over is not None:
        yield Finding("goalposts-over", (*path, "over"), {"code": one.code})
    for place, wave in enumerate(source.waves):
        if wave in source.waves[:place]:
            yield Finding("goalposts-wave-twice", (*path, "waves", place), {"code": one.code, "wave": wave})


def _needs(one: Indicator, path: Path) -> Iterator[Finding]:
    for key in _NEEDS.get(one.recode, ()):
        given = one.goalposts_from if key == "goalposts" and one.goalposts_from else getattr(one, key)
        if not given and given != 0:
            yield Finding("indicator-needs", path, {"code": one.code, "recode": one.recode, "key": key})


def _goalposts(one: Indicator, path: Path) -> Iterator[Finding]:
    if one.goalposts is not None and one.goalposts_from is not None:
        yield Finding("goalposts-twice", (*path, "goalposts_from"), {"code": one.code})
    low, high = one.bounds
    if low >= high or high - low < _LEAST_APART:
        yield Finding("goalposts-crossed", (*path, "goalposts"), {"code": one.code, "low": low, "high": high})
    elif (
        one.goalposts is None
        and one.goalposts_from is None
        and any(not low <= points <= high for points in one.points.values())
    ):
        yield Finding("points-outside", (*path, "points"), {"code": one.code})


def _base(instrument: Instrument, one: Indicator, items: Mapping[str, Item], path: Path) -> Iterator[Finding]:
    if one.base is None:
        return
    item = items.get(one.base.item)
    if item is None or item.kind != "single":
        values = {"code": one.base.item, "near": nearest(one.base.item, list(items)) or "-"}
        yield Finding("base-unknown", (*path, "base", "item"), values)
        return
    for code in sorted(set(one.base.codes) - _offered(instrument, item, one.base.codes)):
        yield Finding("indicator-code", (*path, "base", "codes"), {"code": one.code, "value": code, "item": item.code})


def _offered(instrument: Instrument, item: Item, otherwise: Iterable[int]) -> set[int]:
    """The answers of an item; `otherwise` where its scale is unknown, which is a mistake of its own."""
    if item.scale and item.scale not in {scale.code for scale in instrument.scales}:
        return set(otherwise)
    return {option.code for option in instrument.options_of(item)}


def _soft(instrument: Instrument, one: Indicator, items: Mapping[str, Item], path: Path) -> Iterator[Finding]:
    item = items.get(one.made_from)
    if item is None:
        values = {"code": one.made_from, "near": nearest(one.made_from, list(items)) or "-"}
        yield Finding("indicator-item", (*path, "item"), values)
    elif item.kind not in _KINDS.get(one.recode, frozenset()):
        yield Finding("indicator-kind", path, {"code": one.code, "recode": one.recode, "kind": item.kind})
    elif one.recode == "mean" and item.kind == "number" and None in {item.minimum, item.maximum}:
        yield Finding("mean-unbounded", path, {"code": one.code, "item": item.code})
    elif one.recode in _LISTED:
        named = {*one.codes, *one.points}
        for code in sorted(named - _offered(instrument, item, named)):
            yield Finding("indicator-code", path, {"code": one.code, "value": code, "item": item.code})


def _hard(one: Indicator, path: Path) -> Iterator[Finding]:
    if one.recode != "value" or one.item:
        yield Finding("indicator-hard", path, {"code": one.code, "source": one.source})
    if one.template is None:
        return
    if one.template == "tieu_chi" and one.source != "appraised":
        yield Finding("indicator-appraised", (*path, "source"), {"code": one.code})
    if one.template not in BY_INDICATOR and one.numerator is None:
        yield Finding("indicator-needs", path, {"code": one.code, "recode": one.recode, "key": "numerator"})
    for key in ("numerator", "denominator"):
        column = getattr(one, key)
        if column is not None and column not in TEMPLATE_COLUMNS[one.template]:
            values = {"column": column, "template": one.template, "known": ", ".join(TEMPLATE_COLUMNS[one.template])}
            yield Finding("template-column", (*path, key), values)

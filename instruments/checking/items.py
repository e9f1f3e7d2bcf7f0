"""Checks of items and roles: every scale and role known, answers and bounds that fit the kind of item."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from instruments.checking.codes import item_paths
from instruments.checking.finding import Finding
from instruments.mistakes import nearest
from instruments.model import Instrument, Item
from instruments.source import Path
from instruments.units import register_blocks

_MOST_BUTTONS = 20
"""Steps from the lowest to the highest button of a rating."""


def item_findings(instrument: Instrument) -> Iterator[Finding]:
    """What is wrong with items, and with the roles and units they speak of."""
    scales = [scale.code for scale in instrument.scales]
    roles = [role.code for role in instrument.roles]
    for (path, _code), item in zip(item_paths(instrument), instrument.written(), strict=True):
        yield from _unknown(item.scale, scales, "scale-unknown", (*path, "scale"))
        yield from _unknown(item.role, roles, "role-unknown", (*path, "role"))
        yield from _ANSWERS[item.kind](item, path)
        yield from _bounds(item, path)
        if item.blocks and item.kind != "unit":
            yield Finding("blocks-unused", (*path, "blocks"), {"code": item.code, "kind": item.kind})
        for place, form in enumerate(item.forms):
            yield from _unknown(form, list(instrument.forms), "form-unknown", (*path, "forms", place))
        if item.sensitive and item.required:
            yield Finding("sensitive-required", (*path, "required"), {"code": item.code})
    if len(instrument.forms) == 1:
        yield Finding("forms-few", ("forms",), {"code": instrument.forms[0]})
    yield from _scales(instrument)
    yield from _loops(instrument)
    yield from _asked_roles(instrument, roles)
    yield from _role_blocks(instrument)


def _unknown(code: str | None, known: list[str], mistake: str, path: Path) -> Iterator[Finding]:
    if code is not None and code not in known:
        yield Finding(mistake, path, {"code": code, "near": nearest(code, known) or "-"})


def _single(item: Item, path: Path) -> Iterator[Finding]:
    if bool(item.scale) == bool(item.options):
        yield Finding("answers-one-list", path, {"code": item.code})


def _multiple(item: Item, path: Path) -> Iterator[Finding]:
    if item.scale or not item.options:
        yield Finding("answers-options", path, {"code": item.code})


def _open(item: Item, path: Path) -> Iterator[Finding]:
    if item.scale or item.options:
        yield Finding("answers-none", path, {"code": item.code, "kind": item.kind})


def _unit(item: Item, path: Path) -> Iterator[Finding]:
    """Chosen from the register, so that a unit can be named which nobody rates in the wave."""
    yield from _open(item, path)
    if item.role:
        yield Finding("unit-rates", (*path, "role"), {"code": item.code})
    if not item.blocks:
        yield Finding("unit-blocks", path, {"code": item.code})
    known = list(register_blocks())
    for place, block in enumerate(item.blocks):
        if block not in known:
            yield Finding(
                "unit-block-unknown", (*path, "blocks", place), {"code": block, "near": nearest(block, known)}
            )


def _note(item: Item, path: Path) -> Iterator[Finding]:
    yield from _open(item, path)
    if item.required or item.none or item.role:
        yield Finding("note-answers", path, {"code": item.code})


_ANSWERS: Mapping[str, Callable[[Item, Path], Iterator[Finding]]] = MappingProxyType(
    {
        "single": _single,
        "multiple": _multiple,
        "number": _open,
        "text": _open,
        "rating": _open,
        "date": _open,
        "unit": _unit,
        "note": _note,
    }
)


def _bounds(item: Item, path: Path) -> Iterator[Finding]:
    bounds = [bound for bound in (item.minimum, item.maximum) if bound is not None]
    if item.kind == "rating":
        if len(bounds) < 2 or not all(float(bound).is_integer() for bound in bounds):  # noqa: PLR2004 - both ends
            yield Finding("bounds-needed", path, {"code": item.code})
        elif bounds[-1] - bounds[0] > _MOST_BUTTONS:
            yield Finding("bounds-wide", (*path, "maximum"), {"code": item.code, "most": _MOST_BUTTONS})
    elif item.low or item.high:
        yield Finding("ends-unused", path, {"code": item.code, "kind": item.kind})
    if bounds and item.kind not in {"number", "rating"}:
        yield Finding("bounds-unused", path, {"code": item.code, "kind": item.kind})
    elif bounds != sorted(bounds):
        yield Finding("bounds-crossed", (*path, "maximum"), {"code": item.code})


def _scales(instrument: Instrument) -> Iterator[Finding]:
    used = {item.scale for item in instrument.items()}
    for number, scale in enumerate(instrument.scales):
        codes = [option.code for option in scale.options]
        if scale.favourable_from is not None and scale.favourable_from not in codes:
            path = ("scales", number, "favourable_from")
            yield Finding("favourable-unknown", path, {"code": scale.favourable_from, "scale": scale.code})
        if scale.code not in used:
            yield Finding("scale-unused", ("scales", number), {"code": scale.code})


def _loops(instrument: Instrument) -> Iterator[Finding]:
    """A section is asked once for the response or once for each unit of one looped role."""
    asked: set[str] = set()
    for number, section in enumerate(instrument.sections):
        rated = {item.role for item in section.items}
        looped = sorted(role for role in rated if role in instrument.looped and role)
        if looped and (len(rated) > 1 or section.roles):
            yield Finding("loop-mixed", ("sections", number), {"code": section.code, "role": looped[0]})
        for role in looped:
            if role not in asked:
                yield Finding("loop-early", ("sections", number), {"code": section.code, "role": role})
        asked |= set(section.roles)


def _asked_roles(instrument: Instrument, roles: list[str]) -> Iterator[Finding]:
    asked: list[str] = []
    for number, section in enumerate(instrument.sections):
        for place, role in enumerate(section.roles):
            path = ("sections", number, "roles", place)
            yield from _unknown(role, roles, "role-unknown", path)
            if role in asked:
                yield Finding("role-asked-twice", path, {"code": role})
            asked.append(role)
    for number, code in enumerate(roles):
        if code not in asked:
            yield Finding("role-not-asked", ("roles", number), {"code": code})


def _role_blocks(instrument: Instrument) -> Iterator[Finding]:
    if instrument.index is None:
        return
    blocks = [block.code for block in instrument.index.blocks]
    for number, role in enumerate(instrument.roles):
        for place, block in enumerate(role.blocks):
            yield from _unknown(block, blocks, "block-unknown", ("roles", number, "blocks", place))

"""Checks of short lists of codes: each code once, and points beyond the maximum either added or taken."""

from collections.abc import Iterator, Sequence

from instruments.checking.codes import item_paths
from instruments.checking.finding import Finding
from instruments.index import Index
from instruments.model import Instrument
from instruments.source import Path


def repeat_findings(instrument: Instrument) -> Iterator[Finding]:
    """What stands twice in one list, where it would count once, or where nobody could say how often it counts."""
    for path, listed in _lists(instrument):
        for place, code in enumerate(listed):
            if code in listed[:place]:
                yield Finding("listed-twice", (*path, place), {"code": code, "key": path[-1]})
    if instrument.index is not None:
        for place, code in enumerate(instrument.index.penalty):
            if code in instrument.index.bonus:
                yield Finding("bonus-penalty", ("index", "penalty", place), {"code": code})


def _lists(instrument: Instrument) -> Iterator[tuple[Path, Sequence[str | int]]]:
    yield ("languages",), instrument.languages
    yield ("forms",), instrument.forms
    for number, role in enumerate(instrument.roles):
        yield ("roles", number, "blocks"), role.blocks
    for (path, _code), item in zip(item_paths(instrument), instrument.written(), strict=True):
        yield (*path, "none"), item.none
        yield (*path, "forms"), item.forms
        yield (*path, "blocks"), item.blocks
    if instrument.index is not None:
        yield from _of_index(instrument.index)


def _of_index(index: Index) -> Iterator[tuple[Path, Sequence[str | int]]]:
    """An item or a node that stands twice in the tree is a mistake of its own, but for the items of a module."""
    yield ("index", "access"), index.access
    yield ("index", "bonus"), index.bonus
    yield ("index", "penalty"), index.penalty
    for number, node in enumerate(index.nodes):
        yield ("index", "nodes", number, "items"), node.items if node.kind == "module" else ()
        yield ("index", "nodes", number, "blocks"), node.blocks
    for number, block in enumerate(index.blocks):
        yield ("index", "blocks", number, "roles"), block.roles
    for number, one in enumerate(index.indicators):
        yield ("index", "indicators", number, "codes"), one.codes
        yield ("index", "indicators", number, "base", "codes"), one.base.codes if one.base else ()
    for number, target in enumerate(index.targets):
        yield ("index", "targets", number, "blocks"), target.blocks

"""Checks of codes: each once in its list, none that a column of the data already has."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from instruments.checking.finding import Finding
from instruments.model import Instrument
from instruments.source import Path

RESERVED: Final = frozenset(
    {
        "access",
        "base_weight",
        "burst",
        "cell",
        "chosen_prob",
        "collector",
        "day",
        "day_to",
        "excluded",
        "form",
        "id",
        "instrument",
        "item_order",
        "language",
        "mode",
        "n_eligible_units",
        "n_rated",
        "own_choice",
        "psu",
        "reason",
        "response",
        "roles",
        "seconds",
        "ssu",
        "stratum",
        "unit",
        "usable",
        "weight",
    }
)
"""Columns of the tables in which items are columns too."""


class _Coded(Protocol):
    @property
    def code(self) -> str | int: ...


def code_findings(instrument: Instrument) -> Iterator[Finding]:
    """Codes that stand twice, are reserved, or mean two things in one table."""
    for paths, coded in _lists(instrument):
        yield from _twice(coded, paths)
    taken = _taken(instrument)
    for path, item in item_paths(instrument):
        if item in RESERVED:
            yield Finding("code-reserved", (*path, "code"), {"code": item})
        elif item in taken:
            yield Finding("code-shared", (*path, "code"), {"code": item})


def item_paths(instrument: Instrument) -> Iterator[tuple[Path, str]]:
    """Where each item stands, with its code."""
    for section_number, section in enumerate(instrument.sections):
        for number, item in enumerate(section.items):
            yield ("sections", section_number, "items", number), item.code


def _taken(instrument: Instrument) -> frozenset[str]:
    roles = {role.code for role in instrument.roles}
    nodes = {node.code for node in instrument.index.nodes} if instrument.index else set()
    return frozenset(roles | nodes)


def _lists(instrument: Instrument) -> Iterator[tuple[list[Path], Sequence[_Coded]]]:
    items = [path for path, _code in item_paths(instrument)]
    yield items, instrument.written()
    yield from _options(instrument, items)
    for path, coded in _plain_lists(instrument):
        yield [(*path, number) for number in range(len(coded))], coded


def _plain_lists(instrument: Instrument) -> Iterator[tuple[Path, Sequence[_Coded]]]:
    yield ("roles",), instrument.roles
    yield ("sections",), instrument.sections
    yield ("scales",), instrument.scales
    index = instrument.index
    if index:
        yield ("index", "nodes"), index.nodes
        yield ("index", "indicators"), index.indicators
        yield ("index", "blocks"), index.blocks
        yield ("index", "tiers"), index.tiers


def _options(instrument: Instrument, items: list[Path]) -> Iterator[tuple[list[Path], Sequence[_Coded]]]:
    scales: list[Path] = [("scales", number) for number in range(len(instrument.scales))]
    options = [one.options for one in instrument.written()] + [one.options for one in instrument.scales]
    for path, coded in zip((*items, *scales), options, strict=True):
        yield [(*path, "options", number) for number in range(len(coded))], coded


def _twice(coded: Sequence[_Coded], paths: list[Path]) -> Iterator[Finding]:
    seen: set[str | int] = set()
    for path, one in zip(paths, coded, strict=True):
        if one.code in seen:
            yield Finding("code-twice", (*path, "code"), {"code": one.code})
        seen.add(one.code)

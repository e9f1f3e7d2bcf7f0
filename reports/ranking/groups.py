"""Groups the components of a block into tables as wide as a page: those of one content, and no more than fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reports.facts import Facts
from reports.parts import EMPTY, Cell, items_of, node_cell
from reports.tables import BlockTable
from reports.wording import label, text

MOST_SIDE_BY_SIDE = 6
"""Wider tables would print one interval over the next."""


@dataclass(frozen=True, slots=True)
class Group:
    """Components side by side, led by what they are part of: their content, else the whole index."""

    node: str
    label: str
    items: int
    places: tuple[int, ...]


def groups_of(facts: Facts, table: BlockTable) -> tuple[Group, ...]:
    """The groups of a block in the instrument's order; one of which nothing applies to the block is left out."""
    return tuple(
        _group(facts, table, node, part)
        for node, places in _by_content(facts, table)
        if any(table.components[place].applicable for place in places)
        for part in _parts(places)
    )


def left_out(facts: Facts, table: BlockTable) -> tuple[str, ...]:
    """The contents of which nothing applies to the block."""
    labels = {node.code: label(node.label, table.language) for node in facts.index.nodes}
    return tuple(
        labels[node]
        for node, places in _by_content(facts, table)
        if not any(table.components[place].applicable for place in places)
    )


def lead_cell(facts: Facts, table: BlockTable, node: str, unit: str) -> Cell:
    """The figure that leads a group in the line of a unit; unit "" is the block itself, where it has a mean."""
    has_figure = bool(unit) or table.mean is not None
    return (node_cell(facts, table.block, unit, node) if has_figure else None) or EMPTY


def _by_content(facts: Facts, table: BlockTable) -> Iterator[tuple[str, tuple[int, ...]]]:
    content = {code: node.code for node in facts.index.nodes if node.kind == "content" for code in node.nodes}
    whole = facts.index.code
    for node, places in groupby(
        range(len(table.components)), lambda place: content.get(table.components[place].node, whole)
    ):
        yield node, tuple(places)


def _parts(places: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Parts of nearly the same length, none longer than fits."""
    many = -(-len(places) // MOST_SIDE_BY_SIDE)
    length = -(-len(places) // many)
    for start in range(0, len(places), length):
        yield places[start : start + length]


def _group(facts: Facts, table: BlockTable, node: str, places: tuple[int, ...]) -> Group:
    labels = {one.code: label(one.label, table.language) for one in facts.index.nodes}
    name = text("column_index", table.language) if node == facts.index.code else labels[node]
    return Group(node, name, len(items_of(facts, facts.index.block(table.block), node)), places)

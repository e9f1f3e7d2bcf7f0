"""The weights of all items in all nodes of all units as one array, and which figures a unit therefore has."""

from dataclasses import dataclass

import numpy as np

from instruments.index import Index
from scoring.arrays import Flags, Numbers, Words
from scoring.index.aggregation import Part, parts_of


@dataclass(frozen=True)
class Loads:
    """U units × Q nodes (the J counted items first, then the nodes of the index) × J items."""

    nodes: tuple[str, ...]
    weight: Numbers
    """U × Q × J; an item has itself alone, a node the weights of its measured items, a missing node none."""
    present: Numbers
    """U × Q: the share of the node's weight that was measured."""
    exists: Flags
    """U × Q: the node applies to the unit's block; other nodes have no row at all."""

    @property
    def counted(self) -> Flags:
        """U × Q × J: the item enters the node."""
        return np.not_equal(self.weight, 0.0)


@dataclass(frozen=True)
class Seen:
    """What each unit was asked and answered."""

    applicable: Flags
    """U × J: the item applies to the unit's block."""
    measured: Flags
    """U × J: there are answers enough."""
    silent: Flags
    """U × N nodes of the index: too few hold an opinion."""


def loads_of(index: Index, items: tuple[str, ...], seen: Seen, blocks: Words) -> Loads:
    """Loads of every unit, each with its block; units of a block with the same items share the work."""
    codes = tuple(node.code for node in index.nodes)
    nodes = items + codes
    shape = (len(blocks), len(nodes))
    loads = Loads(nodes, np.zeros((*shape, len(items))), np.zeros(shape), np.zeros(shape, dtype=bool))
    known: dict[tuple[str, bytes, bytes, bytes], dict[str, Part]] = {}
    rows = zip(seen.applicable, seen.measured, seen.silent, blocks, strict=True)
    for unit, (own, measured, silent, block) in enumerate(rows):
        key = (str(block), own.tobytes(), measured.tobytes(), silent.tobytes())
        if key not in known:
            given = _codes(items, own), _codes(items, own & measured)
            known[key] = parts_of(index, *given, str(block), _codes(codes, silent))
        _fill(loads, unit, own, measured, known[key])
    return loads


def _codes(items: tuple[str, ...], chosen: Flags) -> frozenset[str]:
    return frozenset(item for item, is_in in zip(items, chosen, strict=True) if is_in)


def _fill(loads: Loads, unit: int, own: Flags, seen: Flags, parts: dict[str, Part]) -> None:
    many = len(own)
    loads.exists[unit, :many] = own
    loads.present[unit, :many] = own & seen
    loads.weight[unit, range(many), range(many)] = own
    for code, part in parts.items():
        node = loads.nodes.index(code, many)
        loads.exists[unit, node] = True
        loads.present[unit, node] = part.present
        for item, weight in part.weights.items():
            loads.weight[unit, node, loads.nodes.index(item)] = weight

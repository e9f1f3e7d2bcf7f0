"""Where figures are no weighted means of items: geometric means, and figures that count no lower than a floor."""

from dataclasses import dataclass

import numpy as np

from instruments.index import Index
from scoring.arrays import Numbers
from scoring.index.geometric import Geometric, geometric_nodes


@dataclass(frozen=True)
class Floor:
    """One node with a floor: its place among Q nodes, the floor as a share of its scale, the places of those above."""

    place: int
    share: float
    above: tuple[int, ...]


@dataclass(frozen=True)
class Bends:
    """The nodes of an index that do not follow its items in a straight line."""

    geometric: tuple[Geometric, ...] = ()
    floors: tuple[Floor, ...] = ()
    """Those below others first."""

    def least(self, nodes: int) -> Numbers:
        """Q: the floor of each node as a share; without end below where it has none."""
        least = np.full(nodes, -np.inf)
        least[[floor.place for floor in self.floors]] = [floor.share for floor in self.floors]
        return least


def bends_of(index: Index, nodes: tuple[str, ...]) -> Bends:
    """The bends of an index whose counted codes and nodes stand in this order."""
    found = sorted(
        (node for node in index.nodes if node.floor is not None), key=lambda n: len(index.nodes_below(n.code))
    )
    below = {node.code: index.nodes_below(node.code) - {node.code} for node in index.nodes}
    floors = (
        Floor(
            place=nodes.index(node.code),
            share=floor_share(index, node.code),
            above=tuple(nodes.index(one) for one, parts in below.items() if node.code in parts),
        )
        for node in found
    )
    return Bends(geometric_nodes(index, nodes), tuple(floors))


def floor_share(index: Index, code: str) -> float:
    """The floor of a node as a share of the way up its scale; without end below where it has none."""
    low, high = index.range_of(code)
    floor = index.node(code).floor
    return -np.inf if floor is None else (floor - low) / (high - low)


def entered(bends: Bends, weight: Numbers, estimate: Numbers) -> Numbers:
    """… × Q: every figure with `max(θ, floor)` in the place of each θ below it; its own floor is not yet put.

    `weight`: … × Q × J. A node that counts θ with the weight c has `c (floor − θ)` more where θ lies lower.
    """
    result = np.array(estimate)
    for floor in bends.floors:
        less = np.nan_to_num(np.maximum(floor.share - result[..., floor.place], 0.0))
        for above in floor.above:
            result[..., above] += less * _counted(weight, floor.place, above)
    return np.round(result, 14)


def _counted(weight: Numbers, below: int, above: int) -> Numbers:
    """How much a node counts in one above it: the ratio of the weights of any item that it has for itself."""
    inner, outer = weight[..., below, :], weight[..., above, :]
    ratio = np.divide(outer, inner, out=np.full_like(outer, np.inf), where=inner != 0)
    least = ratio.min(axis=-1)
    return np.where(np.isfinite(least), least, 0.0)

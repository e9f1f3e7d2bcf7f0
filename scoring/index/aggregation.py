"""How much each item counts in each node of an index, when some items are not applicable or not measured."""

from dataclasses import dataclass

from instruments.index import Index, Node

Codes = frozenset[str]
Weights = dict[str, float]


@dataclass(frozen=True)
class Part:
    """A node in one unit: the weight of each measured item, and how much of the node's weight was measured."""

    weights: Weights
    present: float

    @property
    def missing(self) -> bool:
        """Too little of the node was measured to give a figure."""
        return not self.weights


def parts_of(index: Index, applicable: Codes, measured: Codes) -> dict[str, Part]:
    """Every node that has an applicable item, by code.

    Items not applicable to the class rescale the weights, and the figure is whole. Items not measured in the unit
    rescale only while at least `missing.at_least` of the node's weight is measured; below, the node is missing.
    """
    codes = [node.code for node in index.nodes if applicable & set(index.items_below(node.code))]
    return {code: _part(index, index.node(code), applicable, measured) for code in codes}


def _part(index: Index, node: Node, applicable: Codes, measured: Codes) -> Part:
    full = _full_weights(index, node, applicable)
    present = sum(weight for item, weight in full.items() if item in measured)
    counted = sum(1 for item in full if item in measured) / len(full)
    share = present if index.missing.by == "weight" else counted
    least = 1.0 if index.missing.policy == "refuse" else index.missing.at_least
    if share < least - 1e-12 or present <= 0:
        return Part({}, present)
    if node.aggregation == "items_equal":
        return Part({item: weight / present for item, weight in full.items() if item in measured}, present)
    return Part(_mixed(_present_children(index, node, applicable, measured)), present)


def _full_weights(index: Index, node: Node, applicable: Codes) -> Weights:
    """The weight of each applicable item when all are measured."""
    if node.aggregation == "items_equal":
        items = [item for item in index.items_below(node.code) if item in applicable]
        return {item: 1 / len(items) for item in items}
    return _mixed(_present_children(index, node, applicable, applicable))


def _present_children(index: Index, node: Node, applicable: Codes, measured: Codes) -> list[tuple[float, Weights]]:
    shares = node.weights if node.aggregation == "nodes_weighted" else (1.0,) * len(node.nodes)
    children = [
        (share, _part(index, index.node(code), applicable, measured))
        for share, code in zip(shares, node.nodes, strict=True)
        if applicable & set(index.items_below(code))
    ]
    return [(share, child.weights) for share, child in children if not child.missing]


def _mixed(children: list[tuple[float, Weights]]) -> Weights:
    total = sum(share for share, _ in children)
    mixed: Weights = {}
    for share, weights in children:
        for item, weight in weights.items():
            mixed[item] = mixed.get(item, 0.0) + share / total * weight
    return mixed

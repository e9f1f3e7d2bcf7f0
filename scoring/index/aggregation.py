"""How much each item counts in each node of an index, when some items are not applicable or not measured."""

from dataclasses import dataclass

from instruments.index import Index, Node

Codes = frozenset[str]
Weights = dict[str, float]
_OF_ITEMS = frozenset({"items_equal", "items_weighted", "difference"})


@dataclass(frozen=True)
class Part:
    """A node in one unit: the weight of each measured item, and how much of the node's weight was measured."""

    weights: Weights
    present: float

    @property
    def missing(self) -> bool:
        """Too little of the node was measured to give a figure."""
        return not self.weights


def parts_of(
    index: Index, applicable: Codes, measured: Codes, block: str | None = None, silent: Codes = frozenset()
) -> dict[str, Part]:
    """Every node that has an applicable item, by code; with a block, without those for other blocks alone.

    Items not applicable to the class rescale the weights, and the figure is whole. Items not measured in the unit
    rescale only while at least `missing.at_least` of the node's weight is measured; below, the node is missing.
    Points beyond the maximum that apply and are not known leave the index without a figure.
    `silent`: nodes on which too few in the unit hold an opinion; what lies below them counts as not measured there.
    """
    codes = [
        node.code
        for node in index.nodes
        if applicable & set(index.items_below(node.code)) and (not node.blocks or block is None or block in node.blocks)
    ]
    parts = {
        code: _part(index, index.node(code), applicable, measured - _silenced(index, code, silent)) for code in codes
    }
    whole = parts.get(index.code)
    if whole is not None and not whole.missing:
        parts[index.code] = Part(_with_points_beyond(index, whole.weights, applicable, measured), whole.present)
    return parts


def _silenced(index: Index, code: str, silent: Codes) -> Codes:
    """Items at or below a node that lie below a silent one, that node itself included."""
    node = index.node(code)
    if code in silent:
        return frozenset(index.items_below(code))
    return frozenset().union(*(_silenced(index, child, silent) for child in node.nodes))


def _with_points_beyond(index: Index, weights: Weights, applicable: Codes, measured: Codes) -> Weights:
    """Points beyond the maximum: each is added or taken whole; nothing where one that applies is not known.

    Counted as 0, a penalty that nobody has confirmed would put the unit first.
    """
    beyond = dict.fromkeys(index.bonus, 1.0) | dict.fromkeys(index.penalty, -1.0)
    applying = {code: sign for code, sign in beyond.items() if code in applicable}
    return weights | applying if applying.keys() <= measured else {}


def _part(index: Index, node: Node, applicable: Codes, measured: Codes) -> Part:
    full = _full_weights(index, node, applicable)
    present = sum(abs(weight) for item, weight in full.items() if item in measured)
    whole = sum(map(abs, full.values()))
    counted = sum(1 for item in full if item in measured) / len(full)
    share = present / whole if index.missing.by == "weight" else counted
    is_whole = (node.missing or index.missing.policy) == "refuse" or node.aggregation == "difference"
    least = 1.0 if is_whole else index.missing.at_least
    if share < least - 1e-12 or present <= 0:
        return Part({}, share)
    if node.aggregation in _OF_ITEMS:
        return Part(_items(index, node, [item for item in full if item in measured], applicable), share)
    return Part(_mixed(_present_children(index, node, applicable, measured)), share)


def _full_weights(index: Index, node: Node, applicable: Codes) -> Weights:
    """The weight of each applicable item when all are measured."""
    if node.aggregation in _OF_ITEMS:
        items = [item for item in index.items_below(node.code) if item in applicable]
        return _items(index, node, items, applicable)
    return _mixed(_present_children(index, node, applicable, applicable))


def _items(index: Index, node: Node, items: list[str], applicable: Codes) -> Weights:
    """How much each of some items counts in a node that is made of items."""
    if node.aggregation == "items_weighted":
        given = dict(zip(node.items, node.weights, strict=True))
        return _scaled({item: given[item] for item in items})
    if node.aggregation == "difference":
        first, *others = items
        return {first: 1.0} | dict.fromkeys(others, -1 / max(len(others), 1))
    hard = [item for item in items if _is_hard(index, item)]
    if node.hard_share is None or not any(_is_hard(index, item) for item in applicable & set(node.items)):
        return {item: 1 / len(items) for item in items}
    soft = [item for item in items if item not in hard]
    shares = {item: (1 - node.hard_share) / len(soft) for item in soft}
    return _scaled(shares | {item: node.hard_share / len(hard) for item in hard})


def _is_hard(index: Index, code: str) -> bool:
    indicator = index.indicator(code)
    return indicator is not None and not indicator.is_soft


def _scaled(weights: Weights) -> Weights:
    total = sum(weights.values())
    return {item: weight / total for item, weight in weights.items()}


def _present_children(index: Index, node: Node, applicable: Codes, measured: Codes) -> list[tuple[float, Weights]]:
    shares = _shares(index, node, applicable)
    children = [
        (share, _part(index, index.node(code), applicable, measured))
        for share, code in zip(shares, node.nodes, strict=True)
        if applicable & set(index.items_below(code))
    ]
    return [(share, child.weights) for share, child in children if not child.missing]


def _shares(index: Index, node: Node, applicable: Codes) -> tuple[float, ...]:
    """What each node below weighs: as given, all the same, or the most points that apply."""
    if node.aggregation == "sum_of_points":
        return tuple(index.points_of(code, applicable) or 0.0 for code in node.nodes)
    return node.weights or (1.0,) * len(node.nodes)


def _mixed(children: list[tuple[float, Weights]]) -> Weights:
    total = sum(share for share, _ in children)
    mixed: Weights = {}
    for share, weights in children:
        for item, weight in weights.items():
            mixed[item] = mixed.get(item, 0.0) + share / total * weight
    return mixed

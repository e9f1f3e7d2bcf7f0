"""What changed in what is counted: definition, tree, weights, blocks, and the rules around them."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from instruments.comparing.change import EVERYTHING, Change
from instruments.index import Index, Node
from instruments.model import Instrument

_RULES: Final[Mapping[str, Callable[[Index], object]]] = MappingProxyType(
    {
        "index-official": lambda index: index.official,
        "index-missing": lambda index: index.missing,
        "index-usable": lambda index: index.usable,
        "index-access": lambda index: ", ".join(sorted(index.access)),
        "index-minimum": lambda index: index.minimum,
        "index-tiers": lambda index: ", ".join(f"{tier.code} ≥ {tier.at_least:g}" for tier in index.tiers),
        "index-ties": lambda index: index.ties,
    }
)
"""What holds for every figure of an index."""


def index_changes(before: Instrument, after: Instrument) -> Iterator[Change]:
    """Every change of what is counted; a version without an index has nothing to compare."""
    if before.unit_of_analysis != after.unit_of_analysis:
        yield Change("analysis-unit", EVERYTHING, before.unit_of_analysis, after.unit_of_analysis)
    if before.index is None and after.index is None:
        return
    if before.index is None or after.index is None:
        yield Change("index-added" if before.index is None else "index-removed", EVERYTHING)
        return
    yield from _rules(before.index, after.index)
    yield from _nodes(before.index, after.index)
    yield from _blocks(before.index, after.index)


def _rules(before: Index, after: Index) -> Iterator[Change]:
    for code, rule in _RULES.items():
        was, now = rule(before), rule(after)
        if was != now:
            yield Change(code, EVERYTHING, str(was), str(now))


def _nodes(before: Index, after: Index) -> Iterator[Change]:
    old = {node.code: node for node in before.nodes}
    new = {node.code: node for node in after.nodes}
    for code, node in new.items():
        if code in old:
            yield from _node(old[code], node)
        else:
            yield Change("node-added", code)
    yield from (Change("node-removed", code) for code in old if code not in new)


def _node(old: Node, new: Node) -> Iterator[Change]:
    was, now = {*old.items, *old.nodes}, {*new.items, *new.nodes}
    if was != now:
        yield Change("node-parts", new.code, ", ".join(sorted(was - now)), ", ".join(sorted(now - was)))
    if old.aggregation != new.aggregation:
        yield Change("node-aggregation", new.code, old.aggregation, new.aggregation)
    if _weights(old) != _weights(new):
        yield Change("node-weights", new.code, str(old.weights), str(new.weights))
    if old.label != new.label:
        yield Change("node-label", new.code, old.label.get("vi"), new.label.get("vi"))


def _weights(node: Node) -> dict[str, float]:
    """Shares by child, so that neither the order of children nor the unit of the weights counts."""
    total = sum(node.weights) or 1
    return {child: round(weight / total, 12) for child, weight in zip(node.nodes, node.weights, strict=False)}


def _blocks(before: Index, after: Index) -> Iterator[Change]:
    old = {block.code: block for block in before.blocks}
    new = {block.code: block for block in after.blocks}
    yield from (Change("block-added", code) for code in new if code not in old)
    yield from (Change("block-removed", code) for code in old if code not in new)
    for code in new.keys() & old.keys():
        if set(old[code].roles) != set(new[code].roles):
            yield Change("block-roles", code, *(", ".join(sorted(one.roles)) for one in (old[code], new[code])))

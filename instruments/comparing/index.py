"""What changed in what is counted: definition, tree, weights, blocks, and the rules around them."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from instruments.comparing.change import EVERYTHING, Change
from instruments.comparing.indicators import indicator_changes
from instruments.comparing.rules import named, ruled, told
from instruments.index import Block, Index, Node, Tier
from instruments.model import Instrument
from instruments.target import Target


def _publication(index: Index) -> str:
    """The form in words; a file that names none means every rank."""
    form = index.publication
    return " ".join(filter(None, (form.form, str(form.first or "")))) if form else "full"


_RULES: Final[Mapping[str, Callable[[Index], object]]] = MappingProxyType(
    {
        "index-official": lambda index: index.official,
        "index-unit": lambda index: index.unit or "percent",
        "index-beside": lambda index: tuple(sorted(index.beside)),
        "index-missing": lambda index: index.missing,
        "index-usable": lambda index: index.usable,
        "index-access": lambda index: tuple(sorted(index.access)),
        "index-inference": lambda index: index.inference,
        "index-province": lambda index: index.province_aggregation,
        "index-minimum": lambda index: index.minimum,
        "index-tiers": lambda index: tuple(_tier(tier) for tier in index.tiers),
        "index-targets": lambda index: tuple(_target(one) for one in index.targets) or None,
        "index-publication": _publication,
        "index-ties": lambda index: index.ties,
    }
)
"""What holds for every figure of an index."""
_BEYOND: Final[Mapping[str, Callable[[Index], object]]] = MappingProxyType(
    {
        "node-bonus": lambda index: tuple(sorted(index.bonus)),
        "node-penalty": lambda index: tuple(sorted(index.penalty)),
    }
)
"""Points that the figure of the whole index has, and none below it."""
_NODES: Final[Mapping[str, Callable[[Node], object]]] = MappingProxyType(
    {
        "node-kind": lambda node: node.kind,
        "node-aggregation": lambda node: node.aggregation,
        "node-points": lambda node: node.points,
        "node-share": lambda node: node.hard_share,
        "node-missing": lambda node: node.missing,
        "node-opinion": lambda node: node.opinion,
        "node-floor": lambda node: node.floor,
        "node-blocks": lambda node: tuple(sorted(node.blocks)),
        "node-label": lambda node: named(node.label),
    }
)
_BLOCKS: Final[Mapping[str, Callable[[Block], object]]] = MappingProxyType(
    {
        "block-roles": lambda block: tuple(sorted(set(block.roles))),
        "block-ranked": lambda block: block.ranked,
    }
)


def _tier(tier: Tier) -> str:
    return f"{tier.code} ≥ {tier.at_least:g}" if tier.at_least is not None else f"{tier.code} top {tier.top or 0:g}"


def _target(target: Target) -> str:
    limits = f"{target.node} {target.operator} {target.value:g} {target.unit}"
    return " ".join((limits, *filter(None, (target.due, "/".join(target.blocks)))))


def index_changes(before: Instrument, after: Instrument) -> Iterator[Change]:
    """Every change of what is counted; a version without an index has nothing to compare."""
    if before.index is None and after.index is None:
        return
    if before.index is None or after.index is None:
        yield Change("index-added" if before.index is None else "index-removed", EVERYTHING)
        return
    yield from ruled(_RULES, EVERYTHING, before.index, after.index)
    if before.index.code != after.index.code:
        yield from (Change("node-index", code) for code in (after.index.code, before.index.code))
    yield from ruled(_BEYOND, after.index.code, before.index, after.index)
    yield from indicator_changes(before.index, after.index)
    yield from _nodes(before.index, after.index)
    yield from _blocks(before.index, after.index)


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
        yield Change("node-parts", new.code, told(sorted(was - now)), told(sorted(now - was)))
    elif _first(old) != _first(new):
        yield Change("node-parts", new.code, told(old.items), told(new.items))
    yield from ruled(_NODES, new.code, old, new)
    if _weights(old) != _weights(new):
        yield Change("node-weights", new.code, told(old.weights), told(new.weights))


def _first(node: Node) -> str | None:
    """The item that the others are taken from, the only one whose place counts."""
    return node.items[0] if node.aggregation == "difference" and node.items else None


def _weights(node: Node) -> dict[str, float]:
    """Shares by child, so that neither the order of children nor the unit of the weights counts."""
    total = sum(node.weights) or 1
    children = node.nodes or node.items
    return {child: round(weight / total, 12) for child, weight in zip(children, node.weights, strict=False)}


def _blocks(before: Index, after: Index) -> Iterator[Change]:
    old = {block.code: block for block in before.blocks}
    new = {block.code: block for block in after.blocks}
    for code, block in new.items():
        if code in old:
            yield from ruled(_BLOCKS, code, old[code], block)
        else:
            yield Change("block-added", code)
    yield from (Change("block-removed", code) for code in old if code not in new)

"""What the figure of a node rests on: nodes, indicators, items, the questions about units and headings around them."""

from collections.abc import Iterator

from instruments.comparing.change import EVERYTHING, Change
from instruments.index import Index, Node
from instruments.model import Instrument

Ground = tuple[str, str]
"""The level of a change and the code of its subject."""


def touches(change: Change, grounds: frozenset[Ground]) -> bool:
    """Whether a figure on these grounds rests on what changed; all figures rest on the blocks and common rules."""
    is_common = change.subject == EVERYTHING or change.level == "block"
    return is_common or (change.level, change.subject) in grounds


def grounds_of(instrument: Instrument, node: str) -> frozenset[Ground]:
    """What a node rests on; nothing where the instrument has no such node."""
    index = instrument.index
    if index is None or node not in {one.code for one in index.nodes}:
        return frozenset()
    tree = list(_tree(index, index.node(node)))
    counted = {code for one in tree for code in one.items}
    if node == index.code:
        counted |= {*index.bonus, *index.penalty}
    return frozenset({*_of_nodes(index, tree), *_of_figures(instrument, index, counted)})


def grounds_of_indicator(instrument: Instrument, code: str) -> frozenset[Ground]:
    """What the raw figure of an indicator rests on; nothing where the instrument has no index."""
    return frozenset(_of_figures(instrument, instrument.index, {code})) if instrument.index else frozenset()


def _tree(index: Index, node: Node) -> Iterator[Node]:
    yield node
    for child in node.nodes:
        yield from _tree(index, index.node(child))


def _of_nodes(index: Index, tree: list[Node]) -> Iterator[Ground]:
    """The node and those below it, and its scale: parts are put together as shares, but for a geometric mean."""
    yield "kind", tree[0].kind
    for node in tree:
        yield "node", node.code
        if node.aggregation == "nodes_geometric":
            yield from (("kind", index.node(child).kind) for child in node.nodes)


def _of_figures(instrument: Instrument, index: Index, counted: set[str]) -> Iterator[Ground]:
    made: set[str] = set()
    for code in counted:
        yield "indicator", code
        indicator = index.indicator(code)
        if indicator is None or indicator.is_soft:
            made.add(indicator.made_from if indicator else code)
        if indicator and indicator.base:
            made.add(indicator.base.item)
    for section in instrument.sections:
        for item in section.items:
            if item.code in made:
                yield from (("item", item.code), ("section", section.code))
                yield from [("role", item.role)] if item.role else []

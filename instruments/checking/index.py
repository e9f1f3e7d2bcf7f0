"""Checks of the index: a tree of known nodes over scored items, with words for each figure."""

from collections.abc import Iterator

from instruments.checking.finding import Finding
from instruments.index import Index, Node
from instruments.mistakes import nearest
from instruments.model import Instrument
from instruments.source import Path


def index_findings(instrument: Instrument) -> Iterator[Finding]:
    """What is wrong with the index of an instrument; nothing where it has none."""
    index = instrument.index
    if index is None:
        return
    yield from _tree(index)
    yield from _scored_items(instrument, index)
    for number, node in enumerate(index.nodes):
        yield from _parts_lacking(node, ("index", "nodes", number))
        yield from _weights(node, ("index", "nodes", number))
        yield from _of_blocks(index, node, ("index", "nodes", number, "blocks"))
    yield from _points(index)
    yield from _definitions(index)
    yield from _block_roles(instrument, index)
    yield from _scales(index)
    yield from _ranges(index) if is_whole(index) else ()
    yield from _publication(index)
    if index.minimum.ranked < index.minimum.printed:
        yield Finding("minimum-crossed", ("index", "minimum", "ranked"))


def _publication(index: Index) -> Iterator[Finding]:
    """How many ranks are named goes with the first ranks alone."""
    chosen = index.publication
    if chosen and (chosen.form == "top_k") != (chosen.first is not None):
        yield Finding("publication-first", ("index", "publication"), {"form": chosen.form})


def is_whole(index: Index) -> bool:
    """Whether one can go down from every node: each part is known, and none lies below itself."""
    return not any(_tree(index))


def _tree(index: Index) -> Iterator[Finding]:
    codes = [node.code for node in index.nodes]
    parents: dict[str, str] = {}
    for number, node in enumerate(index.nodes):
        if not node.items and not node.nodes:
            yield Finding("node-empty", ("index", "nodes", number), {"code": node.code})
        for place, child in enumerate(node.nodes):
            path: Path = ("index", "nodes", number, "nodes", place)
            if child not in codes:
                yield Finding("node-unknown", path, {"code": child, "near": nearest(child, codes)})
            elif child in parents or child == index.code:
                yield Finding("node-twice", path, {"code": child})
            parents[child] = node.code
    if index.code not in codes:
        yield Finding("node-unknown", ("index", "code"), {"code": index.code, "near": nearest(index.code, codes)})
    yield from _unreached(index, parents)


def _unreached(index: Index, parents: dict[str, str]) -> Iterator[Finding]:
    tops = {index.code, *(node.code for node in index.nodes if node.kind == "module")}
    for number, node in enumerate(index.nodes):
        if not _hangs_below(node.code, tops, parents):
            yield Finding("node-unreached", ("index", "nodes", number), {"code": node.code, "index": index.code})


def _hangs_below(code: str, tops: set[str], parents: dict[str, str]) -> bool:
    """Below one of them and not below itself."""
    above = [code]
    while above[-1] in parents and parents[above[-1]] not in above[1:]:
        above.append(parents[above[-1]])
    return code not in above[1:] and not tops.isdisjoint(above)


def _scored_items(instrument: Instrument, index: Index) -> Iterator[Finding]:
    items = {item.code: item for item in instrument.items()}
    made = {one.code for one in index.indicators}
    counted: set[str] = set()
    for number, node in enumerate(index.nodes):
        for place, code in enumerate(node.items):
            path: Path = ("index", "nodes", number, "items", place)
            if code not in items and code not in made:
                yield Finding("item-unknown", path, {"code": code, "near": nearest(code, list(items)) or "-"})
            elif code in counted and node.kind != "module":
                yield Finding("item-counted-twice", path, {"code": code})
            elif code not in made and {*_used(index)} != {"indicators"}:
                yield from _scale_faults(instrument, index, code, path)
            counted |= set() if node.kind == "module" else {code}


def _scale_faults(instrument: Instrument, index: Index, code: str, path: Path) -> Iterator[Finding]:
    item = next((one for one in instrument.items() if one.code == code), None)
    scales = {scale.code: scale for scale in instrument.scales}
    if item is None or item.kind != "single" or item.scale is None:
        yield Finding("item-not-scored", path, {"code": code})
    elif item.scale in scales and scales[item.scale].favourable_from is None and "top2_share" in _used(index):
        yield Finding("favourable-missing", path, {"code": code, "scale": item.scale})


def _used(index: Index) -> tuple[str, ...]:
    return (index.official, *index.beside)


def _weighted(node: Node) -> tuple[str, ...] | None:
    """What the weights of a node are for; None for an aggregation without weights."""
    children = {"nodes_weighted": node.nodes, "nodes_geometric": node.nodes, "items_weighted": node.items}
    return children.get(node.aggregation)


def _parts_lacking(node: Node, path: Path) -> Iterator[Finding]:
    """An aggregation over nodes of a node that has items alone, or the other way round; an empty one is told apart."""
    if _weighted(node) == () and (node.items or node.nodes):
        parts = "items" if node.aggregation == "items_weighted" else "nodes"
        words = {"code": node.code, "aggregation": node.aggregation, "parts": parts}
        yield Finding("parts-lacking", (*path, "aggregation"), words)


def _weights(node: Node, path: Path) -> Iterator[Finding]:
    weighted = _weighted(node)
    may_be_equal = node.aggregation == "nodes_geometric" and not node.weights
    if not weighted or may_be_equal:
        if node.weights:
            yield Finding("weights-unused", (*path, "weights"), {"code": node.code})
    elif len(node.weights) != len(weighted):
        values = {"code": node.code, "found": len(node.weights), "expected": len(weighted)}
        yield Finding("weights-count", (*path, "weights"), values)
    elif any(weight <= 0 for weight in node.weights):
        yield Finding("weights-positive", (*path, "weights"), {"code": node.code})
    if node.items and node.nodes and node.aggregation != "items_equal":
        yield Finding("node-mixed", path, {"code": node.code})
    if node.aggregation == "difference" and len(node.items) < 2:  # noqa: PLR2004 - one to take from another
        yield Finding("difference-few", path, {"code": node.code})
    if node.hard_share is not None and node.aggregation != "items_equal":
        yield Finding("hard-share-unused", (*path, "hard_share"), {"code": node.code})


def _ranges(index: Index) -> Iterator[Finding]:
    for number, node in enumerate(index.nodes):
        yield from _floor(index, node, ("index", "nodes", number, "floor"))
    yield from _geometric(index)


def _floor(index: Index, node: Node, path: Path) -> Iterator[Finding]:
    """A figure with a floor is no index and no sum, and is counted above as a figure, not item by item."""
    if node.floor is None:
        return
    low, high = index.range_of(node.code)
    by_item = [one.code for one in index.nodes if one.nodes and one.aggregation == "items_equal"]
    above = [code for code in by_item if code != node.code and node.code in index.nodes_below(code)]
    if node.code == index.code or node.aggregation == "sum_of_points":
        yield Finding("floor-whole", path, {"code": node.code})
    elif above:
        yield Finding("floor-inside", path, {"code": node.code, "above": above[0]})
    elif not low <= node.floor < high:
        yield Finding("floor-outside", path, {"code": node.code, "low": low, "high": high})


def _of_blocks(index: Index, node: Node, path: Path) -> Iterator[Finding]:
    known = [block.code for block in index.blocks]
    if node.blocks and node.kind != "module":
        yield Finding("node-blocks", path, {"code": node.code})
    for place, block in enumerate(node.blocks):
        if block not in known:
            yield Finding("block-unknown", (*path, place), {"code": block, "near": nearest(block, known)})


def _points(index: Index) -> Iterator[Finding]:
    """Points are added up from nodes that have some; a sum and the index itself have none of their own."""
    known = {node.code: node for node in index.nodes}
    for number, node in enumerate(index.nodes):
        is_sum = node.aggregation == "sum_of_points"
        if node.points is not None and (is_sum or node.code == index.code):
            yield Finding("points-unused", ("index", "nodes", number, "points"), {"code": node.code})
        lacking = [one for one in node.nodes if one in known and not _has_points(known[one])]
        for part in (*node.items, *lacking) if is_sum else ():
            yield Finding("points-missing", ("index", "nodes", number), {"code": node.code, "part": part})


def _has_points(node: Node) -> bool:
    return node.points is not None or node.aggregation == "sum_of_points"


def _geometric(index: Index) -> Iterator[Finding]:
    """A geometric mean stands at the top, of parts on one scale that begins above 0."""
    below = {child for node in index.nodes for child in node.nodes}
    for number, node in enumerate(index.nodes):
        if node.aggregation != "nodes_geometric":
            continue
        scales = {index.range_of(child) for child in node.nodes}
        if node.code in below or len(scales) != 1 or any(low <= 0 for low, _high in scales):
            yield Finding("geometric-parts", ("index", "nodes", number), {"code": node.code})


def _definitions(index: Index) -> Iterator[Finding]:
    used = _used(index)
    if len(set(used)) < len(used):
        yield Finding("definition-twice", ("index", "beside"))
    for definition in sorted(set(used) - set(index.definition_label)):
        yield Finding("definition-unnamed", ("index", "definition_label"), {"definition": definition})


def _block_roles(instrument: Instrument, index: Index) -> Iterator[Finding]:
    roles = [role.code for role in instrument.roles]
    for number, block in enumerate(index.blocks):
        for place, role in enumerate(block.roles):
            if role not in roles:
                path = ("index", "blocks", number, "roles", place)
                yield Finding("role-unknown", path, {"code": role, "near": nearest(role, roles) or "-"})


def _scales(index: Index) -> Iterator[Finding]:
    for kind, (low, high) in index.scales.items():
        if low >= high:
            yield Finding("scale-crossed", ("index", "scales", kind), {"kind": kind, "low": low, "high": high})
    for key in ("bonus", "penalty"):
        for place, code in enumerate(getattr(index, key)):
            one = index.indicator(code)
            if one is None or one.recode != "value" or any(code in node.items for node in index.nodes):
                yield Finding("points-beside", ("index", key, place), {"code": code, "key": key})

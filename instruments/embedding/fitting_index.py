"""Whether the figures of a module can stand beside those of a host: none of them may move the other."""

from collections.abc import Iterator

from instruments.checking.finding import Finding
from instruments.embedding.figures import scale_beside
from instruments.embedding.pair import Pair
from instruments.index import Index, Node


def index_misfits(pair: Pair) -> Iterator[Finding]:
    """What is wrong with codes that the module counts; nothing where it has no index."""
    host, module = pair.host.index, pair.module.index
    if host is None or module is None:
        return
    yield from _counted(pair, host, module)
    yield from _indicators(pair, host, module)
    for key in ("bonus", "penalty"):
        if getattr(module, key):
            yield Finding("embed-points", ("index", key), {"codes": ", ".join(getattr(module, key)), "key": key})
    for number, node in enumerate(module.nodes):
        if node.aggregation == "nodes_geometric" and _is_moved(host, module, node):
            yield Finding("embed-geometric", ("index", "nodes", number, "aggregation"), {"node": node.code})


def _counted(pair: Pair, host: Index, module: Index) -> Iterator[Finding]:
    """A code without an indicator is counted by a definition, which the host must use as well."""
    used = {host.official, *host.beside}
    for number, node in enumerate(module.nodes):
        for place, code in enumerate(node.items):
            if module.indicator(code) or host.indicator(code):
                continue
            if module.official not in used or "indicators" in used:
                values = {"item": code, "definition": module.official, "host": pair.host.code}
                yield Finding("embed-indicator-needed", ("index", "nodes", number, "items", place), values)


def _indicators(pair: Pair, host: Index, module: Index) -> Iterator[Finding]:
    """An indicator decides for its code under every definition, hence both must make a shared code alike."""
    taken = {*host.counted(), *host.bonus, *host.penalty, *(node.code for node in host.nodes)}
    for code in dict.fromkeys(code for node in module.nodes for code in node.items):
        if code in taken and host.indicator(code) != module.indicator(code):
            yield Finding("embed-indicator-other", ("index", "indicators"), {"code": code, "host": pair.host.code})


def _is_moved(host: Index, module: Index, node: Node) -> bool:
    """A geometric mean stays what it was only where its parts keep the ratio between the ends of their scale."""
    low, high = module.scale_of(module.node(node.nodes[0]).kind)
    new_low, new_high = scale_beside(host, module)
    return low * new_high != high * new_low

"""The figures of both: the index of the host to the last digit, and those of the module beside it."""

from instruments.embedding.pair import Pair
from instruments.embedding.words import note_of
from instruments.index import Block, Index, Node, Range


def index_of(pair: Pair) -> Index | None:
    """The host's index with the module's figures beside it."""
    host, module = pair.host.index, pair.module.index
    if host is None or module is None:
        return host and host.model_copy(update={"blocks": _blocks(pair, host, ())})
    known = {one.code for one in host.indicators}
    return host.model_copy(
        update={
            "scales": {**host.scales, "module": scale_beside(host, module)},
            "indicators": (*host.indicators, *(one for one in module.indicators if one.code not in known)),
            "nodes": (*host.nodes, *(_beside(node, host, module) for node in module.nodes)),
            "blocks": _blocks(pair, host, module.blocks),
            "note": note_of(pair, host, module),
        }
    )


def scale_beside(host: Index, module: Index) -> Range:
    """Figures beside keep the scale that the module's index had, unless the host has such figures of its own."""
    has_own = any(node.kind == "module" for node in host.nodes)
    return host.scale_of("module") if has_own else module.scale_of("index")


def _beside(node: Node, host: Index, module: Index) -> Node:
    """A figure of its own; where the module has none for want of a part, it has none in the host either."""
    policy = node.missing or module.missing.policy
    changed: dict[str, object] = {"kind": "module", "floor": _floor(node, host, module)}
    return node.model_copy(update=changed if policy == host.missing.policy else changed | {"missing": policy})


def _floor(node: Node, host: Index, module: Index) -> float | None:
    """The floor as high on the scale that the figure has in the host as on its own."""
    if node.floor is None or node.points:
        return node.floor
    low, high = module.range_of(node.code)
    new_low, new_high = scale_beside(host, module)
    return round(new_low + (node.floor - low) / (high - low) * (new_high - new_low), 9)


def _blocks(pair: Pair, host: Index, others: tuple[Block, ...]) -> tuple[Block, ...]:
    """The host's blocks, judged in the added roles too that their units can hold, and blocks that the host lacks.

    Those carry no rank: the index of the host says nothing of them.
    """
    known = {block.code for block in host.blocks}
    named = {block for role in pair.added_roles for block in role.blocks}
    more = (block.model_copy(update={"roles": (), "ranked": False}) for block in others if block.code in named - known)
    return tuple(_judged(pair, block) for block in (*host.blocks, *more))


def _judged(pair: Pair, block: Block) -> Block:
    added = tuple(role.code for role in pair.added_roles if block.code in role.blocks)
    return block.model_copy(update={"roles": (*block.roles, *added)}) if added else block

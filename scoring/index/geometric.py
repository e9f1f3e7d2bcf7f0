"""Nodes that are geometric means of other nodes: the value from its parts, and how it moves with each of them."""

from dataclasses import dataclass

import numpy as np

from instruments.index import Index
from scoring.arrays import Numbers
from scoring.errors import Refusal


@dataclass(frozen=True)
class Geometric:
    """One geometric node: its place among Q nodes, the places and weights of its parts, and their published scale."""

    code: str
    place: int
    parts: tuple[int, ...]
    weights: tuple[float, ...]
    low: float
    high: float
    beyond: tuple[int, ...] = ()
    """The places of points beyond the maximum, which are added to the mean as they are."""


def geometric_nodes(index: Index, nodes: tuple[str, ...]) -> tuple[Geometric, ...]:
    """The geometric nodes of an index, in its order; nothing stands above one."""
    return tuple(
        Geometric(
            code=node.code,
            place=nodes.index(node.code),
            parts=tuple(nodes.index(child) for child in node.nodes),
            weights=node.weights or (1.0,) * len(node.nodes),
            low=index.scale_of(index.node(node.nodes[0]).kind)[0],
            high=index.scale_of(index.node(node.nodes[0]).kind)[1],
            beyond=tuple(nodes.index(one) for one in (*index.bonus, *index.penalty)) if node.code == index.code else (),
        )
        for node in index.nodes
        if node.aggregation == "nodes_geometric"
    )


def geometric_mean(node: Geometric, parts: Numbers) -> tuple[Numbers, Numbers]:
    """U values and U × P slopes of a geometric node, both as shares of its scale.

    `parts`: U × P shares of the parts (NaN: missing, the others stand for it). With C = low + (high − low)·share the
    mean is `G = Π C^W`, and `dG/dC_c = G W_c / C_c` (OECD and JRC 2008, 6.2).

    Raises:
        Refusal: a part is not above 0 on its published scale.
    """
    present = ~np.isnan(parts)
    width = node.high - node.low
    value = np.where(present, node.low + width * np.nan_to_num(parts), 1.0)
    if (value <= 0).any():
        raise Refusal(
            vi=f"Thành phần {node.code} là trung bình nhân nên mọi phần của nó phải lớn hơn 0; hãy đổi thang.",
            en=f"The node {node.code} is a geometric mean, so each of its parts must be above 0; change its scale.",
        )
    weight = present * np.array(node.weights)
    total = weight.sum(axis=1, keepdims=True)
    weight = np.divide(weight, total, out=np.zeros_like(weight), where=total > 0)
    mean = np.exp((weight * np.log(value)).sum(axis=1))
    share = np.where(total[:, 0] > 0, (mean - node.low) / width, np.nan)
    return share, weight * mean[:, None] / value

"""The scales figures are published on: raw in natural units, score on the scale of its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from instruments.index import Index
from scoring.arrays import Flags, Numbers

Measure = Literal["raw", "score"]
MEASURES: tuple[Measure, ...] = ("raw", "score")
SHARE = (0.0, 1.0)


@dataclass(frozen=True)
class Scale:
    """Lowest and highest value, and whether a share of 1 stands at the highest (1) or at the lowest (−1)."""

    low: float
    high: float
    direction: Literal[1, -1] = 1

    @property
    def width(self) -> float:
        """From the lowest to the highest value."""
        return self.high - self.low


def scale_of(index: Index, node: str, measure: Measure) -> Scale:
    """The scale of a node's figures; a composite has no natural unit, its raw figure is the share of the way up."""
    low, high = index.scale_of("index")
    if node in (*index.bonus, *index.penalty):
        return Scale(0.0, high - low)
    known = {one.code for one in index.nodes}
    if measure == "score":
        return Scale(*(index.range_of(node) if node in known else index.scale_of("indicator")))
    indicator = index.indicator(node) if node not in known else None
    return Scale(*indicator.bounds, indicator.direction) if indicator else Scale(*SHARE)


def most_points(index: Index, nodes: tuple[str, ...], exists: Flags) -> Numbers:
    """U × Q: the most points of each node that apply to each unit; NaN for a node on the scale of its kind.

    `exists`: U × Q, the counted codes and nodes that apply to the unit.
    """
    most = np.full(exists.shape, np.nan)
    summed = [(place, one) for place, one in enumerate(nodes) if index.is_in_points(one)]
    for unit in range(len(exists)) if summed else ():
        applicable = frozenset(code for code, applies in zip(nodes, exists[unit], strict=True) if applies)
        for place, code in summed:
            most[unit, place] = index.points_of(code, applicable) or np.nan
    return most


def scores(index: Index, nodes: tuple[str, ...], shares: Numbers) -> Numbers:
    """U × Q shares on their published scales; a bonus or penalty keeps its sign by where it is counted."""
    scales = [scale_of(index, node, "score") for node in nodes]
    low, width = np.array([one.low for one in scales]), np.array([one.width for one in scales])
    return np.asarray(low + width * shares)


def placed(scales: Sequence[Scale], shares: Mapping[str, Numbers]) -> dict[str, Numbers]:
    """`estimate`, `se`, `lower` and `upper` of shares, each on its scale; where it runs downward the limits turn."""
    low, high = np.array([one.low for one in scales]), np.array([one.high for one in scales])
    upward = np.array([one.direction == 1 for one in scales])
    start, way = np.where(upward, low, high), np.where(upward, high - low, low - high)
    return {
        "estimate": start + way * shares["estimate"],
        "se": (high - low) * shares["se"],
        "lower": start + way * np.where(upward, shares["lower"], shares["upper"]),
        "upper": start + way * np.where(upward, shares["upper"], shares["lower"]),
    }


def sources_of(index: Index, nodes: tuple[str, ...]) -> list[str]:
    """Where the figures of each node come from: `soft`, another source by name, or `mixed`."""
    kinds = {one.code for one in index.nodes}
    return [_source(index, index.items_below(node) if node in kinds else (node,)) for node in nodes]


def _source(index: Index, codes: tuple[str, ...]) -> str:
    found = {one.source if (one := index.indicator(code)) else "soft" for code in codes}
    return found.pop() if len(found) == 1 else "mixed"

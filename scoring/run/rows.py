"""Turns arrays of figures into the long table of estimates: one row per unit, node, measure and definition."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from instruments.index import Index
from scoring.arrays import Flags, Numbers
from scoring.index.bends import floor_share
from scoring.run.scales import MEASURES, Measure, Scale, most_points, placed, scale_of, sources_of

SCALED = ("estimate", "se", "lower", "upper")


@dataclass(frozen=True)
class Naming:
    """What all rows of one definition share."""

    wave: str
    simulated: bool
    definition: str
    index: Index
    nodes: tuple[str, ...]

    @property
    def official(self) -> bool:
        """This is the definition the index is published in."""
        return self.definition == self.index.official


def kinds_of(index: Index, nodes: tuple[str, ...]) -> tuple[list[str], list[str | None]]:
    """Kind and parent of each node: an item that is counted is an indicator."""
    kinds: dict[str, str] = {node.code: node.kind for node in index.nodes}
    parents = {child: node.code for node in reversed(index.nodes) for child in (*node.items, *node.nodes)}
    return [kinds.get(node, "indicator") for node in nodes], [parents.get(node) for node in nodes]


def long_rows(naming: Naming, labels: pd.DataFrame, exists: Flags, columns: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """Raw and score rows from U × Q columns; `labels` has `block` and `unit` of each of the U rows."""
    columns = dict(columns) | floored(naming, columns)
    units, nodes = np.nonzero(exists)
    kinds, parents = kinds_of(naming.index, naming.nodes)
    table = pd.DataFrame({name: column[units, nodes] for name, column in columns.items()})
    table = table.assign(
        block=labels["block"].to_numpy()[units],
        unit=labels["unit"].to_numpy()[units],
        node=np.array(naming.nodes, dtype=object)[nodes],
        kind=np.array(kinds, dtype=object)[nodes],
        parent=np.array(parents, dtype=object)[nodes],
        source=np.array(sources_of(naming.index, naming.nodes), dtype=object)[nodes],
        **shared(naming),
    )
    most = most_points(naming.index, naming.nodes, exists)[units, nodes]
    return pd.concat([scaled(table, naming, measure, most) for measure in MEASURES], ignore_index=True)


def floored(naming: Naming, columns: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Limits of nodes with a floor, none below it.

    The floor binds on the mean of a unit, never on a person, which would lift every mean; a block is the mean of what
    is printed, and all ballots of the province together are one more unit. The error stays that of the figure before.
    """
    floors = np.full(len(naming.nodes), -np.inf)
    for node in naming.index.nodes:
        if node.floor is not None:
            floors[naming.nodes.index(node.code)] = floor_share(naming.index, node.code)
    return {name: np.maximum(columns[name].astype(np.float64), floors) for name in ("lower", "upper")}


def shared(naming: Naming) -> dict[str, str | bool]:
    """Columns that are the same in every row of a definition."""
    return {
        "wave": naming.wave,
        "simulated": naming.simulated,
        "definition": naming.definition,
        "official": naming.official,
    }


def scaled(table: pd.DataFrame, naming: Naming, measure: Measure, most: Numbers) -> pd.DataFrame:
    """The rows of one measure; ranks and tiers come from the score and stand there alone.

    `most`: the most points of each row that is published in points, NaN elsewhere.
    """
    known = {node: scale_of(naming.index, node, measure) for node in naming.nodes}
    scales = [
        known[node] if measure == "raw" or np.isnan(high) else Scale(0.0, float(high))
        for node, high in zip(table["node"], most, strict=True)
    ]
    figures = placed(scales, {name: table[name].to_numpy(dtype=np.float64) for name in SCALED})
    result = table.assign(
        **figures,
        measure=measure,
        scale_min=[scale.low for scale in scales],
        scale_max=[scale.high for scale in scales],
        direction=[scale.direction for scale in scales],
    )
    if measure == "raw":
        ranking = [name for name in result if str(name).startswith(("rank", "tier"))]
        result = result.drop(columns=ranking)
    return result


def blanked(column: np.ndarray, shown: Flags) -> np.ndarray:
    """The column with every figure that may not be printed taken out."""
    hidden = ~shown
    result = np.array(column, dtype=object if column.dtype == object else np.float64)
    result[hidden] = None
    return result


def pairs_of(between: Numbers, shown: Flags) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places (unit a ≤ unit b, node) of the covariances between units whose figure is printed."""
    both = shown[:, None, :] & shown[None, :, :]
    upper = np.triu(np.ones(between.shape[:2], dtype=bool))
    first, second, node = np.nonzero(both & upper[:, :, None])
    return first, second, node

"""Rows over many units: the mean of each block, and the province; made only of units whose figure is printed."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from scoring.arrays import Flags, Numbers
from scoring.estimate.estimation import Figures
from scoring.estimate.intervals import t_limits
from scoring.estimate.medians import median_items
from scoring.estimate.wholes import Whole, mean_of_units, pooled
from scoring.estimate.windows import placed_items
from scoring.index.aggregation import parts_of
from scoring.run.basis import Basis
from scoring.run.limits import RELATIVE
from scoring.run.rows import Naming, blanked, long_rows


@dataclass(frozen=True)
class _Line:
    """One row of every node: whose it is, over which figures it goes, and what came out."""

    block: str | None
    aggregation: np.ndarray | str
    exists: Flags
    n_answers: Numbers
    whole: Whole


def aggregate_rows(basis: Basis, figures: Figures, shares: Numbers, naming: Naming) -> pd.DataFrame:
    """Block rows (`unit` empty) and the province row (`block` empty too)."""
    lines = [_block_line(basis, figures, block.code) for block in basis.index.blocks]
    lines.append(_province_line(basis, figures, shares))
    labels = pd.DataFrame({"block": [line.block for line in lines], "unit": [None] * len(lines)}, dtype=object)
    return long_rows(
        naming,
        labels,
        np.array([line.exists for line in lines]),
        _columns(lines, np.where(basis.relative, RELATIVE, "t")),
    )


def _block_line(basis: Basis, figures: Figures, block: str) -> _Line:
    inside = np.asarray(basis.blocks == block).reshape(-1, 1)
    chosen = basis.shown & inside
    whole = mean_of_units(basis.answers, figures, chosen)
    exists = np.asarray((basis.loads.exists & inside).any(axis=0))
    return _Line(block, "mean_of_units", exists, (figures.n_answers * chosen).sum(axis=0), whole)


def _province_line(basis: Basis, figures: Figures, shares: Numbers) -> _Line:
    """Over the units of ranked blocks, in the way the instrument names."""
    inside = np.isin(basis.blocks, [block.code for block in basis.index.blocks if block.ranked])[:, None]
    chosen = basis.shown & inside
    exists = np.asarray((basis.loads.exists & inside).any(axis=0))
    whole = mean_of_units(basis.answers, figures, chosen)
    way = np.full(len(exists), "mean_of_units", dtype=object)
    if basis.index.province_aggregation == "pooled":
        items = len(basis.answers.items)
        weight = _weights_over_all(basis, exists[:items])
        can_pool = _can_pool(basis, weight)
        whole = _chosen(can_pool, pooled(basis.answers, shares, weight, basis.bends, chosen[:, :items]), whole)
        way[can_pool] = "pooled"
    return _Line(None, way, exists, (figures.n_answers * chosen).sum(axis=0), whole)


def _can_pool(basis: Basis, weight: Numbers) -> Flags:
    """Q: ballots cannot be pooled into a hard figure, which has none, a geometric mean of parts, or a median.

    Nor into a score between goalposts of the wave, which may differ from block to block. Where the index cannot be,
    nothing is; a figure beside it that cannot be leaves the index as it is.
    """
    index, items = basis.index, basis.answers.items
    never = ~np.isnan(basis.answers.hard).all(axis=0) | median_items(index, items) | placed_items(index, items)
    can_pool = ~(weight[:, never] != 0).any(axis=1)
    can_pool[[node.place for node in basis.bends.geometric]] = False
    return np.asarray(can_pool & can_pool[basis.place(index.code)])


def _chosen(first: Flags, one: Whole, other: Whole) -> Whole:
    """Q figures, each of the one or of the other."""
    columns = {part.name: np.where(first, getattr(one, part.name), getattr(other, part.name)) for part in fields(one)}
    return Whole(**columns)


def _weights_over_all(basis: Basis, exists: Flags) -> Numbers:
    """Q × J: each item alone, then the nodes over all items that apply anywhere."""
    items = basis.answers.items
    weight = np.zeros((len(basis.loads.nodes), len(items)))
    weight[range(len(items)), range(len(items))] = exists
    every = frozenset(item for item, is_in in zip(items, exists, strict=True) if is_in)
    for code, part in parts_of(basis.index, every, every).items():
        for item, share in part.weights.items():
            weight[basis.place(code), items.index(item)] = share
    return weight


def _columns(lines: Sequence[_Line], kind: np.ndarray) -> dict[str, np.ndarray]:
    estimate = np.array([line.whole.estimate for line in lines])
    se = np.sqrt(np.array([line.whole.variance for line in lines]))
    df = np.array([line.whole.df for line in lines])
    seen = np.array([line.whole.n for line in lines]) > 0
    lower, upper = (np.where(seen, limit, np.nan) for limit in t_limits(estimate, se, df))
    numbers = {
        "estimate": estimate,
        "se": np.where(seen, se, np.nan),
        "lower": lower,
        "upper": upper,
        "df": df,
        "n": np.array([line.whole.n for line in lines]),
        "n_psu": np.array([line.whole.n_psu for line in lines]),
        "n_answers": np.array([line.n_answers for line in lines]),
    }
    has = ~np.isnan(estimate)
    return {name: blanked(column, has) for name, column in numbers.items()} | {
        "floored": blanked(np.array([line.whole.floored for line in lines]), has),
        "variance": blanked(np.where(seen, "linearised", "none").astype(object), has),
        "interval": blanked(np.where(seen, kind, "none").astype(object), has),
        "state": np.where(has, "reported", "suppressed"),
        "reason": np.where(has, "", "few_ratings"),
        "aggregation": np.broadcast_to(
            np.array([np.broadcast_to(line.aggregation, has.shape[1:]) for line in lines], dtype=object), has.shape
        ),
    }

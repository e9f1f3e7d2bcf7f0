"""The interval of every figure of every unit, by what the figure is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from scoring.arrays import Flags, Numbers
from scoring.estimate.estimation import Figures
from scoring.estimate.intervals import korn_graubard, pooled_beta, pooled_dispersion, t_limits
from scoring.run.basis import Basis
from scoring.run.scales import SHARE

ENOUGH_RANKED = 3
"""With fewer ranked units the dispersion of a block is pooled over the reported ones too."""


@dataclass(frozen=True)
class Limits:
    """U × Q, in shares."""

    lower: Numbers
    upper: Numbers
    kind: np.ndarray
    dispersion: Numbers
    """φ of the unit's block for each node."""


def limits_of(basis: Basis, figures: Figures, definition: str) -> Limits:
    """Components and the index: pooled beta; a single share: Korn–Graubard; a single mean: t, pooled beta at V = 0.

    Scores between goalposts: t, except single shares; hard figures have no interval.
    """
    items = len(basis.answers.items)
    dispersion = dispersion_of(basis, figures)
    with np.errstate(invalid="ignore", divide="ignore"):
        lower, upper = pooled_beta(np.clip(figures.estimate, 0.0, 1.0), figures.n, dispersion)
        kind = np.full(lower.shape, "beta", dtype=object)
        if definition == "indicators":
            _put(t_limits(figures.estimate, np.sqrt(figures.variance), figures.df), "t", (lower, upper, kind))
        limits = _LIMITS[definition]
        low, high, taken, name = limits(basis, figures, items)
    lower[:, :items] = np.where(taken, low, lower[:, :items])
    upper[:, :items] = np.where(taken, high, upper[:, :items])
    kind[:, :items] = np.where(taken, name, kind[:, :items])
    no_answers = figures.n == 0
    return Limits(
        np.where(no_answers, np.nan, lower),
        np.where(no_answers, np.nan, upper),
        np.where(no_answers, "none", kind).astype(object),
        dispersion,
    )


def _put(limits: tuple[Numbers, Numbers], name: str, into: tuple[Numbers, Numbers, np.ndarray]) -> None:
    into[0][...], into[1][...] = limits
    into[2][...] = name


def _share_limits(basis: Basis, figures: Figures, items: int) -> tuple[Numbers, Numbers, Flags, str]:
    figure = (figures.estimate, figures.variance, figures.df, figures.n, _pooled_deff(basis, figures.deff[:, :items]))
    low, high = korn_graubard(*(column[:, :items] for column in figure))
    return low, high, np.ones(low.shape, dtype=bool), "beta"


def _indicator_limits(basis: Basis, figures: Figures, items: int) -> tuple[Numbers, Numbers, Flags, str]:
    """Single shares between 0 and 1 as shares; the other indicators keep t."""
    low, high, _taken, name = _share_limits(basis, figures, items)
    found = [basis.index.indicator(code) for code in basis.answers.items]
    is_share = np.array([one is not None and one.recode.startswith("pct") and one.bounds == SHARE for one in found])
    return low, high, np.broadcast_to(is_share, low.shape), name


def _mean_limits(_basis: Basis, figures: Figures, items: int) -> tuple[Numbers, Numbers, Flags, str]:
    estimate, variance, df = (column[:, :items] for column in (figures.estimate, figures.variance, figures.df))
    low, high = t_limits(estimate, np.sqrt(variance), df)
    return low, high, variance > 0, "t"


_LIMITS: Mapping[str, Callable[[Basis, Figures, int], tuple[Numbers, Numbers, Flags, str]]] = MappingProxyType(
    {"top2_share": _share_limits, "mean_percent": _mean_limits, "indicators": _indicator_limits}
)


def _pooled_deff(basis: Basis, deff: Numbers) -> Numbers:
    """Median design effect of each item over the printed units of a block, at least 1."""
    result = np.ones(deff.shape)
    for block in np.unique(basis.blocks.astype(str)):
        rows = basis.units_in(block, "ranked", "reported")
        seen = rows[:, None] & basis.shown[:, : deff.shape[1]] & ~np.isnan(deff)
        for item in np.flatnonzero(seen.any(axis=0)):
            result[basis.blocks == block, item] = max(1.0, float(np.median(deff[seen[:, item], item])))
    return result


def dispersion_of(basis: Basis, figures: Figures) -> Numbers:
    """U × Q: φ of each node in the unit's block, over its ranked units (and reported ones where few are ranked)."""
    result: Numbers = np.ones_like(figures.estimate)
    many = basis.loads.counted.sum(axis=2)
    for block in np.unique(basis.blocks.astype(str)):
        in_block = basis.blocks == block
        for node in range(result.shape[1]):
            rows = _pool(basis, block, node)
            theta, variance, n = (part[rows, node] for part in (figures.estimate, figures.variance, figures.n))
            parts = float(many[rows, node].max(initial=1))
            result[in_block, node] = pooled_dispersion(theta, variance, n, parts)
    return result


def _pool(basis: Basis, block: str, node: int) -> Flags:
    ranked = basis.units_in(block, "ranked") & basis.shown[:, node]
    if ranked.sum() >= ENOUGH_RANKED:
        return ranked
    return basis.units_in(block, "ranked", "reported") & basis.shown[:, node]

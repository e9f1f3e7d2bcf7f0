"""The interval of every figure of every unit, by what the figure is."""

from dataclasses import dataclass, replace

import numpy as np

from instruments.index import SHARES
from instruments.indicator import Indicator
from scoring.arrays import Flags, Numbers
from scoring.estimate.estimation import Figures
from scoring.estimate.intervals import korn_graubard, pooled_beta, pooled_dispersion, t_limits
from scoring.estimate.medians import median_items
from scoring.run.basis import Basis
from scoring.run.scales import scale_of

ENOUGH_RANKED = 3
"""With fewer ranked units the dispersion of a block is pooled over the reported ones too."""
RELATIVE = "t_relative"
"""The interval of a score given the goalposts of the wave."""


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

    Single shares keep theirs between any goalposts; other scores between goalposts: t; a single grouped median:
    Woodruff. Hard figures have no interval, nor do scores of the units that are the goalposts themselves; other scores
    between goalposts of the wave are `t_relative`: given these. A figure with a floor has the limits of the figure
    before, lifted where they are written.
    """
    figures = replace(figures, estimate=figures.before)
    dispersion = dispersion_of(basis, figures)
    with np.errstate(invalid="ignore", divide="ignore"):
        ways = {
            "beta": pooled_beta(np.clip(figures.estimate, 0.0, 1.0), figures.n, dispersion),
            "t": t_limits(figures.estimate, np.sqrt(figures.variance), figures.df),
            "share": _share_limits(basis, figures),
            "woodruff": _median_limits(basis, figures),
        }
        ways[RELATIVE] = ways["t"]
    way = _ways(basis, figures, definition)
    lower, upper = (
        np.select([way == name for name in ways], [pair[end] for pair in ways.values()], np.nan) for end in (0, 1)
    )
    return Limits(lower, upper, np.where(way == "share", "beta", way).astype(object), dispersion)


def _ways(basis: Basis, figures: Figures, definition: str) -> np.ndarray:
    """U × Q: `share`, `beta`, `t`, `woodruff`, `t_relative` or `none`, by what the figure is."""
    items = len(basis.answers.items)
    made = [basis.index.indicator(code) for code in basis.answers.items]
    between = np.array([one is not None for one in made])
    is_share = np.array([_is_share(one, definition) for one in made]) & ~basis.placed
    way = np.full(figures.estimate.shape, "beta", dtype=object)
    way[(basis.loads.counted & between).any(axis=2)] = "t"
    single = np.where(is_share, "share", np.where((figures.variance[:, :items] > 0) | between, "t", "beta"))
    way[:, :items] = np.where(median_items(basis.index, basis.answers.items), "woodruff", single)
    way[:, basis.relative] = np.where(figures.variance[:, basis.relative] > 0, RELATIVE, "none")
    way[figures.n == 0] = "none"
    return way


def _is_share(indicator: Indicator | None, definition: str) -> bool:
    if indicator is None:
        return definition == "top2_share"
    return indicator.recode in SHARES


def _share_limits(basis: Basis, figures: Figures) -> tuple[Numbers, Numbers]:
    """Korn–Graubard for the items; the other nodes are no single shares and get nothing.

    The limits are those of the share that was answered, whatever its goalposts, put between these like the share.
    """
    items = len(basis.answers.items)
    scales = [scale_of(basis.index, code, "raw") for code in basis.answers.items]
    start = np.array([one.low if one.direction == 1 else one.high for one in scales])
    way = np.array([one.width * one.direction for one in scales])
    estimate, variance, df, n = (
        part[:, :items] for part in (figures.estimate, figures.variance, figures.df, figures.n)
    )
    share = np.clip(np.round(start + way * estimate, 14), 0.0, 1.0)
    found = korn_graubard(share, way**2 * variance, df, n, _pooled_deff(basis, figures.deff[:, :items]))
    limits = np.full((2, *figures.estimate.shape), np.nan)
    limits[:, :, :items] = np.sort([(limit - start) / way for limit in found], axis=0)
    return limits[0], limits[1]


def _median_limits(basis: Basis, figures: Figures) -> tuple[Numbers, Numbers]:
    """Those of the single items that are grouped medians; nothing for any other figure."""
    limits = np.full((2, *figures.estimate.shape), np.nan)
    ends = (basis.medians.lower, basis.medians.upper)
    limits[:, :, : len(basis.answers.items)] = [basis.window.shares(end) if basis.window else end for end in ends]
    return limits[0], limits[1]


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

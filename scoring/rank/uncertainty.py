"""Rank sets: the ranks a unit may truly have, from all pairwise differences at once."""

from dataclasses import dataclass

import numpy as np

from scoring.arrays import Flags, Numbers

SAME = 1e-9
"""Unrounded values this close are ties."""


@dataclass(frozen=True)
class RankSets:
    """Rank sets of p units with the critical values they were made with."""

    lower: np.ndarray
    """Best (smallest) rank each unit may truly have, all units taken together."""
    upper: np.ndarray
    """Worst (largest) rank each unit may truly have, all units taken together."""
    better: Flags
    """p × p: the row unit is significantly better than the column unit."""
    c: float
    """Critical value of the simultaneous sets after the last step down."""
    steps: tuple[float, ...]
    """Critical value of each step down, the first over all pairs."""
    better_alone: Flags
    """p × p: the row unit is better than the column unit by the row unit's own critical value."""
    worse_alone: Flags
    """p × p: the row unit is worse than the column unit by the row unit's own critical value."""
    c_marginal: Numbers
    """Critical value of each unit taken by itself."""

    @property
    def lower_marginal(self) -> np.ndarray:
        """Best (smallest) rank each unit may truly have, taken by itself."""
        return np.asarray(1 + self.worse_alone.sum(axis=1))

    @property
    def upper_marginal(self) -> np.ndarray:
        """Worst (largest) rank each unit may truly have, taken by itself."""
        return np.asarray(len(self.better) - self.better_alone.sum(axis=1))


@dataclass(frozen=True)
class Draws:
    """How the critical values are simulated."""

    seed: int
    number: int = 10_000
    level: float = 0.95
    df: float = np.inf
    """Finite: the draws are t-scaled instead of normal."""
    stepdown: bool = True


def floored(variance: Numbers, theta: Numbers, n: Numbers, dispersion: float) -> Numbers:
    """V* = max(V, φ θ̃(1−θ̃)/n), θ̃ = (nθ + 2)/(n + 4): no unit is surer than its block allows.

    Figures brought in alone (n = 0) have no error of sampling and no floor.
    """
    shrunk = (n * theta + 2) / (n + 4)
    least = np.divide(dispersion * shrunk * (1 - shrunk), n, out=np.zeros_like(variance), where=n > 0)
    return np.maximum(variance, least)


def rank_sets_of(values: Numbers, covariance: Numbers, draws: Draws) -> RankSets:
    """Simultaneous sets with step-down, and marginal sets in one step, of values with covariance S (higher is better).

    `u` is better than `v` where `θ_u − θ_v > c s_uv`, `s_uv = √(S_uu + S_vv − 2 S_uv)`, c the quantile of the
    maximum of `(Z_u − Z_v)/s_uv` over the pairs not yet decided, `Z ~ N(0, S)`. A pair with s = 0 leaves the draws
    and is decided by the values. Set of u: 1 + number better than u … p − number worse.
    Source: Mogstad, Romano, Shaikh and Wilhelm, Inference for Ranks, Review of Economic Studies.
    """
    values = np.asarray(values, dtype=np.float64)
    diagonal = np.diag(covariance)
    square = diagonal[:, None] + diagonal[None, :] - 2 * covariance
    spread = np.sqrt(np.where(square > 1e-12 * diagonal.max(initial=0.0), square, 0.0))
    difference = values[:, None] - values[None, :]
    drawn = _drawn(covariance, draws)
    certain = (spread == 0) & (difference > SAME)
    first, single = _first_step(drawn, spread, draws.level)
    better, steps = _stepped_down(difference, spread, drawn, first, draws)
    return RankSets(
        lower=1 + (better | certain).sum(axis=0),
        upper=len(values) - (better | certain).sum(axis=1),
        better=better | certain,
        c=steps[-1],
        steps=steps,
        better_alone=_exceeds(difference, spread, single[:, None]) | certain,
        worse_alone=_exceeds(difference.T, spread, single[:, None]) | certain.T,
        c_marginal=single,
    )


def _drawn(covariance: Numbers, draws: Draws) -> Numbers:
    """P × draws of N(0, S), through the symmetric root of S, which is the same on every processor."""
    values, vectors = np.linalg.eigh(covariance)
    root = (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
    random = np.random.default_rng(draws.seed)
    drawn = np.ascontiguousarray((random.standard_normal((draws.number, len(values))) @ root).T)
    if np.isfinite(draws.df):
        drawn *= np.sqrt(draws.df / random.chisquare(draws.df, draws.number))
    return drawn


def _inverse(spread: Numbers) -> Numbers:
    return np.divide(1.0, spread, out=np.zeros_like(spread), where=spread > 0)


def _first_step(drawn: Numbers, spread: Numbers, level: float) -> tuple[float, Numbers]:
    """Critical values over all pairs, and over the pairs of each unit."""
    inverse = _inverse(spread)
    highest = np.zeros_like(drawn)
    for unit in range(len(drawn) - 1):
        gaps = np.abs(drawn[unit] - drawn[unit + 1 :])
        gaps *= inverse[unit, unit + 1 :, None]
        np.maximum(highest[unit + 1 :], gaps, out=highest[unit + 1 :])
        np.maximum(highest[unit], gaps.max(axis=0), out=highest[unit])
    single = np.quantile(highest, level, axis=1) if len(drawn) else np.zeros(0)
    return float(np.quantile(highest.max(axis=0, initial=0.0), level)), single


def _stepped_down(
    difference: Numbers, spread: Numbers, drawn: Numbers, first: float, draws: Draws
) -> tuple[Flags, tuple[float, ...]]:
    """Drop decided pairs and take the quantile over the rest, until nothing new is decided."""
    steps = [first]
    better = _exceeds(difference, spread, first)
    while draws.stepdown:
        c = _critical(drawn, spread, ~better & (spread > 0), draws.level)
        decided = _exceeds(difference, spread, min(c, steps[-1]))
        if not (decided & ~better).any():
            break
        steps.append(min(c, steps[-1]))
        better = decided
    return better, tuple(steps)


def _exceeds(difference: Numbers, spread: Numbers, c: float | Numbers) -> Flags:
    return (spread > 0) & (difference > c * spread)


def _critical(drawn: Numbers, spread: Numbers, family: Flags, level: float) -> float:
    inverse = _inverse(spread)
    highest = np.zeros(drawn.shape[1])
    for unit in range(len(drawn)):
        others = np.flatnonzero(family[unit])
        if len(others):
            gaps = (drawn[unit] - drawn[others]) * inverse[unit, others, None]
            np.maximum(highest, gaps.max(axis=0), out=highest)
    return float(np.quantile(highest, level))

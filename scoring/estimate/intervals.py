"""Limits of an estimate: t, logit, Wilson, Korn–Graubard for one share, pooled beta for a mean of shares."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaincinv, stdtrit

from scoring.arrays import Numbers

ALPHA = 0.05
Limits = tuple[Numbers, Numbers]


def t_limits(estimate: ArrayLike, se: ArrayLike, df: ArrayLike) -> Limits:
    """Estimate ∓ t_df · se; limits are not clipped."""
    half = stdtrit(np.asarray(df), 1 - ALPHA / 2) * np.asarray(se)
    return np.asarray(estimate) - half, np.asarray(estimate) + half


def logit_limits(share: ArrayLike, se: ArrayLike, df: ArrayLike) -> Limits:
    """logit(P) ∓ t_df · se / (P(1−P)), taken back to shares; missing where P is 0 or 1."""
    p = np.asarray(share, dtype=np.float64)
    inner = np.where((p > 0) & (p < 1), p, np.nan)
    lower, upper = t_limits(np.log(inner / (1 - inner)), np.asarray(se) / (inner * (1 - inner)), df)
    return 1 / (1 + np.exp(-lower)), 1 / (1 + np.exp(-upper))


def wilson_limits(share: ArrayLike, n_eff: ArrayLike, df: ArrayLike) -> Limits:
    """Wilson score limits with the effective number and t_df (Wilson 1927)."""
    p, n = np.asarray(share, dtype=np.float64), np.asarray(n_eff, dtype=np.float64)
    square = stdtrit(np.asarray(df), 1 - ALPHA / 2) ** 2 / n
    half = np.sqrt(square * p * (1 - p) + square**2 / 4)
    return (p + square / 2 - half) / (1 + square), (p + square / 2 + half) / (1 + square)


def clopper_pearson(share: ArrayLike, effective: ArrayLike) -> Limits:
    """Beta limits of a share seen in `effective` cases, whole or not (Clopper and Pearson 1934).

    >>> [round(float(limit), 4) for limit in clopper_pearson(1.0, 30)]   # lower: .025 ** (1 / 30)
    [0.8843, 1.0]
    """
    p, n = np.asarray(share, dtype=np.float64), np.asarray(effective, dtype=np.float64)
    favourable, other = n * p, n * (1 - p)
    with np.errstate(invalid="ignore"):
        lower = np.where(favourable <= 0, 0.0, betaincinv(favourable, other + 1, ALPHA / 2))
        upper = np.where(other <= 0, 1.0, betaincinv(favourable + 1, other, 1 - ALPHA / 2))
    return lower, upper


def korn_graubard(share: Numbers, variance: Numbers, df: Numbers, n: Numbers, deff: Numbers) -> Limits:
    """Clopper–Pearson with n* = min(n, P(1−P)/V · (t_{n−1}/t_df)²); n* = n / deff where V = 0.

    `deff` is the pooled median of the item in its block, at least 1. Source: Korn and Graubard 1998.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = (stdtrit(n - 1, 1 - ALPHA / 2) / stdtrit(df, 1 - ALPHA / 2)) ** 2
        seen = np.minimum(n, share * (1 - share) / variance * factor)
    return clopper_pearson(share, np.where(variance > 0, seen, n / np.maximum(deff, 1.0)))


def pooled_dispersion(theta: Numbers, variance: Numbers, n: Numbers, parts: float) -> float:
    """φ = Σ n V / Σ θ(1−θ) over the units of a block, not below 1 / parts (items in the node)."""
    spread = float((theta * (1 - theta)).sum())
    return max(float((n * variance).sum()) / spread, 1 / parts) if spread > 0 else 1 / parts


def pooled_beta(theta: Numbers, n: Numbers, dispersion: Numbers | float) -> Limits:
    """Quantiles .025 and .975 of Beta(n*θ + ½, n*(1−θ) + ½), n* = n/φ; upper is 1 at θ = 1, lower 0 at θ = 0."""
    effective = n / dispersion
    first, second = effective * theta + 0.5, effective * (1 - theta) + 0.5
    lower = np.where(theta <= 0, 0.0, betaincinv(first, second, ALPHA / 2))
    upper = np.where(theta >= 1, 1.0, betaincinv(first, second, 1 - ALPHA / 2))
    return lower, upper

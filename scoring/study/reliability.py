"""How much of the differences between units is real, and how well items hang together."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from scoring.arrays import Numbers
from scoring.errors import Refusal

LEAST_PAIRS = 50
"""Fewest pairs of answers behind a cell of the covariance matrix of the items of a split or routed form."""
FORMS = ((0.8, "full_ranks"), (0.5, "bands"), (0.0, "distribution"))


def reliability(estimates: ArrayLike, cov: ArrayLike | None = None, se: ArrayLike | None = None) -> float | None:
    """λ = 1 − mean(V_u) / Var_u(θ̂_u), 0 if negative: the share of the differences that is not sampling error.

    Give either the covariance matrix or the standard errors. None with fewer than two units or without differences.

    >>> reliability([80, 85, 90], se=[2.5, 2.5, 2.5])   # 1 − 6.25 / 25
    0.75
    """
    if (cov is None) == (se is None):
        raise Refusal(
            vi="Hãy cho đúng một trong hai: cov hoặc se.", en="Give exactly one of cov and se to measure reliability."
        )
    theta = np.asarray(estimates, dtype=np.float64)
    variance = np.asarray(se, dtype=np.float64) ** 2 if cov is None else np.diag(np.asarray(cov, dtype=np.float64))
    spread = float(theta.var(ddof=1)) if len(theta) > 1 else 0.0
    return max(0.0, 1 - float(variance.mean()) / spread) if spread > 0 else None


def advised_form(lambda_b: float | None) -> str | None:
    """The form of publication a reliability advises: full ranks, bands, or the distribution only."""
    if lambda_b is None:
        return None
    return next(form for bound, form in FORMS if lambda_b >= bound)


def alpha(items: pd.DataFrame, weights: Sequence[float] | None = None, missing: str = "pairwise") -> float | None:
    """Cronbach's α = J/(J−1) · (1 − Σ s_jj / Σ s_jk) from the weighted covariance matrix of the items.

    `items` has one row per rating and one column per item, NaN where there is no answer. `missing` is `pairwise`
    (each cell from the rows that answer both) or `complete` (rows that answer all). None with fewer than two items
    or where an incomplete cell rests on fewer than 50 pairs.
    """
    if missing not in ("pairwise", "complete"):
        raise Refusal(
            vi=f"missing={missing!r} không có; hãy dùng 'pairwise' hoặc 'complete'.",
            en=f"missing={missing!r} is not known; use 'pairwise' or 'complete'.",
        )
    answers = items.to_numpy(dtype=np.float64)
    weight = np.ones(len(answers)) if weights is None else np.asarray(weights, dtype=np.float64)
    if missing == "complete":
        whole = ~np.isnan(answers).any(axis=1)
        answers, weight = answers[whole], weight[whole]
    matrix, pairs = pairwise_covariance(answers, weight)
    enough = not np.isnan(answers).any() or pairs.min() >= LEAST_PAIRS
    return alpha_from(matrix) if enough else None


def alpha_from(matrix: Numbers) -> float | None:
    """α of a covariance matrix of items; None with fewer than two items or without any variance."""
    many = len(matrix)
    if many < 2 or not matrix.sum() > 0:  # noqa: PLR2004 - one item has no inner agreement
        return None
    return float(many / (many - 1) * (1 - np.trace(matrix) / matrix.sum()))


def pairwise_covariance(answers: Numbers, weight: Numbers) -> tuple[Numbers, Numbers]:
    """Weighted covariance of each pair of items over the rows that answer both, and how many those are."""
    given = ~np.isnan(answers)
    seen = given.astype(np.float64)
    weighted = seen * weight[:, None]
    value = np.where(given, answers, 0.0)
    total = weighted.T @ seen
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (weighted * value).T @ seen / total
        product = (weighted * value).T @ value / total
        return product - mean * mean.T, seen.T @ seen

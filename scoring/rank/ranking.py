"""Orders the ranked units of a block by their published score, treats ties openly, and finds their tiers."""

from collections.abc import Sequence

import numpy as np

from instruments.index import Tier
from scoring.arrays import Numbers
from scoring.rank.uncertainty import SAME


def tied(scores: Numbers, decimals: int | None, tolerance: float = SAME) -> Numbers:
    """The values that are compared: rounded half up to `decimals`, or neighbours within the tolerance made equal.

    >>> tied(np.array([92.345, 92.344999]), 2)
    array([92.35, 92.34])
    """
    if decimals is not None:
        return np.asarray(np.floor(np.asarray(scores) * 10.0**decimals + 0.5 + SAME) / 10.0**decimals)
    order = np.argsort(scores, kind="stable")
    ascending = np.asarray(scores, dtype=np.float64)[order]
    starts = np.concatenate([[True], np.diff(ascending) > tolerance])[: len(ascending)]
    equal = np.empty_like(ascending)
    equal[order] = ascending[starts][np.cumsum(starts) - 1]
    return equal


def ranks(values: Numbers) -> np.ndarray:
    """Rank 1 for the highest; ties share the smallest rank and the next ranks are skipped: 1, 2, 2, 4."""
    ascending = -np.asarray(values, dtype=np.float64)
    return np.searchsorted(np.sort(ascending), ascending, side="left") + 1


def tier_of(score: float, tiers: Sequence[Tier]) -> str | None:
    """Code of the highest tier an unrounded score reaches; none below the lowest or without a score."""
    reached = [tier for tier in tiers if score >= tier.at_least - SAME]
    return max(reached, key=lambda tier: tier.at_least).code if reached else None

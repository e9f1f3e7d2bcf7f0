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
    reached = [(tier.at_least, tier.code) for tier in tiers if tier.at_least is not None]
    return max(((least, code) for least, code in reached if score >= least - SAME), default=(0.0, None))[1]


def tier_of_rank(rank: float, ranked: float, tiers: Sequence[Tier]) -> str | None:
    """Code of the tier in which a rank among so many units lies: units that tie are all in the better one.

    >>> tiers = [Tier(code="a", label={"vi": "A"}, top=0.25), Tier(code="b", label={"vi": "B"}, top=1)]
    >>> [tier_of_rank(rank, 10, tiers) for rank in (1, 2, 3)]
    ['a', 'a', 'b']
    """
    parts = [(tier.top, tier.code) for tier in tiers if tier.top is not None]
    return min(((part, code) for part, code in parts if rank <= part * ranked + SAME), default=(0.0, None))[1]

"""Grouped medians of counts: the median inside its class, which moves smoothly where a plain one jumps."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from instruments.index import Index
from scoring.arrays import Flags, Numbers
from scoring.estimate.answers import Answers
from scoring.estimate.ratios import Ratios
from scoring.index.indicators import between_goalposts

HALF = 0.5
_Z = 1.96
_LEAST = 1e-12


@dataclass(frozen=True)
class _Curve:
    """Shares reached at the upper end of each class, of a distribution spread evenly inside each class of width 1."""

    classes: Numbers
    shares: Numbers

    def quantile(self, share: float) -> float:
        """Where the share is reached: `L + (share − F(L)) / p` in the class that holds it."""
        reached = np.cumsum(self.shares)
        place = min(int(np.searchsorted(reached, share - _LEAST)), len(reached) - 1)
        below = reached[place] - self.shares[place]
        return float(self.classes[place] - HALF + (share - below) / self.shares[place])


def grouped_median(values: Numbers, weights: Numbers) -> tuple[float, Numbers]:
    """`m = L + (.5 − F(L)) / p` of whole numbers with weights, and the influence z of each number.

    Each number is the middle of a class of width 1, from L = number − .5; F is the share below the class that holds
    the median and p the share inside it. Other numbers count for the class they lie in. `z = κ (.5 − I) / (f Σ w)`, I
    being the part of a number's class below m, and f the density over the 95 % interval of m (Woodruff 1952; Särndal,
    Swensson and Wretman 1992, 5.11): that of the class alone jumps from one class to the next. κ gives .5 − I the
    spread of .5 it has where numbers lie below or above m and not in between; without it intervals hold 88 to 92 %.

    >>> grouped_median(np.array([1.0, 2.0, 2.0, 3.0, 3.0, 3.0]), np.ones(6))[0]
    2.5
    """
    inside = np.floor(values + HALF)
    total = weights.sum()
    classes, place = np.unique(inside, return_inverse=True)
    curve = _Curve(classes, np.bincount(place, weights) / total)
    median = curve.quantile(HALF)
    reach = min(_Z * HALF / np.sqrt(total**2 / (weights**2).sum()), HALF - _LEAST)
    density = 2 * reach / (curve.quantile(HALF + reach) - curve.quantile(HALF - reach))
    apart = HALF - np.clip(median - (inside - HALF), 0.0, 1.0)
    spread = np.sqrt((weights * apart**2).sum() / total)
    return median, apart * (HALF / max(spread, _LEAST)) / (density * total)


def median_items(index: Index, items: tuple[str, ...]) -> Flags:
    """J: the counted codes that are grouped medians."""
    made = [index.indicator(code) for code in items]
    return np.array([one is not None and one.recode == "grouped_median" for one in made], dtype=bool)


def with_medians(ratios: Ratios, answers: Answers, index: Index) -> Ratios:
    """The ratios with grouped medians, between their goalposts, in the place of means."""
    figure, own = ratios.figure.copy(), ratios.own.copy()
    bounds = list(pairwise(np.searchsorted(answers.unit, np.arange(len(answers.units) + 1))))
    for place in np.flatnonzero(median_items(index, answers.items)):
        own[:, place] = 0.0
        for unit, (start, end) in enumerate(bounds):
            rows = start + np.flatnonzero(answers.answered[start:end, place])
            if len(rows):
                found = _between(index, answers, rows, int(place))
                figure[unit, place], own[rows, place] = found
    return Ratios(figure, own, ratios.sum_wy, ratios.sum_wa, ratios.hard)


def _between(index: Index, answers: Answers, rows: np.ndarray, place: int) -> tuple[float, Numbers]:
    """The median of one unit between the goalposts, and how it moves: linear, hence by the slope."""
    code = answers.items[place]
    indicator = index.indicator(code)
    if indicator is None:
        raise KeyError(code)
    median, influence = grouped_median(answers.numbers[code][rows], answers.weight[rows])
    at = between_goalposts(indicator, np.array([median, median + 1]))
    return float(at[0]), influence * (at[1] - at[0])

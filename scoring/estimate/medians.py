"""Grouped medians of counts: the median inside its class, which moves smoothly where a plain one jumps."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.special import stdtrit

from instruments.index import Index
from scoring.arrays import Flags, Numbers, Places
from scoring.estimate.answers import Answers
from scoring.estimate.covariance import covariance_between, shares_of
from scoring.estimate.intervals import ALPHA
from scoring.estimate.ratios import Ratios
from scoring.index.indicators import between_goalposts

HALF = 0.5
_LEAST = 1e-12
_SHARES = np.arange(1, 100) / 100
"""Where a share of one half is tried; between these the limits are on a straight line."""


@dataclass(frozen=True)
class Medians:
    """Grouped medians between their goalposts; NaN, or nothing, for other items and where nobody answered."""

    figure: Numbers
    """U × J."""
    own: Numbers
    """K × J: the influence z of each rating."""
    lower: Numbers
    upper: Numbers
    """U × J: the limits of Woodruff."""


@dataclass(frozen=True)
class _Curve:
    """Numbers with weights as a distribution spread evenly inside each class of width 1."""

    classes: Numbers
    shares: Numbers
    inside: Numbers
    """The class of each number."""

    def quantile(self, share: Numbers) -> Numbers:
        """Where each share is reached: `L + (share − F(L)) / p` in the class that holds it."""
        reached = np.cumsum(self.shares)
        place = np.minimum(np.searchsorted(reached, share - _LEAST), len(reached) - 1)
        below = reached[place] - self.shares[place]
        return np.asarray(self.classes[place] - HALF + (share - below) / self.shares[place])

    def below(self, at: Numbers) -> Numbers:
        """The part of each number's class that lies below each place: numbers × places."""
        return np.asarray(np.clip(at - (self.inside[:, None] - HALF), 0.0, 1.0))


def _curve(values: Numbers, weights: Numbers) -> _Curve:
    inside = np.floor(values + HALF)
    classes, place = np.unique(inside, return_inverse=True)
    return _Curve(classes, np.bincount(place, weights) / weights.sum(), inside)


def grouped_median(values: Numbers, weights: Numbers) -> float:
    """`m = L + (.5 − F(L)) / p` of whole numbers with weights.

    Each number is the middle of a class of width 1, from L = number − .5; F is the share below the class that holds
    the median and p the share inside it. Other numbers count for the class they lie in.

    >>> grouped_median(np.array([1.0, 2.0, 2.0, 3.0, 3.0, 3.0]), np.ones(6))
    2.5
    """
    return float(_curve(values, weights).quantile(np.array([HALF]))[0])


@dataclass(frozen=True)
class Cases:
    """Answers of one unit with their weights and their place in the design."""

    values: Numbers
    weights: Numbers
    answers: Answers
    rows: Places

    @property
    def t(self) -> float:
        """Quantile of t with clusters less strata degrees of freedom."""
        psus = np.unique(self.answers.psu[self.rows])
        strata = np.unique(self.answers.clusters.stratum[psus])
        return float(stdtrit(max(1, len(psus) - len(strata)), 1 - ALPHA / 2))

    def variance(self, influence: Numbers) -> Numbers:
        """The design's variance of figures with these influences (cases × q)."""
        totals = self.weights[:, None] * influence
        shares = shares_of(self.answers.psu[self.rows], np.zeros(len(self.rows), dtype=np.int64), totals, 1)
        return np.asarray(np.maximum(covariance_between(shares, self.answers.clusters, 1)[0, 0], 0.0))


def woodruff(cases: Cases) -> tuple[float, float]:
    """Limits of a grouped median: all places x at which one half is no surprise, `|F(x) − .5| ≤ t · se(F(x))`.

    F(x) is a mean of the parts of classes that lie below x, with the variance of the design at that very x: this
    holds whether the classes beside the median are full or empty (Woodruff 1952; Särndal, Swensson and Wretman 1992,
    5.11). Limits lie on both sides as far as the numbers say, so are seldom symmetric.
    """
    curve = _curve(cases.values, cases.weights)
    if len(curve.classes) == 1:
        return _where_all_agree(float(curve.classes[0]), cases.weights)
    parts = curve.below(curve.quantile(_SHARES)) - _SHARES
    error = np.sqrt(cases.variance(parts / cases.weights.sum()))
    excess = np.abs(HALF - _SHARES) - cases.t * error
    inside = np.flatnonzero(excess <= _LEAST)
    ends = (_edge(excess, int(inside[0]), -1), _edge(excess, int(inside[-1]), 1))
    low, high = curve.quantile(np.array(ends))
    return float(low), float(high)


def _where_all_agree(number: float, weights: Numbers) -> tuple[float, float]:
    """As far as the median moves if all whom nobody met, `1 − P` by Clopper and Pearson, lie on one side.

    `P = .025^(1/n)` with Kish's n; the median is then `.5 / P` from the other side, at most at the end of the class.
    """
    least = (ALPHA / 2) ** float((weights**2).sum() / weights.sum() ** 2)
    reach = min(HALF / least, 1.0) - HALF
    return number - reach, number + reach


def _edge(excess: Numbers, last: int, step: int) -> float:
    """The share at which the excess crosses zero, beyond the last place inside."""
    beyond = last + step
    if not 0 <= beyond < len(excess):
        return float(_SHARES[last])
    within = max(-excess[last], 0.0)
    return float(_SHARES[last] + step * (_SHARES[1] - _SHARES[0]) * within / (within + excess[beyond]))


def influence_of(cases: Cases, median: float, limits: tuple[float, float]) -> Numbers:
    """`z = c (.5 − I)`, I the part of a number's class below the median, c such that t · se is the longer arm.

    The interval `m ∓ t se` of a figure made of this one then holds the limits of Woodruff: a density at the median
    alone, or half of their width, holds far less than 95 % where the classes beside the median are nearly empty.
    """
    apart = HALF - _curve(cases.values, cases.weights).below(np.array([median]))
    error = float(np.sqrt(cases.variance(apart)[0]))
    longer = max(median - limits[0], limits[1] - median, 0.0)
    return np.asarray(apart[:, 0] * (longer / cases.t / error if error > 0 else 0.0))


def median_items(index: Index, items: tuple[str, ...]) -> Flags:
    """J: the counted codes that are grouped medians."""
    made = [index.indicator(code) for code in items]
    return np.array([one is not None and one.recode == "grouped_median" for one in made], dtype=bool)


def medians_of(answers: Answers, index: Index) -> Medians:
    """The grouped medians of every unit: they are the same under any definition."""
    shape = (len(answers.units), len(answers.items))
    figure, lower, upper = (np.full(shape, np.nan) for _column in range(3))
    own = np.zeros((len(answers.unit), len(answers.items)))
    bounds = list(pairwise(np.searchsorted(answers.unit, np.arange(len(answers.units) + 1))))
    for place in np.flatnonzero(median_items(index, answers.items)):
        for unit, (start, end) in enumerate(bounds):
            rows = start + np.flatnonzero(answers.answered[start:end, place])
            if len(rows):
                found = _between(index, answers, rows, int(place))
                (figure[unit, place], lower[unit, place], upper[unit, place]), own[rows, place] = found
    return Medians(figure, own, lower, upper)


def _between(index: Index, answers: Answers, rows: Places, place: int) -> tuple[Numbers, Numbers]:
    """Median and limits of one unit between the goalposts, and how it moves: linear, hence by the slope."""
    code = answers.items[place]
    indicator = index.indicator(code)
    if indicator is None:
        raise KeyError(code)
    cases = Cases(answers.numbers[code][rows], answers.weight[rows], answers, rows)
    median, limits = grouped_median(cases.values, cases.weights), woodruff(cases)
    influence = influence_of(cases, median, limits)
    at = between_goalposts(indicator, np.array([median, *limits, median + 1]))
    return np.array([at[0], *sorted(at[1:3])]), influence * (at[3] - at[0])


def with_medians(ratios: Ratios, medians: Medians) -> Ratios:
    """The ratios with grouped medians in the place of means."""
    is_median = ~np.isnan(medians.figure)
    figure = np.where(is_median, medians.figure, ratios.figure)
    own = np.where(is_median.any(axis=0), medians.own, ratios.own)
    return Ratios(figure, own, ratios.sum_wy, ratios.sum_wa, ratios.hard)

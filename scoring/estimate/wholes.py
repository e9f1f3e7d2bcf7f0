"""Figures over many units: the mean of a block's units, and the province, pooled or as a mean of units."""

from dataclasses import dataclass

import numpy as np

from scoring.arrays import Flags, Numbers, Places
from scoring.estimate.answers import Answers
from scoring.estimate.covariance import totals_by, variance
from scoring.estimate.estimation import Figures, combined, groups_with_a_case
from scoring.estimate.windows import Moves
from scoring.index.bends import Bends, entered


@dataclass(frozen=True)
class Whole:
    """One figure over many units for each node: Q values each."""

    estimate: Numbers
    floored: Flags
    """The floor stands in the place of a lower figure."""
    variance: Numbers
    df: Numbers
    n: Numbers
    n_psu: Numbers


def mean_of_units(answers: Answers, figures: Figures, chosen: Flags) -> Whole:
    """The plain mean over the chosen units of each node (`chosen` is U × Q: their figure is printed)."""
    many = chosen.sum(axis=0)
    share = chosen / np.maximum(many, 1)
    whose = np.asarray(chosen.any(axis=1))
    # Scores between goalposts of the wave move with answers about units that are not chosen.
    rows = np.flatnonzero(whose[answers.unit]) if figures.moves is None else np.arange(len(answers.unit))
    unit = answers.unit[rows]
    estimate = np.where(many > 0, np.nansum(figures.estimate * share, axis=0), np.nan)
    cases = chosen[unit] & figures.cases[rows]
    parts = figures.influence[rows] * share[unit]
    if figures.moves is not None:
        _put_moving(figures.moves, answers, share, parts)
    floored = (figures.floored | ~chosen).all(axis=0) & (many > 0)
    return _whole(answers, rows, (estimate, floored), parts, cases)


def _put_moving(moves: Moves, answers: Answers, share: Numbers, parts: Numbers) -> None:
    for node in np.flatnonzero(moves.nodes):
        parts[:, [node]] = combined(moves.own, moves.spread(int(node), share[:, [node]]), answers)


def pooled(answers: Answers, shares: Numbers, weight: Numbers, bends: Bends, chosen: Flags) -> Whole:
    """All ballots together: item ratios over the chosen units (U × J, those whose item is printed), then nodes.

    `weight` (Q × J) holds the weights of the nodes over all items. Floors bind on what the ballots make together.
    """
    given = answers.answered & chosen[answers.unit]
    w = answers.weight[:, None]
    sum_wa, sum_wy = (w * given).sum(axis=0), (w * shares * given).sum(axis=0)
    ratio = np.divide(sum_wy, sum_wa, out=np.zeros_like(sum_wy), where=sum_wa > 0)
    own = given * (shares - ratio) / np.where(sum_wa > 0, sum_wa, 1.0)
    measured = (weight[:, sum_wa == 0] == 0).all(axis=1) & weight.any(axis=1)
    least = bends.least(len(weight))
    before = np.where(measured, entered(bends, weight, weight @ ratio), np.nan)
    cases = (given.astype(np.float64) @ (weight != 0).T) > 0
    found = np.maximum(before, least), before < least
    return _whole(answers, np.arange(len(given)), found, own @ weight.T, cases)


def _whole(answers: Answers, rows: Places, found: tuple[Numbers, Flags], contributions: Numbers, cases: Flags) -> Whole:
    """Variance of the sum of w·z over the chosen rows, with every cluster of the design in; each response once in n."""
    clusters, psu = answers.clusters, answers.psu[rows]
    totals = totals_by(psu, answers.weight[rows, None] * contributions, len(clusters.stratum))
    groups = (answers.response[rows], psu, clusters.stratum[psu])
    nowhere = np.zeros(len(rows), dtype=np.int64)
    seen = cases.astype(np.float64)
    n, psus, strata = (groups_with_a_case(group, nowhere, seen, 1)[0] for group in groups)
    return Whole(*found, variance(totals, clusters), np.maximum(psus - strata, 1.0), n, psus)

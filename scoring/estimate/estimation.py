"""Estimates every node of every unit from its answers, with influence values, covariance, counts and design effect."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from scoring.arrays import Flags, Numbers
from scoring.estimate.answers import Answers
from scoring.estimate.covariance import covariance, covariance_between, shares_of, totals_by
from scoring.estimate.ratios import Ratios
from scoring.estimate.windows import Moves, Window, stretched
from scoring.index.bends import Bends, entered
from scoring.index.geometric import Geometric, geometric_mean
from scoring.index.loads import Loads

STRAIGHT = Bends()
"""Every node is a weighted mean of its items."""
NOTHING = 1e-18
"""A variance of shares below this is rounding of zero."""


@dataclass(frozen=True)
class Figures:
    """Figures of one definition, in shares: U units × Q nodes unless said otherwise; NaN where there is none."""

    estimate: Numbers
    before: Numbers
    """The estimate without the floor of the node itself; with those of its parts."""
    variance: Numbers
    df: Numbers
    n: Numbers
    n_kish: Numbers
    n_psu: Numbers
    n_answers: Numbers
    deff: Numbers
    n_eff: Numbers
    sum_wy: Numbers
    sum_wa: Numbers
    """U × J."""
    influence: Numbers
    """K × Q: z of each rating; a variance is made of w·z."""
    cases: Flags
    """K × Q: the rating has at least one scored answer in the node."""
    covariance: dict[str, Numbers]
    """Of each block: its units × its units × Q."""
    moves: Moves | None = None
    """How scores move with the worst and best unit; None where every goalpost is fixed."""

    @property
    def floored(self) -> Flags:
        """The floor stands in the place of a lower figure."""
        return np.asarray(self.before < self.estimate)


def figures_of(
    answers: Answers,
    natural: Ratios,
    loads: Loads,
    bends: Bends = STRAIGHT,
    window: Window | None = None,
) -> Figures:
    """Figures of items combined by the weights of each node; `window`: goalposts of the wave, where some are."""
    units = len(answers.units)
    ratios = natural if window is None else stretched(natural, window, answers)
    influence = combined(ratios.own, loads.weight, answers)
    number = combined(answers.answered.astype(np.float64), loads.counted.astype(np.float64), answers)
    cases = number > 0
    before, slope = _bent(bends, answers, loads, ratios, influence)
    between = _covariance(answers, answers.weight[:, None] * influence)
    moves = Moves(window, natural.own, ratios.figure, slope) if window is not None else None
    if moves is not None:
        _put_moving(moves, answers, between)
    variance = _own_variance(answers, between, len(loads.nodes))
    counts = _counts(answers, cases)
    fixed = np.where(moves.nodes, 0.0, variance) if moves is not None else variance
    deff, n_eff = design_effect(influence, cases, answers, fixed, counts)
    has_any = (counts["n"] > 0) | (loads.counted & ~np.isnan(ratios.hard)[:, None, :]).any(axis=2)
    return Figures(
        estimate=np.where(has_any, np.maximum(before, bends.least(len(loads.nodes))), np.nan),
        before=np.where(has_any, before, np.nan),
        variance=np.where(has_any, variance, np.nan),
        n_answers=totals_by(answers.unit, number, units),
        deff=deff,
        n_eff=n_eff,
        sum_wy=ratios.sum_wy,
        sum_wa=ratios.sum_wa,
        influence=influence,
        cases=cases,
        covariance=between,
        moves=moves,
        **counts,
    )


def _bent(bends: Bends, answers: Answers, loads: Loads, ratios: Ratios, influence: Numbers) -> tuple[Numbers, Numbers]:
    """U × Q figures without their own floors, and U × Q × J how they move; influences of geometric means are put in.

    A floor moves figures and leaves every variance as it was: at the floor itself there is no slope to linearise with,
    and an error of zero would claim that the answers could not have come out otherwise. `max(θ, floor)` never varies
    more than θ, so that this errs on the safe side; above, it does where parts do not run against each other.
    """
    before = entered(bends, loads.weight, np.einsum("uqj,uj->uq", loads.weight, ratios.figure))
    least, slope = bends.least(len(loads.nodes)), loads.weight.copy()
    for node in bends.geometric:
        parts = np.maximum(before[:, list(node.parts)], least[list(node.parts)])
        slope[:, node.place] = _put_geometric(node, answers, loads, (before, parts, ratios.figure), influence)
    return before, slope


def _put_geometric(
    node: Geometric, answers: Answers, loads: Loads, found: tuple[Numbers, Numbers, Numbers], influence: Numbers
) -> Numbers:
    """Puts the geometric mean in the place of the arithmetic one, and its linearised influence.

    `found`: U × Q figures, U × P of its parts, and U × J of its codes, of which those beyond the maximum, figures
    brought in that no answer moves, are added once the mean is taken. Returns U × J: how it moves with its codes.
    """
    parts, (estimate, values, figure) = list(node.parts), found
    present = loads.counted[:, parts, :].any(axis=2) & loads.counted[:, [node.place], :].any(axis=2)
    share, slope = geometric_mean(node, np.where(present, values, np.nan))
    beyond = np.zeros_like(figure)
    beyond[:, list(node.beyond)] = loads.weight[:, node.place, list(node.beyond)]
    share = share + (beyond * figure).sum(axis=1)
    estimate[:, node.place] = np.where(np.isnan(share), 0.0, np.round(share, 14))
    influence[:, node.place] = (influence[:, parts] * slope[answers.unit]).sum(axis=1)
    return np.asarray(beyond + np.einsum("up,upj->uj", slope, loads.weight[:, parts]))


def _put_moving(moves: Moves, answers: Answers, between: dict[str, Numbers]) -> None:
    """Puts the covariance of scores that move with the worst and best unit in the place of that of fixed goalposts."""
    blocks = answers.units["block"].to_numpy()
    for node in np.flatnonzero(moves.nodes):
        for block, found in between.items():
            chosen = np.eye(len(blocks))[:, blocks == block]
            parts = combined(moves.own, moves.spread(int(node), chosen), answers)
            totals = totals_by(answers.psu, answers.weight[:, None] * parts, len(answers.clusters.stratum))
            whole = covariance(totals, answers.clusters)
            found[:, :, node] = np.where(np.abs(whole) < NOTHING, 0.0, whole)


def combined(values: Numbers, weight: Numbers, answers: Answers) -> Numbers:
    """K × J values of items → K × Q of nodes, with the weights of each rating's unit (rows lie sorted by unit)."""
    result = np.zeros((len(values), weight.shape[1]))
    bounds = np.searchsorted(answers.unit, np.arange(len(answers.units) + 1))
    for unit, (start, end) in enumerate(pairwise(bounds)):
        result[start:end] = values[start:end] @ weight[unit].T
    return result


def _covariance(answers: Answers, totals: Numbers) -> dict[str, Numbers]:
    """Within each block: its units by its units by node."""
    blocks = answers.units["block"].to_numpy()
    result = {}
    for block in answers.units["block"].unique():
        places = np.flatnonzero(blocks == block)
        rows = np.isin(answers.unit, places)
        local = np.searchsorted(places, answers.unit[rows])
        shares = shares_of(answers.psu[rows], local, totals[rows], len(places))
        between = covariance_between(shares, answers.clusters, len(places))
        result[str(block)] = np.where(np.abs(between) < NOTHING, 0.0, between)
    return result


def _own_variance(answers: Answers, covariance: dict[str, Numbers], nodes: int) -> Numbers:
    variance = np.zeros((len(answers.units), nodes))
    blocks = answers.units["block"].to_numpy()
    for block, between in covariance.items():
        variance[blocks == block] = np.maximum(np.einsum("uuq->uq", between), 0.0)
    return variance


def _counts(answers: Answers, cases: Flags) -> dict[str, Numbers]:
    """n, Kish n, PSUs and degrees of freedom of each unit and node, from the ratings with a case in the node."""
    units = len(answers.units)
    seen = cases.astype(np.float64)
    weight = answers.weight[:, None]
    total, squares = totals_by(answers.unit, weight * seen, units), totals_by(answers.unit, weight**2 * seen, units)
    psus = groups_with_a_case(answers.psu, answers.unit, seen, units)
    strata = groups_with_a_case(answers.clusters.stratum[answers.psu], answers.unit, seen, units)
    return {
        "n": totals_by(answers.unit, seen, units),
        "n_kish": np.divide(total**2, squares, out=np.zeros_like(total), where=squares > 0),
        "n_psu": psus,
        "df": np.maximum(psus - strata, 1.0),
    }


def groups_with_a_case(group: np.ndarray, unit: np.ndarray, seen: Numbers, units: int) -> Numbers:
    """How many groups (PSUs, strata) hold a case of each unit and node."""
    pairs = shares_of(group, unit, seen, units)
    return totals_by(pairs.unit, (pairs.total > 0).astype(np.float64), units)


def design_effect(
    influence: Numbers, cases: Flags, answers: Answers, variance: Numbers, counts: dict[str, Numbers]
) -> tuple[Numbers, Numbers]:
    """Deff = V / V_srs and n_eff = n / deff (not above Kish's n); both missing where V = 0.

    `V_srs = s²/n`, `s² = n/(n−1) Σ w e² / Σ w`, `e = z · Σ w` over the cases of the domain.
    """
    weight, seen, n = answers.weight[:, None], cases.astype(np.float64), counts["n"]
    units = len(answers.units)
    total = totals_by(answers.unit, weight * seen, units)
    squares = totals_by(answers.unit, weight * influence**2, units)
    with np.errstate(divide="ignore", invalid="ignore"):
        srs = total * squares / (n - 1)
        deff = np.where((variance > 0) & (srs > 0), variance / srs, np.nan)
        return deff, np.minimum(n / deff, counts["n_kish"])

"""Rank, rank set and tier of every ranked unit in the index, block by block."""

from dataclasses import dataclass

import numpy as np

from scoring.arrays import Numbers
from scoring.estimate.estimation import Figures
from scoring.rank.ranking import ranks, tied, tier_of, tier_of_rank
from scoring.rank.uncertainty import Draws, RankSets, floored, rank_sets_of
from scoring.run.basis import Basis
from scoring.run.limits import Limits
from scoring.run.scales import Scale, scale_of, scores

COLUMNS = ("rank", "rank_of", "rank_lower", "rank_upper", "rank_lower_marginal", "rank_upper_marginal")


@dataclass(frozen=True)
class Places:
    """U × Q columns of ranks, and the critical values they rest on."""

    columns: dict[str, Numbers]
    critical_values: list[dict[str, object]]


def places_of(basis: Basis, figures: Figures, limits: Limits, definition: str) -> Places:
    """Ranks of the index node; only ranked units take part, others leave before the draws."""
    columns = {name: np.full(figures.estimate.shape, np.nan) for name in COLUMNS}
    critical = []
    node = basis.place(basis.index.code)
    for block in basis.index.blocks:
        ranked = np.flatnonzero(basis.units_in(block.code, "ranked") & basis.shown[:, node])
        if len(ranked):
            values = tied(_scores(basis, figures.estimate[ranked, node]), basis.index.ties)
            sets = _sets(basis, figures, limits, ranked)
            _fill(columns, ranked, node, values, sets)
            known = {"definition": definition, "dispersion": float(limits.dispersion[ranked[0], node])}
            critical.append(_record(basis, ranked, sets) | known)
    return Places(columns, critical)


def _sets(basis: Basis, figures: Figures, limits: Limits, ranked: np.ndarray) -> RankSets:
    node = basis.place(basis.index.code)
    theta, variance, n = (part[ranked, node] for part in (figures.estimate, figures.variance, figures.n))
    between = _between(basis, figures, ranked, node)
    np.fill_diagonal(between, floored(variance, theta, n, float(limits.dispersion[ranked[0], node])))
    values = tied(_scores(basis, theta), basis.index.ties)
    draws = Draws(basis.options.seed, basis.options.draws, basis.options.level)
    return rank_sets_of(values, between * _scale(basis).width ** 2, draws)


def _scale(basis: Basis) -> Scale:
    return scale_of(basis.index, basis.index.code, "score")


def _scores(basis: Basis, shares: Numbers) -> Numbers:
    return _scale(basis).low + _scale(basis).width * shares


def _between(basis: Basis, figures: Figures, ranked: np.ndarray, node: int) -> Numbers:
    block = basis.blocks[ranked[0]]
    local = np.searchsorted(np.flatnonzero(basis.blocks == block), ranked)
    return figures.covariance[block][:, :, node][np.ix_(local, local)].copy()


def _fill(columns: dict[str, Numbers], ranked: np.ndarray, node: int, values: Numbers, sets: RankSets) -> None:
    columns["rank"][ranked, node] = ranks(values)
    columns["rank_of"][ranked, node] = len(ranked)
    for name in ("lower", "upper", "lower_marginal", "upper_marginal"):
        columns[f"rank_{name}"][ranked, node] = getattr(sets, name)


def _record(basis: Basis, ranked: np.ndarray, sets: RankSets) -> dict[str, object]:
    """The critical values of a block as stored in run.json; `c` decides the simultaneous sets.

    Where every pair left the draws, nothing was drawn and `c` is null.
    """
    names = basis.answers.units["unit"].to_numpy()[ranked]
    return {
        "block": str(basis.blocks[ranked[0]]),
        "node": basis.index.code,
        "p": len(ranked),
        "c": _stored(sets.c),
        "steps": [stored for c in sets.steps if (stored := _stored(c)) is not None],
        "marginal": {str(unit): _stored(c) for unit, c in zip(names, sets.c_marginal, strict=True)},
    }


def _stored(c: float) -> float | None:
    """The largest gap of draws is above 0 wherever there is a pair to draw."""
    return round(float(c), 9) if c > 0 else None


def tiers_of(basis: Basis, figures: Figures, limits: Limits, places: Places) -> dict[str, np.ndarray]:
    """Tier of each figure and of both limits of its uncertainty, by the score or by the rank in the block."""
    if basis.index.ranks_make_tiers:
        given = {"tier": "rank", "tier_lower": "rank_upper", "tier_upper": "rank_lower"}
        return {name: _tiers_of_ranks(basis, places, column) for name, column in given.items()}
    return _tiers_of_scores(basis, figures, limits)


def _tiers_of_ranks(basis: Basis, places: Places, column: str) -> np.ndarray:
    result = np.full(places.columns[column].shape, None, dtype=object)
    for unit, node in zip(*np.nonzero(~np.isnan(places.columns[column])), strict=True):
        rank, ranked = float(places.columns[column][unit, node]), float(places.columns["rank_of"][unit, node])
        result[unit, node] = tier_of_rank(rank, ranked, basis.index.tiers)
    return result


def _tiers_of_scores(basis: Basis, figures: Figures, limits: Limits) -> dict[str, np.ndarray]:
    """Tier of the unrounded score and of both limits, for the nodes of ranked units on the scale of the index."""
    items = len(basis.answers.items)
    scales = [scale_of(basis.index, node, "score") for node in basis.loads.nodes]
    where = (basis.states.state == "ranked")[:, None] & basis.shown & [scale == _scale(basis) for scale in scales]
    where[:, :items] = False
    given = {"tier": figures.estimate, "tier_lower": limits.lower, "tier_upper": limits.upper}
    nodes = basis.loads.nodes
    return {name: _tiers(basis, scores(basis.index, nodes, values), where) for name, values in given.items()}


def _tiers(basis: Basis, scores: Numbers, where: np.ndarray) -> np.ndarray:
    result = np.full(scores.shape, None, dtype=object)
    for unit, node in zip(*np.nonzero(where), strict=True):
        result[unit, node] = tier_of(float(scores[unit, node]), basis.index.tiers)
    return result

"""Rank sets of any estimates: the door for a statistician with a table of figures and their errors."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from scoring.arrays import Numbers
from scoring.errors import Refusal
from scoring.rank.ranking import ranks, tied
from scoring.rank.uncertainty import Draws, RankSets, rank_sets_of


def rank_sets(  # noqa: PLR0913 - a door other programs call; its names are fixed in the house plan
    estimates: pd.Series | Mapping[str, float] | Sequence[float],
    cov: pd.DataFrame | ArrayLike | None = None,
    se: pd.Series | ArrayLike | None = None,
    *,
    level: float = 0.95,
    simultaneous: bool = True,
    stepdown: bool = True,
    draws: int = 10_000,
    seed: int = 1,
    higher_is_better: bool = True,
    df: float = np.inf,
    floor: ArrayLike | None = None,
    ties: float = 0,
) -> pd.DataFrame:
    """Rank, lower and upper rank, p, critical value c, and the units each is significantly better or worse than.

    Give `cov` (matched by labels) or `se`, which means independent estimates (`attrs["independent"]`). `floor` holds
    least variances; values within `ties` of each other tie; `df` makes t-scaled draws. Units without an estimate are
    dropped and named in `attrs["dropped"]`. `lower` is the best (smallest) rank a unit may truly have, `upper` the
    worst.

    Raises:
        Refusal: both of `cov` and `se` are given, or neither.
    """
    given = pd.Series(estimates, dtype="float64")
    if (cov is None) == (se is None):
        raise Refusal(
            vi="Hãy cho đúng một trong hai: cov hoặc se.", en="Give exactly one of cov and se to make rank sets."
        )
    known = given.dropna()
    kept = given.notna().to_numpy()
    matrix = _floored(_matrix(given, cov, se), floor)[np.ix_(kept, kept)]
    values = tied(known.to_numpy() * (1 if higher_is_better else -1), None, ties)
    sets = rank_sets_of(values, matrix, Draws(seed, draws, level, df, stepdown))
    table = _table(known.index, sets, simultaneous=simultaneous).assign(rank=ranks(values))
    table.attrs |= {"dropped": list(given.index[~kept]), "independent": cov is None}
    return table[["rank", "lower", "upper", "p", "c", "better_than", "worse_than"]]


def _floored(matrix: Numbers, floor: ArrayLike | None) -> Numbers:
    if floor is not None:
        least = np.broadcast_to(np.asarray(floor, dtype=np.float64), len(matrix))
        np.fill_diagonal(matrix, np.maximum(np.diag(matrix), least))
    return matrix


def _table(labels: pd.Index, sets: RankSets, *, simultaneous: bool) -> pd.DataFrame:
    names = labels.to_numpy()
    better, worse = (sets.better, sets.better.T) if simultaneous else (sets.better_alone, sets.worse_alone)
    return pd.DataFrame(
        {
            "lower": sets.lower if simultaneous else sets.lower_marginal,
            "upper": sets.upper if simultaneous else sets.upper_marginal,
            "p": len(names),
            "c": sets.c if simultaneous else sets.c_marginal,
            "better_than": [tuple(names[row]) for row in better],
            "worse_than": [tuple(names[row]) for row in worse],
        },
        index=labels,
    )


def _matrix(given: pd.Series, cov: pd.DataFrame | ArrayLike | None, se: pd.Series | ArrayLike | None) -> Numbers:
    if isinstance(cov, pd.DataFrame):
        return cov.loc[given.index, given.index].to_numpy(dtype=np.float64, copy=True)
    if cov is not None:
        return np.array(cov, dtype=np.float64)
    error = se.loc[given.index] if isinstance(se, pd.Series) else se
    return np.diag(np.asarray(error, dtype=np.float64) ** 2)

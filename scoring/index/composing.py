"""Puts components together to an index on a plain table, carrying their covariance along."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from scoring.arrays import Flags, Numbers
from scoring.errors import Refusal


@dataclass(frozen=True)
class Composite:
    """The index of each unit, its covariance if that of the parts was given, and the parts that were used."""

    estimate: pd.Series
    cov: pd.DataFrame | None
    parts_used: pd.DataFrame


def compose(  # noqa: PLR0913 - a door other programs call; its names are fixed in the house plan
    table: pd.DataFrame,
    weights: Mapping[str, float],
    method: Literal["arithmetic", "geometric"] = "arithmetic",
    *,
    missing: Literal["rescale", "refuse"] = "rescale",
    at_least: float = 2 / 3,
    by: Literal["weight", "count"] = "weight",
    cov: pd.DataFrame | None = None,
) -> Composite:
    """`Σ W_c C_c` or `Π C_c^W_c` over the parts present, weights rescaled to 1 while `at_least` of them is there.

    `table` has a row per unit and a column per part (NaN: missing); `cov` has (unit, part) on both axes. Geometric
    composites are linearised: `dθ/dC_c = θ W_c / C_c`.

    Raises:
        Refusal: a geometric composite of a part that is not above 0.

    >>> compose(pd.DataFrame({"a": [60.0], "b": [90.0]}), {"a": 2, "b": 1}).estimate.tolist()
    [70.0]
    """
    parts = table[list(weights)].astype("float64")
    present = parts.notna().to_numpy()
    share = _weights(np.array(list(weights.values()), dtype=np.float64), present, missing, (at_least, by))
    value = np.where(present, parts.to_numpy(), 1.0)
    if method == "geometric" and (value <= 0).any():
        raise Refusal(
            vi="Trung bình nhân cần mọi giá trị lớn hơn 0.", en="A geometric composite needs every part above 0."
        )
    whole = (share > 0).any(axis=1)
    raw = np.exp((share * np.log(value)).sum(axis=1)) if method == "geometric" else (share * value).sum(axis=1)
    slope = share * raw[:, None] / value if method == "geometric" else share
    used = pd.DataFrame(share > 0, index=table.index, columns=parts.columns)
    estimate = pd.Series(np.where(whole, raw, np.nan), index=table.index, name="estimate")
    return Composite(estimate, _covariance(slope, parts, cov), used)


def _weights(weights: Numbers, present: Flags, missing: str, least: tuple[float, str]) -> Numbers:
    at_least, by = least
    counted = weights if by == "weight" else np.ones(len(weights))
    kept = (present * counted).sum(axis=1) / counted.sum()
    enough = kept >= (1.0 if missing == "refuse" else at_least) - 1e-12
    share = present * weights
    total = share.sum(axis=1, keepdims=True)
    return np.where(enough[:, None] & (total > 0), share / np.where(total > 0, total, 1.0), 0.0)


def _covariance(slope: Numbers, parts: pd.DataFrame, cov: pd.DataFrame | None) -> pd.DataFrame | None:
    if cov is None:
        return None
    keys = pd.MultiIndex.from_product([parts.index, parts.columns])
    matrix = cov.reindex(index=keys, columns=keys).fillna(0.0).to_numpy()
    jacobian = np.zeros((len(parts), len(keys)))
    for unit in range(len(parts)):
        jacobian[unit, unit * slope.shape[1] : (unit + 1) * slope.shape[1]] = slope[unit]
    return pd.DataFrame(jacobian @ matrix @ jacobian.T, index=parts.index, columns=parts.index)

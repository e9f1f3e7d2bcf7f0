"""Puts an indicator on a common scale between two goalposts fixed beforehand."""

from typing import Literal

import numpy as np
import pandas as pd

from scoring.errors import Refusal


def normalise(  # noqa: PLR0913 - a door other programs call; its names are fixed in the house plan
    x: pd.Series,
    method: Literal["minmax"] = "minmax",
    *,
    to: tuple[float, float] = (1, 10),
    direction: Literal[1, -1] = 1,
    goalposts: tuple[float, float] | None = None,
    degenerate: Literal["midpoint", "drop", "fail"] = "midpoint",
    outside: Literal["keep", "clip"] = "keep",
) -> pd.Series:
    """`a + (b − a)(x − lo)/(hi − lo)`, turned round for `direction=-1`; without goalposts the window of x itself.

    A window without width gives the midpoint of the scale, missing values (`drop`), or a refusal (`fail`). Values
    outside the goalposts are kept unless clipped.

    Raises:
        Refusal: another method than `minmax`, or goalposts without width under `fail`.

    >>> normalise(pd.Series([0.0, 50.0, 120.0]), goalposts=(0, 100)).tolist()
    [1.0, 5.5, 11.8]
    """
    if method != "minmax":
        raise Refusal(vi=f"Chưa có cách chuẩn hóa {method}; hãy dùng minmax.", en=f"No method {method}; use minmax.")
    lo, hi = goalposts if goalposts is not None else (float(x.min()), float(x.max()))
    low, high = to
    if lo == hi:
        return _degenerate(x, (low + high) / 2, degenerate)
    share = (x.astype("float64") - lo) / (hi - lo)
    share = 1 - share if direction == -1 else share
    return low + (high - low) * (share.clip(0, 1) if outside == "clip" else share)


def _degenerate(x: pd.Series, midpoint: float, choice: str) -> pd.Series:
    if choice == "fail":
        raise Refusal(
            vi="Hai mốc bằng nhau nên không chuẩn hóa được; hãy đặt mốc khác nhau.",
            en="Both goalposts are equal, so nothing can be normalised; give two different ones.",
        )
    return x.astype("float64") * 0 + (midpoint if choice == "midpoint" else np.nan)


def normalised_covariance(
    x: pd.Series,
    cov: pd.DataFrame,
    *,
    to: tuple[float, float] = (1, 10),
    direction: Literal[1, -1] = 1,
    goalposts: tuple[float, float] | None = None,
) -> pd.DataFrame:
    """Covariance of `normalise(x)`, linearised: A Σ A' with A = ±(b − a)/R · [I − (1 − t) e_min − t e_max].

    t = (x − min)/R. The window of x itself moves with its two extremes, so that these have no variance left: their
    score is given, and no interval belongs to it. Between fixed goalposts A is (b − a)/(hi − lo) on the diagonal.

    Raises:
        Refusal: `cov` lacks a unit of x, a value is missing, or the window has no width.

    >>> x, cov = pd.Series([0.0, 50.0, 100.0]), pd.DataFrame(np.eye(3))
    >>> np.diag(normalised_covariance(x, cov, to=(0, 100))).tolist()   # the middle one: 1 + 1/4 + 1/4
    [0.0, 1.5, 0.0]
    """
    values = x.to_numpy(dtype="float64")
    if np.isnan(values).any() or not (x.index.isin(cov.index).all() and x.index.isin(cov.columns).all()):
        raise Refusal(
            vi="Mỗi đơn vị cần có giá trị và có mặt trong ma trận hiệp phương sai; hãy bỏ đơn vị thiếu.",
            en="Each unit needs a value and a place in the covariance matrix; leave out those that lack one.",
        )
    lo, hi = goalposts if goalposts is not None else (float(values.min()), float(values.max()))
    if lo == hi:
        _degenerate(x, lo, "fail")
    slope = np.eye(len(values))
    if goalposts is None:
        t = (values - lo) / (hi - lo)
        slope[:, values.argmin()] -= 1 - t
        slope[:, values.argmax()] -= t
    slope *= direction * (to[1] - to[0]) / (hi - lo)
    sigma = cov.loc[x.index, x.index].to_numpy(dtype="float64")
    return pd.DataFrame(slope @ sigma @ slope.T, index=x.index, columns=x.index)

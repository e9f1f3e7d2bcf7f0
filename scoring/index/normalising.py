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

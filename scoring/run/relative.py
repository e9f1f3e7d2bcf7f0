"""What a run says of goalposts that are figures of units: where they lie, how wide they are, natural figures."""

import numpy as np
import pandas as pd

from instruments.indicator import Indicator
from scoring.estimate.estimation import Figures
from scoring.estimate.windows import Window
from scoring.run.basis import Basis
from scoring.run.scales import scale_of
from scoring.study.reliability import reliability

_DECIMALS = 9


def with_raw(basis: Basis, rows: pd.DataFrame, natural: pd.DataFrame) -> pd.DataFrame:
    """The rows, with raw figures as they were before goalposts that are not written in the instrument."""
    moved = {code for code, is_so in zip(basis.answers.items, basis.placed, strict=True) if is_so}
    return rows.where(~((rows["measure"] == "raw") & rows["node"].isin(moved)), natural)


def goalposts_in(basis: Basis, one: Indicator, block: str) -> dict[str, object]:
    """`lo` and `hi` of an indicator in a block, in natural units; empty where nobody ranked gives them.

    Nor are the figures of two units told that stand on their own scorecards alone.
    """
    window, inside = basis.window, np.flatnonzero(basis.blocks == block)
    if one.goalposts_from is None or window is None or not len(inside):
        return {"lo": one.bounds[0], "hi": one.bounds[1]}
    if not one.is_published:
        return {"lo": np.nan, "hi": np.nan}
    place, scale = basis.answers.items.index(one.code), scale_of(basis.index, one.code, "raw")
    ends = [float(end[inside[0], place]) for end in (window.low, window.high)]
    start = scale.low if scale.direction == 1 else scale.high
    low, high = sorted(round(start + scale.direction * scale.width * end, _DECIMALS) for end in ends)
    return {"lo": low, "hi": high}


def relative_record(basis: Basis, window: Window, natural: Figures) -> dict[str, object]:
    """What run.json says where goalposts are relative: how much wider they are than they should be.

    `range_inflation`: the mean over relative indicators and blocks of 1/√λ, λ being the reliability of the indicator
    among ranked units: errors of the survey widen the spread of figures, and the range with it, by about this factor.
    Indicators whose spread is no more than error (λ = 0) are counted in `range_unreliable` instead.
    """
    found = [
        reliability(natural.estimate[units, place], se=np.sqrt(natural.variance[units, place]))
        for place in np.flatnonzero(window.relative)
        for block in basis.index.blocks
        if (units := basis.units_in(block.code, "ranked") & basis.shown[:, place]).sum() > 1
    ]
    known = [one for one in found if one is not None and one > 0]
    inflation = float(np.mean([one**-0.5 for one in known])) if known else None
    return {
        "relative": True,
        "range_inflation": None if inflation is None else round(inflation, 4),
        "range_unreliable": len(found) - len(known),
    }

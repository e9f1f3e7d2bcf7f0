"""Judges each target of an index by the figure of each unit and its interval: met, missed, or not known for sure."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from instruments.index import Index
from instruments.target import Target

Verdict = Literal["met", "missed", "unclear"]
_PRINTED = ("ranked", "reported")
_PERCENT = 100.0
_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Judged:
    """A target of a unit with its figure in the unit of the target; NaN where there is none."""

    block: str
    unit: str
    target: Target
    figure: float
    lower: float
    upper: float
    verdict: Verdict


def verdict(target: Target, lower: float, upper: float) -> Verdict:
    """Met or missed where the whole interval says so; a figure without error is its own interval.

    >>> over = Target(node="S", operator=">", value=80, unit="percent", source="Kế hoạch")
    >>> [verdict(over, *limits) for limits in ((80.1, 90), (70, 80), (75, 85), (80, 80))]
    ['met', 'missed', 'unclear', 'missed']
    """
    if np.isnan(lower) or np.isnan(upper):
        return "unclear"
    reached = {_holds(target, lower), _holds(target, upper)}
    if len(reached) > 1:
        return "unclear"
    return "met" if reached.pop() else "missed"


def _holds(target: Target, figure: float) -> bool:
    compared = {
        ">": figure > target.value,
        ">=": figure >= target.value,
        "<": figure < target.value,
        "<=": figure <= target.value,
    }
    return compared[target.operator]


def judged_targets(index: Index, estimates: pd.DataFrame, hard: pd.DataFrame) -> Iterator[Judged]:
    """Every target of every unit whose figures are printed, by target, then in the order of the estimates."""
    if not index.targets:
        return
    brought = dict(zip(zip(hard["unit"], hard["indicator"], strict=True), hard["value"], strict=True))
    printed = set(estimates.loc[estimates["state"].isin(_PRINTED), "unit"].dropna())
    for target in index.targets:
        measure = "score" if target.unit == "points" else "raw"
        rows = estimates[
            (estimates["node"] == target.node)
            & (estimates["measure"] == measure)
            & (estimates["definition"] == index.official)
            & estimates["unit"].isin(printed)
        ]
        for row in rows.to_dict("records"):
            if not target.blocks or row["block"] in target.blocks:
                yield _judged(target, row, brought)


def _judged(target: Target, row: Mapping[Hashable, Any], brought: Mapping[Any, float]) -> Judged:
    """Hard figures are judged as they were brought in, wherever their goalposts are."""
    times = _PERCENT if target.unit == "percent" else 1.0
    figure, lower, upper = (_number(row[name]) * times for name in ("estimate", "lower", "upper"))
    if row["variance"] == "none" and not np.isnan(figure):
        if target.unit != "points":
            figure = brought.get((row["unit"], target.node), figure / times) * times
        lower = upper = figure
    # 57 of 100 times 100 is a hair less than 57 in the arithmetic of machines.
    figure, lower, upper = (round(value, _DECIMALS) for value in (figure, lower, upper))
    found = verdict(target, lower, upper)
    return Judged(str(row["block"]), str(row["unit"]), target, figure, lower, upper, found)


def _number(value: Any) -> float:  # noqa: ANN401 - cells of a table are of any type
    return float("nan") if pd.isna(value) else float(value)


def targets_table(index: Index, estimates: pd.DataFrame, hard: pd.DataFrame) -> pd.DataFrame:
    """One row a unit and target, without figures that stand on the unit's own scorecard only."""
    private = {one.code for one in index.indicators if not one.is_published}
    return pd.DataFrame(
        [
            {
                "block": one.block,
                "unit": one.unit,
                "node": one.target.node,
                "operator": one.target.operator,
                "value": one.target.value,
                "measured_in": one.target.unit,
                "figure": one.figure,
                "lower": one.lower,
                "upper": one.upper,
                "verdict": one.verdict,
            }
            for one in judged_targets(index, estimates, hard)
            if one.target.node not in private
        ]
    )

"""Widens the days of invited responses until no group of cell, PSU and range is smaller than ten."""

import numpy as np
import pandas as pd

GROUP = 10
"""Fewest responses of one cell and PSU that share a range of days."""


def widened(responses: pd.DataFrame) -> pd.DataFrame:
    """The responses with `day` and `day_to`, first and last day of the range; both empty where a group is too small.

    Only invited responses are widened: the others came without an invitation that could be dated.
    """
    day = responses["day"].astype("object").where(responses["day"].notna(), None).to_numpy(dtype=object)
    first, last = day.copy(), day.copy()
    invited = responses[(responses["access"] == "invited").to_numpy()].assign(
        place=np.flatnonzero(responses["access"] == "invited")
    )
    for _, places in invited.groupby(["cell", "psu"], dropna=False, sort=True)["place"]:
        rows = places.to_numpy()
        for inside, start, end in _ranges(day[rows]):
            first[rows[inside]], last[rows[inside]] = start, end
    return responses.assign(
        day=pd.Series(first, index=responses.index, dtype="str"),
        day_to=pd.Series(last, index=responses.index, dtype="str"),
    )


def _ranges(days: np.ndarray) -> list[tuple[np.ndarray, str | None, str | None]]:
    """Ranges of days in order, each with at least ten responses; a remainder joins the last."""
    if len(days) < GROUP or any(day is None for day in days):
        return [(np.ones(len(days), dtype=bool), None, None)]
    known, counts = np.unique(days.astype(str), return_counts=True)
    ends, held = [], 0
    for place, count in enumerate(counts):
        held += int(count)
        if held >= GROUP:
            ends.append(place)
            held = 0
    ends[-1] = len(known) - 1
    starts = [0, *(end + 1 for end in ends[:-1])]
    written = days.astype(str)
    return [
        ((written >= known[start]) & (written <= known[end]), str(known[start]), str(known[end]))
        for start, end in zip(starts, ends, strict=True)
    ]

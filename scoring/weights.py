"""Weights of a snapshot: what one response stands for in its cell, and which ratings are usable."""

from typing import Any

import numpy as np
import pandas as pd

from instruments.coding import OUTSIDE, REASONS
from instruments.index import Index
from instruments.model import Instrument

TRIM_AT = 5.0
"""Rating weights above this many medians are cut and the excess spread over the others (a default)."""


def applicable_items(
    instrument: Instrument, block: str | None, counted: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    """Counted codes whose item has a role a block is judged in and can hold; one without a role counts in every block.

    Items of other roles are not applicable to the class, and weights rescale over the rest. `counted`: the codes asked
    about, those of the index where none are given. Hard figures are about every unit, those of the index about units
    of which it counts answers as well: a block that stands there for figures beside the index alone has no index.
    """
    index = instrument.index
    known = {entry.code: entry for entry in index.blocks} if index else {}
    if index is None or block not in known:
        return ()
    roles = [role.code for role in instrument.roles if role.code in known[block].roles and block in role.blocks]
    whole = index.items_below(index.code)
    made = {code: item_of(index, code) for code in (*whole, *(counted or ()))}
    soft = {code for code, item in made.items() if item and instrument.item(item).role in (None, *roles)}
    has_index = bool(soft & set(whole)) or not any(made[code] for code in whole)
    hard = {code for code, item in made.items() if item is None and (has_index or code not in whole)}
    return tuple(dict.fromkeys(code for code in (whole if counted is None else counted) if code in soft | hard))


def item_of(index: Index, code: str) -> str | None:
    """The item that a counted code is made from; None for a figure brought in."""
    indicator = index.indicator(code)
    if indicator is None:
        return code
    return indicator.made_from if indicator.is_soft else None


def counts_in_design(responses: pd.DataFrame, index: Index | None) -> "pd.Series[bool]":
    """Responses of the official estimate: not excluded, and of an access class the instrument names."""
    official = responses["access"].isin(index.access if index else ())
    return official & ~responses["excluded"].astype("boolean").fillna(value=False).astype(bool)


def weighted_responses(
    responses: pd.DataFrame, ratings: pd.DataFrame, frame: pd.DataFrame, instrument: Instrument
) -> pd.DataFrame:
    """The responses with `stratum, base_weight, weight`.

    `weight = N / r`, r = responses of the cell in the design (non-response is thereby adjusted by cell);
    `base_weight = N / invited`. Where N is unknown the weight is 1 and `base_weight` is empty. The stratum is that
    of the cell, else the cell, else `unit:` and the unit that holds the first role of the instrument; where units are
    rated in turn a response has no unit of its own, and the stratum is `all`.
    """
    cells = frame.drop_duplicates("cell").set_index("cell")
    inside = counts_in_design(responses, instrument.index)
    used = responses["cell"].where(inside).value_counts()
    population = _numbers(responses["cell"].map(cells["N"]))
    invited = _numbers(responses["cell"].map(cells["invited"]))
    answered = _numbers(responses["cell"].map(used))
    known = inside & population.gt(0) & answered.gt(0)
    drawn = invited.where(invited.gt(0), answered)
    return responses.assign(
        stratum=_strata(responses, ratings, cells["stratum"], instrument),
        base_weight=(population / drawn).where(known),
        weight=(population / answered).where(known, 1.0),
    )


def _numbers(column: "pd.Series[Any]") -> "pd.Series[float]":
    return column.astype("Float64").astype("float64")


def _strata(
    responses: pd.DataFrame, ratings: pd.DataFrame, stratum_of_cell: "pd.Series[str]", instrument: Instrument
) -> "pd.Series[str]":
    if instrument.looped:  # a response rates units of several strata, so none of them is its own
        return responses["cell"].map(stratum_of_cell).astype("str").fillna(responses["cell"]).fillna("all")
    order = {role.code: place for place, role in enumerate(instrument.roles)}
    place = ratings["roles"].map(lambda roles: min((order.get(role, 99) for role in str(roles).split(";")), default=99))
    ranked = ratings.assign(place=place).sort_values(["response", "place", "unit"])
    first_unit = ranked.drop_duplicates("response").set_index("response")["unit"]
    own = "unit:" + responses["response"].map(first_unit).fillna("")
    from_cell = responses["cell"].map(stratum_of_cell).astype("str")
    return from_cell.fillna(responses["cell"]).fillna(own)


def weighted_ratings(
    ratings: pd.DataFrame, responses: pd.DataFrame, units: pd.DataFrame, instrument: Instrument
) -> pd.DataFrame:
    """The ratings with `weight` (of the response, over the probability the unit was chosen with) and `usable`."""
    weight = ratings["response"].map(responses.set_index("response")["weight"]).astype("float64")
    chosen = ratings["chosen_prob"].astype("Float64").astype("float64")
    drawn = chosen.notna()
    if drawn.any():
        # Only what was drawn weighs more for it, so ratings of a role that nobody draws leave these as they are.
        weight[drawn] = trimmed((weight / chosen)[drawn].to_numpy())
    return ratings.assign(weight=weight, usable=_usable(ratings, units, instrument))


def trimmed(weights: np.ndarray, at: float = TRIM_AT) -> np.ndarray:
    """Weights cut at `at` medians, the excess spread in proportion over the uncut ones; the total stays.

    >>> trimmed(np.array([1.0, 1.0, 1.0, 9.0]))
    array([2.33333333, 2.33333333, 2.33333333, 5.        ])
    """
    limit = at * float(np.median(weights))
    high = weights > limit
    excess = float((weights[high] - limit).sum())
    spread = weights * (1 + excess / float(weights[~high].sum()))
    return np.where(high, limit, spread)


def _usable(ratings: pd.DataFrame, units: pd.DataFrame, instrument: Instrument) -> "pd.Series[bool]":
    """At least the share `usable` of the asked scored items of the unit's block is answered."""
    block_of = units.drop_duplicates("unit").set_index("unit")["block"]
    block = ratings["unit"].map(block_of)
    usable = pd.Series(data=False, index=ratings.index)
    index = instrument.index
    for code in block.dropna().unique():
        columns = [column_of(item, ratings) for item in _deciding(instrument, str(code)) if item in ratings]
        rows = block == code
        answers = ratings.loc[rows, columns].to_numpy()
        asked = (~np.isin(answers, OUTSIDE)).sum(axis=1)
        answered = (answers >= [0 if column.endswith(REASONS) else 1 for column in columns]).sum(axis=1)
        share = index.usable if index else 1.0
        usable[rows] = (asked > 0) & (answered >= share * asked - 1e-9)
    return usable


def _deciding(instrument: Instrument, block: str) -> tuple[str, ...]:
    """The items of the index that concern a block; where it has none, those of the figures beside the index."""
    index = instrument.index
    if index is None:
        return ()
    asked = (_items_behind(instrument, block, codes) for codes in (index.items_below(index.code), index.counted()))
    return next(filter(None, asked), ())


def _items_behind(instrument: Instrument, block: str, counted: tuple[str, ...]) -> tuple[str, ...]:
    index = instrument.index
    made = [item_of(index, code) for code in applicable_items(instrument, block, counted)] if index else []
    return tuple(dict.fromkeys(item for item in made if item is not None))


def column_of(item: str, table: pd.DataFrame) -> str:
    """The column that says whether an item is answered: its codes, or the reasons that stand beside its numbers."""
    beside = f"{item}{REASONS}"
    return beside if beside in table else item

"""The columns behind each counted code: answer codes, numbers, and hard figures."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from instruments.coding import NOT_ASKED, NUMBERS
from instruments.index import Index
from instruments.indicator import Base
from instruments.model import Instrument
from scoring.arrays import Flags, Numbers
from scoring.weights import column_of, item_of

Codes = NDArray[np.int16]


def counted_answers(
    ratings: pd.DataFrame, responses: pd.DataFrame, counted: tuple[str, ...], instrument: Instrument
) -> tuple[Codes, dict[str, Numbers]]:
    """K × J codes of the ratings in their order, and the numbers behind codes that are made from numbers.

    Items without a role are read from the response. Outside the base of an indicator nothing was asked.
    """
    index = instrument.index
    codes = np.full((len(ratings), len(counted)), NOT_ASKED, dtype=np.int16)
    numbers: dict[str, Numbers] = {}
    profile = responses.set_index("response")
    for place, code in enumerate(counted):
        item = item_of(index, code) if index else code
        if item is None:
            continue
        table = ratings if item in ratings else profile.loc[ratings["response"]]
        codes[:, place] = table[column_of(item, table)].to_numpy(dtype=np.int16)
        if instrument.item(item).kind in NUMBERS:
            given = codes[:, place] == 0
            codes[:, place] = np.where(given, 1, codes[:, place])
            numbers[code] = np.where(given, table[item].to_numpy(dtype=np.float64, na_value=0.0), 0.0)
        indicator = index.indicator(code) if index else None
        if indicator is not None and indicator.base is not None:
            inside = _in_base(ratings, profile, indicator.base)
            codes[:, place] = np.where(inside, codes[:, place], np.int16(NOT_ASKED))
    return codes, numbers


def _in_base(ratings: pd.DataFrame, profile: pd.DataFrame, base: Base) -> Flags:
    table = ratings if base.item in ratings else profile.loc[ratings["response"]]
    return np.isin(table[base.item].to_numpy(dtype=np.int16), base.codes)


def not_applicable(criteria: pd.DataFrame, units: pd.DataFrame, counted: tuple[str, ...]) -> Flags:
    """U × J: criteria that were declared not to apply to a unit."""
    declared = criteria[criteria["not_applicable"].fillna(value=False).astype(bool)]
    pairs = set(zip(declared["unit"], declared["indicator"], strict=True))
    return np.array([[(unit, code) in pairs for code in counted] for unit in units["unit"]], dtype=bool).reshape(
        len(units), len(counted)
    )


def hard_figures(hard: pd.DataFrame, units: pd.DataFrame, counted: tuple[str, ...], index: Index) -> Numbers:
    """U × J hard figures in natural units, NaN where a unit has none or the code is made from answers."""
    figures = np.full((len(units), len(counted)), np.nan)
    place = {unit: row for row, unit in enumerate(units["unit"])}
    column = {code: number for number, code in enumerate(counted) if item_of(index, code) is None}
    for unit, code, value in hard[["unit", "indicator", "value"]].itertuples(index=False):
        if unit in place and code in column and not pd.isna(value):
            figures[place[unit], column[code]] = float(value)
    return figures

"""The countable answers of a snapshot: who rated which unit, with which codes, weight and place in the design."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from instruments.coding import NOT_ASKED
from instruments.index import Index
from instruments.model import Instrument
from scoring.arrays import Numbers, Places
from scoring.errors import Refusal
from scoring.estimate.counted import counted_answers, hard_figures, not_applicable
from scoring.estimate.covariance import Clusters
from scoring.snapshot import Snapshot
from scoring.weights import applicable_items, counts_in_design, item_of


@dataclass(frozen=True)
class Answers:
    """Usable ratings of the official estimate (K rows) on the counted items (J), and the design they come from."""

    units: pd.DataFrame
    """Units of the index in block and name order; `unit` points into it."""
    items: tuple[str, ...]
    """Counted codes: items, indicators made from them, and hard figures."""
    codes: NDArray[np.int16]
    """K × J answer codes, rows in the order of `unit`; NOT_ASKED where it does not apply to the block. Of a number 1
    where there is one; of a hard figure never an answer."""
    numbers: Mapping[str, Numbers]
    """The K numbers behind a counted code that is made from numbers; 0 where there is none."""
    hard: Numbers
    """U × J: hard figures in natural units; NaN where there is none."""
    weight: Numbers
    unit: Places
    response: Places
    names: tuple[str, ...]
    """Identifier of each response of the design; `response` points into it."""
    psu: Places
    clusters: Clusters
    strata: tuple[str, ...]
    """Name of each stratum of `clusters`."""
    applicable: NDArray[np.bool_]
    """Units × J: the item has a role the unit's block is judged in."""

    @property
    def answered(self) -> NDArray[np.bool_]:
        """K × J: the item has a scored answer."""
        return self.codes >= 1


def index_of(instrument: Instrument) -> Index:
    """The index of an instrument; refuses where it has none."""
    if instrument.index is None:
        raise Refusal(
            vi=f"Bộ phiếu {instrument.code} không có chỉ số nên không tính được; hãy thêm mục index.",
            en=f"Instrument {instrument.code} has no index, so nothing can be scored; add its index.",
        )
    return instrument.index


def answers_of(snapshot: Snapshot) -> Answers:
    """The countable answers of a snapshot, with every response of the design in n_h, also those rating nobody."""
    instrument = snapshot.instrument
    index = index_of(instrument)
    units = units_of(snapshot.tables.units, index)
    responses = snapshot.tables.responses
    responses = responses[counts_in_design(responses, index)].reset_index(drop=True)
    psu, clusters, strata = _clusters(responses, snapshot.tables.strata, index)
    rows = _usable_rows(snapshot.tables.ratings, responses, units)
    response = pd.Index(responses["response"]).get_indexer(pd.Index(rows["response"])).astype(np.int64)
    unit = rows["place"].to_numpy(dtype=np.int64)
    items = (*index.counted(), *index.bonus, *index.penalty)
    hard = hard_figures(snapshot.tables.hard, units, items, index)
    applicable = _applicable(units, items, instrument) & _hard_applies(hard, units, items, index)
    applicable &= ~not_applicable(snapshot.tables.criteria, units, items)
    codes, numbers = counted_answers(rows, responses, items, instrument)
    return Answers(
        units=units,
        items=items,
        codes=np.where(applicable[unit], codes, np.int16(NOT_ASKED)),
        numbers=numbers,
        hard=hard,
        weight=rows["weight"].to_numpy(dtype=np.float64),
        unit=unit,
        response=response,
        names=tuple(responses["response"]),
        psu=psu[response],
        clusters=clusters,
        strata=strata,
        applicable=applicable,
    )


def _hard_applies(hard: Numbers, units: pd.DataFrame, items: tuple[str, ...], index: Index) -> NDArray[np.bool_]:
    """U × J: false for a hard figure that no unit of the block has: it was not brought in and does not apply."""
    is_soft = np.array([item_of(index, code) is not None for code in items])
    known = ~np.isnan(hard)
    blocks = units["block"].to_numpy()
    anywhere = np.array([known[blocks == block].any(axis=0) for block in blocks]).reshape(known.shape)
    return np.asarray(is_soft | anywhere)


def units_of(units: pd.DataFrame, index: Index) -> pd.DataFrame:
    """The units that belong to a block of the index, blocks as in the instrument, names in dictionary order."""
    place = {block.code: number for number, block in enumerate(index.blocks)}
    known = units[units["block"].isin(list(place))]
    order = known.assign(place=known["block"].map(place)).sort_values(["place", "sort_key", "unit"], kind="stable")
    return order.drop(columns="place").reset_index(drop=True)


def _usable_rows(ratings: pd.DataFrame, responses: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    own = ratings["own_choice"].fillna(value=False).astype(bool)
    usable = ratings["usable"].fillna(value=False).astype(bool)
    known = ratings["unit"].isin(units["unit"]) & ratings["response"].isin(responses["response"])
    rows = ratings[usable & ~own & known]
    place = pd.Index(units["unit"]).get_indexer(pd.Index(rows["unit"]))
    return rows.assign(place=place).sort_values(["place", "response"], kind="stable")


def _clusters(responses: pd.DataFrame, strata: pd.DataFrame, index: Index) -> tuple[Places, Clusters, tuple[str, ...]]:
    """PSU of each response (its label within the stratum, or itself), the clusters of the design, names of strata."""
    label = responses["psu"].where(responses["psu"].notna(), "\x00" + responses["response"])
    psu, keys = pd.factorize(responses["stratum"] + "\x01" + label)
    stratum_of_response, names = pd.factorize(responses["stratum"])
    stratum = np.zeros(len(keys), dtype=np.int64)
    stratum[psu] = stratum_of_response
    sampled = np.zeros(len(names))
    if index.inference == "period":
        population = strata.groupby("stratum")["N"].sum(min_count=1).reindex(names).astype("float64").to_numpy()
        sampled = np.nan_to_num(np.bincount(stratum_of_response, minlength=len(names)) / population)
    size = np.bincount(stratum, minlength=len(names))
    clusters = Clusters(stratum, size.astype(np.int64), np.clip(sampled, 0.0, 1.0))
    return psu.astype(np.int64), clusters, tuple(str(name) for name in names)


def _applicable(units: pd.DataFrame, items: tuple[str, ...], instrument: Instrument) -> NDArray[np.bool_]:
    of_block = {code: applicable_items(instrument, code, items) for code in units["block"].unique()}
    return np.array([[item in of_block[block] for item in items] for block in units["block"]], dtype=bool).reshape(
        len(units), len(items)
    )

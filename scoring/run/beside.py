"""The tables a run publishes beside the estimates: sums, distributions, covariances and reliability."""

import numpy as np
import pandas as pd

from instruments.indicator import Indicator
from instruments.model import Instrument, Item
from scoring.estimate.covariance import totals_by
from scoring.estimate.estimation import Figures
from scoring.estimate.medians import median_items
from scoring.files.columns import COVARIANCE, DISTRIBUTIONS, GOALPOSTS, RELIABILITY, SUMS
from scoring.files.encoding import typed
from scoring.run.basis import Basis
from scoring.run.relative import goalposts_in
from scoring.run.rows import Naming, pairs_of
from scoring.run.scales import most_points, scale_of
from scoring.study.reliability import LEAST_PAIRS, advised_form, alpha_from, pairwise_covariance, reliability


def sums_of(basis: Basis, figures: Figures, definition: str) -> pd.DataFrame:
    """Σ w y, Σ w a and the number of answers of each printed item: enough to recompute its figure, if no median."""
    items = len(basis.answers.items)
    summed = basis.open_items & ~median_items(basis.index, basis.answers.items)
    units, places = np.nonzero(basis.shown[:, :items] & summed & np.isnan(basis.answers.hard))
    labels = basis.answers.units
    table = pd.DataFrame(
        {
            "block": labels["block"].to_numpy()[units],
            "unit": labels["unit"].to_numpy()[units],
            "item": np.array(basis.answers.items, dtype=object)[places],
            "definition": definition,
            "sum_wy": figures.sum_wy[units, places],
            "sum_wa": figures.sum_wa[units, places],
            "n_answers": figures.n[:, :items][units, places].astype(np.int64),
        }
    )
    return typed(table, SUMS)


def covariance_of(basis: Basis, figures: Figures, naming: Naming) -> pd.DataFrame:
    """Covariance of the scores of each node between the units of a block, printed figures only, each pair once."""
    nodes = np.array(basis.loads.nodes, dtype=object)
    scales = [scale_of(basis.index, node, "score") for node in basis.loads.nodes]
    most = most_points(basis.index, basis.loads.nodes, basis.loads.exists)
    widths = np.where(np.isnan(most), [scale.width for scale in scales], most)
    tables = []
    for block, between in figures.covariance.items():
        places = np.flatnonzero(basis.blocks == block)
        names = basis.answers.units["unit"].to_numpy()[places]
        first, second, node = pairs_of(between, basis.shown[places] & basis.open_nodes)
        columns = {"node": nodes[node], "unit_a": names[first], "unit_b": names[second]}
        width = widths[places]
        cov = between[first, second, node] * width[first, node] * width[second, node]
        tables.append(pd.DataFrame({**columns, "cov": cov}).assign(block=block))
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()
    return typed(table.assign(wave=naming.wave, measure="score", definition=naming.definition), COVARIANCE)


def reliability_of(basis: Basis, figures: Figures, definition: str) -> pd.DataFrame:
    """λ of each node in each block over its ranked units, with the form of publication it advises."""
    items = len(basis.answers.items)
    rows = []
    for block in basis.index.blocks:
        for node in range(items, len(basis.loads.nodes)):
            if not basis.loads.exists[basis.blocks == block.code, node].any():
                continue
            ranked = basis.units_in(block.code, "ranked") & basis.shown[:, node]
            lambda_b = reliability(figures.estimate[ranked, node], se=np.sqrt(figures.variance[ranked, node]))
            rows.append(
                {
                    "block": block.code,
                    "definition": definition,
                    "node": basis.loads.nodes[node],
                    "lambda_b": lambda_b,
                    "advised_form": advised_form(lambda_b),
                }
            )
    return typed(pd.DataFrame(rows), RELIABILITY)


def goalposts_of(basis: Basis) -> pd.DataFrame:
    """The goalposts each indicator was scored between, in each block it applies to."""
    rows = [
        {
            "indicator": one.code,
            "block": block.code,
            **_origin(basis, one, block.code),
            **goalposts_in(basis, one, block.code),
        }
        for one in basis.index.indicators
        for block in basis.index.blocks
        if basis.loads.exists[basis.blocks == block.code, basis.loads.nodes.index(one.code)].any()
    ]
    return typed(pd.DataFrame(rows), GOALPOSTS)


def _origin(basis: Basis, one: Indicator, block: str) -> dict[str, object]:
    """Who set the goalposts, and from which waves by which decision where these are earlier ones."""
    if one.earlier_waves:
        stored = basis.snapshot.tables.goalposts
        row = stored[(stored["indicator"] == one.code) & (stored["block"] == block)].iloc[0]
        return {name: row[name] for name in ("source_waves", "set_by", "decision")}
    return {"set_by": "current_wave" if one.is_relative else "instrument", "decision": one.goalposts_source}


def with_alpha(basis: Basis, table: pd.DataFrame) -> pd.DataFrame:
    """The table with α of each node in each block, from the answers of printed units; the same in any definition."""
    known = {pair: value for block in basis.index.blocks for pair, value in _alphas(basis, block.code)}
    alphas = [known.get(pair) for pair in zip(table["block"], table["node"], strict=True)]
    return typed(table.assign(alpha=pd.Series(alphas, index=table.index, dtype="object")), RELIABILITY)


def _alphas(basis: Basis, block: str) -> list[tuple[tuple[str, str], float | None]]:
    rows = basis.units_in(block, "ranked", "reported")[basis.answers.unit]
    if not rows.any():
        return []
    matrix, pairs = pairwise_covariance(_one_way(basis)[rows], basis.answers.weight[rows])
    alphas = []
    soft = np.isnan(basis.answers.hard).all(axis=0)
    for place, node in enumerate(basis.loads.nodes):
        counted = np.flatnonzero(basis.loads.counted[basis.blocks == block, place].any(axis=0) & soft)
        inside = np.ix_(counted, counted)
        if len(counted) and pairs[inside].min() >= LEAST_PAIRS:
            alphas.append(((block, node), alpha_from(matrix[inside])))
    return alphas


def _one_way(basis: Basis) -> np.ndarray:
    """K × J answers as numbers, turned so that more is better everywhere; NaN where there is none."""
    answers = basis.answers.codes.astype(np.float64)
    for place, code in enumerate(basis.answers.items):
        indicator = basis.index.indicator(code)
        answers[:, place] = basis.answers.numbers.get(code, answers[:, place])
        answers[:, place] *= indicator.direction if indicator else 1
    return np.where(basis.answers.answered, answers, np.nan)


def distributions_of(basis: Basis) -> pd.DataFrame:
    """How many answered what, of each printed unit; empty under ten answers and where the item's figure is hidden.

    Items without a role are counted over the responses that rate the unit. Sensitive items are left out: one person
    of a rare group could be told apart in a small unit.
    """
    rows = _answers_with_profile(basis)
    columns = _columns(basis.instrument, rows)
    parts = [_distribution(basis, rows[column].to_numpy(), column, codes) for column, codes in columns]
    if not parts:
        return typed(pd.DataFrame(), DISTRIBUTIONS)
    table = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    place = table.pop("place")
    labels = basis.answers.units[["block", "unit"]].iloc[place].reset_index(drop=True)
    return typed(labels.assign(**table), DISTRIBUTIONS)


def _answers_with_profile(basis: Basis) -> pd.DataFrame:
    tables = basis.snapshot.tables
    ratings = tables.ratings.set_index(["response", "unit"])
    responses = tables.responses.set_index("response")
    names = np.array(basis.answers.names, dtype=object)
    units = basis.answers.units["unit"].to_numpy()[basis.answers.unit]
    keys = pd.MultiIndex.from_arrays([names[basis.answers.response], units])
    profile = responses.drop(columns=[name for name in responses if name in ratings])
    return ratings.loc[keys].reset_index().join(profile, on="response")


def _columns(instrument: Instrument, rows: pd.DataFrame) -> list[tuple[str, tuple[int, ...]]]:
    closed = [
        item
        for item in instrument.items()
        if item.kind in ("single", "multiple") and not item.sensitive and item.code not in kept_back(instrument)
    ]
    named = [pair for item in closed for pair in _columns_of(instrument, item)]
    return [(column, codes) for column, codes in named if column in rows]


def _columns_of(instrument: Instrument, item: Item) -> list[tuple[str, tuple[int, ...]]]:
    codes = tuple(option.code for option in instrument.options_of(item))
    if item.kind == "single":
        return [(item.code, codes)]
    return [(f"{item.code}__{code}", (1,)) for code in codes]


def _distribution(basis: Basis, answers: np.ndarray, column: str, codes: tuple[int, ...]) -> dict[str, np.ndarray]:
    """One line per printed unit and code, as columns."""
    units = len(basis.answers.units)
    chosen = (answers[:, None] == np.array(codes)).astype(np.float64)
    given = _given(answers, codes)
    weight = basis.answers.weight[:, None]
    n = totals_by(basis.answers.unit, chosen, units)
    whole = totals_by(basis.answers.unit, np.column_stack([given, given * weight[:, 0]]), units)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = totals_by(basis.answers.unit, chosen * weight, units) / whole[:, 1:]
    hidden = (whole[:, 0] < basis.index.minimum.printed) | _hidden(basis, column)
    n[hidden], share[hidden] = np.nan, np.nan
    printed = np.flatnonzero(basis.states.printed & (whole[:, 0] > 0))
    lines = len(printed) * len(codes)
    return {
        "place": np.repeat(printed, len(codes)),
        "item": np.full(lines, column, dtype=object),
        "code": np.tile(codes, len(printed)),
        "n": n[printed].ravel(),
        "share": share[printed].ravel(),
    }


def _given(answers: np.ndarray, codes: tuple[int, ...]) -> np.ndarray:
    """An answer is any code of the scale; of one option of several, chosen (1) or not chosen (0)."""
    return (answers >= (0 if codes == (1,) else 1)).astype(np.float64)


def _hidden(basis: Basis, column: str) -> np.ndarray:
    if column not in basis.answers.items:
        return np.zeros(len(basis.answers.units), dtype=bool)
    place = basis.answers.items.index(column)
    return np.asarray(basis.loads.exists[:, place] & ~basis.shown[:, place])


def kept_back(instrument: Instrument) -> frozenset[str]:
    """Items and indicators that stand on the unit's own scorecard only."""
    indicators = instrument.index.indicators if instrument.index else ()
    private = [one for one in indicators if not one.is_published]
    return frozenset(code for one in private for code in (one.code, one.made_from))

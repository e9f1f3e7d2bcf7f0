"""One definition of the index from shares to tables: figures, intervals, ranks, tiers, and the rows that hold them."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from instruments.coding import OUTSIDE, UNANSWERED
from instruments.index import Definition
from scoring.arrays import Numbers
from scoring.estimate.covariance import totals_by
from scoring.estimate.estimation import Figures, figures_of
from scoring.estimate.medians import with_medians
from scoring.estimate.ratios import ratios_of
from scoring.files.columns import ESTIMATES
from scoring.files.encoding import typed
from scoring.index.recoding import recoded
from scoring.run.aggregates import aggregate_rows
from scoring.run.basis import Basis
from scoring.run.beside import covariance_of, reliability_of, sums_of
from scoring.run.effective import effective_weights
from scoring.run.limits import Limits, limits_of
from scoring.run.ranks import Places, places_of, tiers_of
from scoring.run.relative import relative_record, with_raw
from scoring.run.rows import Naming, blanked, long_rows


@dataclass(frozen=True)
class Defined:
    """The tables of one definition."""

    estimates: pd.DataFrame
    covariance: pd.DataFrame
    sums: pd.DataFrame
    reliability: pd.DataFrame
    critical_values: list[dict[str, object]]
    told: dict[str, object]
    """What run.json says of goalposts taken from the wave itself, and of what indicators weigh in effect."""


@dataclass(frozen=True)
class _Found:
    """Intervals and ranks of one definition."""

    limits: Limits
    places: Places


def defined(basis: Basis, definition: Definition) -> Defined:
    """Everything a run says under one definition."""
    wave = basis.snapshot.tables.wave
    naming = Naming(str(wave["wave"]), bool(wave["simulated"]), definition, basis.index, basis.loads.nodes)
    shares = recoded(basis.answers, basis.instrument, definition)
    ratios = with_medians(ratios_of(basis.answers, shares, basis.brought_in), basis.medians)
    figures = figures_of(basis.answers, ratios, basis.loads, basis.bends, basis.window)
    limits = limits_of(basis, figures, definition)
    places = places_of(basis, figures, limits, definition)
    estimates = _rows(basis, figures, shares, naming, _Found(limits, places))
    told: dict[str, object] = {"relative": False, **effective_weights(basis, figures)}
    if basis.window is not None:
        before = replace(basis, window=None)
        natural = figures_of(basis.answers, ratios, basis.loads)
        found = _Found(limits_of(before, natural, definition), places)
        told |= relative_record(basis, basis.window, natural) if basis.window.relative.any() else {}
        estimates = with_raw(basis, estimates, _rows(before, natural, shares, naming, found))
    return Defined(
        estimates=typed(estimates, ESTIMATES),
        covariance=covariance_of(basis, figures, naming),
        sums=sums_of(basis, figures, definition),
        reliability=reliability_of(basis, figures, definition),
        critical_values=places.critical_values,
        told=told,
    )


def _rows(basis: Basis, figures: Figures, shares: Numbers, naming: Naming, found: _Found) -> pd.DataFrame:
    units = _unit_rows(basis, figures, found, naming)
    return pd.concat([units, aggregate_rows(basis, figures, shares, naming)], ignore_index=True)


def _unit_rows(basis: Basis, figures: Figures, found: _Found, naming: Naming) -> pd.DataFrame:
    limits, places = found.limits, found.places
    numbers = _numbers(basis, figures, limits) | places.columns
    variance = np.where(figures.n > 0, "linearised", "none").astype(object)
    texts = {
        "floored": figures.floored,
        "variance": variance,
        "interval": limits.kind,
        "access_mix": _mix(basis),
    }
    if naming.official:
        texts |= tiers_of(basis, figures, limits, places)
    columns = {name: blanked(column, basis.shown) for name, column in (numbers | texts).items()}
    return long_rows(naming, basis.answers.units, basis.loads.exists, columns | _states(basis))


def _numbers(basis: Basis, figures: Figures, limits: Limits) -> dict[str, Numbers]:
    return {
        "estimate": figures.estimate,
        "se": np.where(limits.kind != "none", np.sqrt(figures.variance), np.nan),
        "lower": limits.lower,
        "upper": limits.upper,
        "df": figures.df,
        "n": figures.n,
        "n_kish": figures.n_kish,
        "n_frame": np.broadcast_to(basis.counts.n_frame[:, None], figures.n.shape),
        "n_answers": figures.n_answers,
        "n_na": _answers_with(basis, OUTSIDE),
        "n_missing": _answers_with(basis, UNANSWERED),
        "weight_present": basis.loads.present,
        "n_psu": figures.n_psu,
        "n_eff": figures.n_eff,
        "deff": figures.deff,
    }


def _answers_with(basis: Basis, codes: tuple[int, ...]) -> Numbers:
    """U × Q: how many answers of the node's items carry one of these codes."""
    found = np.isin(basis.answers.codes, codes).astype(np.float64)
    by_item = totals_by(basis.answers.unit, found, len(basis.answers.units))
    return np.asarray(np.einsum("uqj,uj->uq", basis.loads.counted, by_item))


def _mix(basis: Basis) -> np.ndarray:
    mix = np.array(basis.counts.access_mix, dtype=object)
    return np.broadcast_to(mix[:, None], basis.shown.shape)


def _states(basis: Basis) -> dict[str, np.ndarray]:
    """State and reason of each row: that of the unit, or suppressed where this one figure is not printed.

    Beside them the share that holds an opinion, which is told whether it suffices or not.
    """
    shape = basis.shown.shape
    state = np.broadcast_to(basis.states.state[:, None], shape)
    reason = np.broadcast_to(basis.states.reason[:, None], shape)
    printed = np.broadcast_to(basis.states.printed[:, None], shape)
    missing = ~basis.loads.counted.any(axis=2)
    why = np.select([missing & basis.unheard, missing], ["few_opinions", "component_missing"], default="few_answers")
    alone = printed & ~basis.shown
    held = np.full(shape, np.nan)
    held[:, len(basis.answers.items) :] = np.where(basis.states.printed[:, None], basis.opinions, np.nan)
    return {"opinion": held, "state": np.where(alone, "suppressed", state), "reason": np.where(alone, why, reason)}

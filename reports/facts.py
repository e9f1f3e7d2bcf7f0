"""Looks up what a run says: figures by block, unit, node and definition, and how they were made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, cast

import pandas as pd

from instruments.index import Definition, Index
from instruments.model import Instrument
from instruments.vietnamese import nfc
from reports.criteria import COLUMNS, Assessed, assessed_of
from reports.public_form import AS_IT_IS, Shaped
from scoring.run import Run
from scoring.run.targets import Judged, judged_targets


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure with its interval, counts, rank and state; None where the run holds no number."""

    estimate: float | None
    lower: float | None
    upper: float | None
    n: int | None
    n_answers: int | None
    n_kish: float | None
    rank: int | None
    rank_of: int | None
    rank_lower: int | None
    rank_upper: int | None
    tier: str | None
    state: str | None
    reason: str | None
    access_mix: str | None
    source: str | None
    scale_max: float | None
    """Highest score: of a figure in points, the most that applies to the unit."""
    floored: bool | None
    """The floor stands in the place of a lower figure."""
    opinion: float | None
    """The share of what was asked that got an answer, where the node needs one."""

    @property
    def is_hard(self) -> bool:
        """Whether it rests on figures brought in alone, which have no error of a survey."""
        return self.source in _HARD


_HARD = frozenset({"hard", "self_assessed", "appraised"})
NO_FIGURE = Figure(*(None for _ in fields(Figure)))
"""What is known of a unit the run says nothing of."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """How a unit of the wave is called."""

    code: str
    block: str
    names: Mapping[str, str]
    short_name: str
    sort_key: str

    def name(self, language: str) -> str:
        """The full name in the language; Vietnamese where there is no other."""
        return self.names.get(language) or self.names["vi"]


@dataclass(frozen=True, slots=True)
class Wave:
    """The wave as documents name it; days are days, never times."""

    code: str
    names: Mapping[str, str]
    organisation: str
    made: date
    period_from: date
    period_to: date
    inference: str
    official_access: str
    simulated: bool

    def name(self, language: str) -> str:
        """The wave's name in the language; Vietnamese where there is no other."""
        return self.names.get(language) or self.names["vi"]


@dataclass(frozen=True, slots=True)
class Brought:
    """A figure that an office brought in, with what it was counted from where that is known."""

    value: float | None
    numerator: float | None
    denominator: float | None


Key = tuple[str, str, str, str]
"""Block, unit (empty for the block's own row), node, definition."""


@dataclass(frozen=True)
class Facts:
    """A run, ready to be looked up."""

    instrument: Instrument
    wave: Wave
    fingerprint: str
    meta: Mapping[str, object]
    units: tuple[UnitName, ...]
    figures: Mapping[Key, Figure]
    raw: Mapping[Key, Figure]
    brought: Mapping[tuple[str, str], Brought]
    """Figures brought in, by unit and indicator."""
    assessed: Mapping[tuple[str, str], Assessed]
    """Criteria as units assessed them and as others found them, by unit and indicator."""
    own: bool
    """Whether figures are here that stand on the unit's own scorecard only."""
    reliability: Mapping[tuple[str, str], tuple[float | None, str | None]]
    distributions: Mapping[tuple[str, str, str], Mapping[int, float]]
    targets: Mapping[tuple[str, str], tuple[Judged, ...]]
    """How each unit stands to the targets, by block and unit."""
    goalpost_decisions: Mapping[str, str]
    """Of each indicator: the decision that fixed its goalposts, or where the instrument has them from."""
    shaped: Shaped = AS_IT_IS
    """What is said in place of figures that a form of publication leaves out."""

    def figure(self, block: str, unit: str, node: str, definition: str | None = None) -> Figure | None:
        """The published figure of a node; unit "" is the block itself."""
        return self.figures.get((block, unit, node, definition or self.official))

    def raw_figure(self, block: str, unit: str, node: str) -> Figure | None:
        """The same before it was put on a scale: in natural units."""
        return self.raw.get((block, unit, node, self.official))

    def units_with(self, indicator: str) -> set[str]:
        """The units about which somebody brought in this figure."""
        return {unit for unit, code in self.brought if code == indicator}

    @property
    def official(self) -> Definition:
        """The definition ranks are made from."""
        return self.index.official

    @property
    def index(self) -> Index:
        """The index of the instrument; a run of an instrument without one does not exist."""
        return cast("Index", self.instrument.index)

    def units_of(self, block: str) -> tuple[UnitName, ...]:
        """The units of a block in Vietnamese order."""
        return tuple(unit for unit in self.units if unit.block == block)


def facts_of(run: Run, *, own: bool = False) -> Facts:
    """Reads the tables of a run once.

    Figures that the instrument keeps for the unit's own scorecard are left out unless it is made for the unit: `own`.
    """
    hidden = () if own else private_codes(cast("Index", run.instrument.index))
    kept = run.estimates[~run.estimates["node"].isin(hidden)]
    return Facts(
        instrument=run.instrument,
        wave=_wave(run.wave),
        fingerprint=str(run.meta["fingerprint"]),
        meta=run.meta,
        units=_units(run.units),
        figures=_figures(kept, "score"),
        raw=_figures(kept, "raw"),
        brought=_brought(run.hard),
        assessed=assessed_of(_records(run.criteria[~run.criteria["indicator"].isin(hidden)], COLUMNS)),
        own=own,
        reliability=_reliability(run.reliability, cast("Index", run.instrument.index)),
        distributions=_distributions(run.distributions),
        goalpost_decisions={code: words or "" for code, words in _records(run.goalposts, ("indicator", "decision"))},
        targets=_targets(judged_targets(cast("Index", run.instrument.index), kept, run.hard)),
    )


def private_codes(index: Index) -> tuple[str, ...]:
    """Indicators that stand on the unit's own scorecard only."""
    return tuple(one.code for one in index.indicators if not one.is_published)


def _targets(judged: Iterable[Judged]) -> dict[tuple[str, str], tuple[Judged, ...]]:
    found: dict[tuple[str, str], tuple[Judged, ...]] = {}
    for one in judged:
        found[one.block, one.unit] = (*found.get((one.block, one.unit), ()), one)
    return found


def _records(table: pd.DataFrame, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Rows of the table as plain tuples, every kind of missing value as None."""
    plain = table.reindex(columns=list(columns)).astype(object)
    return list(plain.where(plain.notna(), None).itertuples(index=False, name=None))


_KEY = ("block", "unit", "node", "definition")
_WHOLE = frozenset({"n", "n_answers", "rank", "rank_of", "rank_lower", "rank_upper"})
_NUMBERS = tuple(field.name for field in fields(Figure))


def _clean(column: str, value: Any) -> Any:  # noqa: ANN401 - cells of a table are of any type
    return int(value) if column in _WHOLE and value is not None else value


def _figures(estimates: pd.DataFrame, measure: str) -> dict[Key, Figure]:
    published = estimates[estimates["measure"] == measure]
    return {
        (row[0] or "", row[1] or "", row[2], row[3]): _figure(row[len(_KEY) :])
        for row in _records(published, _KEY + _NUMBERS)
    }


def _figure(values: tuple[Any, ...]) -> Figure:
    """A figure brought in has no interval, not one of no width."""
    figure = Figure(*map(_clean, _NUMBERS, values))
    return replace(figure, lower=None, upper=None) if figure.is_hard else figure


def _brought(table: pd.DataFrame) -> dict[tuple[str, str], Brought]:
    rows = _records(table, ("unit", "indicator", "value", "numerator", "denominator"))
    return {(unit, indicator): Brought(*figures) for unit, indicator, *figures in rows}


def _units(units: pd.DataFrame) -> tuple[UnitName, ...]:
    rows = _records(units, ("unit", "block", "name_vi", "name_en", "short_name", "sort_key"))
    return tuple(
        UnitName(unit, block, _names(name_vi, name_en), nfc(short or name_vi), sort_key)
        for unit, block, name_vi, name_en, short, sort_key in sorted(rows, key=lambda row: (row[5], row[0]))
    )


def _names(name_vi: str, name_en: str | None) -> dict[str, str]:
    return {"vi": nfc(name_vi)} | ({"en": nfc(name_en)} if name_en else {})


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _wave(wave: Mapping[str, object]) -> Wave:
    return Wave(
        code=str(wave["wave"]),
        names=_names(str(wave["name_vi"]), cast("str | None", wave.get("name_en"))),
        organisation=str(wave.get("organisation") or ""),
        made=_day(wave["made"]),
        period_from=_day(wave["period_from"]),
        period_to=_day(wave["period_to"]),
        inference=str(wave.get("inference") or "process"),
        official_access=str(wave.get("official_access") or ""),
        simulated=bool(wave["simulated"]),
    )


def _reliability(table: pd.DataFrame, index: Index) -> dict[tuple[str, str], tuple[float | None, str | None]]:
    """Per block and definition: how well the whole index tells units apart, and the form of publication it advises."""
    rows = _records(table, ("block", "definition", "node", "lambda_b", "advised_form"))
    return {(block, definition): (value, form) for block, definition, node, value, form in rows if node == index.code}


def _distributions(table: pd.DataFrame) -> dict[tuple[str, str, str], dict[int, float]]:
    """Per block, unit and item: the share of each answer; items under the printed minimum are absent."""
    shares: dict[tuple[str, str, str], dict[int, float]] = {}
    for block, unit, item, code, share in _records(table, ("block", "unit", "item", "code", "share")):
        if share is not None:
            shares.setdefault((block or "", unit or "", item), {})[int(code)] = share
    return shares

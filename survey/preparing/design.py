"""Keeps the counts of a design – strata, cells, PSUs – that weights are made of; no person among them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey.preparing.frame import Case
from survey.records import Cell, Psu, Stratum, Wave


@dataclass(frozen=True, slots=True)
class Design:
    """The frame, the cases drawn from it, the eligible cases of each cell, and the wave's label of each PSU."""

    cases: Sequence[Case]
    drawn: Sequence[Case]
    sizes: Mapping[str, int]
    labels: Mapping[str, str]


def rows_by_cell(cases: Sequence[Case]) -> dict[str, int]:
    """The rows of the frame in each cell: its size, unless somebody knows better."""
    return dict(Counter(case.cell for case in cases))


def store_design(tx: Session, wave: Wave, design: Design) -> None:
    """Writes the strata, cells and PSUs of a wave."""
    tx.add_all(_strata(wave, design))
    tx.flush()
    tx.add_all(_cells(wave, design))
    tx.add_all(_psus(wave, design))
    tx.flush()


def _strata(wave: Wave, design: Design) -> list[Stratum]:
    return [
        Stratum(
            wave=wave.id,
            code=code,
            unit=_unit(inside),
            size=sum(design.sizes[cell] for cell in {case.cell for case in inside}),
            psus=len({case.psu for case in inside if case.psu}) or None,
        )
        for code, inside in _grouped(design.cases, lambda case: case.stratum).items()
    ]


def _cells(wave: Wave, design: Design) -> list[Cell]:
    counts = Counter(case.cell for case in design.drawn)
    return [
        Cell(
            wave=wave.id,
            code=code,
            stratum=inside[0].stratum,
            unit=_unit(inside),
            size=design.sizes[code],
            drawn=counts[code],
        )
        for code, inside in _grouped(design.cases, lambda case: case.cell).items()
    ]


def _psus(wave: Wave, design: Design) -> list[Psu]:
    counts = Counter(case.psu for case in design.drawn)
    groups = _grouped(design.cases, lambda case: case.psu)
    return [
        Psu(
            wave=wave.id,
            label=label,
            stratum=groups[psu][0].stratum,
            unit=_unit(groups[psu]),
            size=len(groups[psu]),
            drawn=counts[psu],
        )
        for psu, label in design.labels.items()
    ]


def _grouped(cases: Sequence[Case], by: Callable[[Case], str | None]) -> dict[str, list[Case]]:
    groups: dict[str, list[Case]] = {}
    for case in cases:
        name = by(case)
        if name is not None:
            groups.setdefault(name, []).append(case)
    return dict(sorted(groups.items()))


def _unit(cases: Sequence[Case]) -> str | None:
    """The unit that all cases share; None where they are about several."""
    units = {case.unit for case in cases}
    return units.pop() if len(units) == 1 else None

"""How the hard data of a wave stand: which files count, which wait, and which figures are still lacking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.indicator import Indicator
from survey.collecting.hard.bring import units_of
from survey.collecting.hard.figure import Entered, Figure, figure_of
from survey.collecting.hard.stages import left_out
from survey.collecting.hard.template import hard_indicators
from survey.preparing.issue import instrument_of
from survey.records import HardConfirmation, HardFile, HardValue, Wave


@dataclass(frozen=True, slots=True)
class Standing:
    """A file with its confirmation, if it has one, and its state.

    `counts`: confirmed, and no newer file of its template is; `waiting`: the newest, not confirmed; `replaced`.
    """

    file: HardFile
    confirmation: HardConfirmation | None
    state: str


@dataclass(frozen=True, slots=True)
class Filled:
    """An indicator, the confirmed file that fills it, and its figures by unit; units without one are left out."""

    indicator: Indicator
    standing: Standing | None
    figures: dict[str, Figure]
    left_out: frozenset[str] = frozenset()
    """Units that a criterion was declared not to apply to: they lack nothing."""

    @property
    def known(self) -> frozenset[str]:
        """The units with a figure."""
        return frozenset(unit for unit, figure in self.figures.items() if figure.value is not None)

    def lacking(self, units: Iterable[str]) -> list[str]:
        """Those of the units that should have a figure and have none."""
        return [unit for unit in units if unit not in self.known | self.left_out]


def standings(tx: Session, wave: Wave) -> list[Standing]:
    """All files of a wave, by template, the oldest first."""
    files = (
        select(HardFile, HardConfirmation)
        .outerjoin(HardConfirmation, HardConfirmation.file == HardFile.id)
        .where(HardFile.wave == wave.id)
        .order_by(HardFile.template, HardFile.number)
    )
    rows: list[tuple[HardFile, HardConfirmation | None]] = [(row[0], row[1]) for row in tx.execute(files)]
    newest = {file.template: file.number for file, _ in rows}
    counting = {file.template: file.number for file, confirmation in rows if confirmation}
    return [
        Standing(file, confirmation, _state(file.number, newest[file.template], counting.get(file.template)))
        for file, confirmation in rows
    ]


def filled(tx: Session, wave: Wave) -> Iterator[Filled]:
    """The hard indicators of the wave's instrument, each with its confirmed figures."""
    units = units_of(tx, wave)
    counting = {one.file.template: one for one in standings(tx, wave) if one.state == "counts"}
    entered = {template: _entered(tx, one.file) for template, one in counting.items()}
    declared = {pair for one in counting.values() for pair in left_out(tx, one.file)}
    for indicator in hard_indicators(instrument_of(tx, wave.instrument)):
        template = indicator.template or ""
        made = {unit: figure_of(indicator, unit, entered.get(template, {})) for unit in units}
        figures = {unit: figure for unit, figure in made.items() if figure}
        without = frozenset(unit for unit, code in declared if code == indicator.code)
        yield Filled(indicator, counting.get(template), figures, without)


def _state(number: int, newest: int, counting: int | None) -> str:
    if number == counting:
        return "counts"
    return "waiting" if number == newest else "replaced"


def _entered(tx: Session, file: HardFile) -> dict[tuple[str, str], Entered]:
    rows = tx.scalars(select(HardValue).where(HardValue.file == file.id))
    return {(one.unit, one.figure): Entered(one.value, one.numerator, one.denominator) for one in rows}

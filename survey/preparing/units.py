"""The units of a wave and the blocks they are ranked in, as a file gives them: `unit, block`."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.tables import read_table
from instruments.units import register
from survey.preparing.mistakes import refuse_mistakes
from survey.preparing.row_mistakes import row_mistake

WaveUnits = tuple[tuple[str, str], ...]
"""Pairs of unit and block."""


def read_units(data: bytes, name: str, instrument: Instrument, day: date) -> WaveUnits:
    """The units of a CSV `unit, block` and, where wanted, `name`; refuses with all rows that do not fit."""
    table = read_table(data, name, ("unit", "block"), ("name",), needs_rows=True)
    refuse_mistakes(name, table.mistakes)
    units = tuple((row.cells["unit"], row.cells["block"]) for row in table.rows)
    rows = [row.number for row in table.rows]
    refuse_mistakes(name, check_units(units, instrument, register(day), day, (name, rows)))
    return units


def check_units(
    units: Sequence[tuple[str, str]],
    instrument: Instrument,
    known: Collection[str],
    day: date,
    source: tuple[str | None, Sequence[int]] = (None, ()),
) -> list[Mistake]:
    """What is wrong with the pairs: units not among the known of the day or given twice, blocks the instrument lacks.

    `source` names the file and the row of each pair, where they come from one.
    """
    file, rows = source
    blocks = [block.code for block in instrument.index.blocks] if instrument.index else []
    found = []
    for place, (unit, block) in enumerate(units):
        words = {"unit": unit, "block": block, "blocks": ", ".join(blocks), "day": day.strftime("%d/%m/%Y")}
        twice = unit in [earlier for earlier, _ in units[:place]]
        codes = _problems(unknown=unit not in known, twice=twice, lost=block not in blocks)
        row = rows[place] if rows else None
        found += [row_mistake(code, (file, row, column), **words) for code, column in codes]
    return found


def _problems(*, unknown: bool, twice: bool, lost: bool) -> Iterator[tuple[str, str]]:
    if unknown:
        yield "unit-not-in-force", "unit"
    if twice:
        yield "unit-twice", "unit"
    if lost:
        yield "block-unknown", "block"

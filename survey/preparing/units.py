"""The units of a wave and the blocks they are ranked in, as a file gives them: `unit, block`."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.tables import read_table
from instruments.units import register
from survey.preparing.mistakes import refuse_mistakes

WaveUnits = tuple[tuple[str, str], ...]
"""Pairs of unit and block."""
_TEXTS = {
    "unit-not-in-force": (
        "danh mục ngày {day} không có đơn vị “{unit}”",
        "the register of {day} has no unit “{unit}”",
        "xem lại mã đơn vị hoặc kỳ khảo sát",
        "check the unit's code or the wave's period",
    ),
    "unit-twice": (
        "đơn vị “{unit}” có hai lần",
        "the unit “{unit}” stands there twice",
        "bỏ một dòng",
        "take one line out",
    ),
    "block-unknown": (
        "bộ phiếu không có khối “{block}” (đơn vị “{unit}”)",
        "the instrument has no block “{block}” (unit “{unit}”)",
        "dùng một trong các khối: {blocks}",
        "use one of its blocks: {blocks}",
    ),
}
"""Of each problem: what is wrong (vi, en), what to do (vi, en)."""


def read_units(data: bytes, name: str, instrument: Instrument, day: date) -> WaveUnits:
    """The units of a CSV with columns `unit, block`; refuses with all rows that the register or instrument lack."""
    table = read_table(data, name, ("unit", "block"))
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
        found += [_mistake(code, words, file, rows[place] if rows else None) for code in codes]
    return found


def _problems(*, unknown: bool, twice: bool, lost: bool) -> Iterator[str]:
    if unknown:
        yield "unit-not-in-force"
    if twice:
        yield "unit-twice"
    if lost:
        yield "block-unknown"


def _mistake(code: str, words: dict[str, str], file: str | None, row: int | None) -> Mistake:
    wrong_vi, wrong_en, mend_vi, mend_en = (text.format_map(words) for text in _TEXTS[code])
    wrong, mend = {"vi": wrong_vi, "en": wrong_en}, {"vi": mend_vi, "en": mend_en}
    return Mistake(code, "error", wrong, mend, file, row, "block" if code == "block-unknown" else "unit")

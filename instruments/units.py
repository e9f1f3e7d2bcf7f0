"""Units: the dated register of offices and of the province itself, and which row holds on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from instruments.tables import Row, read_table
from instruments.vietnamese import sort_key

UNIT_COLUMNS = (
    "code",
    "valid_from",
    "valid_to",
    "name_vi",
    "name_en",
    "short_name",
    "kind",
    "block",
    "parent",
    "agency_code",
    "old_district",
    "area",
    "note",
)
PROVINCE_COLUMNS = (
    "code",
    "valid_from",
    "name_vi",
    "name_en",
    "level_vi",
    "level_en",
    "committee_vi",
    "committee_en",
    "place",
    "note",
)
BLOCK_COLUMNS = ("code", "name_vi", "name_en")
_REGISTERS = ("communes.csv", "agencies.csv")


@dataclass(frozen=True, slots=True)
class Unit:
    """One dated row of the register: a department, commune or agency as it is called from `valid_from` on."""

    code: str
    valid_from: date
    valid_to: date | None
    name_vi: str
    name_en: str
    short_name: str
    kind: str
    block: str
    parent: str | None
    agency_code: str | None
    old_district: str | None
    area: str | None
    note: str | None

    @property
    def sort_key(self) -> str:
        """Where the unit stands in a list of names; a commune by its bare name: Hạ Long under H, not P of Phường."""
        return sort_key(self.name_vi if self.kind == "agency" else self.short_name)

    def name(self, language: str) -> str:
        """The full name: Vietnamese for `vi`, English for every other language."""
        return self.name_vi if language == "vi" else self.name_en


@dataclass(frozen=True, slots=True)
class Province:
    """One dated row of what the province is called, with its committee and the place that dates a document."""

    code: str
    valid_from: date
    name_vi: str
    name_en: str
    level_vi: str
    level_en: str
    committee_vi: str
    committee_en: str
    place: str
    note: str | None

    def name(self, language: str) -> str:
        """The name in running text: Vietnamese for `vi`, English for every other language."""
        return self.name_vi if language == "vi" else self.name_en

    def committee(self, language: str) -> str:
        """The People's Committee: Vietnamese for `vi`, English for every other language."""
        return self.committee_vi if language == "vi" else self.committee_en


@cache
def register_rows() -> tuple[Unit, ...]:
    """All dated rows of the shipped registers, oldest first for each code."""
    rows = [_unit(row) for name in _REGISTERS for row in _packaged(name, UNIT_COLUMNS)]
    return tuple(sorted(rows, key=lambda unit: (unit.code, unit.valid_from)))


def register(day: date) -> dict[str, Unit]:
    """The rows in force on a day by code: the latest not after it, unless it ended before."""
    latest = {unit.code: unit for unit in register_rows() if unit.valid_from <= day}
    return {code: unit for code, unit in latest.items() if unit.valid_to is None or day <= unit.valid_to}


@cache
def province_rows() -> tuple[Province, ...]:
    """All dated rows of the province, oldest first."""
    rows = [_province(row) for row in _packaged("province.csv", PROVINCE_COLUMNS)]
    return tuple(sorted(rows, key=lambda row: row.valid_from))


@cache
def register_blocks() -> Mapping[str, Mapping[str, str]]:
    """What the units of each block of the register are called together, in each language."""
    rows = (row.cells for row in _packaged("blocks.csv", BLOCK_COLUMNS))
    return {cells["code"]: {"vi": cells["name_vi"], "en": cells["name_en"]} for cells in rows}


def province(day: date) -> Province:
    """What the province is called on a day; before the first row the first holds."""
    rows = province_rows()
    return next((row for row in reversed(rows) if row.valid_from <= day), rows[0])


def _packaged(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    data = (files("instruments") / "registers" / name).read_bytes()
    table = read_table(data, name, columns, ())
    if table.mistakes:
        raise ValueError(table.mistakes[0].sentence())
    return tuple(table.rows)


def _unit(row: Row) -> Unit:
    cells = row.cells
    return Unit(
        code=cells["code"],
        valid_from=date.fromisoformat(cells["valid_from"]),
        valid_to=date.fromisoformat(cells["valid_to"]) if cells["valid_to"] else None,
        name_vi=cells["name_vi"],
        name_en=cells["name_en"],
        short_name=cells["short_name"],
        kind=cells["kind"],
        block=cells["block"],
        parent=cells["parent"] or None,
        agency_code=cells["agency_code"] or None,
        old_district=cells["old_district"] or None,
        area=cells["area"] or None,
        note=cells["note"] or None,
    )


def _province(row: Row) -> Province:
    texts = {name: cell for name, cell in row.cells.items() if name not in ("valid_from", "note")}
    return Province(valid_from=date.fromisoformat(row.cells["valid_from"]), note=row.cells["note"] or None, **texts)

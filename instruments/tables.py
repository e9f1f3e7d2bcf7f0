"""Tables that people send: CSV read as text only, with every mistake named by file, row and column."""

import codecs
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from instruments.mistakes import Mistake, Place, mistake, nearest
from instruments.vietnamese import nfc

_DELIMITERS = (",", ";")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `number` counts as a spreadsheet does, the header being 1."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a file, its columns in order, and what is wrong with it; with mistakes the rows are not to be used."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    mistakes: tuple[Mistake, ...]


def read_table(
    data: bytes, name: str, required: Sequence[str], optional: Sequence[str] | None = (), *, needs_rows: bool = False
) -> Table:
    """A CSV file in UTF-8 (with or without BOM), separated by commas or semicolons; all cells are trimmed NFC text.

    `required` columns must stand in the header, `optional` ones may; None lets any further column in. Empty lines are
    passed over; with `needs_rows` a header alone is a mistake. Nothing raises: what is wrong comes back as mistakes.
    """
    text = _decoded(data)
    if text is None:
        return _refused("table-encoding", name, encoding=_encoding_of(data))
    records, broken = _records(text, _delimiter(text, required))
    if not broken and not any(cell.strip() for record in records for cell in record):
        return _refused("table-empty", name)
    if not records:
        return _refused("table-quotes", name, row=broken)
    if len(records[0]) == 1 and "\t" in records[0][0].strip():
        return _refused("table-tabs", name, row=1)
    columns = tuple(nfc(cell.strip()) for cell in records[0])
    found = _header_mistakes(columns, Place(name, 1), required, optional)
    if broken:
        found = (*found, mistake("table-quotes", Place(name, broken)))
    if found:
        return Table((), columns, found)
    table = _table(records, columns, name)
    return _refused("table-no-rows", name) if needs_rows and not (table.rows or table.mistakes) else table


def _table(records: list[list[str]], columns: tuple[str, ...], name: str) -> Table:
    rows: list[Row] = []
    ragged: list[Mistake] = []
    for number, record in enumerate(records[1:], start=2):
        cells = [nfc(cell.strip()) for cell in record]
        if not any(cells):
            continue
        if len(cells) == len(columns):
            rows.append(Row(number, dict(zip(columns, cells, strict=True))))
        else:
            ragged.append(mistake("table-ragged", Place(name, number), found=len(cells), expected=len(columns)))
    return Table(tuple(rows), columns, tuple(ragged))


def _decoded(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text


def _encoding_of(data: bytes) -> str:
    return "UTF-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "?"


def _delimiter(text: str, required: Sequence[str]) -> str:
    header = text.split("\n", 1)[0]

    def fit(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip().strip('"') for cell in header.split(delimiter)]
        return sum(column in cells for column in required), len(cells)

    return max(_DELIMITERS, key=fit)


def _records(text: str, delimiter: str) -> tuple[list[list[str]], int | None]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error:
        return records, len(records) + 1
    return records, None


def _header_mistakes(
    columns: tuple[str, ...], at: Place, required: Sequence[str], optional: Sequence[str] | None
) -> tuple[Mistake, ...]:
    known = [*required, *(optional or ())]
    missing = [column for column in required if column not in columns]
    unknown = [] if optional is None else [column for column in columns if column not in known]
    twice = sorted({column for column in columns if columns.count(column) > 1})
    return (
        *(mistake("table-column-unknown", at, column=one, near=nearest(one, known)) for one in unknown),
        *(mistake("table-column-missing", at, column=one) for one in missing),
        *(mistake("table-column-twice", at, column=one) for one in twice),
    )


def _refused(code: str, name: str, *, row: int | None = None, **words: object) -> Table:
    return Table((), (), (mistake(code, Place(name, row), **words),))

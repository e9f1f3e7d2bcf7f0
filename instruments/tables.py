"""Tables that people send: CSV read as text only, with every mistake named by file, row and column."""

import codecs
import csv
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self, overload

from instruments.mistakes import Mistake, Place, mistake, nearest
from instruments.vietnamese import nfc

_DELIMITERS = (",", ";")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `number` counts as a spreadsheet does, the header being 1."""

    number: int
    cells: dict[str, str]


class Rows(Sequence[Row]):
    """The rows of a table, each read from the text when it is asked for: a long file takes the room of its text."""

    def __init__(self, text: str, delimiter: str, columns: tuple[str, ...], places: "array[int]") -> None:
        """`places` holds three numbers a row: its number, and where it begins and ends in the text."""
        self._text, self._delimiter, self._columns, self._places = text, delimiter, columns, places

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._places) // 3

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        """A row by its place among the rows, or several."""
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = range(len(self))[index] * 3
        number, start, end = self._places[place : place + 3]
        record = next(_reader([self._text[start:end]], self._delimiter))
        return Row(number, dict(zip(self._columns, (nfc(cell.strip()) for cell in record), strict=True)))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a file, its columns in order, and what is wrong with it; with mistakes the rows are not to be used."""

    rows: Sequence[Row]
    columns: tuple[str, ...]
    mistakes: tuple[Mistake, ...]


def plain_cell(cell: str) -> str:
    """A cell to be written that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


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
    records = _Records(text, _delimiter(text, required))
    head = next(records, None)
    places, ragged = _rows(records, head or [], name)
    unusable = _unusable(records, head, name, has_rows=bool(places or ragged))
    if unusable or head is None:
        return Table((), (), unusable)
    columns = tuple(nfc(cell.strip()) for cell in head)
    wrong = _header_mistakes(columns, Place(name, 1), required, optional)
    if records.broken:
        wrong = (*wrong, mistake("table-quotes", Place(name, records.broken)))
    if wrong:
        return Table((), columns, wrong)
    if needs_rows and not (places or ragged):
        return _refused("table-no-rows", name)
    return Table(Rows(text, records.delimiter, columns, places), columns, tuple(ragged))


class _Records:
    """Goes once through the records of a text; `broken` is the number of the one that cannot be read."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.delimiter = delimiter
        self.number, self.start, self.end = 0, 0, 0
        self.broken: int | None = None
        self._cells = _reader(self._lines(text), delimiter)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> list[str]:
        self.number, self.start = self.number + 1, self.end
        try:
            return next(self._cells)
        except csv.Error:
            self.broken = self.number
            raise StopIteration from None

    def _lines(self, text: str) -> Iterator[str]:
        """The reader asks for lines until its record is whole: the last one given ends it."""
        for line in _LINE.finditer(text):
            self.end = line.end()
            yield line[0]


def _rows(records: _Records, head: list[str], name: str) -> tuple["array[int]", list[Mistake]]:
    """Where the rows stand that are not empty, and those that have another number of cells than the header."""
    places, ragged = array("q"), list[Mistake]()
    for record in records:
        if not any(cell.strip() for cell in record):
            continue
        if len(record) == len(head):
            places.extend((records.number, records.start, records.end))
        else:
            at = Place(name, records.number)
            ragged.append(mistake("table-ragged", at, found=len(record), expected=len(head)))
    return places, ragged


def _unusable(records: _Records, head: list[str] | None, name: str, *, has_rows: bool) -> tuple[Mistake, ...]:
    """Why no header can be read."""
    if not records.broken and not has_rows and not any(cell.strip() for cell in head or ()):
        return (mistake("table-empty", Place(name)),)
    if head is None:
        return (mistake("table-quotes", Place(name, records.broken)),)
    has_tabs = len(head) == 1 and "\t" in head[0].strip()
    return (mistake("table-tabs", Place(name, 1)),) if has_tabs else ()


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter, strict=True)


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


def _refused(code: str, name: str, **words: object) -> Table:
    return Table((), (), (mistake(code, Place(name), **words),))

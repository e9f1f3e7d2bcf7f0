"""Tables are read as text, and everything wrong with one is said by file, row and column."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from instruments.tables import Row, read_table

REQUIRED = ("unit", "block")


def sentences(data: bytes) -> list[str]:
    return [one.sentence() for one in read_table(data, "units.csv", REQUIRED, ("note",)).mistakes]


def test_cells_are_text_and_rows_count_as_in_a_spreadsheet() -> None:
    """The zero of 06652 stays; the header is row 1."""
    table = read_table(b"unit,block\n06652,phuong\n\n,\n06658, phuong \n", "units.csv", REQUIRED, ())
    assert tuple(table.rows) == (
        Row(2, {"unit": "06652", "block": "phuong"}),
        Row(5, {"unit": "06658", "block": "phuong"}),
    )
    assert table.mistakes == ()


def test_excel_writes_a_mark_and_semicolons() -> None:
    """The CSV of a Vietnamese Excel is read as it is."""
    table = read_table("\ufeffunit;block;note\r\n06652;phuong;a, b\r\n".encode(), "units.csv", REQUIRED, ("note",))
    assert table.columns == ("unit", "block", "note")
    assert table.rows[0].cells["note"] == "a, b"


def test_text_is_composed() -> None:
    """A name from a Mac is the name of the register."""
    data = unicodedata.normalize("NFD", "unit,block\nHạ Long,phường\n").encode()
    assert read_table(data, "units.csv", REQUIRED, ()).rows[0].cells["unit"] == "Hạ Long"


def test_any_further_column_may_be_let_in() -> None:
    """Where the caller names no optional columns, all pass."""
    assert read_table(b"unit,block,x\n1,2,3\n", "units.csv", REQUIRED, None).rows[0].cells["x"] == "3"


def test_a_misspelt_column_is_named_with_the_near_one() -> None:
    """Both the stranger and the missing one are said at once."""
    assert sentences(b"unit,blok\n1,2\n") == [
        "units.csv, line 1: there is no column “blok”; call it “block” or take it out.",
        "units.csv, line 1: the column “block” is missing; add it to the first line.",
    ]


def test_a_column_with_no_near_one_gets_the_whole_list() -> None:
    """The remedy names what is known."""
    assert sentences(b"unit,block,zzzzzz\n1,2,3\n") == [
        "units.csv, line 1: there is no column “zzzzzz”; call it “unit”, “block”, “note” or take it out."
    ]


def test_a_column_twice_is_refused() -> None:
    """Nobody knows which of the two counts."""
    assert sentences(b"unit,block,unit\n1,2,3\n") == [
        "units.csv, line 1: the column “unit” stands there twice; remove one of them."
    ]


def test_a_ragged_row_is_named_by_its_number() -> None:
    """Row 3 has one cell too many."""
    (sentence,) = sentences(b"unit,block\n1,2\n1,2,3\n")
    assert sentence.startswith("units.csv, line 3: the row has 3 cells where the header has 2; check separators")


def test_other_encodings_are_refused() -> None:
    """Windows-1258 and UTF-16 are not guessed."""
    assert sentences("unit,block\nphường,1\n".encode("utf-16")) == [
        "units.csv: the file is not in UTF-8 (UTF-16); save it again as “CSV UTF-8”."
    ]
    assert sentences(b"unit,block\nph\xf5,1\n")[0].startswith("units.csv: the file is not in UTF-8")
    assert sentences(b"unit,block\na\x00,1\n")[0].startswith("units.csv: the file is not in UTF-8")


def test_an_empty_file_is_refused() -> None:
    """There is not even a header."""
    for data in (b"", b"\n\r\n", b",,\n,,\n", b"\xef\xbb\xbf \n"):
        assert sentences(data) == ["units.csv: the file is empty; add a line of column names and the rows."]


def test_a_header_alone_is_refused_where_rows_are_needed() -> None:
    """An export that went wrong must not pass for a file that was taken in."""
    for data in (b"unit,block\n", b"unit,block\n\n,\n"):
        (found,) = read_table(data, "units.csv", REQUIRED, needs_rows=True).mistakes
        assert found.sentence() == "units.csv: the file has no rows; add them below the line of column names."
        assert read_table(data, "units.csv", REQUIRED).mistakes == ()


def test_tabs_are_refused_by_name() -> None:
    """Text pasted from a spreadsheet; it looks like one strange column otherwise."""
    assert sentences(b"unit\tblock\n1\t2\n") == [
        "units.csv, line 1: the cells are separated by tabs; use commas or semicolons."
    ]


def test_an_open_quotation_mark_is_refused_with_its_row() -> None:
    """The rest of the file would be one cell."""
    (sentence,) = sentences(b'unit,block\n1,"2\n3,4\n')
    assert sentence.startswith("units.csv, line 2: a quotation mark is not closed")
    (sentence,) = sentences(b'"unit')
    assert sentence.startswith("units.csv, line 1: a quotation mark is not closed")


def test_rows_are_read_in_any_order() -> None:
    """Each where it stands: a cell of two lines, other ends of lines, and an empty line between are no hindrance."""
    data = 'unit,block\r\n1,"a\r\nb"\r\r\n2,phường\n3,"""c"""'.encode()
    rows = read_table(data, "units.csv", REQUIRED).rows
    assert [rows[place] for place in (2, 0, 1)] == [
        Row(5, {"unit": "3", "block": '"c"'}),
        Row(2, {"unit": "1", "block": "a\r\nb"}),
        Row(4, {"unit": "2", "block": "phường"}),
    ]
    assert (len(rows), rows[-1], rows[1:]) == (3, rows[2], (rows[1], rows[2]))


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_mistakes(data: bytes) -> None:
    """Nothing raises."""
    table = read_table(data, "x.csv", REQUIRED, ())
    assert table.mistakes or all(set(row.cells) == set(REQUIRED) for row in table.rows)

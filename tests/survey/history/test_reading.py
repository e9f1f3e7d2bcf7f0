"""A file of figures published before: units of their own time, and how each mistake is told."""

from datetime import date

import pytest

from instruments.units import Unit, register, register_rows
from survey.collecting.history.reading import History, Known, read_history
from survey.errors import Refused
from survey.records import RegisterRow

HEADER = "index,year,unit,value,rank,rank_of,source,method_note\n"
REST = "Quyết định 1,Bộ chỉ số 2024"
TODAY = date(2026, 11, 20)


def row_of(unit: Unit) -> RegisterRow:
    return RegisterRow(code=unit.code, valid_from=unit.valid_from, name_vi=unit.name_vi)


KNOWN = Known(
    on=lambda day: {code: row_of(unit) for code, unit in register(day).items()},
    names={unit.code: unit.name_vi for unit in register_rows()},
    today=TODAY,
)


def read(rows: str, header: str = HEADER) -> History:
    return read_history(f"{header}{rows}\n".encode(), "ddci.csv", KNOWN)


def refused(rows: str, header: str = HEADER) -> list[str]:
    with pytest.raises(Refused) as refusal:
        read(rows, header)
    return [words["en"] for _, words in refusal.value.places]


def test_the_city_of_2024_is_not_the_ward_of_2025() -> None:
    """The one is kept by its name and linked to nothing; the other is the register's row of that day."""
    city, ward = read(f"DDCI,2024,Hạ Long,79.35,1,13,{REST}\nSIPAS,2025,06652,96.2,,,{REST}").rows
    assert (city.unit, city.unit_from, city.unit_name) == (None, None, "Hạ Long")
    assert (ward.unit, ward.unit_from, ward.unit_name) == ("06652", date(2025, 7, 1), "Phường Hà Tu")


def test_a_code_is_refused_for_a_year_in_which_its_unit_was_not() -> None:
    """Whoever means the place of then writes the name it bore."""
    (found,) = refused(f"DDCI,2024,06652,79.35,1,13,{REST}")
    assert "line 2, unit: there was no unit “06652” (Phường Hà Tu) on 31/12/2024;" in found
    assert "write the name of the unit of then, which is another one" in found


def test_the_day_says_which_row_of_the_register_held() -> None:
    """An office renamed in September 2026 had its former name in March."""
    header = HEADER.replace("year,", "year,day,")
    (row,) = read(f"PAR,2026,2026-03-31,thanh-tra,90.1,2,20,{REST}", header).rows
    assert (row.unit, row.unit_from, row.unit_name) == ("thanh-tra", date(2025, 3, 1), "Thanh tra tỉnh")


def test_a_figure_may_be_a_rank_alone() -> None:
    """What was not published stays unknown."""
    (row,) = read(f"DDCI,2023,Hạ Long,,1,,{REST}").rows
    assert (row.value, row.rank, row.rank_of) == (None, 1, None)


def test_a_name_that_the_register_knows_is_noted() -> None:
    """It is kept by name all the same: nobody links it unasked."""
    found = read(f"DDCI,2025,sở y tế,70,3,20,{REST}")
    assert found.rows[0].unit is None
    assert [note.severity for note in found.notes] == ["warning"]
    assert "the register of 31/12/2025 has that name under the code so-y-te" in found.notes[0].sentence()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("DDCI,24,Hạ Long,79,1,13", "year: “24” is no year from 1990 to 2026; write four digits"),
        ("DDCI,2027,Hạ Long,79,1,13", "“2027” is no year from 1990 to 2026"),
        ("DDCI,2025,so-y-tee,79,1,13", "the register has no code “so-y-tee”; write “so-y-te” (Sở Y tế), or the name"),
        ("DDCI,2024,Hạ Long,79%,1,13", "value: “79%” is no number"),
        ("DDCI,2024,Hạ Long,,,", "value: the row has neither a value nor a rank;"),
        ("DDCI,2024,Hạ Long,79,14,13", "rank: a rank lies between 1 and the number of units ranked;"),
        ("DDCI,2024,Hạ Long,79,0,13", "rank: a rank lies between 1"),
        ("DDCI,2024,Hạ Long,79,,13", "rank: a rank lies between 1"),
        ("DDCI,2024,Hạ Long,79,nhất,13", "rank: “nhất” is no whole number"),
        ("DDCI,2024,Hạ Long,79,1,9999999999", "rank_of: the number is larger than 2000000000"),
        (
            "DDCI,2024,Hạ Long,1.240,1,13",
            "value: “1.240” can be read as two different numbers; write 1240 if thousands",
        ),
        (
            f"DDCI,2024,Hạ Long,79,1,13,{REST}\nDDCI,2023,hạ  long,78,1,13",
            "unit: “hạ  long” differs from “Hạ Long” in row 2 only in capitals or spaces; spell one unit alike",
        ),
        (",2024,Hạ Long,79,1,13", "index: the cell is empty; write it."),
        (f"DDCI,2024,Hạ Long,79,1,13,{REST}\nDDCI,2024,Hạ Long,78,1,13", "DDCI 2024 of “Hạ Long” stands there twice;"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_the_remedy(row: str, sentence: str) -> None:
    (found,) = refused(f"{row},{REST}")
    assert sentence in found


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("31/03/2026", "day: “31/03/2026” is no day; write it as 2026-09-15."),
        ("2025-12-31", "day: the day 31/12/2025 is not one of 2026;"),
    ],
)
def test_a_day_is_one_of_its_year(day: str, sentence: str) -> None:
    (found,) = refused(f"PAR,2026,{day},thanh-tra,90,,,{REST}", HEADER.replace("year,", "year,day,"))
    assert sentence in found


def test_source_and_method_are_always_told() -> None:
    """A figure without them could not be compared, or found again."""
    assert len(refused("DDCI,2024,Hạ Long,79,1,13,,")) == 2


@pytest.mark.parametrize("mark", ["\n", "\u202e", "\x07"])
def test_marks_that_cannot_be_seen_are_refused(mark: str) -> None:
    """A line break or a turned line in a source would print as something else."""
    (found,) = refused(f'DDCI,2024,Hạ Long,79.35,1,13,"Quyết{mark}định",Bộ chỉ số')
    assert found.endswith(
        "source: the cell holds a line break or a mark that cannot be seen; type it anew on one line."
    )

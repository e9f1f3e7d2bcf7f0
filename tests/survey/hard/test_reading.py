"""A file of hard figures: what it may hold, and how each mistake is told."""

import pytest

from instruments.indicator import Indicator
from survey.collecting.hard.figure import figure_of
from survey.collecting.hard.reading import Expected, HardFigures, read_hard
from survey.collecting.hard.template import empty_file
from survey.errors import Refused

UNITS = {"06652": "Phường Hà Tu", "06658": "Phường Cao Xanh", "06661": "Phường Việt Hưng"}
HEADER = "unit,received,on_time,late,online,paid_online\n"


def indicator(code: str, template: str, above: str | None = None, below: str | None = None) -> Indicator:
    return Indicator.model_validate(
        {
            "code": code,
            "label": {"vi": code},
            "source": "hard",
            "recode": "value",
            "goalposts": (0, 1),
            "template": template,
            "numerator": above,
            "denominator": below,
        }
    )


ON_TIME = indicator("on_time", "ho_so_tthc", "on_time", "received")
SETTLED = indicator("settled", "kien_nghi", "in_quarter", "received")
DTI = indicator("dti", "generic")


def read(text: str, one: Indicator = ON_TIME) -> HardFigures:
    return read_hard(text.encode(), "so-lieu.csv", Expected(str(one.template), UNITS, (one,)))


def refused(text: str, one: Indicator = ON_TIME) -> list[str]:
    with pytest.raises(Refused) as refusal:
        read(text, one)
    return [words["en"] for _, words in refusal.value.places]


def test_a_share_is_made_of_two_columns_of_the_template() -> None:
    """108 of 120 files on time: 0.9."""
    found = read(HEADER + "06652,120,108,12,60,30\n")
    figure = figure_of(ON_TIME, "06652", found.values)
    assert figure is not None
    assert (figure.value, figure.numerator, figure.denominator) == (0.9, 108, 120)


def test_a_share_of_no_file_at_all_has_no_value() -> None:
    """Nothing received is neither 0 % nor 100 % on time."""
    figure = figure_of(ON_TIME, "06652", read(HEADER + "06652,0,0,0,0,0\n").values)
    assert figure is not None
    assert (figure.value, figure.denominator) == (None, 0)


def test_an_empty_cell_is_not_known_and_never_zero() -> None:
    """The row says how many files came in, not how many were on time."""
    assert figure_of(ON_TIME, "06652", read(HEADER + "06652,120,,,,\n").values) is None


def test_units_without_a_figure_are_listed_as_a_note() -> None:
    """The file is taken all the same."""
    (note,) = read(HEADER + "06652,120,108,12,60,30\n06658,,,,,\n").notes
    assert note.severity == "warning"
    assert "on_time: 2 of 3 units have no figure (06658, 06661), which is never counted as 0" in note.sentence()
    assert "2 trong 3 đơn vị chưa có số liệu" in note.sentence("vi")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("6652,1,1,0,0,0", "line 2, unit: the wave has no unit “6652”; write “06652” (Phường Hà Tu)."),
        ("Cao Xanh,1,1,0,0,0", "the wave has no unit “Cao Xanh”; write “06658” (Phường Cao Xanh)."),
        ("06652,120,110,12,0,0", "line 2, on_time: on_time + late = 122, which is more than received = 120;"),
        ("06652,120,0,0,121,0", "online = 121, which is more than received = 120;"),
        ("06652,-3,0,0,0,0", "received: “-3” is no whole number from 0 up; write digits only"),
        ("06652,120.5,0,0,0,0", "“120.5” is no whole number"),
        ("06652,1.240,0,0,0,0", "“1.240” is no whole number"),
        ("06652,3000000000,0,0,0,0", "the number is larger than 2000000000"),
        ("06652,,5,0,0,0", "received: this cell is empty;"),
        ("06652,5,5,0,0,0\n06652,5,5,0,0,0", "line 3, unit: the unit “06652” stands there twice;"),
        ("06652,,,,,", "the file holds no figure;"),
        ("06652,5,5,0", "the row has 4 cells where the header has 6"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_the_remedy(row: str, sentence: str) -> None:
    """One sentence each: file, line, column, what is wrong, what to do."""
    (found,) = refused(f"{HEADER}{row}\n")
    assert found.startswith("so-lieu.csv")
    assert sentence in found


def test_every_mistake_is_told_at_once() -> None:
    """Whoever mends the file mends it once."""
    assert len(refused(HEADER + "99999,x,1,0,0,0\n06652,5,6,0,7,0\n")) == 4


def test_petitions_answered_are_no_more_than_received() -> None:
    """The second template, in a file with semicolons."""
    header = "unit;received;answered_in_time;in_quarter\n"
    figure = figure_of(SETTLED, "06652", read(f"{header}06652;20;18;17\n", SETTLED).values)
    assert figure is not None
    assert figure.value == 0.85
    assert "in_quarter = 21, which is more than received = 20" in refused(f"{header}06652;20;18;21\n", SETTLED)[0]


def test_a_generic_file_gives_the_figure_itself() -> None:
    """With a decimal comma or point, and the counts behind it where they are known."""
    found = read("unit;indicator;value;numerator;denominator\n06652;dti;0,85;85;100\n06658;dti;0.5;;\n", DTI)
    figures = [figure_of(DTI, unit, found.values) for unit in UNITS]
    assert [(one.value, one.numerator, one.denominator) if one else None for one in figures] == [
        (0.85, 85, 100),
        (0.5, None, None),
        None,
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("06652,dta,0.5,,", "the instrument has no indicator “dta” that this file brings in; write “dti” (dti)."),
        ("06652,dti,85%,,", "value: “85%” is no number; write it as 0.85 or 0,85, without a % sign."),
        ("06652,dti,,85,100", "value: this cell is empty;"),
        ("06652,dti,0.5,85,", "numerator and denominator stand there both or not at all;"),
        ("06652,dti,0.5,,\n06652,dti,0.6,,", "the indicator “dti” of the unit “06652” stands there twice;"),
    ],
)
def test_a_generic_row_that_does_not_fit_is_named_with_the_remedy(row: str, sentence: str) -> None:
    (found,) = refused(f"unit,indicator,value,numerator,denominator\n{row}\n", DTI)
    assert sentence in found


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            "1.000,,",
            "value: “1.000” can be read as two different numbers; write 1000 if thousands are meant, 1.0000 if",
        ),
        ('"12,000",,', "“12,000” can be read as two different numbers; write 12000"),
        ("1.240.000,,", "write 1240000 if thousands are meant"),
        ("0.85,80,100", "value: 0.85 is not 80 divided by 100 (0.8000); mend what is wrong, or leave"),
        ("0.8,86,100", "0.8 is not 86 divided by 100 (0.8600)"),
        ("0.5,0,0", "0.5 is not 0 divided by 0 (–)"),
    ],
)
def test_a_figure_that_says_two_things_is_refused(row: str, sentence: str) -> None:
    """A mark before three digits may part thousands; a share must be that of its counts, to its own last digit."""
    (found,) = refused(f"unit,indicator,value,numerator,denominator\n06652,dti,{row}\n", DTI)
    assert sentence in found


@pytest.mark.parametrize("row", ["0.850,,", '"0,667",2,3', "0.67,2,3", "0.7,2,3", "12.5,25,2"])
def test_a_decimal_and_a_rounded_share_are_taken(row: str) -> None:
    """0.850 parts no thousands, for none begins with 0; two thirds are 0.7, 0.67 or 0.667."""
    assert len(read(f"unit,indicator,value,numerator,denominator\n06652,dti,{row}\n", DTI).values) == 1


def test_a_percentage_for_a_share_is_noticed() -> None:
    """85 lies outside the goalposts 0 and 1: perhaps 0.85 is meant."""
    notes = read("unit,indicator,value,numerator,denominator\n06652,dti,85,,\n", DTI).notes
    assert [note.code for note in notes] == ["figures-lacking", "beyond-goalposts"]
    assert "85 lies outside the goalposts 0 and 1" in notes[1].sentence()


def test_a_bonus_beyond_the_most_that_may_be_given_is_refused() -> None:
    """It would be added to the score as it is; on its bounds it is taken."""
    expected = Expected("generic", UNITS, (DTI,), frozenset({"dti"}))
    rows = "unit,indicator,value,numerator,denominator\n06652,dti,{},,\n"
    with pytest.raises(Refused) as refusal:
        read_hard(rows.format("1.5").encode(), "thuong.csv", expected)
    ((_, words),) = refusal.value.places
    assert words["vi"] == (
        "thuong.csv, 06652: 1.5 điểm nằm ngoài mức từ 0 đến 1 của điểm thưởng, điểm trừ “dti”; "
        "sửa điểm, vì điểm này được cộng hoặc trừ nguyên."
    )
    assert read_hard(rows.format("1").encode(), "thuong.csv", expected).values


def test_the_empty_file_of_a_template_is_one_to_fill_in() -> None:
    """Each unit by code and name; for a generic file once for each indicator. As it is, it holds no figure."""
    empty = empty_file("ho_so_tthc", UNITS, (ON_TIME,)).decode("utf-8-sig")
    assert empty.splitlines()[:2] == ["unit,name,received,on_time,late,online,paid_online", "06652,Phường Hà Tu,,,,,"]
    assert "no figure" in refused(empty)[0]
    assert len(read(empty.replace("Hà Tu,,,,,", "Hà Tu,5,5,0,0,0")).values) == 5
    generic = empty_file("generic", UNITS, (DTI,)).decode("utf-8-sig")
    assert generic.splitlines()[1] == "06652,Phường Hà Tu,dti,,,"

"""Criteria assessed by the unit and appraised by others: what counts, and how each mistake is told."""

import pytest

from instruments.indicator import Indicator
from survey.collecting.hard.figure import figure_of
from survey.collecting.hard.reading import Expected, HardFigures, read_hard
from survey.collecting.hard.standing import filled
from survey.collecting.hard.template import empty_file
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from tests.survey.figures import WARDS, WITH_CRITERIA, Desk, planned
from tests.survey.office import found as found_wave

UNITS = {"06652": "Phường Hà Tu", "06658": "Phường Cao Xanh"}
PLAN = Indicator.model_validate(
    {
        "code": "plan",
        "label": {"vi": "Kế hoạch năm"},
        "source": "appraised",
        "recode": "value",
        "goalposts": (0, 1.5),
        "template": "tieu_chi",
    }
)
HEADER = (
    "unit,indicator,self_assessed,evidence,evidence_number,evidence_date,evidence_issuer,"
    "appraised,reason,not_applicable\n"
)


def read(rows: str) -> HardFigures:
    return read_hard(f"{HEADER}{rows}\n".encode(), "tieu-chi.csv", Expected("tieu_chi", UNITS, (PLAN,)))


def test_appraised_points_alone_are_the_figure() -> None:
    """The unit gave itself 1.5 points, the council found 1.2 and says why."""
    found = read("06652,plan,1.5,Báo cáo năm,12/BC-UBND,2026-01-15,UBND phường,1.2,Chậm một việc,")
    figure = figure_of(PLAN, "06652", found.values)
    assert figure is not None
    assert figure.value == 1.2


def test_a_criterion_not_yet_appraised_is_missing_and_never_self_assessed() -> None:
    """It is named as lacking; the other unit, confirmed as it assessed itself, needs no reason."""
    found = read("06652,plan,1.5,Báo cáo năm,,,,,,\n06658,plan,1.0,Báo cáo năm,,,,1.0,,")
    assert figure_of(PLAN, "06652", found.values) is None
    assert "plan: 1 of 2 units have no figure (06652)" in found.notes[0].sentence()


def test_nothing_claimed_needs_no_evidence() -> None:
    """Zero points are zero points, and that is a figure."""
    figure = figure_of(PLAN, "06652", read("06652,plan,0,,,,,0,,").values)
    assert figure is not None
    assert figure.value == 0


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            "06652,plan,1.6,Báo cáo,,,,1.5,Quá tối đa,",
            "self_assessed: 1.6 points lie outside the criterion's 0 to 1.5;",
        ),
        ("06652,plan,1.5,Báo cáo,,,,-1,Phạt,", "appraised: -1 points lie outside the criterion's 0 to 1.5;"),
        ("06652,plan,1.5,,,,,1.5,,", "line 2, evidence: the unit gave itself 1.5 points without evidence;"),
        ("06652,plan,1.5,Báo cáo,,,,1.2,,", "reason: the appraised 1.2 differs from the self-assessed 1.5 without"),
        ("06652,plan,,,,,,1.2,,", "reason: the appraised 1.2 differs from the self-assessed – without a reason;"),
        ("06652,plan,nhiều,Báo cáo,,,,1,,", "self_assessed: “nhiều” is no number;"),
        ("06652,plan,1,Báo cáo,,15/01/2026,,1,,", "evidence_date: “15/01/2026” is no day;"),
        ("06652,plan,,,,,,,,x", "not_applicable: “x” is no x, or a criterion that does not apply has appraised"),
        ("06652,plans,1,Báo cáo,,,,1,,", "the instrument has no indicator “plans” that this file brings in;"),
        ("06652,plan,1,Báo cáo,,,,1,,\n06652,plan,1,Báo cáo,,,,1,,", "“plan” of the unit “06652” stands there twice;"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_the_remedy(row: str, sentence: str) -> None:
    """Points beyond the most, claims without evidence, corrections without a reason."""
    with pytest.raises(Refused) as refusal:
        read(row)
    assert any(sentence in words["en"] for _, words in refusal.value.places)


def test_an_empty_file_has_a_row_for_each_unit_and_criterion() -> None:
    """To be sent to the units, with their names beside the codes."""
    first, *rows = empty_file("tieu_chi", UNITS, (PLAN,)).decode("utf-8-sig").splitlines()
    assert first.startswith("unit,name,indicator,self_assessed,evidence,")
    assert rows[0].startswith("06652,Phường Hà Tu,plan,,")
    assert len(rows) == len(UNITS)


def test_own_points_alone_are_the_first_stage(database: Database, keys: Keys) -> None:
    """The units' file is kept and fills nothing, confirmed or not; the file with appraised points takes its place."""
    planned(database, WITH_CRITERIA)
    desk = Desk(database, keys)
    own = "06652,dti,0.9,Báo cáo,12/BC,2026-01-15,UBND phường"
    desk.both(f"{HEADER}{own},,,\n", "tieu_chi")
    assert dti(desk) == ({}, ["06652", "06658", "06661"])
    desk.both(f"{HEADER}{own},0.8,Chậm một việc,\n06661,dti,,,,,,,Mới lập,x\n", "tieu_chi")
    assert dti(desk) == ({"06652": 0.8}, ["06658"])


def test_a_criterion_that_does_not_apply_is_not_lacking() -> None:
    """Nobody waits for it: of the two units one lacks its points, and the note names that one alone."""
    found = read("06652,plan,,,,,,,Mới thành lập,x\n06658,plan,1,Báo cáo,,,,,,")
    assert "plan: 1 of 2 units have no figure (06658)" in found.notes[0].sentence()


def test_a_file_without_a_word_is_refused() -> None:
    """The template as it was downloaded, with units and criteria alone."""
    with pytest.raises(Refused) as refused:
        read("06652,plan,,,,,,,,\n06658,plan,,,,,,,,")
    assert [words["en"].partition(";")[0] for _, words in refused.value.places] == [
        "tieu-chi.csv: the file holds no figure"
    ]


def dti(desk: Desk) -> tuple[dict[str, float | None], list[str]]:
    """The figures that count, and the units that lack one."""
    with desk.database.reading() as tx:
        one = next(one for one in filled(tx, found_wave(tx)) if one.indicator.code == "dti")
        return {unit: figure.value for unit, figure in one.figures.items()}, one.lacking(WARDS)


@pytest.mark.parametrize("mark", ["\u202e", "\x07", "\n"])
@pytest.mark.parametrize("column", ["evidence", "evidence_number", "evidence_issuer", "reason"])
def test_words_with_marks_that_cannot_be_seen_are_refused(column: str, mark: str) -> None:
    """They are printed as they were written, in whichever column they stand."""
    words = {"evidence": "Báo cáo", "evidence_number": "12", "evidence_issuer": "UBND", "reason": "Chậm"}
    words[column] = f'"{words[column]}{mark}năm"'
    evidence = f"{words['evidence']},{words['evidence_number']},,{words['evidence_issuer']}"
    with pytest.raises(Refused) as refused:
        read(f"06652,plan,1.5,{evidence},1.2,{words['reason']},")
    assert f"line 2, {column}: the cell holds a line break or a mark that cannot be seen" in refused.value.sentence(
        "en"
    )

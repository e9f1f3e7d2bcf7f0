"""A file of answers about several units: rows of one id are one response, one row a rated unit."""

import json

import pytest
from sqlalchemy import select

from survey.collecting.import_answers import AnswerFile, Import, ImportReport, import_answers
from survey.database import Database
from survey.keys import Keys
from survey.preparing.acting import By
from survey.records import Rating, Response
from tests.survey.firms import firms_wave
from tests.survey.questionnaire import NOW, Opened, wave_in

HEAD = "id,form,met,met__eligible,kind,began,recommend,filed,trips,trips__none,easy,ties,fair,why\n"
FIRST = "D-1,a,so-y-te,so-y-te so-tu-phap so-tai-chinh,1,2019-05-01,0,1,3,,4,5,,Nhanh hơn\n"
SECOND = "D-1,,so-tu-phap,,,,,2,,,98,1,,\n"
ALONE = "D-2,b,,,2,,10,,,,,,,\n"


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return firms_wave(database, keys)


@pytest.fixture
def bring(database: Database, wave: Opened, keys: Keys) -> "Bring":
    return Bring(database, wave, keys)


class Bring:
    """Imports a file into the wave of firms."""

    def __init__(self, database: Database, wave: Opened, keys: Keys) -> None:
        self.database, self.wave, self.keys = database, wave, keys

    def __call__(self, text: str) -> ImportReport:
        """What the import of a file with this text reports."""
        with self.database.writing() as tx:
            order = Import(wave_in(tx, self.wave), AnswerFile("phieu.csv", text.encode()))
            return import_answers(tx, order, self.keys, By(NOW))


def test_two_rows_of_one_id_are_one_response(database: Database, bring: Bring) -> None:
    """What is asked once stands in the first row; each row has its unit; nobody to rate is one row."""
    assert bring(HEAD + FIRST + ALONE + SECOND) == ImportReport(3, 2, 0, False)
    with database.reading() as tx:
        documents = {row.form: json.loads(row.answers) for row in tx.scalars(select(Response))}
        ratings = {row.unit: row.chosen_prob for row in tx.scalars(select(Rating))}
    assert documents["b"] == {"answers": {"kind": 2, "recommend": 10}, "form": "b", "units": {}}
    assert documents["a"]["answers"] == {"kind": 1, "began": "2019-05-01", "recommend": 0}
    assert documents["a"]["loops"]["met"] == {
        "so-y-te": {"filed": 1, "trips": 3, "easy": 4, "ties": 5, "why": "Nhanh hơn"},
        "so-tu-phap": {"filed": 2, "easy": {"none": "unknown"}, "ties": 1},
    }
    assert documents["a"]["choice"] == {"met": {"eligible": ["so-y-te", "so-tu-phap", "so-tai-chinh"]}}
    assert ratings == pytest.approx({"so-y-te": 2 / 3, "so-tu-phap": 2 / 3})


def test_no_response_of_several_rows_counts_twice(bring: Bring) -> None:
    """Whatever order its rows stand in."""
    assert bring(HEAD + FIRST + SECOND).stored == 1
    assert bring(HEAD + ALONE + FIRST + SECOND) == ImportReport(3, 1, 1, False)


def test_without_the_list_of_units_no_probability_is_known(database: Database, bring: Bring) -> None:
    """On paper nobody may have written it down."""
    bring("form,met,kind,easy\na,so-y-te,1,4\n")
    with database.reading() as tx:
        assert tx.execute(select(Rating.unit, Rating.chosen_prob)).all() == [("so-y-te", None)]


def test_a_fact_repeated_alike_is_no_contradiction(bring: Bring) -> None:
    """Some programs fill every row."""
    repeated = SECOND.replace("D-1,,so-tu-phap,,,,", "D-1,a,so-tu-phap,,1,2019-05-01,0")
    assert bring(HEAD + FIRST + repeated).stored == 1


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        (
            FIRST + SECOND.replace("tu-phap,,,,", "tu-phap,,2,,"),
            [
                (
                    "line 3, kind: “2” is not what row 2 of the same response says; "
                    "write both alike, or leave this cell empty."
                )
            ],
        ),
        (
            FIRST + FIRST,
            ["line 3, met: the unit “so-y-te” stands in a row of the same response above; keep one row a rated unit."],
        ),
        (
            FIRST + "D-1,,,,,,,,2,,4,,,\n",
            ["line 3, met: this row names no rated unit; give the unit's code or take the row out."],
        ),
        (
            FIRST + "D-1,,,,,,,,,,,,,\n",
            ["line 3, met: this row names no rated unit; give the unit's code or take the row out."],
        ),
        (
            FIRST + SECOND.replace(",98,1,", ",9,1,"),
            [
                (
                    "line 3, easy: Question “The rules of so-tu-phap are easy to find” has no choice 9; "
                    "please choose one of 1, 2, 3, 4, 5; mend this cell and import the file again."
                )
            ],
        ),
        (
            FIRST.replace("D-1,a", "D-1,c").replace(",4,5,", ",4,,"),
            [
                (
                    "line 2, form: This survey has no form “c”; its forms are a, b; "
                    "mend this cell and import the file again."
                )
            ],
        ),
        (
            FIRST + "D-1,,so-xay-dung,,,,,,,,3,,,\nD-1,,so-tai-chinh,,,,,,,,3,,,\n",
            [
                (
                    "line 2, met: “met”: 3 units are rated where at most 2 may be; leave some out; "
                    "mend this cell and import the file again."
                ),
                (
                    "line 2, met__eligible: The choice of units: a unit is rated that is not listed in “eligible”; "
                    "mend this cell and import the file again."
                ),
            ],
        ),
        (
            FIRST + "D-1,,06652,,,,,,,,3,,,\n",
            [
                (
                    "line 2, met__eligible: The choice of units: a unit is rated that is not listed in “eligible”; "
                    "mend this cell and import the file again."
                ),
                (
                    "line 3, met: “Offices dealt with”: the unit 06652 is not in the list of this survey; "
                    "please choose from the list; mend this cell and import the file again."
                ),
            ],
        ),
    ],
    ids=["differs", "twice", "unnamed", "empty", "code", "form", "many", "strange"],
)
def test_a_contradiction_names_row_column_and_remedy(bring: Bring, rows: str, sentences: list[str]) -> None:
    """And nothing is stored."""
    report = bring(HEAD + rows + ALONE)
    assert [mistake.sentence().removeprefix("phieu.csv, ") for mistake in report.mistakes] == sentences
    assert report.stored == 0

"""Answers come in from a file: every mistake named, all or nothing, never twice."""

import json
from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from survey.collecting import import_answers as importing
from survey.collecting.import_answers import SOURCE, AnswerFile, Import, ImportReport, import_answers
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.acting import By
from survey.records import Cell, Imported, Rating, Response, Stratum
from tests.survey.questionnaire import NOW, Opened, opened, wave_in

HEAD = "id,day,place,office,polite,prompt,asked_help,helped,channels__1,channels__2,trips,trips__none,wish\n"
ONE = "P-1,2026-09-14,06652,so-tai-chinh,5,4,1,3,1,0,2,,Cảm ơn\n"
TWO = "P-2,,06658,06658,2,,2,,0,0,,98,\n"


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys, simulated=True)


class Office:
    """Imports files into a wave, as the command line would."""

    def __init__(self, database: Database, wave: Opened, keys: Keys) -> None:
        self.database, self.wave, self.keys = database, wave, keys

    def brings(self, text: str, name: str = "phieu.csv", *, dry: bool = False, source: str = SOURCE) -> ImportReport:
        """What the import of a file with this text reports."""
        with self.database.writing() as tx:
            order = Import(wave_in(tx, self.wave), AnswerFile(name, text.encode(), source), dry)
            return import_answers(tx, order, self.keys, By(NOW))

    def counts(self) -> tuple[int, int]:
        """How many responses and how many hashes of rows there are."""
        with self.database.reading() as tx:
            tables = (Response, Imported)
            return tuple(tx.scalar(select(func.count()).select_from(table)) or 0 for table in tables)  # type: ignore[return-value] # two tables, two counts


@pytest.fixture
def office(database: Database, wave: Opened, keys: Keys) -> Office:
    return Office(database, wave, keys)


def test_rows_become_responses_by_interviewers_on_paper(database: Database, office: Office) -> None:
    """A code 98 beside a number is a reason, two ticks of 0 are no answer, an empty day stays empty."""
    assert office.brings(HEAD + ONE + TWO) == ImportReport(2, 2, 0, False)
    with database.reading() as tx:
        rows = {row.day: row for row in tx.scalars(select(Response))}
        facts = {(row.mode, row.access, row.language, row.consent) for row in rows.values()}
        documents = {str(day): json.loads(row.answers) for day, row in rows.items()}
        assert len(tx.scalars(select(Rating.unit)).all()) == 3
    assert facts == {("paper", "interviewer", "vi", None)}
    first = {"polite": 5, "prompt": 4, "asked_help": 1, "helped": 3, "channels": [1], "trips": 2, "wish": "Cảm ơn"}
    assert documents["2026-09-14"]["answers"] == first
    assert documents["None"]["answers"] == {"polite": 2, "asked_help": 2, "trips": {"none": "unknown"}}


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        (
            "P-3,2026-09-14,06652,so-tai-chinh,7,,,,,,,,\n",
            [
                (
                    "phieu.csv, line 2, polite: Question “Officials are polite” has no choice 7; "
                    "please choose one of 1, 2, 3, 4, 5; mend this cell and import the file again."
                )
            ],
        ),
        (
            "P-3,14/09/2026,06652,so-tai-chinh,5,,,,,,,,\n",
            ["phieu.csv, line 2, day: “14/09/2026” is no day; write it as 2026-09-15."],
        ),
        (
            "P-3,2026-09-16,06652,so-tai-chinh,5,,,,,,,,\n",
            [
                (
                    "phieu.csv, line 2, day: the day 16/09/2026 lies outside the time of collecting "
                    "(01/09/2026–15/09/2026); mend the day or leave it empty."
                )
            ],
        ),
        (
            "P-3,,06652,so-tai-chinh,5,,,,1,,3,98,\n",
            [
                (
                    "phieu.csv, line 2, trips__none: there is an answer, “3”, and a reason not to answer; "
                    "keep one of the two."
                )
            ],
        ),
        (
            "P-3,,06652,so-tai-chinh,5,,,,1,,1.000,,\n",
            [
                (
                    "phieu.csv, line 2, trips: “1.000” can be read as two different numbers; "
                    "write 1000 if thousands are meant, 1.0000 if it is a decimal."
                )
            ],
        ),
        (
            "P-3,,hanoi,so-tai-chinh,5,,,,yes,,,,\n",
            [
                (
                    "phieu.csv, line 2, channels__1: “yes” is neither 0 nor 1; "
                    "write 1 where it was chosen and 0 where not."
                ),
                (
                    "phieu.csv, line 2, place: “Receiving point”: the unit hanoi is not in the list of this survey; "
                    "please choose from the list; mend this cell and import the file again."
                ),
            ],
        ),
    ],
)
def test_a_mistake_names_file_row_column_and_remedy(office: Office, row: str, sentences: Sequence[str]) -> None:
    """And the good row beside it is not stored either."""
    report = office.brings(HEAD + row + ONE)
    assert [mistake.sentence() for mistake in report.mistakes] == sentences
    assert office.counts() == (0, 0)


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("mode", "telegraph", "not-one-of"),
        ("access", "secret", "not-one-of"),
        ("language", "fr", "not-one-of"),
        ("cell", "x", "cell-unknown"),
        ("psu", "x", "psu-unknown"),
    ],
)
def test_facts_out_of_the_list_are_mistakes(office: Office, column: str, value: str, code: str) -> None:
    """Mode, access, language, cell and PSU are those the wave knows."""
    report = office.brings(f"place,office,polite,{column}\n06652,06652,5,{value}\n")
    assert [(mistake.code, mistake.path) for mistake in report.mistakes] == [(code, column)]


def test_a_known_cell_is_taken_along(database: Database, office: Office, wave: Opened) -> None:
    """Paper answers of invited people count in their cell."""
    with database.writing() as tx:
        tx.add(Stratum(wave=wave.id, code="06652", unit="06652", size=40))
        tx.flush()
        tx.add(Cell(wave=wave.id, code="06652", stratum="06652", unit="06652", size=40, drawn=20))
    office.brings("place,office,polite,access,cell\n06652,06652,5,invited,06652\n")
    with database.reading() as tx:
        assert tx.execute(select(Response.access, Response.cell)).all() == [("invited", "06652")]


def test_a_long_file_is_stored_piece_by_piece(
    database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every row with its own answers and units, as if there were one piece; a mistake in the last stores none."""
    monkeypatch.setattr(importing, "PIECE", 2)
    rows = [f"{unit},{unit},{code}\n" for unit, code in zip(("06652", "06658", "06661") * 2, range(1, 6), strict=False)]
    text = "place,office,polite\n" + "".join(rows)
    assert office.brings(f"{text}06652,06652,9\n").mistakes[0].line == 7
    assert office.counts() == (0, 0)
    assert office.brings(text).stored == 5
    with database.reading() as tx:
        stored = tx.execute(select(Response.answers, Rating.unit).join(Rating, Rating.response == Response.id)).all()
    said = sorted((json.loads(answers)["answers"]["polite"], unit) for answers, unit in stored)
    assert said == [(1, "06652"), (2, "06658"), (3, "06661"), (4, "06652"), (5, "06658")]
    assert office.counts() == (5, 5)


def test_no_row_counts_twice(office: Office) -> None:
    """The same file, the same file under another name, and a longer file of the same source."""
    assert office.brings(HEAD + ONE).stored == 1
    assert office.brings(HEAD + ONE) == ImportReport(1, 0, 1, False)
    assert office.brings(HEAD + ONE, "renamed.csv") == ImportReport(1, 0, 1, False)
    assert office.brings(HEAD + ONE + TWO) == ImportReport(2, 1, 1, False)
    assert office.counts()[0] == 2


def test_a_row_with_an_id_is_known_in_a_file_renamed_and_changed(office: Office) -> None:
    """What says who answered is the id, whatever the file is called; another provider's ids are others."""
    office.brings(HEAD + ONE)
    assert office.brings(HEAD + TWO + ONE, "phieu-sua.csv") == ImportReport(2, 1, 1, False)
    assert office.brings(HEAD + ONE, source="vnpt").stored == 1


def test_empty_lines_make_no_other_file(office: Office) -> None:
    """A spreadsheet leaves them behind, and writes another separator; the rows are the same."""
    assert office.brings("place,office,polite\n06652,06652,5\n06658,06658,4\n").stored == 2
    assert office.brings("place,office,polite\n06652,06652,5\n\n06658,06658,4\n,,\n\n").already == 2
    assert office.brings("place;office;polite\r\n06652;06652;5\r\n06658;06658;4\r\n").already == 2


def test_a_changed_copy_without_ids_is_noticed(office: Office) -> None:
    """Nothing tells its rows from new ones, so they are stored, and the report says what it looks like."""
    head, rows = "place,office,polite\n", ["06652,06652,5\n", "06658,06658,4\n", "06658,06658,2\n"]
    assert not office.brings(head + "".join(rows)).looks_repeated
    report = office.brings(head + "".join([*rows[:2], "06658,06658,1\n"]))
    assert (report.stored, report.alike, report.looks_repeated) == (3, 2, True)


def test_rows_without_an_id_are_known_by_file_and_number(office: Office) -> None:
    """Two people who answered alike are two rows, and the file again is nothing new."""
    alike = "place,office,polite\n06652,06652,5\n06652,06652,5\n"
    assert office.brings(alike).stored == 2
    assert office.brings(alike, "again.csv").already == 2


def test_an_id_twice_in_a_file_is_a_mistake(office: Office) -> None:
    """One row a response."""
    assert [mistake.code for mistake in office.brings(HEAD + ONE + ONE).mistakes] == ["id-twice"]


def test_a_dry_run_says_what_would_happen_and_stores_nothing(office: Office) -> None:
    """The same counts as the real import."""
    assert office.brings(HEAD + ONE + TWO, dry=True) == ImportReport(2, 2, 0, True)
    assert office.counts() == (0, 0)


@pytest.mark.parametrize("day", ["20260914", "2026-W38-1", "14/09/2026", "2026-9-14"])
def test_a_day_is_written_in_one_way(office: Office, day: str) -> None:
    """Other spellings are refused rather than guessed."""
    report = office.brings(f"place,office,polite,day\n06652,06652,5,{day}\n")
    assert [mistake.code for mistake in report.mistakes] == ["day-unreadable"]


@pytest.mark.parametrize(("column", "longest"), [("form", 10), ("id", 200)])
def test_a_value_longer_than_its_place_is_a_mistake(office: Office, column: str, longest: int) -> None:
    """It is found before the database meets it; PostgreSQL would refuse the row, SQLite would keep it."""
    head = f"place,office,polite,{column}\n06652,06652,5,"
    (mistake,) = office.brings(head + "x" * (longest + 1) + "\n").mistakes
    assert mistake.sentence() == (
        f"phieu.csv, line 2, {column}: the value is longer than {longest} characters; shorten it."
    )
    assert office.brings(head + "x" * longest + "\n").stored == 1


def test_a_file_without_rows_is_refused(office: Office) -> None:
    """Only a header, or nothing at all."""
    for text, code in ((HEAD, "table-no-rows"), ("\n\n", "table-empty"), (HEAD.replace(",", "\t"), "table-tabs")):
        assert [mistake.code for mistake in office.brings(text).mistakes] == [code]


def test_an_unknown_column_is_met_with_a_proposal(office: Office) -> None:
    """A misspelt item code is found before any row is read."""
    report = office.brings("place,office,polit\n06652,06652,5\n")
    assert "“polite”" in report.mistakes[0].sentence()


def test_a_closed_wave_takes_no_file(database: Database, office: Office, wave: Opened) -> None:
    """Open and stopped waves do."""
    for state, is_taken in (("stopped", True), ("closed", False), ("draft", False)):
        with database.writing() as tx:
            wave_in(tx, wave).state = state
        if is_taken:
            assert office.brings(HEAD + ONE).stored == 1
        else:
            with pytest.raises(Refused, match="must be"):
                office.brings(HEAD + TWO)

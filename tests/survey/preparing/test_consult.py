"""A draft is sent for comment: comments come in whole or not at all, each is answered, the draft stays as it was."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from survey.database import Database
from survey.errors import Refused
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.comment_rows import MOST_AT_ONCE, MOST_COMMENTS
from survey.preparing.comment_table import comment_table
from survey.preparing.consult import (
    Draft,
    Taken,
    answer_comments,
    comments_of,
    consultation_by_code,
    draft_of,
    open_consultation,
    take_comments,
)
from survey.preparing.register import load_register
from survey.records import AuditEvent, Consultation
from tests.survey.office import DAY, HOME, INSTRUMENT, NOW

CODE = "gop-y-2026"
DUE = DAY + timedelta(days=20)
BY, LATER = By(NOW), By(NOW + timedelta(days=30))
HEADER = "unit,item,proposal\n"


@pytest.fixture
def consultation(database: Database) -> str:
    """An open consultation on the tiny instrument."""
    with database.writing() as tx:
        load_register(tx)
        open_consultation(tx, draft(tx), BY)
    return CODE


def draft(tx: object, **changes: object) -> Draft:
    office = organisation_of(tx, HOME)  # type: ignore[arg-type] - a session
    return replace(Draft(CODE, INSTRUMENT, "tiny.yaml", office, DUE), **changes)  # type: ignore[arg-type] - fields by name


def taken(database: Database, rows: str, by: By = BY) -> Taken:
    with database.writing() as tx:
        return take_comments(tx, consultation_by_code(tx, CODE), f"{HEADER}{rows}".encode(), "comments.csv", by)


def answered(database: Database, rows: str) -> Taken:
    with database.writing() as tx:
        data = f"number,decision,answer\n{rows}".encode()
        return answer_comments(tx, consultation_by_code(tx, CODE), data, "answers.csv", BY)


def kept(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as tx:
        comments = comments_of(tx, consultation_by_code(tx, CODE))
        return [(one.number, one.unit, one.item, one.outcome) for one in comments]


def refusal(database: Database, rows: str, *, answers: bool = False) -> Refused:
    with pytest.raises(Refused) as refused:
        (answered if answers else taken)(database, rows)
    return refused.value


def test_the_draft_is_kept_as_it_was_sent(database: Database, consultation: str) -> None:
    """With the days between which comments are asked for; it issues nothing."""
    with database.reading() as tx:
        found = consultation_by_code(tx, consultation)
        assert (found.opened, found.due) == (DAY, DUE)
        assert draft_of(found).version == "1"
        assert "consultation_opened" in tx.scalars(select(AuditEvent.text)).one()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "Góp ý"}, "consultation-code"),
        ({"code": CODE}, "consultation-exists"),
        ({"code": "other", "due": DAY - timedelta(days=1)}, "due-past"),
        ({"code": "other", "data": b"code: x"}, "file-mistakes"),
    ],
)
def test_what_cannot_be_sent_is_refused(
    database: Database, consultation: str, change: dict[str, object], code: str
) -> None:
    """A bad code, one in use, a day that is past, a file with mistakes."""
    with pytest.raises(Refused) as refused, database.writing() as tx:
        open_consultation(tx, draft(tx, **change), BY)
    assert refused.value.code == code
    with database.reading() as tx:
        assert tx.scalars(select(Consultation.code)).all() == [consultation]


def test_units_are_known_by_code_or_name_and_items_by_code_or_number(database: Database, consultation: str) -> None:
    """Another body keeps its name; an empty item means the whole draft."""
    assert consultation
    rows = "06652,polite,Sửa\nSở tài chính,,Rút ngắn\nHiệp hội Doanh nghiệp,prompt,Bỏ\n"
    assert taken(database, rows) == Taken(3, 0)
    assert kept(database) == [
        (1, "06652", "polite", None),
        (2, "so-tai-chinh", None, None),
        (3, "Hiệp hội Doanh nghiệp", "prompt", None),
    ]


def test_no_comment_is_kept_twice(database: Database, consultation: str) -> None:
    """Neither within a file nor from a longer file sent again; numbers go on."""
    assert consultation
    assert taken(database, "06652,polite,Sửa\n06652,polite,Sửa\n") == Taken(1, 1)
    assert taken(database, "06652,polite,Sửa\n06658,,Khác\n") == Taken(1, 1)
    assert [number for number, *_ in kept(database)] == [1, 2]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("99999,polite,Sửa", "unit"),
        ("so-khong-co,polite,Sửa", "unit"),
        (",polite,Sửa", "unit"),
        ("06652,nothing,Sửa", "item"),
        ("06652,polite,", "proposal"),
        (f"06652,polite,{'x' * 4001}", "proposal"),
        ("06652,polite,Sửa \u202egnod", "proposal"),
        ("Hội\u202e dân,polite,Sửa", "unit"),
    ],
)
def test_one_wrong_row_keeps_the_whole_file_out(database: Database, consultation: str, row: str, column: str) -> None:
    """The file, the row and the column are named."""
    assert consultation
    refused = refusal(database, f"06652,,Tốt\n{row}\n")
    assert [place for place, _ in refused.places] == [f"comments.csv:3:{column}"]
    assert kept(database) == []


def test_a_proposal_may_stand_on_several_lines(database: Database, consultation: str) -> None:
    """A line break turns nothing round."""
    assert consultation
    assert taken(database, '06652,polite,"Sửa\nlại"\n') == Taken(1, 0)


def test_more_comments_than_anybody_reads_are_refused(database: Database, consultation: str) -> None:
    """In one file, and in all; what is kept already stays, and sent again does no harm."""
    assert consultation
    rows = [f"06652,polite,Sửa {place}\n" for place in range(MOST_AT_ONCE)]
    assert refusal(database, "".join([*rows, "06652,,Nữa\n"])).code == "rows-too-many"
    assert kept(database) == []
    for sent in range(MOST_COMMENTS // MOST_AT_ONCE):
        assert taken(database, "".join(row.replace("Sửa", f"Sửa {sent}") for row in rows)).new == MOST_AT_ONCE
    assert refusal(database, "06652,,Nữa\n").code == "comments-too-many"
    assert taken(database, "06652,polite,Sửa 0 0\n") == Taken(0, 1)
    assert len(kept(database)) == MOST_COMMENTS


def test_each_comment_is_answered_and_a_later_answer_counts(database: Database, consultation: str) -> None:
    """Decisions as people write them; rows not filled in are passed over."""
    assert consultation
    taken(database, "06652,polite,Sửa\n06658,,Bỏ\n06661,,Thêm\n")
    assert answered(database, "1,Tiếp thu,Đã sửa\n2,giai trinh,Cần giữ\n3,,\n") == Taken(2, 0)
    assert answered(database, "1,Tiếp thu,Đã sửa\n2,TIẾP THU,Đã bỏ\n") == Taken(1, 1)
    assert [outcome for *_, outcome in kept(database)] == ["accepted", "accepted", None]


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("7,tiếp thu,Đã sửa", ["number"]),
        ("2,đồng ý,Đã sửa", ["decision"]),
        ("2,,Đã sửa", ["decision"]),
        ("2,tiếp thu,", ["answer"]),
        ("1,tiếp thu,Đã sửa", ["number"]),
    ],
)
def test_a_wrong_answer_answers_nothing(database: Database, consultation: str, row: str, columns: list[str]) -> None:
    """An unknown number, another word, half a row, the same comment twice."""
    assert consultation
    taken(database, "06652,polite,Sửa\n06658,,Bỏ\n")
    refused = refusal(database, f"1,tiếp thu,Đã sửa\n{row}\n", answers=True)
    assert [place.rsplit(":", 1)[1] for place, _ in refused.places] == columns
    assert {outcome for *_, outcome in kept(database)} == {None}


def test_the_table_names_units_and_office_as_they_are_called(database: Database, consultation: str) -> None:
    """And tells what came late."""
    taken(database, "06652,polite,Sửa\n")
    taken(database, "Hội Nông dân,,Bỏ\n", LATER)
    with database.reading() as tx:
        table = comment_table(tx, consultation_by_code(tx, consultation), DAY)
    assert table.head.agency == "Sở Nội vụ"
    assert [(one.unit, table.is_late(one)) for one in table.comments] == [
        ("Phường Hà Tu", False),
        ("Hội Nông dân", True),
    ]

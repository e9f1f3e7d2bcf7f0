"""Drafts of instruments sent for comment: comments come in as a file, go back answered, and make a table."""

from datetime import datetime
from pathlib import Path

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from reports.consultation import Comments, comments_csv, comments_docx
from survey.clock import day_of
from survey.commands.acting import acting_option, actor_for
from survey.commands.desk import Desk, desk
from survey.commands.given import DAY, GIVEN_FILE
from survey.commands.instrument_file import instrument_file
from survey.commands.media_folder import media_beside
from survey.commands.noun import Noun
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, columns, json_option
from survey.commands.user import HOME
from survey.people.organisations import organisation_of
from survey.preparing import consult
from survey.preparing.acting import By
from survey.preparing.comment_table import comment_table
from survey.records import Consultation

RIGHT = "consult"
HEADER = ("consultation", "draft", "from", "until", "comments", "accepted", "explained", "not answered")
SHORT = 60
"""Characters of a proposal that a list shows."""


@click.group(cls=Noun)
def consultation() -> None:
    """Drafts of instruments sent for comment.

    Example: thuocdo consultation list
    """


@consultation.command("open")
@click.argument("code")
@click.argument("file")
@click.option("--due", required=True, type=DAY, help="Comments are asked for until the end of this day.")
@click.option("--organisation", default=HOME, show_default=True, help="The office that asks, a code of the register.")
@acting_option
def open_it(code: str, file: str, due: datetime, organisation: str, account: str | None) -> None:
    """Send a draft for comment: it is kept as it is now, whatever becomes of the file.

    The folder of its pictures and audio beside it goes with it.

    Example: thuocdo consultation open sipas-2027 my-survey.yaml --due 2026-12-15
    """
    data, name = instrument_file(file)
    with desk() as at, at.database.writing() as tx:
        office = organisation_of(tx, organisation)
        by = By(at.now, actor_for(tx, account, RIGHT, office))
        draft = consult.Draft(code, data, name, office, due.date(), media_beside(file))
        consult.open_consultation(tx, draft, by)
    click.echo(f"Consultation {code} is open until {due.date()}: bring comments in with `thuocdo consultation import`.")


@consultation.command("import")
@click.argument("code")
@click.argument("file", type=GIVEN_FILE)
@acting_option
@json_option
def import_comments(code: str, file: Path, account: str | None, *, as_json: bool) -> None:
    """Bring comments in from a CSV with the columns unit, item, proposal: all of it or nothing, and none twice.

    Unit: a code of the register or a name; item: its number or code in the draft, empty for the whole.

    Example: thuocdo consultation import sipas-2027 comments.csv
    """
    with desk() as at, at.database.writing() as tx:
        found, by = _found(tx, code, account, at)
        taken = consult.take_comments(tx, found, file.read_bytes(), file.name, by)
    words = f"{taken.new} comments are new, {taken.known} were known from before."
    answer({"new": taken.new, "known": taken.known}, [words], as_json=as_json)


@consultation.command("answer")
@click.argument("code")
@click.argument("file", type=GIVEN_FILE)
@acting_option
@json_option
def answer_comments(code: str, file: Path, account: str | None, *, as_json: bool) -> None:
    """Answer comments from a CSV with the columns number, decision (tiếp thu or giải trình), answer.

    The file that `consultation export` writes as CSV has them, with the comments beside.

    Example: thuocdo consultation answer sipas-2027 comments.csv
    """
    with desk() as at, at.database.writing() as tx:
        found, by = _found(tx, code, account, at)
        taken = consult.answer_comments(tx, found, file.read_bytes(), file.name, by)
        left = sum(one.outcome is None for one in consult.comments_of(tx, found))
    words = f"{taken.new} answers are new or changed, {taken.known} as before; comments not answered yet: {left}."
    answer({"changed": taken.new, "known": taken.known, "not_answered": left}, [words], as_json=as_json)


@consultation.command("list")
@click.argument("code", required=False)
@json_option
def list_all(code: str | None, *, as_json: bool) -> None:
    """List consultations, or the comments of one with what was answered.

    Example: thuocdo consultation list sipas-2027
    """
    with desk() as at, at.database.reading() as tx:
        today = day_of(at.now)
        if code:
            _list_comments(comment_table(tx, consult.consultation_by_code(tx, code), today), as_json=as_json)
            return
        rows = tx.scalars(select(Consultation).order_by(Consultation.opened, Consultation.code))
        records = [_counts(one, comment_table(tx, one, today)) for one in rows]
    answer(records, columns([HEADER, *(tuple(one.values()) for one in records)]), as_json=as_json)


@consultation.command()
@click.argument("code")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A new .docx or .csv file.")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
def export(code: str, output: Path, language: str) -> None:
    """Write the table of comments and answers: .docx to be signed, .csv to be filled in and read by `answer`.

    Example: thuocdo consultation export sipas-2027 -o bang-tong-hop.docx
    """
    kind = output.suffix.lower()
    if kind not in {".docx", ".csv"}:
        raise Sentence(f"{output} is neither .docx nor .csv: end its name in one of them.")
    if output.exists():
        raise Sentence(f"{output} exists already: name another file with --output, or remove it.")
    with desk() as at, at.database.reading() as tx:
        table = comment_table(tx, consult.consultation_by_code(tx, code), day_of(at.now), language)
    output.write_bytes(comments_docx(table, language) if kind == ".docx" else comments_csv(table))
    click.echo(f"{output} holds {len(table.comments)} comments.")


def _found(tx: Session, code: str, account: str | None, at: Desk) -> tuple[Consultation, By]:
    found = consult.consultation_by_code(tx, code)
    return found, By(at.now, actor_for(tx, account, RIGHT, found.organisation_id))


def _list_comments(table: Comments, *, as_json: bool) -> None:
    names = ("number", "unit", "item", "proposal", "received", "outcome", "answer")
    records = [{name: getattr(one, name) for name in names} for one in table.comments]
    rows = [
        (one.number, one.unit, one.item or "whole", _short(one.proposal), one.outcome or "not answered")
        for one in table.comments
    ]
    answer(records, columns([("number", "unit", "item", "proposal", "outcome"), *rows]), as_json=as_json)


def _counts(one: Consultation, table: Comments) -> dict[str, object]:
    outcomes = [comment.outcome for comment in table.comments]
    return {
        "code": one.code,
        "draft": f"{table.draft.code} {table.draft.version}",
        "opened": one.opened,
        "due": one.due,
        "comments": len(outcomes),
        "accepted": outcomes.count("accepted"),
        "explained": outcomes.count("explained"),
        "not_answered": outcomes.count(None),
    }


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"

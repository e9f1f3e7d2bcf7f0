"""Drafts sent for comment, in the page: opened with a due date, comments kept and answered, the table taken home."""

import re
from collections.abc import Callable
from datetime import date

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from reports.consultation import comments_csv, comments_docx
from survey.errors import Refused
from survey.pages.console.figures.sent import sent_file
from survey.pages.console.instruments.given import Given, given_file, held_file, needed
from survey.pages.console.instruments.kept import given_of, kept_named
from survey.pages.console.instruments.office import office_where
from survey.pages.console.instruments.typed_rows import typed_answer, typed_comment
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.upload import takes_files
from survey.people.roles import may
from survey.preparing import consult
from survey.preparing.acting import By
from survey.preparing.comment_table import comment_table
from survey.records import Consultation
from survey.wording import text

blueprint = Blueprint("consultations", __name__, url_prefix="/console/consultations", template_folder="templates")
RIGHT = "consult"
COMMENTS_ON_A_PAGE = 100
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Take = Callable[[Session, Consultation, bytes, str, By], consult.Taken]
TAKES: dict[str, Take] = {"comments": consult.take_comments, "answers": consult.answer_comments}
TYPED = {"comments": typed_comment, "answers": typed_answer}


@blueprint.get("")
@guarded(RIGHT)
def consultations() -> str:
    """Those of the person's offices, the latest due first."""
    with house().database.reading() as tx:
        rows = tx.scalars(select(Consultation).order_by(Consultation.due.desc(), Consultation.code))
        found = [(one, consult.draft_of(one)) for one in rows if _is_mine(one)]
    return render_template("console/instruments/consultations.html", found=found, today=house().today, **words())


@blueprint.get("/new")
@guarded(RIGHT)
def ask() -> str:
    """The form: a file, or the instrument kept that `from` names, and the last day for comments."""
    begun = request.args.get("from")
    with house().database.reading() as tx:
        kept = kept_named(tx, signed_in(), begun) if begun else None
        return _form(given_of(tx, kept) if kept else None)


@blueprint.post("/new")
@guarded(RIGHT)
@takes_files
def open_it() -> AnyResponse:
    """Sends the draft for comment."""
    given = None
    try:
        given = held_file()
        given = given_file(given)
        code = _open(needed(given))
    except Refused as refused:
        return make_response(_form(given, refused), refused.status)
    return redirect(f"/console/consultations/{code}", code=303)


@blueprint.get("/<code>")
@guarded(RIGHT)
def consultation(code: str) -> str:
    """The comments by item with what was answered to each."""
    return _page(code)


@blueprint.post("/<code>/<any(comments,answers):what>")
@guarded(RIGHT)
@takes_files
def take(code: str, what: str) -> AnyResponse:
    """Takes a file of comments or answers in, or the one that was typed; all of it or nothing."""
    try:
        given = Given(*sent_file()) if request.files.get("file") else TYPED[what](request.form)
        with house().database.writing() as tx:
            taken = TAKES[what](tx, _mine(tx, code), given.data, given.name, By(house().now, signed_in().number))
    except Refused as refused:
        if refused.code in {"not-found", "stale-form"}:
            raise
        return make_response(_page(code, refused), refused.status)
    flash(text(f"consult.took_{what}", spoken(), new=taken.new, known=taken.known), "done")
    number = _page_asked()
    return redirect(f"/console/consultations/{code}{f'?page={number}' if number > 1 else ''}", code=303)


@blueprint.get("/<code>/<any(docx,csv):kind>")
@guarded(RIGHT)
def table(code: str, kind: str) -> Response:
    """The table of comments: to be signed in Word, or to be filled in and read again as CSV."""
    with house().database.reading() as tx:
        found = comment_table(tx, _mine(tx, code), house().today, spoken())
    made = comments_docx(found, spoken()) if kind == "docx" else comments_csv(found)
    answer = make_response(made)
    answer.mimetype = WORD if kind == "docx" else "text/csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{code}.{kind}"'
    return answer


def _is_mine(one: Consultation) -> bool:
    return may(signed_in(), RIGHT, one.organisation_id)


def _mine(tx: Session, code: str) -> Consultation:
    found = tx.scalar(select(Consultation).where(Consultation.code == code))
    if found is None or not _is_mine(found):
        raise Refused("not-found")
    return found


def _open(given: Given) -> str:
    try:
        due = date.fromisoformat(request.form.get("due", ""))
    except ValueError as error:
        raise Refused("due-needed") from error
    code = request.form.get("code", "").strip()
    with house().database.writing() as tx:
        draft = consult.Draft(code, given.data, given.name, office_where(RIGHT), due, given.media)
        consult.open_consultation(tx, draft, By(house().now, signed_in().number))
    return code


def _form(given: Given | None, refused: Refused | None = None) -> str:
    sentence = refused.sentence(spoken()) if refused else None
    typed = {field: request.form.get(field, "") for field in ("code", "due")}
    page = "console/instruments/consult.html"
    return render_template(page, given=given, typed=typed, sentence=sentence, **words())


def _page_asked() -> int:
    """The page of comments that the address names, or the first."""
    asked = request.args.get("page", "")
    return max(1, int(asked)) if re.fullmatch("[0-9]{1,5}", asked) else 1


def _page(code: str, refused: Refused | None = None) -> str:
    with house().database.reading() as tx:
        found = _mine(tx, code)
        of_all, answered = consult.count_comments(tx, found)
        pages = max(1, -(-of_all // COMMENTS_ON_A_PAGE))
        number = min(_page_asked(), pages)
        shown = consult.some_comments(tx, found, (number - 1) * COMMENTS_ON_A_PAGE, COMMENTS_ON_A_PAGE)
        comments = comment_table(tx, found, house().today, spoken(), shown)
    items = {item.code: item for item in comments.draft.items()}
    by_item = {code: [one for one in comments.comments if one.item == code] for code in (None, *items)}
    return render_template(
        "console/instruments/consultation.html",
        found=found,
        table=comments,
        items=items,
        of_all=of_all,
        unanswered=of_all - answered,
        pages=pages,
        number=number,
        groups=[(code, rows) for code, rows in by_item.items() if rows],
        refused=refused,
        typed=request.form,
        today=house().today,
        **words(),
    )

"""Figures published before, in the page: files brought in, and the yes of a second person."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from reports.wording import number
from survey import blobs
from survey.collecting.history.bring import HistoryData, bring_in
from survey.collecting.history.bring import confirm as confirm_file
from survey.collecting.history.reading import COLUMNS, OPTIONAL
from survey.collecting.history.standing import Standing, standings
from survey.collecting.second_person import file_marked
from survey.errors import Refused
from survey.pages.console.figures.names import names_of
from survey.pages.console.figures.sent import csv_answer, sent_file
from survey.pages.console.instruments.office import office_where
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.upload import takes_files
from survey.records import HistoryConfirmation, HistoryFile
from survey.wording import text

blueprint = Blueprint("history", __name__, url_prefix="/console/history", template_folder="templates")
BRING, CONFIRM = "import_figures", "confirm_figures"


@dataclass(frozen=True, slots=True)
class FileOfFigures:
    """A file with its confirmation and its figures."""

    file: HistoryFile
    confirmation: HistoryConfirmation | None
    figures: tuple[Standing, ...]


@blueprint.get("")
@guarded(CONFIRM)
def history() -> str:
    """The files of the person's office, the newest first, with what they hold."""
    return _page()


@blueprint.get("/template")
@guarded(BRING)
def template() -> Response:
    """An empty file with the columns."""
    return csv_answer(f"{','.join((*COLUMNS, *OPTIONAL))}\n".encode("utf-8-sig"), "history.csv")


@blueprint.get("/file/<mark>")
@guarded(CONFIRM)
def file(mark: str) -> Response:
    """A file as it was brought in, to be looked at before it is confirmed."""
    with house().database.reading() as tx:
        found = file_marked([one.file for one in reversed(_files(tx, office_where(CONFIRM)))], mark)
        return csv_answer(blobs.load(tx, found.blob), f"history-{found.number}.csv")


@blueprint.post("/bring")
@guarded(BRING)
@takes_files
def bring() -> AnyResponse:
    """Brings a file in; all of it or nothing."""
    try:
        data, name = sent_file()
        with house().database.writing() as tx:
            brought = bring_in(tx, HistoryData(office_where(BRING), name, data), house().now, signed_in())
    except Refused as refused:
        return make_response(_page(refused), refused.status)
    flash(text("figures.brought_history", spoken(), n=brought.figures, linked=brought.linked), "done")
    for note in brought.notes:
        flash(note.sentence(spoken()), "waits")
    return redirect("/console/history", code=303)


@blueprint.post("/confirm")
@guarded(CONFIRM)
def confirm() -> AnyResponse:
    """Records the yes of a second person to the very file that was looked at."""
    try:
        with house().database.writing() as tx:
            confirm_file(tx, office_where(CONFIRM), request.form.get("mark", ""), house().now, signed_in())
    except Refused as refused:
        return make_response(_page(refused), refused.status)
    flash(text("figures.did_confirm_history", spoken()), "done")
    return redirect("/console/history", code=303)


def _page(refused: Refused | None = None) -> str:
    with house().database.reading() as tx:
        files = _files(tx, office_where(CONFIRM))
        names = names_of(tx, [(one.file, one.confirmation) for one in files])
    return render_template(
        "console/figures/history.html",
        files=files,
        names=names,
        refused=refused,
        me=signed_in().number,
        decimal=_decimal,
        **words(),
    )


def _files(tx: Session, organisation: UUID) -> list[FileOfFigures]:
    """The newest first."""
    figures: dict[UUID, list[Standing]] = {}
    for one in standings(tx, organisation):
        figures.setdefault(one.file.id, []).append(one)
    files = [FileOfFigures(held[0].file, held[0].confirmation, tuple(held)) for held in figures.values()]
    return sorted(files, key=lambda one: one.file.number, reverse=True)


def _decimal(value: float) -> str:
    """A published value with the decimals it was given with."""
    return number(value, len(f"{value:.6f}".rstrip("0").partition(".")[2]), spoken())

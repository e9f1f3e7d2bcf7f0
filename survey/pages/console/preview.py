"""The result before it is public, for those who prepare and approve it: the tables as they will be, and the PDF."""

from flask import Blueprint, Response, render_template
from sqlalchemy.orm import Session

from reports.facts import facts_of
from reports.hiding import shaped
from reports.paper.sheets import Paper
from reports.public_form import FULL_FORM, PublicForm
from reports.ranking.annex import annex_of
from scoring.run import Run
from survey.closing.score import run_of
from survey.errors import Refused
from survey.pages.console.standing import standing_of
from survey.pages.console.waves import wave_seen, words
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.publishing.boards import showing
from survey.publishing.form import form_of

blueprint = Blueprint("preview", __name__, url_prefix="/console", template_folder="templates")


@blueprint.get("/waves/<code>/preview")
@guarded("see_embargoed")
def preview(code: str) -> str:
    """The tables and charts of the latest run, marked as not yet public."""
    with house().database.reading() as tx:
        run, form = _run(tx, code)
        shown = showing(run, spoken(), form)
    return render_template("console/preview.html", shown=shown, code=code, **words())


@blueprint.get("/waves/<code>/preview.pdf")
@guarded("see_embargoed")
def preview_pdf(code: str) -> Response:
    """The ranking of the latest run as the PDF it will be published as."""
    settings = house().settings
    with house().database.reading() as tx:
        run, form = _run(tx, code)
    paper = Paper(settings.font_directory, settings.public_url)
    answer = Response(annex_of(shaped(facts_of(run), form), spoken(), paper=paper), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{code}-preview.pdf"'
    return answer


def _run(tx: Session, code: str) -> tuple[Run, PublicForm]:
    """The latest run, in the form it is prepared in; in full before that."""
    standing = standing_of(tx, wave_seen(tx, code, "see_embargoed"))
    if standing.run is None:
        raise Refused("not-scored")
    prepared = standing.publication if standing.up_to_date else None
    return run_of(tx, standing.run), form_of(prepared) if prepared else FULL_FORM

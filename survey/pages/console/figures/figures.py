"""Hard data of a wave in the page: empty files to fill in, files brought in, and the yes of a second person."""

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from survey import blobs
from survey.closing.confirm_hard import Confirmation, confirm_hard
from survey.collecting.hard.bring import HardData, bring_in, expected_of
from survey.collecting.hard.standing import filled, standings
from survey.collecting.hard.template import empty_file, hard_indicators
from survey.collecting.second_person import file_marked
from survey.errors import Refused
from survey.pages.console.figures.names import names_of
from survey.pages.console.figures.sent import csv_answer, sent_file
from survey.pages.console.waves import wave_seen, words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.upload import takes_files
from survey.people.roles import may
from survey.preparing.issue import instrument_of
from survey.records import Wave, WaveUnit
from survey.wording import text

blueprint = Blueprint("figures", __name__, url_prefix="/console/waves/<code>/figures", template_folder="templates")
BRING, CONFIRM = "import_figures", "confirm_figures"
GONE = {"not-found", "not-yours", "stale-form", "unknown-wave"}
"""Refusals that are not about what was typed: the page is not shown with them."""


@blueprint.get("")
@guarded(CONFIRM)
def figures(code: str) -> str:
    """What the instrument needs, the files that came, and how many units have each figure."""
    return _page(code)


@blueprint.get("/template/<template>")
@guarded(BRING)
def template(code: str, template: str) -> Response:
    """An empty file of a template with the wave's units."""
    with house().database.reading() as tx:
        expected = expected_of(tx, wave_seen(tx, code, BRING), template)
    return csv_answer(empty_file(template, expected.units, expected.indicators), f"{template}.csv")


@blueprint.get("/file/<mark>")
@guarded(CONFIRM)
def file(code: str, mark: str) -> Response:
    """A file as it was brought in, to be looked at before it is confirmed."""
    with house().database.reading() as tx:
        files = [one.file for one in standings(tx, wave_seen(tx, code, CONFIRM))]
        found = file_marked(files, mark)
        return csv_answer(blobs.load(tx, found.blob), f"{found.template}-{found.number}.csv")


@blueprint.post("/bring")
@guarded(BRING)
@takes_files
def bring(code: str) -> AnyResponse:
    """Brings a file in; all of it or nothing."""
    fields = {name: request.form.get(name, "") for name in ("template", "source", "period")}
    try:
        data, name = sent_file()
        given = HardData(data=data, name=name, **fields)
        with house().database.writing() as tx:
            brought = bring_in(tx, wave_seen(tx, code, BRING), given, house().now, signed_in())
    except Refused as refused:
        return _refused(code, refused)
    flash(text("figures.brought", spoken(), name=name), "done")
    for note in brought.notes:
        flash(note.sentence(spoken()), "waits")
    return redirect(f"/console/waves/{code}/figures", code=303)


@blueprint.post("/confirm")
@guarded(CONFIRM)
def confirm(code: str) -> AnyResponse:
    """Records the yes of a second person to the very file that was looked at."""
    given = Confirmation(signed_in(), request.form.get("mark", ""), request.form.get("reason", ""))
    try:
        with house().database.writing() as tx:
            confirm_hard(tx, wave_seen(tx, code, CONFIRM), given, house().keys, house().now)
    except Refused as refused:
        return _refused(code, refused)
    flash(text("figures.did_confirm", spoken()), "done")
    return redirect(f"/console/waves/{code}/figures", code=303)


def _refused(code: str, refused: Refused) -> AnyResponse:
    if refused.code in GONE:
        raise refused
    return make_response(_page(code, refused), refused.status)


def _page(code: str, refused: Refused | None = None) -> str:
    with house().database.reading() as tx:
        wave = wave_seen(tx, code, CONFIRM)
        files = standings(tx, wave)
        return render_template(
            "console/figures/figures.html",
            wave=wave,
            templates=_templates(tx, wave),
            files=files,
            indicators=list(filled(tx, wave)),
            units=tx.scalar(select(func.count()).select_from(WaveUnit).where(WaveUnit.wave == wave.id)),
            names=names_of(tx, [(one.file, one.confirmation) for one in files]),
            refused=refused,
            typed=request.form,
            me=signed_in().number,
            may=lambda act: may(signed_in(), act, wave.organisation_id),
            **words(),
        )


def _templates(tx: Session, wave: Wave) -> list[str]:
    made = hard_indicators(instrument_of(tx, wave.instrument))
    return list(dict.fromkeys(str(one.template) for one in made if one.template))

"""Checks a file of an instrument in the page: every finding as a row, the text kept to be mended; nothing is stored."""

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from instruments.answering_time import minutes_to_answer
from instruments.mistakes import errors
from instruments.reading import read_instrument
from survey.errors import Refused
from survey.pages.console.instruments.given import Given, given_file, held_file, needed
from survey.pages.console.instruments.kept import given_of, kept_named
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.upload import takes_files

blueprint = Blueprint("instrument_check", __name__, url_prefix="/console/instruments", template_folder="templates")


@blueprint.get("/check")
@guarded("see_waves")
def ask() -> str:
    """A file to choose or text to type, begun from an instrument kept where `from` names one."""
    begun = request.args.get("from")
    if begun is None:
        return _page(None)
    with house().database.reading() as tx:
        kept = kept_named(tx, signed_in(), begun)
        return _page(given_of(tx, kept))


@blueprint.post("/check")
@guarded("see_waves")
@takes_files
def check() -> AnyResponse:
    """Every finding of the file, or the text as a file to keep."""
    held = None
    try:
        held = held_file()
        given = needed(given_file(held))
    except Refused as refused:
        return make_response(_page(held, refused.sentence(spoken())), refused.status)
    return _file(given) if request.form.get("step") == "file" else make_response(_checked(given))


def _checked(given: Given) -> str:
    reading = read_instrument(given.data, given.name, given.media)
    wrong = errors(reading.mistakes)
    return render_template(
        "console/instruments/check.html",
        given=given,
        sentence=None,
        checked=True,
        wrong=wrong,
        notes=[one for one in reading.mistakes if one not in wrong],
        minutes=minutes_to_answer(reading.instrument) if reading.instrument else None,
        instrument=reading.instrument,
        **words(),
    )


def _page(given: Given | None, sentence: str | None = None) -> str:
    return render_template(
        "console/instruments/check.html", given=given, sentence=sentence, checked=False, wrong=(), notes=(), **words()
    )


def _file(given: Given) -> Response:
    answer = make_response(given.data)
    answer.mimetype = "application/yaml"
    answer.headers.set("Content-Disposition", "attachment", filename=given.name)
    return answer

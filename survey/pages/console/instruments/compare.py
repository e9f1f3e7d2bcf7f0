"""Compares two instruments in survey terms: what changed, and which figures can still be compared."""

from flask import Blueprint, make_response, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from instruments.comparing import compare
from instruments.model import Instrument
from instruments.reading import read_instrument
from survey.errors import Refused
from survey.pages.console.instruments.given import Given, given_file, needed
from survey.pages.console.instruments.kept import kept_for, kept_named
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.upload import takes_files
from survey.preparing.mistakes import refuse_mistakes

blueprint = Blueprint("instrument_compare", __name__, url_prefix="/console/instruments", template_folder="templates")


@blueprint.get("/compare")
@guarded("see_waves")
def ask() -> str:
    """Asks for an earlier instrument that is kept, and for a later one or a file."""
    with house().database.reading() as tx:
        return _page(tx, None)


@blueprint.post("/compare")
@guarded("see_waves")
@takes_files
def show() -> Response:
    """What changed; without an earlier instrument, the question for it with the file carried along."""
    given = given_file()
    with house().database.reading() as tx:
        try:
            before, after = _before(tx), _after(tx, given)
        except Refused as refused:
            return make_response(_page(tx, given, refused.sentence(spoken())), refused.status)
        if before is None:
            return make_response(_page(tx, given))
        return make_response(_result(before, after, given))


def read_usable(given: Given) -> Instrument:
    """The instrument of a file; refuses one with mistakes."""
    reading = read_instrument(given.data, given.name)
    refuse_mistakes(given.name, reading.mistakes)
    if reading.instrument is None:
        raise ValueError("reading gave neither an instrument nor a mistake")
    return reading.instrument


def names_of(*instruments: Instrument) -> dict[str, str]:
    """Names of nodes by code in the page's language, the last instrument's before those of the ones before."""
    nodes = [node for one in instruments if one.index for node in one.index.nodes]
    return {node.code: node.label.get(spoken(), node.label["vi"]) for node in nodes}


def _before(tx: Session) -> Instrument | None:
    named = request.form.get("before", "")
    return kept_named(tx, signed_in(), named).instrument if named else None


def _after(tx: Session, given: Given | None) -> Instrument:
    named = request.form.get("after", "")
    if given is None and named:
        return kept_named(tx, signed_in(), named).instrument
    return read_usable(needed(given))


def _page(tx: Session, given: Given | None, sentence: str | None = None) -> str:
    chosen = {name: request.values.get(name, "") for name in ("before", "after")}
    kept = kept_for(tx, signed_in())
    return render_template(
        "console/instruments/compare.html", given=given, sentence=sentence, kept=kept, chosen=chosen, **words()
    )


def _result(before: Instrument, after: Instrument, given: Given | None) -> str:
    return render_template(
        "console/instruments/compared.html",
        before=before,
        after=after,
        given=given,
        found=compare(before, after),
        names=names_of(before, after),
        **words(),
    )

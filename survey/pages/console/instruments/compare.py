"""Compares two instruments in survey terms: what changed, and which figures can still be compared."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, make_response, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from instruments.comparing import compare
from instruments.model import Instrument
from instruments.reading import read_instrument
from survey.errors import Refused
from survey.pages.console.instruments.given import Given, given_file, held_file, needed
from survey.pages.console.instruments.kept import Kept, kept_for, kept_named, marks_of
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.upload import takes_files
from survey.preparing.mistakes import refuse_mistakes

blueprint = Blueprint("instrument_compare", __name__, url_prefix="/console/instruments", template_folder="templates")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: an instrument and the SHA-256 of each picture and audio file it comes with."""

    instrument: Instrument
    marks: Mapping[str, str]


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
    given = None
    with house().database.reading() as tx:
        try:
            given = held_file()
            given = given_file(given)
            before, after = _before(tx), _after(tx, given)
        except Refused as refused:
            return make_response(_page(tx, given, refused.sentence(spoken())), refused.status)
        if before is None:
            return make_response(_page(tx, given))
        return make_response(_result(before, after, given))


def read_usable(given: Given) -> Instrument:
    """The instrument of a file; refuses one with mistakes."""
    reading = read_instrument(given.data, given.name, given.media)
    refuse_mistakes(given.name, reading.mistakes)
    if reading.instrument is None:
        raise ValueError("reading gave neither an instrument nor a mistake")
    return reading.instrument


def names_of(*instruments: Instrument) -> dict[str, str]:
    """Names of nodes by code in the page's language, the last instrument's before those of the ones before."""
    nodes = [node for one in instruments if one.index for node in one.index.nodes]
    return {node.code: node.label.get(spoken(), node.label["vi"]) for node in nodes}


def side_of(tx: Session, kept: Kept) -> Side:
    """One that is kept."""
    return Side(kept.instrument, marks_of(tx, kept))


def _before(tx: Session) -> Side | None:
    named = request.form.get("before", "")
    return side_of(tx, kept_named(tx, signed_in(), named)) if named else None


def _after(tx: Session, given: Given | None) -> Side:
    named = request.form.get("after", "")
    if given is None and named:
        return side_of(tx, kept_named(tx, signed_in(), named))
    sent = needed(given)
    return Side(read_usable(sent), sent.marks)


def _page(tx: Session, given: Given | None, sentence: str | None = None) -> str:
    chosen = {name: request.values.get(name, "") for name in ("before", "after")}
    kept = kept_for(tx, signed_in())
    return render_template(
        "console/instruments/compare.html", given=given, sentence=sentence, kept=kept, chosen=chosen, **words()
    )


def _result(before: Side, after: Side, given: Given | None) -> str:
    return render_template(
        "console/instruments/compared.html",
        before=before.instrument,
        after=after.instrument,
        given=given,
        found=compare(before.instrument, after.instrument, (before.marks, after.marks)),
        names=names_of(before.instrument, after.instrument),
        **words(),
    )

"""Issues an instrument from the page: the file and its decision, then everything to be confirmed, then the act."""

from dataclasses import dataclass

from flask import Blueprint, flash, make_response, redirect, render_template, request
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from instruments.comparing import Comparison, compare
from instruments.fingerprint import canonical, fingerprint, printed, sha256
from instruments.mistakes import Mistake
from instruments.model import Instrument
from instruments.reading import read_instrument
from survey.errors import Refused
from survey.pages.console.instruments.compare import Side, names_of, read_usable, side_of
from survey.pages.console.instruments.given import Given, given_file, held_file, needed
from survey.pages.console.instruments.kept import Kept, given_of, issued_for, kept_named
from survey.pages.console.instruments.office import office_where
from survey.pages.console.instruments.wanted import Wanted, wanted
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.upload import takes_files
from survey.people.roles import demand
from survey.preparing.acting import By
from survey.preparing.decision import decide, version_in_force
from survey.preparing.issue import issue_instrument, model_of
from survey.preparing.media import digests_of
from survey.records import InstrumentVersion
from survey.wording import text

blueprint = Blueprint("instrument_issue", __name__, url_prefix="/console/instruments", template_folder="templates")
RIGHT = "create_wave"
CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Look:
    """What whoever issues sees before: the instrument, notes on it, and what changed from the version before."""

    instrument: Instrument
    notes: tuple[Mistake, ...]
    before: Instrument | None
    found: Comparison | None

    @property
    def mark(self) -> str:
        """The fingerprint that the version will bear."""
        return fingerprint(self.instrument)


@blueprint.get("/issue")
@guarded(RIGHT)
def ask() -> str:
    """The form: a file, or the instrument kept that `from` names, and the decision."""
    begun = request.args.get("from")
    with house().database.reading() as tx:
        kept = kept_named(tx, signed_in(), begun) if begun else None
        return _form(tx, given_of(tx, kept) if kept else None, wanted({}))


@blueprint.post("/issue")
@guarded(RIGHT)
@takes_files
def do() -> Response:
    """The form again with a file carried along, what is to be confirmed, or the act itself."""
    given, asked, step = None, wanted(request.form), request.form.get("step", "")
    try:
        given = held_file()
        given = given_file(given)
        if step == "issue":
            return _issue(needed(given), asked)
        if step == "look":
            return make_response(_look(needed(given), asked))
    except Refused as refused:
        with house().database.reading() as tx:
            return make_response(_form(tx, given, asked, refused), refused.status)
    with house().database.reading() as tx:
        return make_response(_form(tx, given, asked))


def _look(given: Given, asked: Wanted) -> str:
    """Everything to be confirmed, after the act was done and undone: what the verb refuses is refused here."""
    instrument = read_usable(given)
    with house().database.writing() as tx:
        before = _before(tx, asked, instrument)
        trial = tx.begin_nested()
        _act(tx, given, asked)
        trial.rollback()
    look = Look(
        instrument,
        read_instrument(given.data, given.name, given.media).mistakes,
        before.instrument if before else None,
        compare(before.instrument, instrument, (before.marks, given.marks)) if before else None,
    )
    return render_template(
        "console/instruments/confirm.html",
        look=look,
        given=given,
        asked=asked,
        decision=asked.decision(),
        mark=printed(look.mark),
        seal=_seal(given, instrument),
        names=names_of(*filter(None, (look.before, instrument))),
        **words(),
    )


def _issue(given: Given, asked: Wanted) -> Response:
    """Issues the very file that was looked at; the same once more changes nothing."""
    if _seal(given, read_usable(given)) != request.form.get("mark"):
        raise Refused("stale-form")
    try:
        with house().database.writing() as tx:
            version = _act(tx, given, asked)
    except IntegrityError as error:  # somebody else replaced the same version at the same moment
        raise Refused("step-taken") from error
    flash(text("instrument.did_issue", spoken(), code=version.code, version=version.version), "done")
    return redirect(f"/console/instruments/issued/{version.fingerprint}", code=303)


def _seal(given: Given, instrument: Instrument) -> str:
    """Stands for the instrument and every picture and audio file that was looked at."""
    marks = sorted(given.marks.items())
    return sha256(canonical([fingerprint(instrument), marks])) if marks else fingerprint(instrument)


def _act(tx: Session, given: Given, asked: Wanted) -> InstrumentVersion:
    person, now, decision = signed_in(), house().now, asked.decision()
    version = issue_instrument(tx, given.data, given.name, office_where(RIGHT), now, person.number, media=given.media)
    if decision:
        demand(person, RIGHT, version.organisation_id)
        decide(tx, version, decision, _replaced(tx, asked), By(now, person.number))
    return version


def _replaced(tx: Session, asked: Wanted) -> str | None:
    """The fingerprint of the version to be replaced, which the person must be able to see."""
    return kept_named(tx, signed_in(), f"issued/{asked.replaces}").key if asked.replaces else None


def _before(tx: Session, asked: Wanted, instrument: Instrument) -> Side | None:
    """The version that this one is held against: the one it replaces, else the one in force of its code."""
    if asked.replaces:
        return side_of(tx, kept_named(tx, signed_in(), f"issued/{asked.replaces}"))
    version = version_in_force(tx, instrument.code, house().today)
    own = version is not None and version.fingerprint == fingerprint(instrument)
    return Side(model_of(version), digests_of(tx, version.fingerprint)) if version and not own else None


def _form(tx: Session, given: Given | None, asked: Wanted, refused: Refused | None = None) -> str:
    replaceable = [one for one in issued_for(tx, signed_in()) if _can_be_replaced(one)]
    reading = read_instrument(given.data, given.name, given.media) if given else None
    return render_template(
        "console/instruments/issue.html",
        given=given,
        instrument=reading.instrument if reading else None,
        typed=asked.typed,
        sentence=refused.sentence(spoken()) if refused else None,
        replaceable=replaceable,
        **words(),
    )


def _can_be_replaced(one: Kept) -> bool:
    return one.standing is not None and one.standing.replaced_by is None

"""The staff's list of waves and the page of each: what came in, what comes next, what is under way."""

from flask import Blueprint, Response, jsonify, redirect, render_template
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from reports.wording import count, day
from survey.collecting.answer_rows import MODES
from survey.errors import Refused
from survey.pages.console.standing import Standing, responses_of, standing_of, standings_of, unit_counts, waves_of
from survey.pages.console.steps import failed, next_step, steps_of
from survey.pages.door import holds, signed_in
from survey.pages.guard import SIGNED_IN, guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.people.audit import head
from survey.people.roles import demand, may
from survey.preparing.issue import instrument_of
from survey.preparing.states import STATE_WORDS
from survey.preparing.wave import wave_by_code
from survey.publishing.approve import check_turn
from survey.publishing.latest import latest_publication
from survey.records import Wave
from survey.refusals import REFUSALS
from survey.wording import text

blueprint = Blueprint("console", __name__, url_prefix="/console", template_folder="templates")


@blueprint.get("/")
@guarded(SIGNED_IN)
def home() -> AnyResponse:
    """Leads to what the person may see."""
    return redirect("/console/waves" if holds(signed_in(), "see_waves") else "/console/unit", code=303)


@blueprint.get("/waves")
@guarded("see_waves")
def waves() -> str:
    """The waves of the person's organisations, each with its number of responses and its next step."""
    with house().database.reading() as tx:
        ours = waves_of(tx, signed_in(), "see_waves")
        counts = responses_of(tx, ours)
        rows = [(one, counts[one.wave.code]) for one in standings_of(tx, ours)]
        return render_template("console/waves.html", rows=rows, next_step=next_step, head=head(tx), **words())


@blueprint.get("/waves/<code>")
@guarded("see_waves")
def wave(code: str) -> str:
    """Where a wave stands, the step that comes next, and the ratings of every unit by mode."""
    with house().database.reading() as tx:
        found = wave_seen(tx, code, "see_waves")
        standing = standing_of(tx, found)
        step = next_step(standing)
        units = unit_counts(tx, found)
        return render_template(
            "console/wave.html",
            standing=standing,
            steps=steps_of(standing),
            next=step,
            trouble=_trouble(standing) if failed(standing, step) else None,
            may=lambda act: may(signed_in(), act, found.organisation_id),
            hindered=_hindered(tx, standing) if step and step.act == "approve" else None,
            responses=responses_of(tx, [found])[found.code],
            modes=[mode for mode in MODES if any(unit.by_mode.get(mode) for unit in units)],
            blocks=blocks_of(tx, found),
            units=units,
            **words(),
        )


@blueprint.get("/waves/<code>/progress")
@guarded("see_waves")
def progress(code: str) -> Response:
    """What a waiting page asks for: whether work is under way, and how far the wave has come."""
    with house().database.reading() as tx:
        standing = standing_of(tx, wave_seen(tx, code, "see_waves"))
        step = next_step(standing)
        return jsonify(working=standing.working, next=step.act if step else None)


def wave_seen(tx: Session, code: str, act: str) -> Wave:
    """The wave of that code for whoever may do the act to it; refuses as if it did not exist where it is another's."""
    found = wave_by_code(tx, code)
    try:
        demand(signed_in(), act, found.organisation_id)
    except Refused as refused:
        raise Refused("not-yours" if may(signed_in(), "see_waves", found.organisation_id) else "not-found") from refused
    return found


def _hindered(tx: Session, standing: Standing) -> str | None:
    """Why the step of the approval chain that comes next is not for this person; None where it is."""
    try:
        check_turn(tx, latest_publication(tx, standing.wave), signed_in())
    except Refused as refused:
        own = refused.code == "same-person"
        return text("console.same_person", spoken()) if own else refused.sentence(spoken())
    return None


def _trouble(standing: Standing) -> str:
    """Why the last try did not finish: the refusal where it reads without further words, else whom to ask."""
    code = (standing.job.problem or "").removeprefix("refused: ") if standing.job else ""
    sentence = Refused(code) if code in REFUSALS and "{" not in REFUSALS[code][1] else None
    return sentence.sentence(spoken()) if sentence else text("console.ask_administrator", spoken())


def blocks_of(tx: Session, found: Wave) -> dict[str, str]:
    """The names of a wave's blocks in the page's language, in the instrument's order."""
    index = instrument_of(tx, found.instrument).index
    return {block.code: block.label.get(spoken(), block.label["vi"]) for block in index.blocks} if index else {}


def words() -> dict[str, object]:
    """What every page of the console writes with."""
    language = spoken()
    return {
        "state_words": {state: names[language] for state, names in STATE_WORDS.items()},
        "day": lambda value: day(value, language),
        "count": lambda value: count(value, language),
    }

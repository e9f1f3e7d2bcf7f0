"""The acts of a wave's way: each is shown and confirmed on its own page, then done once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from flask import Blueprint, flash, make_response, redirect, render_template, request
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from instruments.fingerprint import printed
from instruments.publication import PublicationForm
from reports.public_form import PublicForm
from survey.closing.score import run_of
from survey.closing.stop import stop_wave
from survey.errors import Refused
from survey.pages.console.standing import Standing, responses_of, standing_of
from survey.pages.console.steps import STEP_OF, next_step
from survey.pages.console.waves import wave_seen, words
from survey.pages.door import demand_second_factor, lacks_second_factor, signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.upload import takes_files
from survey.people.roles import Person
from survey.publishing.advice import FULL, advised_form
from survey.publishing.approve import PaperFacts, Yes, approve, check_turn
from survey.publishing.decide import SignedPaper, enter_decision
from survey.publishing.form import KINDS, Chosen, usual_form
from survey.publishing.prepare import prepare
from survey.publishing.signed import read_roots
from survey.records import ApprovalStep, Publication, RunRow, enqueue
from survey.wording import text

blueprint = Blueprint("acts", __name__, url_prefix="/console", template_folder="templates")
ADDRESS = f"/waves/<code>/<any({','.join(STEP_OF)}):act>"
CONFLICT = 409
STRONG = frozenset({"approve", "publish"})
"""Acts by which others are judged in public: a stolen password alone does none of them."""
OF_WHAT_IS_TYPED = frozenset(
    {"form-first", "form-needs-decision", "advice-needs-reason", "decision-unwritten", "paper-unwritten"}
)
"""Refusals after which the page is asked again as it was filled in."""
OF_A_SIGNED_FILE = ("signed-", "signer-")
Row = TypeVar("Row", RunRow, Publication)


@dataclass(frozen=True, slots=True)
class Act:
    """What an act is done with: its transaction, where the wave stands, who does it, and when."""

    tx: Session
    standing: Standing
    person: Person
    now: datetime
    fields: Mapping[str, str]

    @property
    def run(self) -> RunRow:
        """The run at hand; the step before made it."""
        return _there(self.standing.run)

    @property
    def publication(self) -> Publication:
        """The publication at hand; the step before made it."""
        return _there(self.standing.publication)


@blueprint.get(ADDRESS)
@guarded("see_waves")
def confirm(code: str, act: str) -> str:
    """Says what the act does and cannot undo, and asks for it."""
    return _page(code, act)


@blueprint.post(ADDRESS)
@guarded("see_waves")
@takes_files
def do(code: str, act: str) -> Response:
    """Does the act, or has it done by the worker; whoever comes second reads one sentence."""
    try:
        with house().database.writing() as tx:
            standing = standing_of(tx, wave_seen(tx, code, STEP_OF[act].right))
            _check_turn(standing, act)
            if act in STRONG:
                demand_second_factor(tx, simulated=standing.wave.simulated)
            VERBS[act](Act(tx, standing, signed_in(), house().now, _typed()))
    except IntegrityError:
        _say(Refused("step-taken"))
    except Refused as refused:
        if refused.code in OF_WHAT_IS_TYPED or refused.code.startswith(OF_A_SIGNED_FILE):
            return make_response(_page(code, act, refused), refused.status)
        if refused.status != CONFLICT:
            raise
        _say(refused)
    else:
        flash(text(f"console.did.{act}", spoken()), "done")
    return redirect(f"/console/waves/{code}", code=303)


def _page(code: str, act: str, refused: Refused | None = None) -> str:
    with house().database.reading() as tx:
        found = wave_seen(tx, code, STEP_OF[act].right)
        standing = standing_of(tx, found)
        _check_turn(standing, act)
        return render_template(
            "console/confirm.html",
            act=act,
            standing=standing,
            responses=responses_of(tx, [found])[found.code],
            advised=_advised(tx, standing) if act == "prepare" else None,
            step=_step(tx, standing) if act == "approve" else None,
            mark=printed(standing.run.fingerprint) if standing.run else None,
            kinds=KINDS,
            typed=request.form or _offered(tx, standing, act),
            code_lacks=act in STRONG and lacks_second_factor(tx, simulated=found.simulated),
            sentence=refused.sentence(spoken()) if refused else None,
            **words(),
        )


def _offered(tx: Session, standing: Standing, act: str) -> dict[str, str]:
    """What stands in the fields before anybody has typed: the form of publication that the instrument names."""
    if act != "prepare" or standing.run is None:
        return {}
    form = usual_form(run_of(tx, standing.run))
    return {"form": form.kind, "first": str(form.first or "")}


def _step(tx: Session, standing: Standing) -> ApprovalStep:
    """The step that this person is asked to take; refuses whom it is not for."""
    return check_turn(tx, _there(standing.publication), signed_in())


def _advised(tx: Session, standing: Standing) -> str | None:
    """The lesser form that the reliability of a real result advises; full ranks then need a reason."""
    if standing.wave.simulated or standing.run is None:
        return None
    form = advised_form(run_of(tx, standing.run))
    return form if form != FULL else None


def _say(refused: Refused) -> None:
    flash(refused.sentence(spoken()), "refused")


def _check_turn(standing: Standing, act: str) -> None:
    """Refuses an act whose turn it is not: done already, by another person or a second click, or too early."""
    step = next_step(standing)
    if standing.working or step is None or step.act != act:
        raise Refused("step-taken")


def _there(row: Row | None) -> Row:
    if row is None:
        raise Refused("step-taken")
    return row


def _stop(act: Act) -> None:
    stop_wave(act.tx, act.standing.wave, act.now, act.person.number)


def _prepare(act: Act) -> None:
    chosen = Chosen(_form(act.fields), _written(act.fields, "reason"))
    prepare(act.tx, act.run, act.now, act.person, chosen)


def _form(fields: Mapping[str, str]) -> PublicForm:
    """The form chosen on the page; a number that is none is no number of ranks."""
    first = fields.get("first", "").strip()
    kind: PublicationForm = next((kind for kind in KINDS if kind == fields.get("form")), "full")
    return PublicForm(kind, (_number(first) or 0) if first else None, _written(fields, "decision"))


def _number(typed: str) -> int | None:
    """A whole number of at most four digits; Python itself fails at some thousands of them."""
    return int(typed) if re.fullmatch("[0-9]{1,4}", typed) else None


def _typed() -> dict[str, str]:
    """The form as typed, without the sign that no database keeps."""
    return {field: value.replace("\0", "") for field, value in request.form.items()}


def _written(fields: Mapping[str, str], name: str) -> str | None:
    return fields.get(name, "").strip() or None


def _approve(act: Act) -> None:
    shown = _number(act.fields.get("step", ""))
    if shown is None:
        raise Refused("step-taken")
    yes = Yes(shown, act.fields.get("run", ""), _paper(act.fields))
    approve(act.tx, act.publication, act.now, act.person, yes)


def _decide(act: Act) -> None:
    sent = request.files.get("file")
    data = sent.read() if sent and sent.filename else None
    if data is None and act.publication.signed_file is None:
        raise Refused("signed-missing")
    decision = SignedPaper(_paper(act.fields), data, read_roots(house().settings.trust_roots))
    enter_decision(act.tx, act.publication, decision, act.now, act.person)


def _paper(fields: Mapping[str, str]) -> PaperFacts:
    """What was typed of a paper; a day that is none is left out, and the verb asks for it."""
    try:
        day = date.fromisoformat(fields.get("day", ""))
    except ValueError:
        day = None
    return PaperFacts(fields.get("number", ""), day, fields.get("signer", ""))


def _job(kind: str) -> Callable[[Act], None]:
    def ask(act: Act) -> None:
        code = act.standing.wave.code
        enqueue(act.tx, kind, code, {"wave": code, "account": act.person.number}, act.now)

    return ask


VERBS: dict[str, Callable[[Act], None]] = {
    "stop": _stop,
    "close": _job("close_wave"),
    "score": _job("score_wave"),
    "prepare": _prepare,
    "approve": _approve,
    "decide": _decide,
    "publish": _job("publish"),
}

"""The approval of a wave's result: the chain with who agreed when, sending back, and the chain as an office sets it."""

from dataclasses import dataclass

from flask import Blueprint, flash, make_response, redirect, render_template, request
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from survey.errors import Refused
from survey.pages.console.standing import Standing, standing_of
from survey.pages.console.waves import wave_seen, words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.stored import Stored, serve
from survey.people.roles import may
from survey.preparing.chain import APPROVING_ROLES, COLUMNS, MOST_STEPS, NAMED, Chain, ChainStep, as_written, chain_of
from survey.preparing.chain import change_chain as change_chain_of_wave
from survey.publishing.approve import next_step
from survey.publishing.latest import latest_publication
from survey.publishing.send_back import returns_of, send_back
from survey.records import Account, Approval, ApprovalStep, Publication
from survey.wording import text

blueprint = Blueprint("approval", __name__, url_prefix="/console/waves/<code>/approval", template_folder="templates")
GONE = frozenset({"not-found", "not-yours", "stale-form", "unknown-wave"})


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step of the chain, the yes to it where somebody gave one, and whether it comes next."""

    step: ApprovalStep
    yes: Approval | None
    comes_next: bool


@blueprint.get("")
@guarded("see_waves")
def approval(code: str) -> str:
    """Who prepared, who agreed when and on which paper, what comes next, and what was sent back and why."""
    return _page(code)


@blueprint.get("/signed.pdf")
@guarded("see_embargoed")
def signed_file(code: str) -> AnyResponse:
    """The decision as it came back signed, its annex with it: for those who may see the result before it is public."""
    with house().database.reading() as tx:
        found = latest_publication(tx, wave_seen(tx, code, "see_embargoed"))
        if found.signed_file is None:
            raise Refused("not-found")
        return serve(tx, Stored("application/pdf", found.signed_file, None, "no-store", f"{code}-signed.pdf"))


@blueprint.post("/return")
@guarded("approve_publication")
def send_it_back(code: str) -> AnyResponse:
    """Sends what was shown back to who prepared it."""
    try:
        with house().database.writing() as tx:
            found = latest_publication(tx, wave_seen(tx, code, "approve_publication"))
            _demand_shown(found)
            send_back(tx, found, _written("reason"), house().now, signed_in())
    except Refused as refused:
        return _refused(code, refused)
    return _done(code, text("approval.did_return", spoken()))


@blueprint.post("/chain")
@guarded("create_wave")
def change_chain(code: str) -> AnyResponse:
    """Gives the wave the chain typed, or a named one."""
    chain = NAMED.get(request.form.get("named", "")) or _typed()
    try:
        with house().database.writing() as tx:
            change_chain_of_wave(tx, wave_seen(tx, code, "create_wave"), chain, house().now, signed_in())
    except Refused as refused:
        return _refused(code, refused, chain)
    return _done(code, text("approval.did_change", spoken()))


def _page(code: str, refused: Refused | None = None, chain: Chain | None = None) -> str:
    with house().database.reading() as tx:
        wave = wave_seen(tx, code, "see_waves")
        standing = standing_of(tx, wave)
        found, person = standing.publication, signed_in()
        returned = returns_of(tx, found) if found else ()
        steps = _steps(tx, standing)
        settable = may(person, "create_wave", wave.organisation_id) and (not found or found.returned)
        others = bool(found and _is_open(found) and found.prepared_by != person.number)
        return render_template(
            "console/approval.html",
            standing=standing,
            steps=steps,
            returned=returned,
            names=_names(tx, [*(one.yes.account for one in steps if one.yes), *(one.account for one in returned)]),
            chain=_padded(chain or as_written(tx, wave)) if settable else None,
            roles=APPROVING_ROLES,
            returns=others and may(person, "approve_publication", wave.organisation_id),
            shown=_mark(found) if found else None,
            reason=_written("reason"),
            sentence=refused.sentence(spoken()) if refused else None,
            **words(),
        )


def _steps(tx: Session, standing: Standing) -> list[StepTaken]:
    found = standing.publication
    given = select(Approval).where(Approval.publication == found.id) if found else None
    taken = {one.step: one for one in tx.scalars(given)} if given is not None else {}
    coming = next_step(tx, found) if found and _is_open(found) else None
    return [
        StepTaken(step, taken.get(step.step), coming is not None and coming.step == step.step)
        for step in chain_of(tx, standing.wave)
    ]


def _is_open(found: Publication) -> bool:
    """Whether it waits for approval or publishing."""
    return found.published is None and not found.returned


def _demand_shown(found: Publication) -> None:
    if request.form.get("shown") != _mark(found):
        raise Refused("step-taken")


def _mark(found: Publication) -> str:
    """What a page was shown of, so that another result is not sent back in its place."""
    return f"{found.number}/{found.run.hex}"


def _names(tx: Session, numbers: list[int]) -> dict[int, str]:
    rows = tx.execute(select(Account.number, Account.name).where(Account.number.in_(set(numbers))))
    return {number: name for number, name in rows}  # noqa: C416 - a result offers keys, so dict() would misread it


def _written(field: str) -> str:
    return request.form.get(field, "").replace("\0", "")


def _typed() -> Chain:
    """The steps typed on the page; a row in which nothing but the role stands is no step."""
    typed = [request.form.getlist(column) for column in COLUMNS]
    rows = [[cell.replace("\0", "").strip() for cell in row] for row in zip(*typed, strict=False)]
    steps = (ChainStep(**dict(zip(COLUMNS, row, strict=True))) for row in rows)
    return tuple(step for step in steps if step != ChainStep("", role=step.role))


def _padded(chain: Chain) -> Chain:
    """The steps with empty rows to write further ones into."""
    return (*chain, *(ChainStep("") for _ in range(max(0, MOST_STEPS - len(chain)))))[:MOST_STEPS]


def _refused(code: str, refused: Refused, chain: Chain | None = None) -> AnyResponse:
    if refused.code in GONE:
        raise refused
    return make_response(_page(code, refused, chain), refused.status)


def _done(code: str, sentence: str) -> AnyResponse:
    flash(sentence, "done")
    return redirect(f"/console/waves/{code}/approval", code=303)

"""The life of a wave: created, tried, opened, stopped, closed, scored, and how far it is."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from instruments.fingerprint import printed
from survey.closing.close import close_wave
from survey.closing.latest import latest_snapshot
from survey.closing.score import score_snapshot
from survey.closing.stop import stop_wave
from survey.commands import hard as hard_data
from survey.commands.acting import acting_option, actor_for
from survey.commands.chain import chosen_chain
from survey.commands.desk import Desk, desk
from survey.commands.given import DAY, GIVEN_FILE
from survey.commands.goalposts import goalposts
from survey.commands.instrument_file import chosen_version, issued, issued_for
from survey.commands.issuing import remarks as remarks_on_version
from survey.commands.noun import Noun
from survey.commands.speaking import answer, columns, json_option, waiting
from survey.commands.user import HOME
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.decision import standing_of
from survey.preparing.erratum import correct_wave
from survey.preparing.issue import instrument_of
from survey.preparing.wave import (
    MOST_LATE_DAYS,
    WavePlan,
    create_wave,
    open_wave,
    read_units,
    trial_wave,
    wave_by_code,
)
from survey.records import Response, Wave


class Creation(TypedDict):
    """The options of `wave create`."""

    instrument: str
    units: Path
    from_day: datetime
    to_day: datetime
    name_vi: str | None
    name_en: str | None
    organisation: str
    simulated: bool
    open_access: bool
    decision_needed: bool
    late_days: int
    phone: str | None
    chain: str | None
    account: str | None
    as_json: bool


@click.group(cls=Noun)
def wave() -> None:
    """The life of a wave: draft, trial, open, stopped, closed; then scored.

    Example: thuocdo wave status
    """


@wave.command()
@click.argument("code")
@click.option("--instrument", required=True, help="An issued or shipped instrument by its code, or a file.")
@click.option(
    "--units",
    required=True,
    type=GIVEN_FILE,
    help="CSV with the columns unit and block, as `thuocdo units` writes it.",
)
@click.option("--from", "from_day", required=True, type=DAY, help="First day of the period.")
@click.option("--to", "to_day", required=True, type=DAY, help="Last day of the period.")
@click.option("--name-vi", help="The name in Vietnamese; else the instrument's with the year.")
@click.option("--name-en", help="The name in English; else the instrument's with the year.")
@click.option("--organisation", default=HOME, show_default=True, help="The office whose wave it is.")
@click.option("--simulated", is_flag=True, help="Its answers are invented; everything made of it says so for ever.")
@click.option("--open-access", is_flag=True, help="Take answers without an invitation, too.")
@click.option(
    "--decision/--no-decision",
    "decision_needed",
    default=True,
    show_default=True,
    help="Whether a decision number is needed before publishing.",
)
@click.option("--phone", help="A number answered by a person, told to respondents who have a question.")
@click.option(
    "--late-days",
    default=3,
    show_default=True,
    type=click.IntRange(0, MOST_LATE_DAYS),
    help="Days that queued answers are taken after stopping.",
)
@click.option("--chain", help="Who approves: shipped, shortest, or a CSV; see `thuocdo chain show`.")
@acting_option
@json_option
def create(code: str, **options: Unpack[Creation]) -> None:
    """Create a wave of an issued instrument for a list of units in blocks.

    Example: thuocdo wave create my-wave --instrument sipas-giao-dich --units units.csv
    --from 2026-09-01 --to 2026-10-31
    """
    with desk() as at, at.database.writing() as tx:
        made = _create(tx, code, options, at)
        record = _status(made, 0)
        words = [f"Wave {code} was created: open it with `thuocdo wave open {code}`."]
        words += remarks_on_version(standing_of(tx, made.instrument, made.period_from), made)
    answer(record, words, as_json=options["as_json"])


@wave.command()
@click.argument("code")
@acting_option
def trial(code: str, account: str | None) -> None:
    """Let the office try the real link; answers of the trial are dropped when the wave opens.

    Example: thuocdo wave trial my-wave
    """
    _step(code, account, "open_wave", lambda tx, found, at, actor: trial_wave(tx, found, at.keys, at.now, actor))
    click.echo(f"Wave {code} can be tried at /s/{code}.")


@wave.command("open")
@click.argument("code")
@acting_option
def open_it(code: str, account: str | None) -> None:
    """Open a wave: from now on answers count.

    Example: thuocdo wave open my-wave
    """
    _step(code, account, "open_wave", lambda tx, found, at, actor: open_wave(tx, found, at.keys, at.now, actor))
    click.echo(f"Wave {code} is open at /s/{code}.")


@wave.command()
@click.argument("code")
@click.argument("file")
@acting_option
@json_option
def correct(code: str, file: str, account: str | None, *, as_json: bool) -> None:
    """Let an open wave ask an erratum of its instrument; refused with every change that touches a figure.

    Example: thuocdo wave correct my-wave my-survey-corrected.yaml
    """
    with desk() as at, at.database.writing() as tx:
        found = wave_by_code(tx, code)
        by = By(at.now, actor_for(tx, account, "open_wave", found.organisation_id))
        version = issued_for(tx, file, found.organisation_id, by)
        changes = correct_wave(tx, found, version, by).changes
        record = {"wave": code, "version": version.version, "instrument": version.fingerprint}
    words = f"Wave {code} asks version {version.version} from now on; answers to the version before stay and are taken."
    told = [one.sentence() for one in changes]
    answer({**record, "changes": told}, [*told, words], as_json=as_json)


@wave.command()
@click.argument("code")
@acting_option
def stop(code: str, account: str | None) -> None:
    """Stop a wave: no page offers it any more; answers queued on devices are still taken.

    Example: thuocdo wave stop my-wave
    """
    remarks = _step(code, account, "stop_wave", lambda tx, found, at, actor: stop_wave(tx, found, at.now, actor))
    click.echo("\n".join([f"Wave {code} is stopped: close it with `thuocdo wave close {code}`.", *remarks]))


@wave.command()
@click.argument("code")
@acting_option
def close(code: str, account: str | None) -> None:
    """Close a stopped wave: its answers become snapshot 1, which never changes.

    Example: thuocdo wave close my-wave
    """
    with waiting("Closing"):
        remarks = _step(
            code, account, "close_wave", lambda tx, found, at, actor: close_wave(tx, found, at.keys, at.now, actor)
        )
    click.echo("\n".join([f"Wave {code} is closed: score it with `thuocdo wave score {code}`.", *remarks]))


@wave.command()
@click.argument("code")
@acting_option
@json_option
def score(code: str, account: str | None, *, as_json: bool) -> None:
    """Score the latest snapshot of a closed wave.

    Example: thuocdo wave score my-wave
    """
    with waiting("Scoring"), desk() as at, at.database.writing() as tx:
        found = wave_by_code(tx, code)
        actor = actor_for(tx, account, "score_wave", found.organisation_id)
        run = score_snapshot(tx, latest_snapshot(tx, found), at.now, actor)
        record = {"wave": code, "run": run.fingerprint}
    words = f"Wave {code} is scored, fingerprint {printed(record['run'])}: `thuocdo publication prepare {code}`."
    answer(record, [words], as_json=as_json)


@wave.command()
@click.argument("code", required=False)
@json_option
def status(code: str | None, *, as_json: bool) -> None:
    """Show how far one wave, or every wave, is.

    Example: thuocdo wave status --json
    """
    with desk() as at, at.database.reading() as tx:
        found = [wave_by_code(tx, code)] if code else tx.scalars(select(Wave).order_by(Wave.period_from, Wave.code))
        records = [_status(one, _answers(tx, one)) for one in found]
    rows = [tuple(one.values()) for one in records]
    lines = columns([("wave", "state", "from", "to", "responses", "simulated"), *rows])
    answer(records[0] if code else records, lines, as_json=as_json)


wave.add_command(goalposts)


def _create(tx: Session, code: str, options: Creation, at: Desk) -> Wave:
    office = organisation_of(tx, options["organisation"])
    first, last = options["from_day"].date(), options["to_day"].date()
    named = options["instrument"]
    known = chosen_version(tx, named, first)
    version = known or issued(tx, named, options["organisation"], options["account"], at)
    asked = instrument_of(tx, version.fingerprint)
    file = options["units"]
    plan = WavePlan(
        code=code,
        instrument_fingerprint=version.fingerprint,
        organisation=office,
        name_vi=options["name_vi"] or dated(asked.title["vi"], first, last),
        name_en=options["name_en"] or dated(asked.title.get("en", asked.title["vi"]), first, last),
        period_from=first,
        period_to=last,
        units=read_units(file.read_bytes(), file.name, asked, first),
        simulated=options["simulated"],
        open_access=options["open_access"],
        decision_needed=options["decision_needed"],
        late_days=options["late_days"],
        phone=options["phone"],
        chain=chosen_chain(options["chain"]) if options["chain"] else None,
    )
    return create_wave(tx, plan, at.now, actor_for(tx, options["account"], "create_wave", office))


def dated(title: str, first: date, last: date) -> str:
    """A title with the year of a period, or both."""
    years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return f"{title} {years}"


def _step(
    code: str, account: str | None, act: str, verb: Callable[[Session, Wave, Desk, int | None], object]
) -> list[str]:
    """Takes a step, and says what is still to be known of the wave's hard data."""
    with desk() as at, at.database.writing() as tx:
        found = wave_by_code(tx, code)
        verb(tx, found, at, actor_for(tx, account, act, found.organisation_id))
        return list(hard_data.remarks(tx, found))


def _status(found: Wave, answers: int) -> dict[str, object]:
    return {
        "code": found.code,
        "state": found.state,
        "from": found.period_from,
        "to": found.period_to,
        "responses": answers,
        "simulated": found.simulated,
    }


def _answers(tx: Session, found: Wave) -> int:
    return tx.scalar(select(func.count()).select_from(Response).where(Response.wave == found.id)) or 0

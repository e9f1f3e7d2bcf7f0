"""Instruments become binding: issued, by decision or on trial, and listed with what is in force."""

from collections.abc import Iterator
from datetime import datetime
from typing import TypedDict, Unpack

import click
from sqlalchemy.orm import Session

from instruments.catalogue import shipped_codes
from instruments.fingerprint import printed
from survey.clock import day_of
from survey.commands.acting import acting_option, actor_for
from survey.commands.desk import desk
from survey.commands.given import DAY
from survey.commands.instrument_file import issued
from survey.commands.speaking import answer, columns, json_option
from survey.commands.user import HOME
from survey.preparing.acting import By
from survey.preparing.decision import Decision, Standing, decide, standing_of, standings, version_named
from survey.records import InstrumentDecision, InstrumentVersion, Wave

STATES = {
    "in_force": "in force",
    "to_come": "not yet in force",
    "on_trial": "on trial, no decision",
}
HEADER = ("code", "version", "state", "decision", "date", "for the period", "issued", "fingerprint")


class Written(TypedDict):
    """The options of `instrument issue` that say what stands on the decision."""

    decision: str | None
    date: datetime | None
    issuer: str | None
    from_day: datetime | None
    to_day: datetime | None
    replaces: str | None


@click.command()
@click.argument("file")
@click.option("--decision", help="The number on the decision; without it the version is on trial, and results say so.")
@click.option("--date", type=DAY, help="The date on the decision.")
@click.option("--issuer", help="The office that issues it, as results shall name it.")
@click.option("--from", "from_day", type=DAY, help="First day of the period that it is issued for.")
@click.option("--to", "to_day", type=DAY, help="Last day of the period.")
@click.option("--replaces", help="The version that goes out of force: CODE:VERSION or its fingerprint.")
@click.option("--organisation", default=HOME, show_default=True, help="The office that issues, a code of the register.")
@acting_option
@json_option
def issue(file: str, organisation: str, account: str | None, *, as_json: bool, **written: Unpack[Written]) -> None:
    """Issue an instrument: from then on this version never changes.

    A version on trial is issued by decision later, with the same file.

    Example: thuocdo instrument issue my-survey.yaml --decision "3456/QĐ-UBND" --date 2026-10-01
    --issuer "Ủy ban nhân dân tỉnh" --from 2026-11-01 --to 2026-12-31 --replaces my-survey:2025.1
    """
    decision = _decision(written)
    with desk() as at, at.database.writing() as tx:
        version = issued(tx, file, organisation, account, at)
        if decision:
            by = By(at.now, actor_for(tx, account, "create_wave", version.organisation_id))
            _decide(tx, version, decision, written["replaces"], by)
        standing = standing_of(tx, version.fingerprint, day_of(at.now))
    answer(_standing(standing), [_told(standing)], as_json=as_json)


@click.command("list")
@json_option
def list_all(*, as_json: bool) -> None:
    """List issued versions with their decisions and what is in force, and shipped instruments not issued yet.

    Example: thuocdo instrument list --json
    """
    with desk() as at, at.database.reading() as tx:
        found = standings(tx, day_of(at.now))
    known = {one.version.code for one in found}
    others = [code for code in shipped_codes() if code not in known]
    records = [*map(_standing, found), *({"code": code, "state": "shipped", "issued": None} for code in others)]
    rows = [*map(_row, found), *((code, "", "shipped, not issued", "", "", "", "", "") for code in others)]
    answer(records, columns([HEADER, *rows]), as_json=as_json)


def remarks(one: Standing, wave: Wave) -> Iterator[str]:
    """What an office should know of the version that it asks people with; nothing for a simulated wave."""
    if wave.simulated:
        return
    if one.decision is None:
        yield "No decision issued its instrument: results will say that it is on trial (`thuocdo instrument issue`)."
    elif wave.period_from < one.decision.period_from or wave.period_to > one.decision.period_to:
        period = f"{one.decision.period_from} – {one.decision.period_to}"
        yield f"Decision {one.decision.number} issued its instrument for {period}, which the wave goes beyond."


def _decision(written: Written) -> Decision | None:
    """What the options say of a decision: everything it needs, or nothing at all."""
    number, issuer, replaces = written["decision"], written["issuer"], written["replaces"]
    day, first, last = written["date"], written["from_day"], written["to_day"]
    if number and issuer and day and first and last:
        return Decision(number, day.date(), issuer, first.date(), last.date())
    needed = {"--decision": number, "--date": day, "--issuer": issuer, "--from": first, "--to": last}
    lacking = [name for name, value in needed.items() if not value]
    if replaces or len(lacking) < len(needed):
        raise click.UsageError(f"A version is issued by decision with all that stands on it: add {', '.join(lacking)}.")
    return None


def _decide(tx: Session, version: InstrumentVersion, decision: Decision, replaces: str | None, by: By) -> None:
    old = version_named(tx, replaces).fingerprint if replaces else None
    decide(tx, version, decision, old, by)


def _standing(one: Standing) -> dict[str, object]:
    version, decision = one.version, one.decision
    return {
        "code": version.code,
        "version": version.version,
        "state": one.state,
        "issued": version.issued,
        "fingerprint": version.fingerprint,
        "replaced_by": one.replaced_by.version if one.replaced_by else None,
        "decision": _written(decision) if decision else None,
    }


def _written(decision: InstrumentDecision) -> dict[str, object]:
    names = ("number", "decided", "issuer", "period_from", "period_to", "replaces")
    return {name: getattr(decision, name) for name in names}


def _told(one: Standing) -> str:
    version, mark = one.version, printed(one.version.fingerprint)
    how = f"by decision {one.decision.number}" if one.decision else "on trial, not by a decision"
    return f"{version.code} {version.version} is issued {how}, fingerprint {mark}."


def _row(one: Standing) -> tuple[object, ...]:
    version, decision = one.version, one.decision
    state = f"replaced by {one.replaced_by.version}" if one.replaced_by else STATES[one.state]
    on_it: tuple[object, ...] = ("", "", "")
    if decision:
        on_it = (decision.number, decision.decided, f"{decision.period_from} – {decision.period_to}")
    return (version.code, version.version, state, *on_it, version.issued, printed(version.fingerprint))

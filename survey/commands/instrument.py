"""Instruments: the shape of their files, their mistakes, what they ask, and what is issued."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.catalogue import shipped, shipped_codes
from instruments.fingerprint import fingerprint, printed
from instruments.mistakes import Mistake, errors
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.schema import json_schema
from survey.commands.acting import acting_option, actor_for
from survey.commands.desk import Desk, desk
from survey.commands.noun import Noun
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, columns, json_option
from survey.commands.user import HOME
from survey.people.organisations import organisation_of
from survey.preparing.issue import issue_instrument
from survey.records import InstrumentVersion


@click.group(cls=Noun)
def instrument() -> None:
    """Questionnaires and the index computed from them.

    A file is named by its path, a shipped or issued instrument by its code.

    Example: thuocdo instrument list
    """


@instrument.command()
def schema() -> None:
    """Print the JSON Schema of an instrument file, for an editor that checks while you type.

    Example: thuocdo instrument schema > instrument.schema.json
    """
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@instrument.command()
@click.argument("file")
@click.option("--language", type=click.Choice(["vi", "en"]), default="en", show_default=True)
@json_option
def lint(file: str, language: str, *, as_json: bool) -> None:
    """Name every mistake of an instrument file with its line, the reason and the remedy.

    Example: thuocdo instrument lint my-survey.yaml
    """
    data, name = instrument_file(file)
    found = read_instrument(data, name).mistakes
    wrong = errors(found)
    answer([_mistake(one) for one in found], (one.sentence(language) for one in found), as_json=as_json)
    if wrong:
        raise Sentence(f"{name} has {len(wrong)} mistakes that forbid its use: mend them and lint again.")
    if not as_json:
        click.echo(f"{name} can be issued.")


@instrument.command()
@click.argument("file")
@json_option
def show(file: str, *, as_json: bool) -> None:
    """Show what an instrument asks, section by section.

    Example: thuocdo instrument show sipas-giao-dich
    """
    data, name = instrument_file(file)
    shown = read_instrument(data, name).instrument
    if shown is None:
        raise Sentence(f"{name} has mistakes: see them with `thuocdo instrument lint {file}`.")
    record = {"fingerprint": fingerprint(shown), **shown.model_dump(mode="json", exclude_none=True)}
    answer(record, _outline(shown), as_json=as_json)


@instrument.command()
@click.argument("file")
@click.option("--organisation", default=HOME, show_default=True, help="The office that issues, a code of the register.")
@acting_option
@json_option
def issue(file: str, organisation: str, account: str | None, *, as_json: bool) -> None:
    """Issue an instrument: from then on this version never changes.

    Example: thuocdo instrument issue my-survey.yaml
    """
    with desk() as at, at.database.writing() as tx:
        version = issued(tx, file, organisation, account, at)
        record = _version(version)
    words = f"{record['code']} {record['version']} is issued, fingerprint {printed(str(record['fingerprint']))}."
    answer(record, [words], as_json=as_json)


@instrument.command("list")
@json_option
def list_all(*, as_json: bool) -> None:
    """List issued instruments, and the shipped ones not issued yet.

    Example: thuocdo instrument list --json
    """
    order = (InstrumentVersion.code, InstrumentVersion.issued, InstrumentVersion.version)
    with desk() as at, at.database.reading() as tx:
        records = [_version(version) for version in tx.scalars(select(InstrumentVersion).order_by(*order))]
    known = {record["code"] for record in records}
    records += [{"code": code, "issued": None} for code in shipped_codes() if code not in known]
    rows = [(r["code"], r.get("version"), r["issued"] or "shipped, not issued", r.get("fingerprint")) for r in records]
    answer(records, columns([("code", "version", "issued", "fingerprint"), *rows]), as_json=as_json)


def instrument_file(file: str) -> tuple[bytes, str]:
    """The bytes of an instrument and what to call it: a file by its path, a shipped instrument by its code."""
    if file in shipped_codes():
        return shipped(file), f"{file}.yaml"
    path = Path(file)
    if not path.is_file():
        raise Sentence(
            f"There is no file {file} and no shipped instrument of that code: see `thuocdo instrument list`."
        )
    return path.read_bytes(), path.name


def issued(tx: Session, file: str, organisation: str, account: str | None, at: Desk) -> InstrumentVersion:
    """The issued version of a file, or of a shipped instrument's code; issues it where that was not done yet."""
    data, name = instrument_file(file)
    office = organisation_of(tx, organisation)
    return issue_instrument(tx, data, name, office, at.now, actor_for(tx, account, "create_wave", office))


def chosen_version(tx: Session, named: str, organisation: str, account: str | None, at: Desk) -> InstrumentVersion:
    """The latest issued version of a code; of a file or a code not issued yet, the version issued from it now."""
    order = (InstrumentVersion.issued.desc(), InstrumentVersion.version.desc())
    latest = tx.scalars(select(InstrumentVersion).where(InstrumentVersion.code == named).order_by(*order)).first()
    return latest or issued(tx, named, organisation, account, at)


def _version(version: InstrumentVersion) -> dict[str, object]:
    return {
        "code": version.code,
        "version": version.version,
        "issued": version.issued,
        "fingerprint": version.fingerprint,
    }


def _mistake(one: Mistake) -> dict[str, object]:
    names = ("code", "severity", "file", "line", "path", "message", "remedy")
    return {name: getattr(one, name) for name in names}


def _outline(shown: Instrument) -> Iterator[str]:
    yield f"{shown.title['vi']} ({shown.code} {shown.version}, {shown.wording} wording)"
    yield f"fingerprint {printed(fingerprint(shown))}"
    for section in shown.sections:
        yield f"\n{section.title['vi']}"
        yield from (f"  {item.number or item.code:>6}  {item.text['vi']}" for item in section.items)

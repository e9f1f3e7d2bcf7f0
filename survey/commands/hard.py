"""Hard data of a wave: figures an office keeps, brought in by one person and confirmed by another."""

from collections.abc import Iterator
from pathlib import Path

import click
from sqlalchemy.orm import Session

from instruments.indicator import TEMPLATE_COLUMNS
from survey.closing.confirm_hard import Confirmation, confirm_hard
from survey.collecting.hard.bring import HardData, bring_in, expected_of, units_of
from survey.collecting.hard.reading import shortened
from survey.collecting.hard.standing import Filled, Standing, filled, standings
from survey.collecting.hard.template import empty_file
from survey.commands.acting import acting_option, needed_person
from survey.commands.desk import desk
from survey.commands.given import GIVEN_FILE
from survey.commands.noun import Noun
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, columns, json_option
from survey.preparing.wave import wave_by_code
from survey.records import Account, Wave

TEMPLATE = click.Choice(list(TEMPLATE_COLUMNS))
MARK_DIGITS = 12
"""Digits of a file's SHA-256 that lists show."""
HEADER = ("file", "template", "state", "source", "period", "prepared", "by", "confirmed", "by")


@click.group(cls=Noun)
def hard() -> None:
    """Hard data: figures an office keeps. Two people stand behind each file.

    Example: thuocdo hard list my-wave
    """


@hard.command()
@click.argument("wave")
@click.argument("template", type=TEMPLATE)
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="The CSV file to write.")
def template(wave: str, template: str, output: str) -> None:
    """Write an empty file of a template with the wave's units, to be filled in.

    Example: thuocdo hard template my-wave ho_so_tthc -o ho_so_tthc.csv
    """
    path = Path(output)
    if path.exists():
        raise Sentence(f"{path} exists already: name another file with --output, or remove it.")
    with desk() as at, at.database.reading() as tx:
        expected = expected_of(tx, wave_by_code(tx, wave), template)
    path.write_bytes(empty_file(template, expected.units, expected.indicators))
    click.echo(f"{path} is written: fill in what is known, leave the rest empty, and bring it in with `hard import`.")


@hard.command("import")
@click.argument("wave")
@click.argument("file", type=GIVEN_FILE)
@click.option("--template", required=True, type=TEMPLATE, help="The template that the file follows.")
@click.option("--source", required=True, help="Where the figures are from, as results shall name it.")
@click.option("--period", required=True, help="The time that the figures are of, such as “9 tháng năm 2026”.")
@acting_option
@json_option
def import_file(  # noqa: PLR0913 - click hands over each option
    wave: str, file: Path, *, template: str, source: str, period: str, account: str | None, as_json: bool
) -> None:
    """Bring a file of hard figures in, to be confirmed by another person; all of it or nothing.

    A newer file of the same template takes the place of the older one when it is confirmed.

    Example: thuocdo hard import my-wave ho_so_tthc.csv --template ho_so_tthc
    --source "Báo cáo 45/BC-TTHCC" --period "9 tháng năm 2026" --as hoa
    """
    given = HardData(template, file.name, file.read_bytes(), source, period)
    with desk() as at, at.database.writing() as tx:
        brought = bring_in(tx, wave_by_code(tx, wave), given, at.now, needed_person(tx, account))
        mark = brought.file.blob
        record = {"wave": wave, "template": template, "number": brought.file.number, "file": mark}
    notes = [one.sentence() for one in brought.notes]
    words = f"{file.name} is brought in; somebody else confirms it: `thuocdo hard confirm {wave} {mark[:MARK_DIGITS]}`."
    answer({**record, "notes": notes}, [*notes, words], as_json=as_json)


@hard.command()
@click.argument("wave")
@click.argument("file")
@click.option(
    "--reason", default="", help="Why the figures of a closed wave are corrected; it makes the next snapshot."
)
@acting_option
def confirm(wave: str, file: str, reason: str, account: str | None) -> None:
    """Confirm the FILE that somebody else brought in, named by the first digits of its SHA-256.

    Example: thuocdo hard confirm my-wave 3fa94c1d20be --as binh
    """
    with desk() as at, at.database.writing() as tx:
        given = Confirmation(needed_person(tx, account), file, reason)
        confirmed = confirm_hard(tx, wave_by_code(tx, wave), given, at.keys, at.now)
        template, snapshot = confirmed.file.template, confirmed.snapshot
        then = f"are in snapshot {snapshot.number}: `thuocdo wave score {wave}`" if snapshot else "count when it closes"
    click.echo(f"The figures of {template} for {wave} are confirmed and {then}.")


@hard.command("list")
@click.argument("wave")
@json_option
def list_all(wave: str, *, as_json: bool) -> None:
    """List the files of a wave with their state, and how many units have each hard figure.

    Example: thuocdo hard list my-wave
    """
    with desk() as at, at.database.reading() as tx:
        found = wave_by_code(tx, wave)
        units = list(units_of(tx, found))
        files = [_file(tx, one) for one in standings(tx, found)]
        indicators = [_indicator(one, units) for one in filled(tx, found)]
    answer({"files": files, "indicators": indicators}, _lines(files, indicators, len(units)), as_json=as_json)


def remarks(tx: Session, wave: Wave) -> Iterator[str]:
    """What an office should know before the answers are scored: files that wait, figures that lack."""
    units = units_of(tx, wave)
    waiting = [one.file.template for one in standings(tx, wave) if one.state == "waiting"]
    lacking = [one.indicator.code for one in filled(tx, wave) if one.lacking(units)]
    if waiting:
        yield f"Not confirmed and not counted: {', '.join(waiting)} (`thuocdo hard confirm {wave.code} FILE`)."
    if lacking:
        yield f"Some units have no figure of {', '.join(lacking)}: see `thuocdo hard list {wave.code}`."


def _file(tx: Session, one: Standing) -> dict[str, object]:
    file, confirmation = one.file, one.confirmation
    return {
        "file": file.blob,
        "template": file.template,
        "state": one.state,
        "source": file.source,
        "period": file.period,
        "prepared": file.prepared,
        "prepared_by": tx.get_one(Account, file.prepared_by).name,
        "confirmed": confirmation.confirmed if confirmation else None,
        "confirmed_by": tx.get_one(Account, confirmation.account).name if confirmation else None,
    }


def _indicator(one: Filled, units: list[str]) -> dict[str, object]:
    return {
        "indicator": one.indicator.code,
        "template": one.indicator.template,
        "known": len(one.known),
        "not_applicable": sorted(one.left_out),
        "missing": one.lacking(units),
    }


def _lines(files: list[dict[str, object]], indicators: list[dict[str, object]], units: int) -> Iterator[str]:
    yield from columns([HEADER, *((str(one["file"])[:MARK_DIGITS], *list(one.values())[1:]) for one in files)])
    yield ""
    for one in indicators:
        named = [("not_applicable", "does not apply"), ("missing", "missing")]
        rest = "".join(f"; {words}: {shortened(codes)}" for key, words in named if (codes := _codes(one[key])))
        yield f"{one['indicator']} ({one['template']}): {one['known']} of {units} units{rest}"
    if any(one["missing"] for one in indicators):
        yield "A figure that is missing is never 0. Where it weighs much in its component, the unit has no rank: bring"
        yield "a new file of the template in with `thuocdo hard import` once it is known."


def _codes(listed: object) -> list[str]:
    return listed if isinstance(listed, list) else []

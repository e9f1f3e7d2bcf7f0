"""Who approves the result of a wave, step by step: shown, and changed before anything is prepared."""

import csv
from io import StringIO
from pathlib import Path

import click

from instruments.tables import plain_cell
from survey.commands.acting import acting_option, person_named
from survey.commands.desk import desk
from survey.commands.given import GIVEN_FILE
from survey.commands.noun import Noun
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, columns, json_option
from survey.preparing.chain import COLUMNS, NAMED, Chain, as_written, change_chain, read_chain
from survey.preparing.wave import wave_by_code


@click.group(cls=Noun)
def chain() -> None:
    """Who approves a wave's result: at least one person beside whoever prepares it.

    Example: thuocdo chain show my-wave
    """


@chain.command()
@click.argument("wave")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write the chain as a CSV.")
@json_option
def show(wave: str, output: str | None, *, as_json: bool) -> None:
    """Show who approves the result of a wave.

    Example: thuocdo chain show my-wave -o chain.csv
    """
    with desk() as at, at.database.reading() as tx:
        steps = as_written(tx, wave_by_code(tx, wave))
    rows = [tuple(getattr(step, name) for name in COLUMNS) for step in steps]
    if output:
        _write(Path(output), rows)
    numbered = [(str(number), *row) for number, row in enumerate(rows, start=1)]
    lines = columns([("step", *COLUMNS), *numbered])
    answer([dict(zip(COLUMNS, row, strict=True)) for row in rows], lines, as_json=as_json)


@chain.command("set")
@click.argument("wave")
@click.argument("steps", metavar="CHAIN")
@acting_option
def set_it(wave: str, steps: str, account: str | None) -> None:
    """Give a wave another chain, before anything is prepared.

    CHAIN is shipped, shortest, or a CSV file, a row a step.

    Example: thuocdo chain set my-wave chain.csv --as hoa
    """
    wanted = chosen_chain(steps)
    with desk() as at, at.database.writing() as tx:
        person = person_named(tx, account) if account else None
        change_chain(tx, wave_by_code(tx, wave), wanted, at.now, person)
    click.echo(f"The result of {wave} is approved in {len(wanted)} step{'s' if len(wanted) > 1 else ''}.")


def chosen_chain(given: str) -> Chain:
    """A chain by its name, or of a CSV file."""
    if given in NAMED:
        return NAMED[given]
    path = GIVEN_FILE.convert(given, None, None)
    return read_chain(path.read_bytes(), path.name)


def _write(path: Path, rows: list[tuple[str, ...]]) -> None:
    if path.exists():
        raise Sentence(f"{path} exists already: name another file with --output, or remove it.")
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(map(plain_cell, row) for row in rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))

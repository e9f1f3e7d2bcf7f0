"""Invitations drawn from a frame, and their codes and links as a table."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypedDict, Unpack

import click
from sqlalchemy.orm import Session

from survey.commands.acting import acting_option, actor_for
from survey.commands.desk import Desk, desk
from survey.commands.given import GIVEN_FILE
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, json_option, waiting
from survey.preparing.acting import By
from survey.preparing.frame import read_frame, read_sizes
from survey.preparing.invite import DrawPlan, Letter, codes, draw, letters_of
from survey.preparing.issue import instrument_of
from survey.preparing.page_bytes import units_by_role
from survey.preparing.wave import wave_by_code
from survey.records import Wave


class Drawing(TypedDict):
    """The options of `invite`."""

    frame: Path | None
    output: Path
    sizes: Path | None
    per_cell: int | None
    seed: int
    account: str | None
    as_json: bool


@click.command()
@click.argument("wave")
@click.argument("frame", required=False, type=GIVEN_FILE)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A new CSV of codes and links.")
@click.option(
    "--sizes", type=GIVEN_FILE, help="CSV with cell and size, where the frame holds fewer rows than there are."
)
@click.option("--per-cell", type=click.IntRange(min=20), help="Draw this many of each cell; else everybody.")
@click.option("--seed", default=0, show_default=True, help="The same seed draws the same cases.")
@acting_option
@json_option
def invite(wave: str, **options: Unpack[Drawing]) -> None:
    """Draw invitations from a frame (CSV with case and, where wanted, unit, cell, psu and contact columns).

    Without a frame the letters of an earlier drawing are written again.

    Example: thuocdo invite my-wave frame.csv -o codes.csv
    """
    output = options["output"]
    if output.exists():
        raise Sentence(f"{output} is there already: codes are secret, so choose a new file.")
    with waiting("Drawing"), desk() as at, _undone_on_failure(output), at.database.writing() as tx:
        found = wave_by_code(tx, wave)
        letters = _letters(tx, found, options, at)
        _write_secretly(output, codes(letters, at.settings.public_url))
    record = {"wave": wave, "invitations": len(letters), "file": output}
    answer(
        record, [f"{len(letters)} invitations to {wave}: codes and links are in {output}."], as_json=options["as_json"]
    )


def _letters(tx: Session, found: Wave, options: Drawing, at: Desk) -> Sequence[Letter]:
    actor = actor_for(tx, options["account"], "invite", found.organisation_id)
    file, counts = options["frame"], options["sizes"]
    if file is None:
        return letters_of(tx, found, at.keys)
    asked = instrument_of(tx, found.instrument)
    cases = read_frame(file.read_bytes(), file.name, asked, units_by_role(tx, found, asked))
    sizes = read_sizes(counts.read_bytes(), counts.name, cases) if counts else None
    plan = DrawPlan(cases, sizes, options["per_cell"], options["seed"])
    return draw(tx, [found], plan, at.keys, By(at.now, actor))


def _write_secretly(output: Path, content: bytes) -> None:
    """Before the commit, so that no invitation is drawn whose code is lost; whole or not at all, its owner's alone."""
    with NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as beside:
        try:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
            Path(beside.name).rename(output)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise


@contextmanager
def _undone_on_failure(output: Path) -> Iterator[None]:
    """Takes the file away again where the invitations were not stored: its codes would lead nowhere."""
    try:
        yield
    except BaseException:
        output.unlink(missing_ok=True)
        raise

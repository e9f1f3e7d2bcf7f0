"""A snapshot of simulated answers with a known truth, without a database."""

from datetime import date
from pathlib import Path

import click

from instruments.fingerprint import sha256
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.units import Unit, register
from scoring.files import write_directory
from scoring.simulation import simulated_tables
from scoring.snapshot import pack
from survey.commands.instrument_file import instrument_file
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, json_option, waiting

DAY = date(2026, 9, 15)
"""The day the simulated answers bear: a fixed one, so that the same seed gives the same bytes."""


@click.command()
@click.argument("instrument")
@click.option("-n", "--responses", "count", required=True, type=click.IntRange(min=1), help="How many responses.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same answers.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A new directory.")
@json_option
def simulate(instrument: str, count: int, seed: int, output: Path, *, as_json: bool) -> None:
    """Write a snapshot of invented answers for the real units of an instrument's blocks.

    Example: thuocdo simulate sipas-giao-dich -n 4000 --seed 1 -o snapshot
    """
    data, name = instrument_file(instrument)
    asked = read_instrument(data, name).instrument
    if asked is None:
        raise Sentence(f"{name} has mistakes: see them with `thuocdo instrument lint {instrument}`.")
    with waiting("Simulating"):
        files = pack(simulated_tables(asked, rated_units(asked, DAY), count, seed, DAY), asked, data)
        write_directory(output, files)
    record = {"directory": output, "responses": count, "fingerprint": sha256(files["datapackage.json"])}
    answer(record, [f"A snapshot of {count} simulated responses is in {output}."], as_json=as_json)


def rated_units(asked: Instrument, day: date) -> list[tuple[Unit, str]]:
    """The units of the register that fall into an instrument's blocks, in Vietnamese order, with their block."""
    blocks = {block.code for block in asked.index.blocks} if asked.index else set()
    units = sorted(register(day).values(), key=lambda unit: unit.sort_key)
    return [(unit, unit.block) for unit in units if unit.block in blocks]

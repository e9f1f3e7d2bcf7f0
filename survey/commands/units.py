"""The codes of units, as `wave create --units` takes them."""

import csv
import io
from datetime import datetime

import click

from instruments.units import register, register_rows
from instruments.vietnamese import folded
from survey.clock import day_of, now
from survey.commands.given import DAY
from survey.commands.refusing import Sentence

BLOCKS = click.Choice(sorted({unit.block for unit in register_rows()}))
HEADER = ("unit", "block", "name")


@click.command()
@click.option("--block", "blocks", type=BLOCKS, multiple=True, help="Only units of this block; may be given again.")
@click.option("--on", "day", type=DAY, help="The day whose register is asked; today if none is given.")
@click.option("--search", default="", help="Only units whose code or name holds these words, with marks or without.")
def units(blocks: tuple[str, ...], day: datetime | None, search: str) -> None:
    """Write the units of the register as a CSV: code, block and name, as `wave create --units` takes them.

    Example: thuocdo units --block phuong --on 2026-09-01 > units.csv
    """
    held = day.date() if day else day_of(now())
    words = folded(search).split()
    found = [
        unit
        for unit in sorted(register(held).values(), key=lambda one: one.sort_key)
        if (not blocks or unit.block in blocks) and all(word in folded(f"{unit.code} {unit.name_vi}") for word in words)
    ]
    if not found:
        raise Sentence(f"The register of {held} has no such unit: leave --search or --block out to see all of them.")
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADER, *((one.code, one.block, one.name_vi) for one in found)])
    click.echo(text.getvalue(), nl=False)

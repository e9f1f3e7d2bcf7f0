"""The closed wave as files."""

from pathlib import Path

import click

from scoring.files import write_directory
from survey.closing.files import files_of_snapshot
from survey.closing.latest import latest_snapshot
from survey.commands.desk import desk
from survey.preparing.wave import wave_by_code

NEW_DIRECTORY = click.Path(path_type=Path)


@click.command()
@click.argument("wave")
@click.option("-o", "--output", required=True, type=NEW_DIRECTORY, help="A new directory.")
def snapshot(wave: str, output: Path) -> None:
    """Write the latest snapshot of a closed wave as files.

    Example: thuocdo snapshot my-wave -o snapshot
    """
    with desk() as at, at.database.reading() as tx:
        found = latest_snapshot(tx, wave_by_code(tx, wave))
        files = files_of_snapshot(tx, found.id)
        number = found.number
    write_directory(output, files)
    click.echo(f"Snapshot {number} of {wave}: {len(files)} files in {output}.")

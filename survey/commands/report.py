"""A run's documents, without a database."""

from pathlib import Path

import click

from reports.documents import documents
from scoring import run as runs
from scoring.files import read_directory, write_directory
from survey.commands.speaking import answer, json_option, waiting


@click.command()
@click.argument("run", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A new directory.")
@click.option("--unit", "unit", help="Only this unit's scorecard.")
@json_option
def report(run: Path, output: Path, unit: str | None, *, as_json: bool) -> None:
    """Write the ranking, the scorecards and the open data of a run.

    Example: thuocdo report run -o documents
    """
    with waiting("Writing documents"):
        files = documents(runs.read(read_directory(run)), unit=unit)
        write_directory(output, files)
    answer(sorted(files), [f"{len(files)} documents are in {output}."], as_json=as_json)

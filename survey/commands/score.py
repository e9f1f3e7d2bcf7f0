"""A snapshot's estimates and ranks as files, without a database."""

from pathlib import Path

import click

from instruments.fingerprint import printed
from scoring import run as runs
from scoring import snapshot as snapshots
from scoring.files import read_directory, write_directory
from survey.commands.speaking import answer, json_option, waiting


@click.command()
@click.argument("snapshot", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A new directory.")
@json_option
def score(snapshot: Path, output: Path, *, as_json: bool) -> None:
    """Compute estimates, intervals, ranks and rank sets of a snapshot.

    Example: thuocdo score snapshot -o run
    """
    with waiting("Scoring"):
        scored = runs.score(snapshots.read(read_directory(snapshot)))
        write_directory(output, scored.files())
    mark = str(scored.meta["fingerprint"])
    answer({"fingerprint": mark, "directory": output}, [f"Run {printed(mark)} is in {output}."], as_json=as_json)

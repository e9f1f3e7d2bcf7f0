"""Answers as files: collected elsewhere and brought in here, or taken along from a closed wave."""

from collections.abc import Iterator
from pathlib import Path

import click

from survey.closing.export import Export, export_answers
from survey.collecting.import_answers import SOURCE, AnswerFile, Import, ImportReport, import_answers
from survey.commands.acting import acting_option, actor_for
from survey.commands.desk import desk
from survey.commands.given import GIVEN_FILE
from survey.commands.noun import Noun
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, json_option, waiting
from survey.preparing.acting import By
from survey.preparing.wave import wave_by_code

SHOWN = 20
"""So many mistakes are named; the rest are counted."""


@click.group(cls=Noun)
def responses() -> None:
    """Answers as files.

    Example: thuocdo responses import my-wave paper.csv --dry-run
    """


@responses.command("import")
@click.argument("wave")
@click.argument("file", type=GIVEN_FILE)
@click.option(
    "--source",
    default=SOURCE,
    show_default=True,
    help="Whose ids the column id holds: a row is known again by both, whatever the file. Tells two providers apart.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@acting_option
@json_option
def import_file(  # noqa: PLR0913 - click hands over each option
    wave: str, file: Path, source: str, account: str | None, *, dry_run: bool, as_json: bool
) -> None:
    """Import answers from a CSV, one row a response or rated unit: all of it or nothing, and none twice.

    Example: thuocdo responses import my-wave paper.csv
    """
    with waiting("Importing"), desk() as at, at.database.writing() as tx:
        found = wave_by_code(tx, wave)
        by = By(at.now, actor_for(tx, account, "import_answers", found.organisation_id))
        order = Import(found, AnswerFile(file.name, file.read_bytes(), source), dry_run)
        report = import_answers(tx, order, at.keys, by)
    _refuse_mistakes(file, report)
    record = {
        "rows": report.rows,
        "stored": report.stored,
        "already": report.already,
        "alike": report.alike,
        "dry_run": dry_run,
    }
    verb = "would be stored" if dry_run else "stored"
    count = report.stored + report.already
    words = f"{report.rows} rows hold {count} responses: {report.stored} {verb}, {report.already} known from before."
    answer(record, [words, *_warnings(report)], as_json=as_json)


@responses.command("export")
@click.argument("wave")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A new CSV.")
@click.option("--texts", is_flag=True, help="With the free texts, which may name somebody; the record says so.")
@acting_option
def export_file(wave: str, output: Path, account: str | None, *, texts: bool) -> None:
    """Write the counted answers of a closed wave as a CSV that an import takes.

    Example: thuocdo responses export my-wave -o answers.csv
    """
    if output.exists():
        raise Sentence(f"{output} is there already: choose a new file.")
    with waiting("Exporting"), desk() as at, at.database.writing() as tx:
        found = wave_by_code(tx, wave)
        by = By(at.now, actor_for(tx, account, "export_answers", found.organisation_id))
        written = export_answers(tx, Export(found, texts), at.keys, by)
        output.write_bytes(written)
    click.echo(f"Answers of {wave} are in {output}.")


def _warnings(report: ImportReport) -> Iterator[str]:
    if report.looks_repeated:
        yield (
            f"{report.alike} of the new rows have no id and give answers that were stored before: if the file is a"
            " changed copy of an earlier one they count twice, so give each row an id."
        )


def _refuse_mistakes(file: Path, report: ImportReport) -> None:
    found = report.mistakes
    if not found:
        return
    lines = [one.sentence() for one in found[:SHOWN]]
    more = f" ({len(found) - SHOWN} more are not listed)" if len(found) > SHOWN else ""
    raise Sentence("\n".join([*lines, f"{file.name} has {len(found)} mistakes{more}: nothing was stored."]))

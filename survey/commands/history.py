"""Figures published before, without their answers: brought in by one person and confirmed by another."""

from pathlib import Path

import click
from sqlalchemy.orm import Session

from survey.collecting.history.bring import HistoryData, bring_in
from survey.collecting.history.bring import confirm as confirm_file
from survey.collecting.history.standing import Standing, standings
from survey.commands.acting import acting_option, needed_person
from survey.commands.desk import desk
from survey.commands.given import GIVEN_FILE
from survey.commands.hard import MARK_DIGITS
from survey.commands.noun import Noun
from survey.commands.speaking import answer, columns, json_option
from survey.commands.user import HOME
from survey.people.organisations import organisation_of
from survey.records import Account

HEADER = ("file", "state", "index", "year", "unit", "code", "value", "rank", "of", "source")
ORGANISATION = click.option(
    "--organisation",
    default=HOME,
    show_default=True,
    help="The office whose results show them, a code of the register.",
)


@click.group(cls=Noun)
def history() -> None:
    """Figures published before, without their answers. Two people stand behind each file.

    Example: thuocdo history list
    """


@history.command("import")
@click.argument("file", type=GIVEN_FILE)
@ORGANISATION
@acting_option
@json_option
def import_file(file: Path, organisation: str, account: str | None, *, as_json: bool) -> None:
    """Bring published figures in, to be confirmed by another person; all of it or nothing.

    Columns index, year, unit, value, rank, rank_of, source, method_note and, where wanted, day. A unit is its code of
    the register, which must hold on that day (else the last of the year); a unit of another time is given by its name.

    Example: thuocdo history import sipas-2022-2025.csv --as hoa
    """
    with desk() as at, at.database.writing() as tx:
        given = HistoryData(organisation_of(tx, organisation), file.name, file.read_bytes())
        brought = bring_in(tx, given, at.now, needed_person(tx, account))
        mark = brought.file.blob
    notes = [one.sentence() for one in brought.notes]
    record = {"file": mark, "figures": brought.figures, "linked": brought.linked, "notes": notes}
    counts = f"Figures: {brought.figures}; of units in the register: {brought.linked}; the rest are kept by name."
    words = f"Somebody else confirms them: `thuocdo history confirm {mark[:MARK_DIGITS]}`."
    answer(record, [*notes, counts, words], as_json=as_json)


@history.command()
@click.argument("file")
@ORGANISATION
@acting_option
def confirm(file: str, organisation: str, account: str | None) -> None:
    """Confirm the FILE that somebody else brought in, named by the first digits of its SHA-256.

    Example: thuocdo history confirm 3fa94c1d20be --as binh
    """
    with desk() as at, at.database.writing() as tx:
        confirm_file(tx, organisation_of(tx, organisation), file, at.now, needed_person(tx, account))
    click.echo("The figures are confirmed: results published from now on show them as published before.")


@history.command("list")
@ORGANISATION
@json_option
def list_all(organisation: str, *, as_json: bool) -> None:
    """List the published figures with their state; they have no interval.

    Example: thuocdo history list --json
    """
    with desk() as at, at.database.writing() as tx:
        records = [_record(tx, one) for one in standings(tx, organisation_of(tx, organisation))]
    rows = [(str(one["file"])[:MARK_DIGITS], *list(one.values())[1 : len(HEADER)]) for one in records]
    answer(records, ["Số đã công bố, không có sai số", *columns([HEADER, *rows])], as_json=as_json)


def _record(tx: Session, one: Standing) -> dict[str, object]:
    figure, confirmation = one.figure, one.confirmation
    return {
        "file": one.file.blob,
        "state": one.state,
        "index": figure.measure,
        "year": figure.year,
        "unit": figure.unit_name,
        "code": figure.unit,
        "value": figure.value,
        "rank": figure.rank,
        "rank_of": figure.rank_of,
        "source": figure.source,
        "method_note": figure.method_note,
        "unit_from": figure.unit_from,
        "prepared": one.file.prepared,
        "prepared_by": tx.get_one(Account, one.file.prepared_by).name,
        "confirmed": confirmation.confirmed if confirmation else None,
        "confirmed_by": tx.get_one(Account, confirmation.account).name if confirmation else None,
    }

"""The chained record of who did what: checked, and its head shown."""

import click

from survey.commands.desk import desk
from survey.commands.noun import Noun
from survey.commands.refusing import Sentence
from survey.commands.speaking import answer, json_option
from survey.people import audit as chain


@click.group(cls=Noun)
def audit() -> None:
    """The chained record of who did what.

    Example: thuocdo audit verify
    """


@audit.command()
@json_option
def verify(*, as_json: bool) -> None:
    """Recompute the chain from its first row; a changed, removed or moved row is named.

    Example: thuocdo audit verify
    """
    with desk() as at, at.database.reading() as tx:
        check = chain.verify(tx)
    if not check.ok:
        raise Sentence(f"The record is broken at row {check.broken_at}: compare with a head written down earlier.")
    answer({"ok": True, "count": check.count}, [f"The record holds: {check.count} rows."], as_json=as_json)


@audit.command()
@json_option
def head(*, as_json: bool) -> None:
    """Show the head of the chain; written down elsewhere, it proves later that nothing was changed.

    Example: thuocdo audit head
    """
    with desk() as at, at.database.reading() as tx:
        count, mark = chain.head(tx)
    answer({"count": count, "head": mark}, [f"{count} {mark}"], as_json=as_json)

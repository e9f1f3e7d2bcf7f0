"""Goalposts of a wave from earlier ones, fixed by decision before it opens."""

import click

from survey.closing.goalposts import GoalpostDecision, fix_goalposts, published_runs
from survey.commands.acting import acting_option, actor_for
from survey.commands.desk import desk
from survey.commands.speaking import answer, columns, json_option
from survey.preparing.acting import By
from survey.preparing.wave import wave_by_code

_SHOWN = ("indicator", "block", "lo", "hi", "source_waves")


@click.command()
@click.argument("code")
@click.option("--decision", required=True, help="The number of the decision that fixes them.")
@click.option("--issuer", required=True, help="Who issued the decision.")
@acting_option
@json_option
def goalposts(code: str, decision: str, issuer: str, account: str | None, *, as_json: bool) -> None:
    """Fix the goalposts of a wave from the published results of the earlier waves that its instrument names.

    Example: thuocdo wave goalposts my-wave --decision 12/QĐ-UBND --issuer "UBND tỉnh Quảng Ninh"
    """
    with desk() as at, at.database.writing() as tx:
        found = wave_by_code(tx, code)
        by = By(at.now, actor_for(tx, account, "create_wave", found.organisation_id))
        stored = fix_goalposts(tx, found, published_runs(tx, found), GoalpostDecision(decision, issuer), by)
        records = [{name: getattr(one, name) for name in _SHOWN} for one in stored]
    lines = columns([_SHOWN, *(tuple(one.values()) for one in records)])
    answer(records, [*lines, f"Goalposts of wave {code} are fixed by decision {decision}."], as_json=as_json)

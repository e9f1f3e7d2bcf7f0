"""Goalposts of a wave that has not opened yet are fixed by decision, from what earlier waves published."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from scoring.errors import Refusal
from scoring.files.columns import GOALPOSTS
from scoring.files.encoding import typed
from scoring.run import Run
from scoring.run.earlier import window_goalposts
from survey.closing.score import run_of
from survey.errors import Refused
from survey.people.audit import record
from survey.preparing.acting import By
from survey.preparing.decision import FIELDS, LONGEST
from survey.preparing.issue import instrument_of
from survey.preparing.states import demand_state
from survey.records import Publication, RunRow, Wave, WaveGoalpost, WaveUnit


@dataclass(frozen=True, slots=True)
class GoalpostDecision:
    """By which decision goalposts are fixed, and of whom."""

    number: str
    issuer: str


def fix_goalposts(
    tx: Session, wave: Wave, runs: Sequence[Run], decision: GoalpostDecision, by: By
) -> tuple[WaveGoalpost, ...]:
    """Stores the goalposts of a draft or tried wave, in the place of those stored before.

    Refuses words missing or too long, an instrument that asks for none, and runs that are not comparable.
    """
    tx.refresh(wave, with_for_update=True)
    demand_state(wave, ("draft", "trial"))
    for field, longest in LONGEST.items():
        if not 0 < len(getattr(decision, field).strip()) <= longest:
            raise Refused("decision-words", {"field": FIELDS[field], "longest": longest})
    units = {one.unit: one.block for one in tx.scalars(select(WaveUnit).where(WaveUnit.wave == wave.id))}
    try:
        table = window_goalposts(instrument_of(tx, wave.instrument), units, runs)
    except Refusal as refusal:
        raise Refused("goalposts-refused", {"why": {"vi": refusal.vi, "en": refusal.en}}) from refusal
    tx.execute(delete(WaveGoalpost).where(WaveGoalpost.wave == wave.id))
    words = {"set_by": decision.issuer.strip(), "decision": decision.number.strip()}
    rows = tuple(
        WaveGoalpost(wave=wave.id, **{str(name): value for name, value in row.items()} | words)
        for row in table.drop(columns=list(words)).to_dict("records")
    )
    tx.add_all(rows)
    tx.flush()
    facts = {"wave": wave.code, **words, "runs": [str(run.meta["fingerprint"]) for run in runs], "rows": len(rows)}
    record(tx, by.actor, "goalposts_fixed", facts, by.now)
    return rows


def published_runs(tx: Session, wave: Wave) -> tuple[Run, ...]:
    """The runs that the earlier waves of a wave's instrument published last; refuses the first that published none."""
    index = instrument_of(tx, wave.instrument).index
    named = dict.fromkeys(code for one in (index.indicators if index else ()) for code in one.earlier_waves)
    if not named:
        raise Refused("goalposts-not-asked", {"wave": wave.code})
    return tuple(_published(tx, code, simulated=wave.simulated) for code in named)


def goalposts_of(tx: Session, wave: Wave) -> pd.DataFrame:
    """The goalposts of a wave as a snapshot takes them."""
    stored = tx.scalars(select(WaveGoalpost).where(WaveGoalpost.wave == wave.id))
    return typed(pd.DataFrame([{name: getattr(one, name) for name in GOALPOSTS} for one in stored]), GOALPOSTS)


def _published(tx: Session, code: str, *, simulated: bool) -> Run:
    """Invented figures are no goalposts of real ones."""
    row = tx.scalars(
        select(RunRow)
        .join(Publication, Publication.run == RunRow.id)
        .join(Wave, Wave.id == Publication.wave)
        .where(Wave.code == code, Publication.published.is_not(None), Wave.simulated.in_((False, simulated)))
        .order_by(Publication.number.desc())
    ).first()
    if row is None:
        raise Refused("goalposts-unpublished", {"wave": code})
    return run_of(tx, row)

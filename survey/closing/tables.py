"""The tables of a wave as a snapshot takes them: answers, units, design, decisions, hard figures."""

from datetime import date

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.files.columns import EXCLUSIONS, UNITS
from scoring.snapshot import Tables
from survey.closing.answers import answers_of
from survey.closing.design import frame_of, psus_of, strata_of
from survey.closing.goalposts import goalposts_of
from survey.closing.hard import criteria_of, hard_of
from survey.closing.labels import Labels
from survey.preparing.issue import instrument_of
from survey.preparing.register import names_on
from survey.preparing.wave import day_of_wave
from survey.records import Exclusion, Organisation, Wave, WaveUnit


def tables_of(tx: Session, wave: Wave, labels: Labels, number: int, made: date) -> Tables:
    """Everything snapshot `number` of a wave holds, before weights and widened days."""
    answers = answers_of(tx, wave, labels)
    return Tables(
        responses=answers.responses,
        ratings=answers.ratings,
        texts=answers.texts,
        units=_units(tx, wave),
        wave=_wave(tx, wave, number, made),
        strata=strata_of(tx, wave),
        frame=frame_of(tx, wave),
        psus=psus_of(tx, wave),
        exclusions=_exclusions(tx, wave, labels),
        hard=hard_of(tx, wave),
        criteria=criteria_of(tx, wave),
        goalposts=goalposts_of(tx, wave),
    )


def _units(tx: Session, wave: Wave) -> pd.DataFrame:
    """The wave's units under the names of the wave's day."""
    names = names_on(tx, day_of_wave(wave))
    kept = select(WaveUnit.unit, WaveUnit.block).where(WaveUnit.wave == wave.id)
    rows = [
        {**{column: getattr(names[unit], column, None) for column in UNITS}, "unit": unit, "block": block}
        for unit, block in tx.execute(kept)
    ]
    return pd.DataFrame(rows, columns=list(UNITS))


def _wave(tx: Session, wave: Wave, number: int, made: date) -> dict[str, object]:
    index = instrument_of(tx, wave.instrument).index
    return {
        "wave": wave.code,
        "snapshot": number,
        "made": made.isoformat(),
        "name_vi": wave.name_vi,
        "name_en": wave.name_en,
        "organisation": tx.get_one(Organisation, wave.organisation_id).unit,
        "period_from": wave.period_from.isoformat(),
        "period_to": wave.period_to.isoformat(),
        "opened": _day(wave.opened),
        "stopped": _day(wave.stopped),
        "closed": _day(wave.closed),
        "official_access": index.access if index else (),
        "inference": index.inference if index else None,
        "simulated": wave.simulated,
    }


def _exclusions(tx: Session, wave: Wave, labels: Labels) -> pd.DataFrame:
    decided = select(Exclusion).where(Exclusion.wave == wave.id)
    rows = [
        {
            "response": labels.response(one.response),
            "reason": one.reason,
            "decided": one.decided.isoformat(),
            "role": one.role,
        }
        for one in tx.scalars(decided)
    ]
    return pd.DataFrame(rows, columns=list(EXCLUSIONS))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

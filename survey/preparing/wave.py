"""A wave is made, tried out and opened: one issued instrument, one period, a list of units in blocks."""

import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from instruments.model import Instrument
from survey.clock import day_of
from survey.errors import Refused
from survey.keys import Keys
from survey.people.audit import record
from survey.preparing.chain import SHIPPED, SHORTEST, Chain, keep_chain
from survey.preparing.decision import demand_usable
from survey.preparing.issue import instrument_of
from survey.preparing.mistakes import refuse_mistakes
from survey.preparing.page_bytes import make_pages
from survey.preparing.register import names_on
from survey.preparing.states import change_state
from survey.preparing.units import WaveUnits, check_units, read_units
from survey.records import (
    Imported,
    InvitationWave,
    Quarantine,
    Response,
    Wave,
    WaveGoalpost,
    WavePage,
    WaveUnit,
    Withdrawal,
)

__all__ = ["WavePlan", "create_wave", "day_of_wave", "open_wave", "read_units", "trial_wave", "wave_by_code"]

CODE = re.compile(r"[a-z0-9-]{3,40}")
LONGEST = {"name_vi": 200, "name_en": 200, "phone": 40}
MOST_LATE_DAYS = 60
"""Longer is no delay of a device any more; the wave could not be closed in its season."""
SNAPSHOT_KEY = "snapshot"
"""Purpose under which a wave's snapshot key is sealed."""


@dataclass(frozen=True, slots=True)
class WavePlan:
    """What an office decides about a wave before it exists."""

    code: str
    instrument_fingerprint: str
    organisation: UUID
    name_vi: str
    name_en: str
    period_from: date
    period_to: date
    units: WaveUnits
    simulated: bool = False
    open_access: bool = False
    decision_needed: bool = True
    late_days: int = 3
    phone: str | None = None
    """Answered by a person; told in the consent text and where a code is refused."""
    chain: Chain | None = None
    """Who approves; None: the shipped chain, of a simulated wave the shortest."""


def create_wave(tx: Session, plan: WavePlan, now: datetime, actor: int | None = None) -> Wave:
    """Makes a wave in state draft with its units and approval chain; a simulated one never needs a decision.

    Refuses a code in use, an instrument not issued or, unless the wave is simulated, replaced by a newer version, a
    reversed period, names too long, late days out of bounds, units or blocks that do not exist, and a chain nobody
    could go.
    """
    _check_plan(tx, plan)
    wave = _insert(tx, plan)
    tx.add_all(WaveUnit(wave=wave.id, unit=unit, block=block) for unit, block in plan.units)
    keep_chain(tx, wave, plan.chain or (SHORTEST if plan.simulated else SHIPPED))
    facts = {"wave": plan.code, "instrument": plan.instrument_fingerprint, "units": len(plan.units)}
    record(tx, actor, "wave_created", {**facts, "simulated": plan.simulated}, now)
    return wave


def trial_wave(tx: Session, wave: Wave, keys: Keys, now: datetime, actor: int | None = None) -> None:
    """Lets the office try the real link; all answers of the trial are dropped when the wave opens."""
    change_state(tx, wave, ("draft",), "trial", opened=day_of(now))
    _make_key_and_pages(tx, wave, keys)
    record(tx, actor, "wave_tried", {"wave": wave.code}, now)


def open_wave(tx: Session, wave: Wave, keys: Keys, now: datetime, actor: int | None = None) -> None:
    """Opens a draft or tried wave: trial answers go, trial invitations are good again, pages are made anew."""
    _demand_goalposts(tx, wave)
    change_state(tx, wave, ("draft", "trial"), "open", opened=day_of(now))
    dropped = _drop_answers(tx, wave)
    _make_key_and_pages(tx, wave, keys)
    record(tx, actor, "wave_opened", {"wave": wave.code, "trial_answers_dropped": dropped}, now)


def wave_by_code(tx: Session, code: str) -> Wave:
    """The wave of that code; refuses with `unknown-wave`."""
    wave = tx.scalar(select(Wave).where(Wave.code == code))
    if wave is None:
        raise Refused("unknown-wave", {"wave": code})
    return wave


def day_of_wave(wave: Wave) -> date:
    """The day whose register names the wave's units: the first of its period."""
    return wave.period_from


def _check_plan(tx: Session, plan: WavePlan) -> None:
    if not CODE.fullmatch(plan.code):
        raise Refused("wave-code", {"code": plan.code})
    if plan.period_to < plan.period_from:
        raise Refused("period-reversed", {"start": _shown(plan.period_from), "to": _shown(plan.period_to)})
    _check_sizes(plan)
    if not plan.units:
        raise Refused("units-missing")
    instrument = _instrument(tx, plan)
    if not plan.simulated:
        demand_usable(tx, plan.instrument_fingerprint, plan.period_from)
    known = names_on(tx, plan.period_from)
    refuse_mistakes(plan.code, check_units(plan.units, instrument, known, plan.period_from))


def _check_sizes(plan: WavePlan) -> None:
    for field, longest in LONGEST.items():
        value = getattr(plan, field) or ""
        if len(value) > longest:
            raise Refused("wave-words", {"field": field, "found": len(value), "longest": longest})
    if not 0 <= plan.late_days <= MOST_LATE_DAYS:
        raise Refused("late-days", {"days": plan.late_days, "most": MOST_LATE_DAYS})


def _instrument(tx: Session, plan: WavePlan) -> Instrument:
    try:
        return instrument_of(tx, plan.instrument_fingerprint)
    except KeyError as error:
        raise Refused("instrument-unknown", {"instrument": plan.instrument_fingerprint}) from error


def _insert(tx: Session, plan: WavePlan) -> Wave:
    wave = Wave(
        code=plan.code,
        organisation_id=plan.organisation,
        instrument=plan.instrument_fingerprint,
        name_vi=plan.name_vi,
        name_en=plan.name_en,
        period_from=plan.period_from,
        period_to=plan.period_to,
        simulated=plan.simulated,
        open_access=plan.open_access,
        decision_needed=plan.decision_needed and not plan.simulated,
        late_days=plan.late_days,
        phone=plan.phone,
    )
    tx.add(wave)
    try:
        tx.flush()
    except IntegrityError as error:
        raise Refused("wave-exists", {"code": plan.code}) from error
    return wave


def _demand_goalposts(tx: Session, wave: Wave) -> None:
    """Refuses a wave that would collect answers nobody could score."""
    index = instrument_of(tx, wave.instrument).index
    fixed = set(tx.scalars(select(WaveGoalpost.indicator).where(WaveGoalpost.wave == wave.id)))
    for one in index.indicators if index else ():
        if one.earlier_waves and one.code not in fixed:
            words = {"wave": wave.code, "code": one.code, "waves": ", ".join(one.earlier_waves)}
            raise Refused("goalposts-not-fixed", {**words})


def _drop_answers(tx: Session, wave: Wave) -> int:
    dropped = len(tx.scalars(delete(Response).where(Response.wave == wave.id).returning(Response.id)).all())
    for table in (Withdrawal, Quarantine, Imported):
        tx.execute(delete(table).where(table.wave == wave.id))
    tx.execute(update(InvitationWave).where(InvitationWave.wave == wave.id).values(state="unused"))
    return dropped


def _make_key_and_pages(tx: Session, wave: Wave, keys: Keys) -> None:
    wave.snapshot_key = keys.seal(SNAPSHOT_KEY, secrets.token_bytes(32))
    tx.execute(delete(WavePage).where(WavePage.wave == wave.id))
    tx.flush()
    make_pages(tx, wave)


def _shown(day: date) -> str:
    return day.strftime("%d/%m/%Y")

"""The two waves of the demo: begun, closed, scored; and the one left open."""

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.catalogue import shipped
from survey.clock import OFFICE, day_of
from survey.closing.close import close_wave
from survey.closing.latest import latest_snapshot
from survey.closing.score import score_snapshot
from survey.closing.stop import stop_wave
from survey.commands.demo.cases import frame_csv, sizes_csv
from survey.commands.demo.plan import (
    CLOSED,
    FIRST,
    INSTRUMENT,
    LAST,
    OPEN,
    OPEN_DAYS,
    PUBLISHED,
    STOPPED,
    targets,
    units_of_demo,
)
from survey.commands.desk import Desk
from survey.commands.user import HOME
from survey.commands.wave import dated
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.frame import read_frame, read_sizes
from survey.preparing.invite import DrawPlan, draw
from survey.preparing.issue import instrument_of, issue_instrument
from survey.preparing.page_bytes import units_by_role
from survey.preparing.register import load_register
from survey.preparing.wave import WavePlan, create_wave, open_wave, wave_by_code
from survey.records import RunRow, Wave

MORNING = 8


def morning(day: date) -> datetime:
    """Eight o'clock of a day where the office is."""
    return datetime(day.year, day.month, day.day, MORNING, tzinfo=OFFICE)


def begin(at: Desk) -> None:
    """The register, the instrument, the first wave, its frame, its invitations and its opening: all or nothing."""
    with at.database.writing() as tx:
        if _wave(tx, PUBLISHED):
            return
        now = morning(FIRST)
        load_register(tx)
        wave = create_wave(tx, _plan(tx, PUBLISHED, FIRST, LAST, is_open=False), now)
        _invite(tx, wave, at, now)
        open_wave(tx, wave, at.keys, now)


def close(at: Desk) -> None:
    """Stops and closes the first wave."""
    with at.database.writing() as tx:
        wave = wave_by_code(tx, PUBLISHED)
        if wave.state == "open":
            stop_wave(tx, wave, STOPPED)
        if wave.state == "stopped":
            close_wave(tx, wave, at.keys, CLOSED)


def score(at: Desk) -> None:
    """Scores the snapshot of the first wave."""
    with at.database.writing() as tx:
        snapshot = latest_snapshot(tx, wave_by_code(tx, PUBLISHED))
        if tx.scalar(select(RunRow).where(RunRow.snapshot == snapshot.id)) is None:
            score_snapshot(tx, snapshot, CLOSED)


def open_second_wave(at: Desk) -> None:
    """A wave that takes answers from today on, without invitation."""
    with at.database.writing() as tx:
        if _wave(tx, OPEN):
            return
        today = day_of(at.now)
        plan = _plan(tx, OPEN, today, today + timedelta(days=OPEN_DAYS), is_open=True)
        open_wave(tx, create_wave(tx, plan, at.now), at.keys, at.now)


def _invite(tx: Session, wave: Wave, at: Desk, now: datetime) -> None:
    asked = instrument_of(tx, wave.instrument)
    everybody = targets()
    cases = read_frame(frame_csv(everybody), "frame.csv", asked, units_by_role(tx, wave, asked))
    plan = DrawPlan(cases, read_sizes(sizes_csv(everybody), "sizes.csv", cases))
    draw(tx, [wave], plan, at.keys, By(now))


def _wave(tx: Session, code: str) -> Wave | None:
    return tx.scalar(select(Wave).where(Wave.code == code))


def _plan(tx: Session, code: str, first: date, last: date, *, is_open: bool) -> WavePlan:
    """A simulated wave of the shipped instrument for the units of its first day."""
    office = organisation_of(tx, HOME)
    version = issue_instrument(tx, shipped(INSTRUMENT), f"{INSTRUMENT}.yaml", office, morning(FIRST))
    asked = instrument_of(tx, version.fingerprint)
    return WavePlan(
        code=code,
        instrument_fingerprint=version.fingerprint,
        organisation=office,
        name_vi=dated(asked.title["vi"], first, last),
        name_en=dated(asked.title["en"], first, last),
        period_from=first,
        period_to=last,
        units=tuple((unit.code, unit.block) for unit in units_of_demo(first)),
        simulated=True,
        open_access=is_open,
    )

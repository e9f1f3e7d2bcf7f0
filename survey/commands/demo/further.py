"""The further waves of the whole demo: one published wave of each other shipped instrument, brought in from files."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.catalogue import shipped, shipped_codes
from instruments.model import Instrument
from instruments.units import register
from reports.paper.sheets import Paper
from scoring.simulation import answer_documents, simulated_cases, truth_of
from survey.closing.close import close_wave
from survey.closing.confirm_hard import Confirmation, confirm_hard
from survey.closing.latest import latest_snapshot
from survey.closing.score import score_snapshot
from survey.closing.stop import stop_wave
from survey.collecting.hard.bring import HardData, bring_in
from survey.collecting.hard.template import hard_indicators
from survey.collecting.import_answers import AnswerFile, Import, import_answers
from survey.commands.acting import person_named
from survey.commands.demo.figures import figures_csv
from survey.commands.demo.plan import APPROVED, CLOSED, FIRST, INSTRUMENT, LAST, PEOPLE, SEED, STOPPED
from survey.commands.demo.sheets import answers_csv
from survey.commands.demo.waves import morning
from survey.commands.desk import Desk
from survey.commands.speaking import told
from survey.commands.user import HOME
from survey.commands.wave import dated
from survey.people.organisations import organisation_of
from survey.people.roles import Person
from survey.preparing.acting import By
from survey.preparing.issue import instrument_of, issue_instrument
from survey.preparing.mistakes import refuse_mistakes
from survey.preparing.wave import WavePlan, create_wave, open_wave
from survey.publishing.approve import approve
from survey.publishing.prepare import prepare
from survey.publishing.publish import publish
from survey.records import Wave

ANSWERS = 40
"""Responses for each unit of an index."""
SOURCE, PERIOD = "Số liệu mô phỏng", "2026"
FILE = "answers.csv"


@dataclass(frozen=True, slots=True)
class People:
    """Who brings things in and prepares, and who confirms and approves."""

    officer: Person
    approver: Person


def further_waves(at: Desk) -> None:
    """Makes the waves that are missing, each whole or not at all."""
    for code in shipped_codes():
        if code != INSTRUMENT:
            with told(f"A wave of {code}"):
                _whole_wave(at, code)


def _whole_wave(at: Desk, code: str) -> None:
    with at.database.writing() as tx:
        name = f"{code}-2026"
        if tx.scalar(select(Wave.id).where(Wave.code == name)):
            return
        officer, approver, *_ = (person_named(tx, known) for known in PEOPLE)
        people = People(officer, approver)
        wave, instrument = _begun(tx, at, code, name)
        _collect(tx, at, wave, instrument)
        _bring_figures(tx, at, wave, instrument, people)
        stop_wave(tx, wave, STOPPED)
        close_wave(tx, wave, at.keys, CLOSED)
        run = score_snapshot(tx, latest_snapshot(tx, wave), CLOSED)
        publication = prepare(tx, run, APPROVED, people.officer)
        approve(tx, publication, APPROVED, people.approver)
        publish(tx, publication, APPROVED, people.approver, Paper(at.settings.font_directory, at.settings.public_url))


def _begun(tx: Session, at: Desk, code: str, name: str) -> tuple[Wave, Instrument]:
    """The wave, open, of all units that can hold a role."""
    now, office = morning(FIRST), organisation_of(tx, HOME)
    version = issue_instrument(tx, shipped(code), f"{code}.yaml", office, now)
    instrument = instrument_of(tx, version.fingerprint)
    plan = WavePlan(
        code=name,
        instrument_fingerprint=version.fingerprint,
        organisation=office,
        name_vi=dated(instrument.title["vi"], FIRST, LAST),
        name_en=dated(instrument.title["en"], FIRST, LAST),
        period_from=FIRST,
        period_to=LAST,
        units=tuple(_blocks(instrument).items()),
        simulated=True,
        open_access=False,
    )
    wave = create_wave(tx, plan, now)
    open_wave(tx, wave, at.keys, now)
    return wave, instrument


def _blocks(instrument: Instrument) -> dict[str, str]:
    held = {block for role in instrument.roles for block in role.blocks}
    units = sorted(register(FIRST).values(), key=lambda unit: (unit.sort_key, unit.code))
    return {unit.code: unit.block for unit in units if unit.block in held}


def _collect(tx: Session, at: Desk, wave: Wave, instrument: Instrument) -> None:
    """Imports the answers as an office would: a file, all of it."""
    report = import_answers(tx, Import(wave, AnswerFile(FILE, _answers_csv(instrument), "demo")), at.keys, By(STOPPED))
    refuse_mistakes(FILE, report.mistakes)


def _answers_csv(instrument: Instrument) -> bytes:
    blocks = _blocks(instrument)
    index = instrument.index
    counted = {block.code for block in index.blocks} if index else set()
    rated = [unit for unit, block in blocks.items() if block in counted]
    targets = [unit for unit in rated for _ in range(_many(instrument))]
    cases = simulated_cases(instrument, blocks, targets, SEED)
    documents = answer_documents(instrument, cases, truth_of(instrument, list(blocks), SEED), SEED)
    access = "interviewer" if index and "interviewer" in index.access else "kiosk"
    luck = Random(SEED)  # noqa: S311 - invented answers must be the same everywhere
    entries = (
        ({"id": f"a{number:05d}", "mode": access, "access": access, "day": _day(luck)}, document)
        for number, document in enumerate(documents)
    )
    return answers_csv(entries, instrument)


def _day(luck: Random) -> str:
    return (FIRST + timedelta(days=luck.randrange((LAST - FIRST).days))).isoformat()


def _many(instrument: Instrument) -> int:
    """Fewer responses where each rates several units, as many ratings."""
    return ANSWERS * 2 // 3 if instrument.looped else ANSWERS


def _bring_figures(tx: Session, at: Desk, wave: Wave, instrument: Instrument, people: People) -> None:
    """Brings the hard figures in by one person and confirms them by another."""
    for template in sorted({str(one.template) for one in hard_indicators(instrument)}):
        data = figures_csv(instrument, template, _blocks(instrument))
        given = HardData(template, f"{template}.csv", data, SOURCE, PERIOD)
        bring_in(tx, wave, given, STOPPED, people.officer)
        confirm_hard(tx, wave, Confirmation(people.approver, sha256(data).hexdigest()), at.keys, STOPPED)

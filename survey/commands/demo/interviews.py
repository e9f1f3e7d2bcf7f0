"""Answers that interviewers of the demo wrote down, imported from a file as an office would."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.collecting.import_answers import AnswerFile, Import, import_answers
from survey.commands.demo.answering import Sent, answers_of
from survey.commands.demo.cases import Person, begun, interviewed
from survey.commands.demo.plan import OPEN, PUBLISHED, SEED, STOPPED, targets
from survey.commands.demo.sheets import answers_csv
from survey.commands.desk import Desk
from survey.preparing.acting import By
from survey.preparing.issue import instrument_of
from survey.preparing.mistakes import refuse_mistakes
from survey.preparing.wave import wave_by_code
from survey.records import Response, Wave

FILE, SOURCE = "interviews.csv", "demo"


def import_interviews(at: Desk) -> None:
    """Imports the interviews of the wave that is going to be published."""
    _import(at, PUBLISHED, interviewed(targets()), STOPPED)


def begin_second_wave(at: Desk) -> None:
    """Imports what interviewers have brought of the open wave; their sheets name no day."""
    _import(at, OPEN, begun(targets()), at.now)


def _import(at: Desk, code: str, people: tuple[Person, ...], now: datetime) -> None:
    """All of a file or nothing of it, so that one row in the database says it was imported."""
    with at.database.writing() as tx:
        wave = wave_by_code(tx, code)
        if wave.state != "open" or _has_interviews(tx, wave):
            return
        instrument = instrument_of(tx, wave.instrument)
        sent = answers_of(people, instrument, SEED + len(people))
        data = answers_csv(((_facts(one), one.document) for one in sent), instrument)
        report = import_answers(tx, Import(wave, AnswerFile(FILE, data, SOURCE)), at.keys, By(now))
        refuse_mistakes(FILE, report.mistakes)


def _has_interviews(tx: Session, wave: Wave) -> bool:
    interviews = select(Response.id).where(Response.wave == wave.id, Response.access == "interviewer")
    return tx.scalar(interviews.limit(1)) is not None


def _facts(one: Sent) -> dict[str, str]:
    return {
        "id": f"i{one.number:04d}",
        "day": one.day.isoformat() if one.person.cell else "",
        "language": "vi",
        "mode": "interviewer",
        "access": "interviewer",
        "cell": one.person.cell or "",
    }

"""The answers of the demo, sent through the same door as everybody's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from random import Random
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.model import Instrument
from scoring.simulation import answer_documents, truth_of
from survey.collecting.submit import Channel, Submission, submit
from survey.commands.demo.cases import Person, as_cases, invited
from survey.commands.demo.plan import FIRST, LAST, PUBLISHED, SEED, targets, units_of_demo
from survey.commands.demo.waves import morning
from survey.commands.desk import Desk
from survey.commands.speaking import counted
from survey.preparing.issue import instrument_of
from survey.preparing.wave import wave_by_code
from survey.records import ConsentText, FrameEntry, Invitation, InvitationWave, Wave

AT_ONCE = 200
"""Answers stored in one transaction."""
ENGLISH = 0.03
SECONDS = (90, 600)


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer on its way: who gives it, what it says, when, in which language."""

    number: int
    person: Person
    document: dict[str, object]
    day: date
    language: str
    seconds: int

    @property
    def identifier(self) -> UUID:
        """The same in every demo, so that an interrupted one sends nothing twice."""
        return UUID(bytes=sha256(f"{PUBLISHED} {self.number}".encode()).digest()[:16], version=4)


def answer_invitations(at: Desk) -> None:
    """Sends the answers of those invited, in some transactions; what came before is answered as known."""
    with at.database.reading() as tx:
        wave = wave_by_code(tx, PUBLISHED)
        if wave.state != "open":
            return
        instrument, invitations = instrument_of(tx, wave.instrument), _invitations(tx, wave)
        marks = {one.language: one.mark for one in tx.scalars(select(ConsentText))}
    sent = tuple(answers_of(invited(targets()), instrument, SEED))
    for begin in counted(range(0, len(sent), AT_ONCE), "Answering"):
        with at.database.writing() as tx:
            wave = wave_by_code(tx, PUBLISHED)
            for one in sent[begin : begin + AT_ONCE]:
                channel = Channel(access="invited", invitation=invitations[one.person.case or ""])
                submit(tx, wave, _submission(one, wave, marks), channel, morning(one.day))


def answers_of(people: tuple[Person, ...], instrument: Instrument, seed: int) -> Iterator[Sent]:
    """What the people answer: drawn from one known truth, the same in every demo."""
    luck = Random(seed)  # noqa: S311 - invented answers must be the same everywhere
    truth = truth_of(instrument, [unit.code for unit in units_of_demo(FIRST)], SEED)
    documents = answer_documents(instrument, as_cases(people), truth, seed)
    for number, (person, document) in enumerate(zip(people, documents, strict=True)):
        day = FIRST + timedelta(days=luck.randrange((LAST - FIRST).days))
        language = "en" if luck.random() < ENGLISH else "vi"
        yield Sent(number, person, document, day, language, luck.randint(*SECONDS))


def _submission(one: Sent, wave: Wave, marks: Mapping[str, str]) -> Submission:
    paradata = {
        "language": one.language,
        "seconds": one.seconds,
        "day": one.day.isoformat(),
        "consent": marks[one.language],
    }
    return Submission(one.identifier, wave.instrument, one.document, paradata)


def _invitations(tx: Session, wave: Wave) -> dict[str, UUID]:
    """The invitation of each case on the frame."""
    rows = (
        select(FrameEntry.case, Invitation.id)
        .join(Invitation, Invitation.frame_entry == FrameEntry.id)
        .join(InvitationWave, InvitationWave.invitation == Invitation.id)
        .where(InvitationWave.wave == wave.id)
    )
    return {case: invitation for case, invitation in tx.execute(rows)}  # noqa: C416 - typed rows, not pairs

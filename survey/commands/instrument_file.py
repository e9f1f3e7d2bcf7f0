"""Which instrument is meant at the terminal: a file by its path, a shipped or issued one by its code."""

from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from instruments.catalogue import shipped, shipped_codes
from instruments.model import Instrument
from instruments.reading import read_instrument
from survey.commands.acting import actor_for
from survey.commands.desk import Desk
from survey.commands.media_folder import media_beside
from survey.commands.refusing import Sentence
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.decision import version_in_force, version_named
from survey.preparing.issue import issue_instrument
from survey.records import InstrumentVersion


def instrument_file(file: str) -> tuple[bytes, str]:
    """The bytes of an instrument and what to call it: a file by its path, a shipped instrument by its code."""
    if file in shipped_codes():
        return shipped(file), f"{file}.yaml"
    path = Path(file)
    if not path.is_file():
        raise Sentence(
            f"There is no file {file} and no shipped instrument of that code: see `thuocdo instrument list`."
        )
    return path.read_bytes(), path.name


def issued(tx: Session, file: str, organisation: str, account: str | None, at: Desk) -> InstrumentVersion:
    """The issued version of a file, or of a shipped instrument's code; issues it where that was not done yet."""
    office = organisation_of(tx, organisation)
    return issued_for(tx, file, office, By(at.now, actor_for(tx, account, "create_wave", office)))


def issued_for(tx: Session, file: str, office: UUID, by: By) -> InstrumentVersion:
    """The same, for an office and by somebody whose right has been looked at."""
    data, name = instrument_file(file)
    return issue_instrument(tx, data, name, office, by.now, by.actor, media=media_beside(file))


def chosen_version(tx: Session, named: str, day: date) -> InstrumentVersion | None:
    """The version of a code in force on a day, or the one of CODE:VERSION; None for anything else."""
    code, _, number = named.partition(":")
    if number and version_in_force(tx, code, day):
        return version_named(tx, named)
    return version_in_force(tx, named, day)


def readable_instrument(file: str) -> Instrument:
    """The instrument of a file without mistakes that forbid its use."""
    data, name = instrument_file(file)
    read = read_instrument(data, name, media_beside(file)).instrument
    if read is None:
        raise Sentence(f"{name} has mistakes: see them with `thuocdo instrument lint {file}`.")
    return read

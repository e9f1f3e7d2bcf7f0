"""The kinds of long work: each makes ready without a lock, then hands back what is written in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from reports.paper.sheets import Paper
from survey.clock import Clock, day_of
from survey.closing.close import close_wave
from survey.closing.latest import find_run, latest_snapshot
from survey.closing.score import keep_run, scored
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.people.accounts import person_numbered
from survey.people.roles import Person
from survey.preparing.wave import wave_by_code
from survey.publishing.latest import latest_publication
from survey.publishing.publish import check_publishable, publish_rendered
from survey.publishing.render import render
from survey.records import Publication, SnapshotRow

Writing = Callable[[Session], None]
"""What a job writes, in the transaction in which it is marked done."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where jobs are done: the database, the keys, how documents are printed, and the clock."""

    database: Database
    keys: Keys
    paper: Paper
    clock: Clock


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work: what was asked (`wave`, `account`), and where it is done."""

    payload: Mapping[str, object]
    bench: Bench

    @property
    def code(self) -> str:
        """The code of the wave."""
        return str(self.payload["wave"])

    @property
    def account(self) -> int:
        """The number of the account that asked."""
        return int(str(self.payload["account"]))

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.bench.clock()


def _close(work: Work) -> Writing:
    """Closes a stopped wave; one that is closed already is left as it is."""

    def write(tx: Session) -> None:
        wave = wave_by_code(tx, work.code)
        if wave.state != "closed":
            close_wave(tx, wave, work.bench.keys, work.now, work.account)

    return write


def _score(work: Work) -> Writing:
    """Scores the latest snapshot of a wave; a run that is there already is left as it is."""
    with work.bench.database.reading() as tx:
        snapshot = latest_snapshot(tx, wave_by_code(tx, work.code))
        run = None if find_run(tx, snapshot) else scored(tx, snapshot)

    def write(tx: Session) -> None:
        if run is not None:
            keep_run(tx, tx.get_one(SnapshotRow, snapshot.id), run, work.now, work.account)

    return write


def _publish(work: Work) -> Writing:
    """Publishes what was approved; a wave whose latest publication is public is left as it is."""
    with work.bench.database.reading() as tx:
        publication = latest_publication(tx, wave_by_code(tx, work.code))
        if publication.published is not None:
            return lambda _: None
        check_publishable(tx, publication, _person(tx, work))
        rendered = render(tx, publication, day_of(work.now), work.bench.paper)

    def write(tx: Session) -> None:
        publish_rendered(tx, tx.get_one(Publication, publication.id), rendered, work.now, _person(tx, work))

    return write


KINDS: dict[str, Callable[[Work], Writing]] = {
    "close_wave": _close,
    "score_wave": _score,
    "publish": _publish,
}


def _person(tx: Session, work: Work) -> Person:
    person = person_numbered(tx, work.account)
    if person is None:
        raise Refused("not-yours")
    return person

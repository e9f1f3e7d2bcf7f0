"""The three kinds of long work: a wave is closed, scored and published by the worker, each once."""

from sqlalchemy import func, select

from survey.closing.stop import stop_wave
from survey.database import Database
from survey.jobs.kinds import Bench
from survey.jobs.worker import work_once
from survey.keys import Keys
from survey.people.roles import Person
from survey.publishing.approve import approve
from survey.publishing.prepare import prepare
from survey.publishing.publish import PLAIN_PAPER
from survey.records import AuditEvent, Job, Publication, RunRow, SnapshotRow, enqueue
from tests.ground.house import StillClock
from tests.survey.office import NOW, filled, found, person


def _ask(database: Database, kind: str, officer: Person) -> tuple[str, str | None]:
    """Asks twice, works twice: what happens must happen once."""
    for _ in range(2):
        with database.writing() as tx:
            enqueue(tx, kind, "tiny-2026", {"wave": "tiny-2026", "account": officer.number}, NOW)
        assert work_once(_bench(database))
    with database.reading() as tx:
        job = tx.scalars(select(Job).where(Job.kind == kind)).one()
    return job.state, job.problem


def _bench(database: Database) -> Bench:
    return Bench(database, Keys("a secret of the tests alone"), PLAIN_PAPER, StillClock(NOW))


def test_the_worker_takes_a_wave_from_stopped_to_published(database: Database, keys: Keys) -> None:
    """One snapshot, one run, one publication, although each was asked for twice."""
    filled(database, keys)
    with database.writing() as tx:
        officer, approver = person(tx, "lan", "method_officer"), person(tx, "binh", "approver")
        stop_wave(tx, found(tx), NOW, officer.number)
    assert _ask(database, "close_wave", officer) == ("done", None)
    assert _ask(database, "score_wave", officer) == ("done", None)
    with database.writing() as tx:
        approve(tx, prepare(tx, tx.scalars(select(RunRow)).one(), NOW, officer), NOW, approver)
    assert _ask(database, "publish", officer) == ("done", None)
    with database.reading() as tx:
        counts = [tx.scalar(select(func.count()).select_from(table)) for table in (SnapshotRow, RunRow, Publication)]
        acts = [text for text in tx.scalars(select(AuditEvent.text)) if f'"by":{officer.number}' in text]
    assert counts == [1, 1, 1]
    assert len(acts) == 5


def test_a_publication_that_lacks_something_is_refused_with_the_code(database: Database, keys: Keys) -> None:
    """The console words it; asking again after mending does the work."""
    filled(database, keys)
    with database.writing() as tx:
        officer = person(tx, "lan", "method_officer")
        stop_wave(tx, found(tx), NOW)
    assert _ask(database, "publish", officer) == ("failed", "refused: not-prepared")
    assert _ask(database, "score_wave", officer) == ("failed", "refused: not-closed")

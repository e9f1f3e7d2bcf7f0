"""Does waiting jobs: claims one under a lease, does it, and marks it done in the transaction of its effect."""

import json
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import NoReturn
from uuid import UUID

from sqlalchemy import CursorResult, or_, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from reports.paper.sheets import Paper
from survey import clock as wall
from survey.clock import Clock
from survey.database import Database
from survey.errors import Refused, place_of
from survey.jobs.kinds import KINDS, Bench, Work
from survey.keys import Keys
from survey.publishing.publish import PLAIN_PAPER
from survey.records import Job

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS, FIRST_DELAY_SECONDS, IDLE_SECONDS = 6, 10, 1
FOLD_SECONDS = 10.0
LOG = logging.getLogger(__name__)


class LeaseLostError(Exception):
    """Somebody else has taken the job over; what this worker did is undone."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A job taken over; the number of the attempt tells this worker from a later one."""

    job: UUID
    kind: str
    payload: str
    attempt: int


def work_forever(database: Database, keys: Keys, paper: Paper = PLAIN_PAPER, clock: Clock = wall.now) -> NoReturn:
    """Does one job after the other, and waits a moment where there is none or the database does not answer."""
    bench, folded = Bench(database, keys, paper, clock), 0.0
    while True:
        try:
            is_idle = not work_once(bench)
        except OperationalError as problem:
            LOG.warning("the database did not answer: %s", place_of(problem))
            is_idle = True
        if is_idle:
            time.sleep(IDLE_SECONDS)
            folded = _fold_in_time(database, folded)


def _fold_in_time(database: Database, folded: float) -> float:
    """Empties the journal now and then: a copy of it would show which invitation was spent with which answer."""
    if time.monotonic() - folded < FOLD_SECONDS:
        return folded
    database.fold_journal()
    return time.monotonic()


def work_once(bench: Bench) -> bool:
    """Does the job that has waited longest; False where none waits.

    A job whose worker died is taken over when its lease has run out. One that fails is tried again after 10, 20, 40 …
    seconds, six times; one that is refused is not, since nothing but a person can change that.
    """
    claim = _claim(bench)
    if claim is None:
        return False
    try:
        _do(bench, claim)
    except LeaseLostError:
        LOG.warning("job %s %s was taken over by another worker", claim.kind, claim.job)
    except Refused as refused:
        _set_aside(bench, claim, f"refused: {refused.code}", is_final=True)
    except Exception as problem:  # noqa: BLE001 - whatever a job meets, the worker goes on with the next
        LOG.error("job %s failed: %s", claim.kind, place_of(problem))  # noqa: TRY400 - a traceback may hold values
        _set_aside(bench, claim, place_of(problem), is_final=claim.attempt >= MOST_ATTEMPTS)
    return True


def _claim(bench: Bench) -> Claim | None:
    now = bench.clock()
    is_due = or_((Job.state == "waiting") & (Job.after <= now), (Job.state == "running") & (Job.lease <= now))
    due = select(Job).where(is_due).order_by(Job.after).limit(1).with_for_update(skip_locked=True)
    with bench.database.writing() as tx:
        job = tx.scalar(due)
        if job is None:
            return None
        if job.attempts >= MOST_ATTEMPTS:
            job.state, job.problem = "failed", "its worker died each time"
            return None
        job.state, job.attempts, job.lease = "running", job.attempts + 1, now + LEASE
        return Claim(job.id, job.kind, job.payload, job.attempts)


def _do(bench: Bench, claim: Claim) -> None:
    with _heartbeat(bench, claim):
        write = KINDS[claim.kind](Work(json.loads(claim.payload), bench))
        with bench.database.writing() as tx:
            _mark(tx, claim, state="done", lease=None, problem=None)
            write(tx)


def _set_aside(bench: Bench, claim: Claim, problem: str, *, is_final: bool) -> None:
    delay = timedelta(seconds=FIRST_DELAY_SECONDS * 2 ** (claim.attempt - 1))
    state = "failed" if is_final else "waiting"
    try:
        with bench.database.writing() as tx:
            _mark(tx, claim, state=state, lease=None, problem=problem[:400], after=bench.clock() + delay)
    except LeaseLostError:
        LOG.warning("job %s %s was taken over by another worker", claim.kind, claim.job)


def _mark(tx: Session, claim: Claim, **columns: object) -> None:
    """Writes to the job while this attempt still holds it; raises LeaseLostError where it does not."""
    ours = update(Job).where(Job.id == claim.job, Job.attempts == claim.attempt, Job.state == "running")
    done = tx.execute(ours.values(**columns))
    if isinstance(done, CursorResult) and done.rowcount == 0:
        raise LeaseLostError


@contextmanager
def _heartbeat(bench: Bench, claim: Claim) -> Iterator[None]:
    """Renews the lease while the job is done, so that only a dead worker's job is taken over."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(LEASE.total_seconds() / 3):
            try:
                with bench.database.writing() as tx:
                    _mark(tx, claim, lease=bench.clock() + LEASE)
            except (LeaseLostError, OperationalError):
                continue  # a busy database: while it is locked nobody else can take the job over either

    thread = threading.Thread(target=beat, name="heartbeat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()

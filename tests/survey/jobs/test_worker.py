"""The worker: each job has its effect once, whoever dies meanwhile."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from survey.database import Database
from survey.errors import Refused
from survey.jobs import worker
from survey.jobs.kinds import KINDS, Bench, Work
from survey.jobs.worker import LEASE, MOST_ATTEMPTS, work_once
from survey.keys import Keys
from survey.publishing.publish import PLAIN_PAPER
from survey.records import Job, Organisation, enqueue
from tests.ground.house import StillClock
from tests.survey.office import NOW

SECRET_ANSWER = "hàng xóm tôi tên là Tèo"


@pytest.fixture
def bench(database: Database, keys: Keys) -> Bench:
    """A worker's bench with a clock that the test moves."""
    return Bench(database, keys, PLAIN_PAPER, StillClock(NOW))


@pytest.fixture
def job(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Work], object]], None]:
    """Makes `close_wave` do something simple; what it writes is an organisation a time it has effect."""

    def make(first: Callable[[Work], object]) -> None:
        def kind(work: Work) -> Callable[[Session], None]:
            first(work)
            return lambda tx: tx.add(Organisation(unit=f"done-by-{work.payload['account']}"))

        monkeypatch.setitem(KINDS, "close_wave", kind)

    make(lambda _: None)
    return make


def _ask(database: Database, key: str = "a") -> None:
    with database.writing() as tx:
        enqueue(tx, "close_wave", key, {"wave": "w", "account": key}, NOW)


def _state(database: Database) -> tuple[str, int, str | None]:
    with database.reading() as tx:
        row = tx.scalars(select(Job)).one()
    return row.state, row.attempts, row.problem


def _effects(database: Database) -> int:
    with database.reading() as tx:
        return tx.scalar(select(func.count()).select_from(Organisation)) or 0


def _forward(bench: Bench, **duration: float) -> None:
    assert isinstance(bench.clock, StillClock)
    bench.clock.forward(**duration)


@pytest.mark.usefixtures("job")
def test_a_job_is_done_once(bench: Bench) -> None:
    """After it no job waits."""
    _ask(bench.database)
    assert work_once(bench)
    assert not work_once(bench)
    assert _state(bench.database) == ("done", 1, None)
    assert _effects(bench.database) == 1


@pytest.mark.usefixtures("job")
def test_four_workers_do_twelve_jobs_once_each(bench: Bench) -> None:
    """No job is claimed by two."""
    for number in range(12):
        _ask(bench.database, str(number))

    def work(_: int) -> None:
        while work_once(bench):
            pass

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(4)))
    assert _effects(bench.database) == 12


def test_a_job_of_a_killed_worker_is_taken_over_when_its_lease_ends(
    bench: Bench, database_url: str, job: Callable[[Callable[[Work], object]], None]
) -> None:
    """The worker is killed in mid-work; nobody touches the job for a minute, then another does it."""
    _ask(bench.database)
    bench.database.close()
    job(lambda _: os.kill(os.getpid(), signal.SIGKILL))
    victim = multiprocessing.get_context("fork").Process(target=_work_alone, args=(database_url,))
    victim.start()
    victim.join()
    assert victim.exitcode == -signal.SIGKILL
    job(lambda _: None)
    assert not work_once(bench)
    assert _state(bench.database) == ("running", 1, None)
    _forward(bench, seconds=LEASE.total_seconds())
    assert work_once(bench)
    assert _state(bench.database) == ("done", 2, None)
    assert _effects(bench.database) == 1


def test_a_worker_that_was_thought_dead_has_no_effect(
    bench: Bench, job: Callable[[Callable[[Work], object]], None]
) -> None:
    """It wakes after another has taken the job over: what it writes is undone."""
    _ask(bench.database)
    inner: list[bool] = []

    def sleep_too_long(_: Work) -> None:
        if not inner:
            inner.append(True)
            _forward(bench, seconds=LEASE.total_seconds())
            assert work_once(bench)

    job(sleep_too_long)
    assert work_once(bench)
    assert _state(bench.database) == ("done", 2, None)
    assert _effects(bench.database) == 1


def test_a_living_worker_keeps_its_job_however_long_it_takes(
    bench: Bench, job: Callable[[Callable[[Work], object]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its heartbeat renews the lease, so the job is not taken over after the first lease."""
    monkeypatch.setattr(worker, "LEASE", timedelta(seconds=0.3))
    _ask(bench.database)
    leases: list[object] = []

    def work_long(_: Work) -> None:
        for _step in range(2):
            _forward(bench, seconds=10)
            _wait_until(lambda: _lease(bench.database) not in leases)
            leases.append(_lease(bench.database))

    job(work_long)
    assert work_once(bench)
    assert len(set(leases)) == 2
    assert _state(bench.database) == ("done", 1, None)


def test_a_failing_job_is_tried_again_later_each_time(
    bench: Bench, job: Callable[[Callable[[Work], object]], None], caplog: pytest.LogCaptureFixture
) -> None:
    """After 10, 20, 40 … seconds, six times; the problem kept and logged names a place and no value."""

    def fail(_: Work) -> None:
        raise ValueError(SECRET_ANSWER)

    job(fail)
    _ask(bench.database)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert work_once(bench)
        assert not work_once(bench)
        _forward(bench, seconds=10 * 2 ** (attempt - 1))
    state, attempts, problem = _state(bench.database)
    assert (state, attempts) == ("failed", MOST_ATTEMPTS)
    assert (problem or "").startswith("ValueError in test_worker.py, line ")
    assert SECRET_ANSWER not in caplog.text


def test_a_refused_job_waits_for_a_person(bench: Bench, job: Callable[[Callable[[Work], object]], None]) -> None:
    """Trying again would be refused again; the code says why."""

    def refuse(_: Work) -> None:
        raise Refused("decision-needed")

    job(refuse)
    _ask(bench.database)
    assert work_once(bench)
    assert _state(bench.database) == ("failed", 1, "refused: decision-needed")


@pytest.mark.usefixtures("job")
def test_a_job_that_kills_every_worker_ends(bench: Bench) -> None:
    """After six dead workers it is set aside instead of killing a seventh."""
    _ask(bench.database)
    with bench.database.writing() as tx:
        tx.execute(update(Job).values(state="running", attempts=MOST_ATTEMPTS, lease=NOW))
    assert not work_once(bench)
    assert _state(bench.database) == ("failed", MOST_ATTEMPTS, "its worker died each time")


def _work_alone(url: str) -> None:
    work_once(Bench(Database(url), Keys("a secret"), PLAIN_PAPER, StillClock(NOW)))


def _lease(database: Database) -> object:
    with database.reading() as tx:
        return tx.scalar(select(Job.lease))


def _wait_until(is_true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_true():
        assert time.monotonic() < end
        time.sleep(0.02)

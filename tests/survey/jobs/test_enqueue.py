"""Asking for work: in the transaction of the act, once while it is under way."""

import pytest
from sqlalchemy import select

from survey.database import Database
from survey.errors import Refused
from survey.records import Job, enqueue
from tests.survey.office import NOW

ASKED = {"wave": "tiny-2026", "account": 1}


def _ask(database: Database, account: int = 1) -> None:
    with database.writing() as tx:
        enqueue(tx, "close_wave", "tiny-2026", {**ASKED, "account": account}, NOW)


def _job(database: Database) -> Job:
    with database.reading() as tx:
        return tx.scalars(select(Job)).one()


def test_asking_twice_asks_once(database: Database) -> None:
    """A double click makes one job, the first one's."""
    _ask(database, account=1)
    _ask(database, account=2)
    assert '"account": 1' in _job(database).payload


@pytest.mark.parametrize("state", ["done", "failed"])
def test_what_is_over_can_be_asked_for_again(database: Database, state: str) -> None:
    """A wave is scored anew after a new snapshot, a failed publication after what it lacked was entered."""
    _ask(database)
    with database.writing() as tx:
        job = tx.scalars(select(Job)).one()
        job.state, job.attempts, job.problem = state, 6, "refused: decision-needed"
    _ask(database)
    job = _job(database)
    assert (job.state, job.attempts, job.problem) == ("waiting", 0, None)


def test_an_act_that_fails_asks_for_nothing(database: Database) -> None:
    """The job stands in the transaction of the act."""

    def failing_act() -> None:
        with database.writing() as tx:
            enqueue(tx, "close_wave", "tiny-2026", ASKED, NOW)
            raise Refused("not-yours")

    with pytest.raises(Refused):
        failing_act()
    with database.reading() as tx:
        assert tx.scalars(select(Job)).all() == []

"""Many acts at once: each waits for its turn, and the chain has one row a number."""

from concurrent.futures import ThreadPoolExecutor

from survey.database import Database
from survey.people.audit import AuditCheck, record, verify
from tests.survey.office import NOW


def test_acts_at_the_same_moment_stand_one_after_the_other(database: Database) -> None:
    """Forty acts from four threads make forty rows that hold together."""

    def act(number: int) -> None:
        with database.writing() as tx:
            record(tx, number, "wave_opened", {"number": number}, NOW)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(act, range(40)))
    with database.reading() as tx:
        assert verify(tx) == AuditCheck(ok=True, count=40, broken_at=None)

"""Scoring a snapshot: the same snapshot gives the same run, kept once."""

from sqlalchemy import func, select

from survey.closing.close import close_wave
from survey.closing.files import files_of_run
from survey.closing.score import run_of, score_snapshot
from survey.closing.stop import stop_wave
from survey.database import Database
from survey.keys import Keys
from survey.records import RunRow, SnapshotRow
from tests.survey.office import NOW, WARDS, filled, found


def _closed(database: Database, keys: Keys) -> None:
    filled(database, keys)
    with database.writing() as tx:
        stop_wave(tx, found(tx), NOW)
        close_wave(tx, found(tx), keys, NOW)


def _score(database: Database) -> RunRow:
    with database.writing() as tx:
        return score_snapshot(tx, tx.scalars(select(SnapshotRow)).one(), NOW)


def test_a_run_is_kept_as_files_and_read_back(database: Database, keys: Keys) -> None:
    """Under the fingerprint that documents print; the better ward stands above."""
    _closed(database, keys)
    row = _score(database)
    with database.reading() as tx:
        run = run_of(tx, row)
        names = set(files_of_run(tx, row.id))
    estimates = run.estimates
    whole = estimates[(estimates["node"] == "index") & (estimates["measure"] == "score") & estimates["official"]]
    wards = whole[whole["unit"].isin(WARDS)].set_index("unit")["estimate"]
    assert row.fingerprint == run.meta["fingerprint"]
    assert {"run.json", "estimates.parquet", "estimates.csv", "covariance.parquet"} <= names
    assert wards.sort_values().index.tolist() == list(WARDS)


def test_scoring_the_same_snapshot_again_gives_the_run_that_is_there(database: Database, keys: Keys) -> None:
    """One row, one fingerprint."""
    _closed(database, keys)
    assert _score(database).id == _score(database).id
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(RunRow)) == 1

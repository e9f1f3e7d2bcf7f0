"""An act that names a wave alone means its latest snapshot, run and publication."""

import pytest

from survey.closing.close import close_wave
from survey.closing.latest import latest_run, latest_snapshot
from survey.closing.stop import stop_wave
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.publishing.latest import latest_publication
from tests.survey.office import NOW, filled, found


def test_what_is_not_there_yet_is_refused_by_the_step_that_is_missing(database: Database, keys: Keys) -> None:
    """Before closing there is no snapshot, before scoring no run, before preparing no publication."""
    filled(database, keys)
    with database.writing() as tx:
        with pytest.raises(Refused, match="not closed yet"):
            latest_run(tx, found(tx))
        stop_wave(tx, found(tx), NOW)
        assert close_wave(tx, found(tx), keys, NOW) is latest_snapshot(tx, found(tx))
        with pytest.raises(Refused, match="no result yet"):
            latest_run(tx, found(tx))
        with pytest.raises(Refused, match="No result of the wave is prepared"):
            latest_publication(tx, found(tx))

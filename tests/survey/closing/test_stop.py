"""Stopping a wave: once, from open."""

import pytest

from survey.closing.stop import stop_wave
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from tests.survey.office import DAY, NOW, found, opened


def _stop(database: Database) -> None:
    with database.writing() as tx:
        stop_wave(tx, found(tx), NOW)


def test_a_stopped_wave_remembers_its_day(database: Database, keys: Keys) -> None:
    """Late answers are measured against it."""
    opened(database, keys)
    _stop(database)
    with database.reading() as tx:
        assert (found(tx).state, found(tx).stopped) == ("stopped", DAY)


def test_the_second_person_to_stop_a_wave_reads_that_it_is_stopped(database: Database, keys: Keys) -> None:
    """In Vietnamese as in English."""
    opened(database, keys)
    _stop(database)
    with pytest.raises(Refused) as refused:
        _stop(database)
    assert refused.value.sentence("en") == "The wave is “stopped”, so this cannot be done; it must be “open”."
    assert "“đã dừng”" in refused.value.sentence("vi")

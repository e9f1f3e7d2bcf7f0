"""Goalposts from earlier waves are fixed by decision before a wave opens."""

import pytest

from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from tests.survey.firms import firms_file, firms_wave

EASY = "{code: easy, recode: pct_top2}"
WINDOW = "{code: easy, recode: pct_top2, goalposts_from: {waves: [dot-2024, dot-2025]}}"


def test_a_wave_without_the_goalposts_it_asks_for_does_not_open(database: Database, keys: Keys) -> None:
    """It would collect answers that nobody could score."""
    with pytest.raises(Refused, match=r"goalposts of “easy” from earlier waves \(dot-2024, dot-2025\)"):
        firms_wave(database, keys, file=firms_file((EASY, WINDOW)))

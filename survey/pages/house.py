"""What every page needs from the running house: its database, settings, keys and clock."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from flask import current_app

from survey.clock import Clock, day_of
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys


@dataclass(frozen=True, slots=True)
class House:
    """The outside world as the pages see it; tests hand in their own."""

    settings: Settings
    database: Database
    keys: Keys
    clock: Clock

    @property
    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.clock()

    @property
    def today(self) -> date:
        """The present day where the office is."""
        return day_of(self.clock())


def house() -> House:
    """The house of the application that answers this request."""
    return cast("House", current_app.extensions["thuocdo"])

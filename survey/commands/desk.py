"""What a command needs from the running house: settings, an open database of this version, keys, and the moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from survey.clock import now
from survey.config import Settings, read_settings
from survey.database import Database
from survey.keys import Keys
from survey.schema import check_schema


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a command works."""

    settings: Settings
    database: Database
    keys: Keys
    now: datetime


@contextmanager
def desk(*, checked: bool = True) -> Iterator[Desk]:
    """Opens the database of the settings; refuses one of another version unless `checked` is off."""
    settings = read_settings()
    database = Database(settings.database_url)
    try:
        if checked:
            check_schema(database)
        yield Desk(settings, database, Keys(settings.secret_key), now())
    finally:
        database.close()

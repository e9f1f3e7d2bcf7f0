"""The application as the tests of pages ask for it: on the test's database, with a clock that stands still."""

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.database import Database
from tests.ground.house import StillClock


@pytest.fixture
def house_app(settings: Settings, database: Database, clock: StillClock) -> Flask:
    """The application; every page of it can be asked with `house_app.test_client()`."""
    return create_app(settings, database, clock)

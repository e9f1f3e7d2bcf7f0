"""A respondent's browser and an open wave."""

import pytest
from flask.testing import FlaskClient

from survey.app import create_app
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys
from tests.ground.house import StillClock
from tests.survey.questionnaire import Opened, opened


@pytest.fixture
def client(settings: Settings, database: Database, clock: StillClock) -> FlaskClient:
    return create_app(settings, database, clock).test_client()


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys, simulated=True)

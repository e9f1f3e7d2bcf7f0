"""A respondent's browser."""

import pytest
from flask.testing import FlaskClient

from survey.app import create_app
from survey.config import Settings
from survey.database import Database
from tests.ground.house import StillClock


@pytest.fixture
def client(settings: Settings, database: Database, clock: StillClock) -> FlaskClient:
    return create_app(settings, database, clock).test_client()

"""A draft wave with hard figures, and the people around it."""

import pytest

from survey.database import Database
from survey.keys import Keys
from tests.survey.figures import Desk, planned


@pytest.fixture
def desk(database: Database, keys: Keys) -> Desk:
    """An officer and an approver beside a draft wave of three wards."""
    planned(database)
    return Desk(database, keys)

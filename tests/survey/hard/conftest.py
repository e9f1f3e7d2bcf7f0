"""A draft wave with hard figures, and the people around it."""

import pytest

from survey.database import Database
from tests.survey.figures import Desk, planned


@pytest.fixture
def desk(database: Database) -> Desk:
    """An officer and an approver beside a draft wave of three wards."""
    planned(database)
    return Desk(database)

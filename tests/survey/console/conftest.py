"""The officer whose pages most tests of this room open."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from survey.database import Database
from tests.survey.staff import hired, signed_in


@pytest.fixture
def hoa(house_app: Flask, database: Database) -> FlaskClient:
    """The officer's browser."""
    hired(database, "hoa")
    return signed_in(house_app, "hoa")

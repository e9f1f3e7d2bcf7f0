"""A respondent's browser."""

import pytest
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture
def client(house_app: Flask) -> FlaskClient:
    return house_app.test_client()

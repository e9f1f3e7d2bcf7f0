"""The application as each process of gunicorn asks for it."""

from flask import Flask

from survey.app import create_app
from survey.config import read_settings


def application() -> Flask:
    """Built from the settings of the environment."""
    return create_app(read_settings())

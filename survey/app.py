"""Builds the Flask application out of its parts."""

from flask import Blueprint, Flask

from survey.clock import Clock, now
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys
from survey.pages.house import House

BLUEPRINTS: tuple[Blueprint, ...] = ()


def create_app(settings: Settings, database: Database | None = None, clock: Clock = now) -> Flask:
    """The application on a database; tests give their own database and clock."""
    app = Flask("survey", static_folder=None)
    keys = Keys(settings.secret_key)
    app.secret_key = keys.derived("session")
    app.extensions["thuocdo"] = House(settings, database or Database(settings.database_url), keys, clock)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app

"""Builds the Flask application out of its parts."""

from pathlib import Path

from flask import Blueprint, Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from survey.clock import Clock, now
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys
from survey.pages import api, front, respond, staff
from survey.pages.console import account, acts, approval, preview, unit, waves
from survey.pages.console.figures import figures, history
from survey.pages.console.instruments import check, compare, consultations, issue
from survey.pages.console.instruments import pages as instruments
from survey.pages.door import keep_door
from survey.pages.house import House
from survey.pages.language import give_words
from survey.pages.refusals import answer_refusals
from survey.pages.results import pages as results
from survey.pages.results import verify
from survey.pages.security import secure

STATIC = Path(__file__).parent / "static"
STATIC_SECONDS = 3600
BLUEPRINTS: tuple[Blueprint, ...] = (
    front.blueprint,
    respond.blueprint,
    api.blueprint,
    results.blueprint,
    verify.blueprint,
    staff.blueprint,
    account.blueprint,
    waves.blueprint,
    acts.blueprint,
    preview.blueprint,
    approval.blueprint,
    unit.blueprint,
    check.blueprint,
    compare.blueprint,
    issue.blueprint,
    consultations.blueprint,
    figures.blueprint,
    history.blueprint,
    instruments.blueprint,
)


def create_app(settings: Settings, database: Database | None = None, clock: Clock = now) -> Flask:
    """The application on a database; tests give their own database and clock."""
    app = Flask("survey", static_folder=None)
    keys = Keys(settings.secret_key)
    app.secret_key = keys.derived("session")
    app.extensions["thuocdo"] = House(settings, database or Database(settings.database_url), keys, clock)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    give_words(app)
    answer_refusals(app)
    secure(app, settings)
    keep_door(app)
    _stand_behind(app, settings.trusted_proxies)
    return app


def _stand_behind(app: Flask, proxies: int) -> None:
    """Serves the static files before the pages, and believes as many proxies as the settings name."""
    pages = app.wsgi_app
    files = WhiteNoise(
        pages,
        root=STATIC,
        prefix="static/",
        max_age=STATIC_SECONDS,
        allow_all_origins=False,
        add_headers_function=_static_headers,
    )
    app.wsgi_app = ProxyFix(files, proxies, proxies, proxies, proxies) if proxies else files  # type: ignore[method-assign]  # Flask's own way to wrap an application


def _static_headers(headers: dict[str, str], path: str, url: str) -> None:  # noqa: ARG001 - whitenoise's signature
    headers["X-Content-Type-Options"] = "nosniff"

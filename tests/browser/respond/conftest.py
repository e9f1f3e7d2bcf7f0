"""A served form on a phone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from survey.app import create_app
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys
from tests.browser.respond.hands import PHONE
from tests.ground.house import StillClock
from tests.survey.questionnaire import Opened, opened


@pytest.fixture(params=["sqlite"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """What the browser does is the same over either database."""
    return str(request.param)


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys, simulated=True)


@pytest.fixture
def site(
    settings: Settings, database: Database, clock: StillClock, live_server: Callable[..., str], wave: Opened
) -> str:
    return live_server(create_app(settings, database, clock)) + f"/s/{wave.code}"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, has_touch=True, locale="vi-VN")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext, site: str) -> Page:
    opened_page = phone.new_page()
    opened_page.goto(site)
    return opened_page

"""A clerk and a head of office bring a wave to the public in their browsers, with the real worker behind them."""

from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page

from survey.app import create_app
from survey.clock import Clock
from survey.config import Settings
from survey.database import Database
from survey.jobs.kinds import Bench
from survey.jobs.worker import work_once
from survey.keys import Keys
from survey.publishing.publish import PLAIN_PAPER
from tests.survey.office import PASSWORD, filled
from tests.survey.staff import hired

WAVE = "/console/waves/tiny-2026"
PATIENCE = 120_000


@pytest.fixture
def database_kind() -> str:
    """What the browser shows does not depend on the database."""
    return "sqlite"


@pytest.fixture
def working(database: Database, keys: Keys, clock: Clock) -> Iterator[None]:
    """A worker that does what is asked for."""
    over = Event()

    def work() -> None:
        while not over.wait(0.2):
            work_once(Bench(database, keys, PLAIN_PAPER, clock))

    thread = Thread(target=work, daemon=True)
    thread.start()
    yield
    over.set()
    thread.join()


@pytest.fixture
def address(settings: Settings, database: Database, clock: Clock, live_server: Callable[[Flask], str]) -> str:
    """A served office with an open wave of 160 answers."""
    filled(database, Keys(settings.secret_key))
    hired(database, "hoa", "binh")
    return live_server(create_app(settings, database, clock))


def _signed_in(browser: Browser, address: str, name: str, width: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}/console/")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("button.primary")
    page.wait_for_url(f"{address}/console/waves")
    return page


def _take(page: Page, address: str, act: str) -> None:
    """Goes from the wave's page over the question to the wave's page."""
    page.goto(address + WAVE)
    page.click(f"a.button[href='{WAVE}/{act}']")
    _is_clean(page)
    page.click("form button.primary")
    page.wait_for_url(address + WAVE)


def _is_clean(page: Page) -> None:
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.browser
@pytest.mark.usefixtures("working")
def test_a_wave_goes_from_open_to_public_by_pressing_buttons(browser: Browser, address: str) -> None:
    """The page waits for the worker and shows the next step by itself; the public page ends the way."""
    hoa, binh = _signed_in(browser, address, "hoa", 390), _signed_in(browser, address, "binh", 1440)
    _take(hoa, address, "stop")
    _take(hoa, address, "close")
    hoa.wait_for_selector(f"a.button[href='{WAVE}/score']")
    _take(hoa, address, "score")
    hoa.wait_for_selector(f"a.button[href='{WAVE}/prepare']")
    hoa.goto(f"{address}{WAVE}/preview")
    _is_clean(hoa)
    _take(hoa, address, "prepare")
    assert hoa.locator(f"a[href='{WAVE}/approve']").count() == 0
    _take(binh, address, "approve")
    _take(binh, address, "publish")
    binh.click("a.button[href='/results/tiny-2026']")
    binh.wait_for_selector("table.units")
    assert "Khảo sát nhỏ 2026" in binh.inner_text("h1")


@pytest.mark.browser
def test_the_staff_pages_work_in_english_too(browser: Browser, address: str) -> None:
    """One press changes the language of every page."""
    page = _signed_in(browser, address, "hoa", 390)
    page.click("button[value=en]")
    page.wait_for_selector("html[lang=en]")
    page.goto(address + WAVE)
    assert page.inner_text("a.button[href$='/stop']") == "Stop the wave"
    _is_clean(page)

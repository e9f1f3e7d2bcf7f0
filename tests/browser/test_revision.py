"""A method officer revises last year's questionnaire in the browser, from the file to the wave that asks it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page

from survey.app import create_app
from survey.clock import Clock
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.decision import Decision, decide
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from survey.preparing.wave import create_wave, open_wave
from tests.survey.office import DAY, HOME, INSTRUMENT, NOW, PASSWORD, plan_of
from tests.survey.staff import hired

CONSOLE = "/console/instruments"
DRAFT = "tiny-2027"
LAST_YEAR = Decision("45/QĐ-UBND", DAY.replace(month=1), "UBND tỉnh", DAY.replace(month=1), DAY.replace(month=12))
BEFORE, AFTER = "Lịch sự", "Cán bộ lịch sự với Ông/Bà"
WIDTHS = (390, 1440)


@pytest.fixture
def database_kind() -> str:
    """What the browser shows does not depend on the database."""
    return "sqlite"


@pytest.fixture
def address(settings: Settings, database: Database, clock: Clock, live_server: Callable[[Flask], str]) -> str:
    """A served office where last year's version is in force."""
    with database.writing() as tx:
        load_register(tx)
        version = issue_instrument(tx, INSTRUMENT, "tiny.yaml", organisation_of(tx, HOME), NOW)
        decide(tx, version, LAST_YEAR, None, By(NOW))
    hired(database, "hoa")
    return live_server(create_app(settings, database, clock))


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Page:
    """The officer's browser, on a phone and at a desk."""
    page = browser.new_context(viewport={"width": request.param, "height": 844}, base_url=address).new_page()
    page.goto("/console/")
    page.fill("#name", "hoa")
    page.fill("#password", PASSWORD)
    page.click("button.primary")
    page.wait_for_url("**/console/waves")
    return page


def _is_clean(page: Page) -> None:
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def _taken_home(page: Page, folder: Path) -> Path:
    """Last year's file, from its page in the list."""
    page.goto(CONSOLE)
    _is_clean(page)
    page.click(f"ul.cards a[href^='{CONSOLE}/issued/']")
    _is_clean(page)
    with page.expect_download() as download:
        page.click("a[href$='/file']")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.read_bytes() == INSTRUMENT
    return path


def _mended(page: Page, path: Path) -> None:
    """A slip in the file is seen with its place, and mended in the page, which gives the file back."""
    page.goto(f"{CONSOLE}/check")
    page.set_input_files("#file", path)
    page.click("button[value=check]")
    assert "sat6" in page.inner_text("table.findings")
    _is_clean(page)
    page.fill("#text", page.input_value("#text").replace("scale: sat6", "scale: sat5"))
    page.click("button[value=check]")
    assert "ban hành được" in page.inner_text("p.notice.done")
    _is_clean(page)
    with page.expect_download() as download:
        page.click("button[value=file]")
    download.value.save_as(path)


def _compared(page: Page) -> None:
    """With last year's version, from the page of findings: what changed in words, and what follows for figures."""
    page.click(f"button[formaction='{CONSOLE}/compare']")
    _is_clean(page)
    page.select_option("#before", page.locator("#before option[value^='issued/']").get_attribute("value"))
    page.click("form.confirm button.primary")
    assert f"“{BEFORE}” → “{AFTER}”" in page.inner_text("main")
    _is_clean(page)


def _commented(page: Page, path: Path) -> None:
    """Sent for comment; what a body outside the register proposes is written down and answered."""
    page.goto("/console/consultations/new")
    _is_clean(page)
    page.set_input_files("#file", path)
    page.fill("#code", DRAFT)
    page.fill("#due", "2026-09-30")
    page.click("form.confirm button.primary")
    page.wait_for_url(f"**/console/consultations/{DRAFT}")
    page.fill("#unit", "Hội Nông dân tỉnh")
    page.select_option("#item", "polite")
    page.fill("#proposal", "Nên hỏi rõ hơn")
    page.click("form.panel button.primary")
    page.click("#c1 summary")
    page.select_option("#d1", "accepted")
    page.fill("#a1", "Đã ghi rõ người được hỏi.")
    _is_clean(page)
    page.click("#c1 button.primary")
    assert "Tiếp thu" in page.inner_text("#c1 .chip")


def _issued(page: Page) -> str:
    """From the page of the draft, by a decision, after a last look at everything; the fingerprint."""
    page.click(f"a[href='{CONSOLE}/draft/{DRAFT}']")
    _is_clean(page)
    page.click(f"a[href='{CONSOLE}/issue?from=draft/{DRAFT}']")
    days = {"day": "2026-09-15", "period_from": "2026-09-15", "period_to": "2027-09-14"}
    for field, words in {"number": "46/QĐ-UBND", "issuer": "UBND tỉnh", **days}.items():
        page.fill(f"#{field}", words)
    page.select_option("#replaces", page.locator('#replaces option:not([value=""])').get_attribute("value"))
    _is_clean(page)
    page.click("button[value=look]")
    assert AFTER in page.inner_text("main")
    _is_clean(page)
    page.click("button[value=issue]")
    page.wait_for_url(f"**{CONSOLE}/issued/*")
    assert "Quyết định 46/QĐ-UBND" in page.inner_text("main")
    _is_clean(page)
    return page.url.rpartition("/")[2]


@pytest.mark.browser
def test_last_years_file_is_revised_and_a_wave_asks_it(
    page: Page, database: Database, keys: Keys, tmp_path: Path
) -> None:
    """Without a terminal from the download to the decision; every page on the way is clean and fits the screen."""
    path = _taken_home(page, tmp_path)
    text = path.read_text(encoding="utf-8")
    changes = (('version: "1"', 'version: "2"'), (f"vi: {BEFORE},", f"vi: {AFTER},"), ("scale: sat5", "scale: sat6"))
    for was, becomes in changes:
        assert was in text
        text = text.replace(was, becomes, 1)
    path.write_text(text, encoding="utf-8")
    _mended(page, path)
    _compared(page)
    _commented(page, path)
    mark = _issued(page)
    with database.writing() as tx:
        wave = create_wave(tx, plan_of(tx, instrument_fingerprint=mark), NOW)
        open_wave(tx, wave, keys, NOW)
    page.goto("/s/tiny-2026")
    assert AFTER in (page.text_content("main") or "")

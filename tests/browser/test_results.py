"""Reading a ranking in a browser: sorted by script, whole without it, and fit for every screen."""

from collections.abc import Callable
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page

from instruments.catalogue import shipped
from instruments.reading import read_instrument
from instruments.units import register
from scoring import run as runs
from scoring import snapshot as snapshots
from scoring.simulation import simulated_tables
from survey.app import create_app
from survey.config import Settings
from survey.database import Database
from survey.pages.guard import public
from survey.publishing.public_pages import PublicationFacts, page_name, public_pages
from tests.reports.remarked import remarked

DAY = date(2026, 12, 20)
SIZES = {"phone": (390, 844), "kiosk": (1080, 1920), "desktop": (1440, 900)}


@pytest.fixture(scope="module")
def frozen() -> dict[str, bytes]:
    """The pages of a publication of 15 departments and 30 wards."""
    instrument = read_instrument(shipped("sipas-giao-dich"), "sipas-giao-dich.yaml").instrument
    assert instrument is not None
    units = [(unit, unit.block) for unit in register(DAY).values() if unit.block in {"so-ban-nganh", "phuong"}]
    tables = simulated_tables(instrument, units, 1800, 5, DAY)
    run = runs.score(snapshots.read(snapshots.pack(tables, instrument, shipped("sipas-giao-dich"))))
    remarks = {f"remarks/{name}": data for name, data in _pages(remarked()).items()}
    return _pages(run) | remarks


def _pages(run: runs.Run) -> dict[str, bytes]:
    return {name: data for name, (_, data) in public_pages(run, PublicationFacts(1, DAY, {})).items()}


@pytest.fixture
def database_kind() -> str:
    """Frozen pages do not depend on the database."""
    return "sqlite"


@pytest.fixture
def address(
    live_server: Callable[[Flask], str], settings: Settings, database: Database, frozen: dict[str, bytes]
) -> str:
    """A site that shows the pages at /frozen/<name>."""
    app = create_app(settings, database)
    app.add_url_rule("/frozen/<path:name>", "frozen", public(lambda name: frozen[name]))
    return f"{live_server(app)}/frozen/"


def _page(browser: Browser, size: str = "desktop", *, script: bool = True) -> Page:
    width, height = SIZES[size]
    return browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script).new_page()


def _units(page: Page) -> list[str]:
    return page.locator("#phuong tbody .c-unit a").all_inner_texts()


@pytest.mark.browser
def test_a_reader_sorts_a_block_by_name_and_back_by_rank(browser: Browser, address: str) -> None:
    """Names come in Vietnamese order; a second press turns the order round."""
    page = _page(browser)
    page.goto(address + page_name("vi"))
    by_rank = _units(page)
    page.click("#phuong thead .c-unit button")
    by_name = _units(page)
    assert by_name.index("Phường An Sinh") == 0
    assert by_name.index("Phường Cẩm Phả") < by_name.index("Phường Đông Mai") < by_name.index("Phường Hà An")
    page.click("#phuong thead .c-unit button")
    assert _units(page) == by_name[::-1]
    page.click("#phuong thead .c-rank button")
    assert _units(page) == by_rank
    assert page.get_attribute("#phuong thead .c-rank", "aria-sort") == "ascending"


@pytest.mark.browser
def test_figures_begin_with_the_highest(browser: Browser, address: str) -> None:
    """Pressing the score shows the best first, units without a figure last."""
    page = _page(browser)
    page.goto(address + page_name("vi"))
    page.click("#phuong thead .c-n button")
    shown = [int(text.replace(".", "")) for text in page.locator("#phuong tbody .c-n").all_inner_texts()]
    assert shown == sorted(shown, reverse=True)


@pytest.mark.browser
def test_on_a_phone_a_list_sorts_instead_of_the_head(browser: Browser, address: str) -> None:
    """The head of the table is not shown there."""
    page = _page(browser, "phone")
    page.goto(address + page_name("vi"))
    page.locator("#phuong .sorting select").select_option(label="Đơn vị")
    assert _units(page)[0] == "Phường An Sinh"


@pytest.mark.browser
def test_without_script_the_ranking_stands_in_the_order_of_ranks(browser: Browser, address: str) -> None:
    """All rows are there, and no control that does nothing."""
    page = _page(browser, script=False)
    page.goto(address + page_name("vi"))
    assert page.locator("#phuong tbody tr").count() == 30
    assert page.locator("#phuong button, #phuong select").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [page_name("vi"), page_name("en"), page_name("vi", "so-y-te")])
def test_pages_fit_every_screen_and_every_reader(browser: Browser, address: str, name: str, size: str) -> None:
    """No finding of axe, nothing wider than the screen, nothing blocked by the policy."""
    page = _page(browser, size)
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(address + name)
    findings = [violation["id"] for violation in Axe().run(page).response["violations"]]
    assert (findings, problems) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.browser
def test_on_a_phone_what_is_said_beside_a_figure_pushes_none_off_the_screen(browser: Browser, address: str) -> None:
    """Floor and share of opinions wrap in their cell; no table has to be moved sideways to read the others."""
    page = _page(browser, "phone")
    page.goto(address + "remarks/" + page_name("vi", "A"))
    assert {"0,00 (điểm sàn)", "42% có ý kiến, cần 50%"} <= set(page.locator(".components td").all_inner_texts())
    widths = "tables => tables.map(one => one.scrollWidth - one.parentElement.clientWidth)"
    assert max(page.eval_on_selector_all(".scroll > table", widths)) <= 0
    assert Axe().run(page).response["violations"] == []

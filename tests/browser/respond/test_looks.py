"""Every screen is light, accessible, fits, and follows the routes of the server."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.respond.hands import (
    DESKTOP,
    KIOSK,
    LOW_TARGETS,
    PHONE,
    choose_units,
    door_of,
    found_by_axe,
    press,
)

pytestmark = pytest.mark.browser
VECTORS = Path(__file__).parents[3] / "instruments" / "vectors"


def test_browser_and_server_agree_on_every_condition(page: Page, site: str) -> None:
    """The vectors of the instruments, run by the very script of the form."""
    page.goto(f"{door_of(site)}/static/respond/form.css")
    vectors = json.loads((VECTORS / "conditions.json").read_text(encoding="utf-8"))
    wrong = page.evaluate(
        """async (vectors) => {
          const {holds, routeOf} = await import("/static/respond/route.js");
          const codes = (one) => routeOf(one.sections, one.answers, one)
            .flatMap((part) => part.items.filter((item) => !one.loop || item.role === one.loop))
            .map((item) => item.code);
          return [
            ...vectors.conditions.filter((one) => holds(one.condition, one.answers) !== one.expected),
            ...vectors.routes.filter((one) => codes(one).join() !== one.expected.join()),
          ].map((one) => one.name);
        }""",
        vectors,
    )
    assert wrong == []
    assert len(vectors["conditions"]) > 50


def test_browser_and_server_draw_alike(page: Page, site: str) -> None:
    """Units with their probabilities, forms and orders, by the very script of the form."""
    page.goto(f"{door_of(site)}/static/respond/form.css")
    vectors = json.loads((VECTORS / "choosing.json").read_text(encoding="utf-8"))
    wrong = page.evaluate(
        """async (vectors) => {
          const {drawn, formOf, shuffled} = await import("/static/respond/choosing.js");
          const isNear = ([unit, chance], expected) => Math.abs(chance - expected[unit]) < 1e-12;
          const isDrawn = (one) => {
            const found = drawn(one.identifier, one.sizes, one.at_most);
            const units = found.map(([unit]) => unit).join();
            return units === Object.keys(one.expected).join() && found.every((pair) => isNear(pair, one.expected));
          };
          return [
            ...vectors.draws.filter((one) => !isDrawn(one)),
            ...vectors.forms.filter((one) => formOf(one.identifier, one.forms) !== one.expected),
            ...vectors.orders.filter((one) => shuffled(one.units, one.seed).join() !== one.expected.join()),
          ];
        }""",
        vectors,
    )
    assert wrong == []
    assert len(vectors["draws"]) > 15


def test_first_question_comes_fast_in_few_requests(browser: Browser, site: str) -> None:
    """Form, style, script and status: four requests, under 50 KB; form and style under 25 KB."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(site, wait_until="networkidle")
    context.close()
    assert len(sizes) == 4
    assert sum(sizes) <= 50_000


@pytest.mark.parametrize("size", [PHONE, KIOSK, DESKTOP], ids=["phone", "kiosk", "desktop"])
def test_every_screen_is_accessible_and_fits(browser: Browser, site: str, size: dict[str, int]) -> None:
    """Zero findings of axe, nothing wider than the screen, every target at least 44 pixels high."""
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(site)
    steps = [
        lambda: press(page, "Tôi đồng ý"),
        lambda: press(page, "Tiếp tục"),
        lambda: choose_units(page),
        lambda: (press(page, "Tiếp tục"), press(page, "Bỏ qua, tiếp tục")),
        lambda: (press(page, "Tiếp tục"), press(page, "Xem lại trước khi gửi")),
        lambda: (press(page, "Gửi"), expect(page.locator(".received")).to_be_visible()),
    ]
    for step in [lambda: None, *steps]:
        step()
        assert found_by_axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        low = page.evaluate(LOW_TARGETS)
        assert low == []
    context.close()

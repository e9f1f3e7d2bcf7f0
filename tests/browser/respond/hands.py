"""What a person's hands do on the form, and what to look at afterwards."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route, expect
from sqlalchemy import select

from survey.database import Database
from survey.records import Response

PHONE = {"width": 390, "height": 844}
KIOSK = {"width": 1080, "height": 1920}
SENDING = "**/api/v1/**"
DESKTOP = {"width": 1440, "height": 900}
LOW_TARGETS = """() => Array.from(document.querySelectorAll(
    "button, .tick, select, .languages a, .summary a, input[type=search]"))
  .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.textContent)"""


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def tick(page: Page, item: str, value: str) -> None:
    page.locator(f"#q-{item} .tick").filter(has=page.locator(f"[value='{value}']")).click()


def choose_units(page: Page) -> None:
    page.fill("#u-place", "ha tu")
    page.locator("[data-picker=place] .units button").first.click()
    page.fill("#u-office", "tai chinh")
    page.keyboard.press("Enter")


def go_to_the_end(page: Page) -> None:
    """To the last section, with what must be answered on the way."""
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "5")
    press(page, "Tiếp tục")
    press(page, "Tiếp tục")


def fill_in(page: Page) -> None:
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "5")
    tick(page, "prompt", "4")
    press(page, "Tiếp tục")
    tick(page, "asked_help", "2")
    press(page, "Tiếp tục")
    page.fill("[name='a.wish']", "Rất tốt")
    press(page, "Xem lại trước khi gửi")


def stored(database: Database) -> list[Response]:
    with database.reading() as tx:
        return list(tx.scalars(select(Response)))


def drafts(page: Page) -> int:
    return int(page.evaluate("Object.keys(localStorage).length"))


def door_of(site: str) -> str:
    """The address of the house that serves the form."""
    return site.partition("/s/")[0]


def found_by_axe(page: Page) -> list[str]:
    return [violation["id"] for violation in Axe().run(page).response["violations"]]


def come_back(phone: BrowserContext, page: Page) -> None:
    """The page is loaded anew while nothing can be sent yet; then the connection stands and the person tries again."""
    phone.route(SENDING, lose)
    phone.set_offline(False)
    page.reload()
    expect(page.get_by_role("status").filter(has_text="đã lưu trên máy này")).to_be_visible()
    phone.unroute(SENDING)
    press(page, "Gửi lại ngay")


def lose(route: Route) -> None:
    """Nothing arrives."""
    route.abort()

"""The form in Chromium: with script a section at a time, kept on the device until the server has it; and without."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from survey.app import create_app
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys
from survey.preparing.acting import By
from survey.preparing.frame import Case
from survey.preparing.invite import DrawPlan, draw
from survey.records import Response
from tests.ground.house import StillClock
from tests.survey.questionnaire import NOW, Opened, opened, wave_in

pytestmark = pytest.mark.browser
VECTORS = Path(__file__).parents[2] / "instruments" / "vectors" / "conditions.json"
PHONE = {"width": 390, "height": 844}
KIOSK = {"width": 1080, "height": 1920}
DESKTOP = {"width": 1440, "height": 900}
LOW_TARGETS = """() => Array.from(document.querySelectorAll(
    "button, .tick, select, .languages a, .summary a, input[type=search]"))
  .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.textContent)"""


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


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def tick(page: Page, item: str, value: str) -> None:
    page.locator(f"#q-{item} .tick").filter(has=page.locator(f"[value='{value}']")).click()


def choose_units(page: Page) -> None:
    page.fill("#u-place", "ha tu")
    page.locator("[data-picker=place] .units button").first.click()
    page.fill("#u-office", "tai chinh")
    page.keyboard.press("Enter")


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


def test_a_person_answers_on_a_phone(page: Page, database: Database) -> None:
    """Consent, three sections, review, thanks; then nothing of it is left on the phone."""
    expect(page.locator(".simulated")).to_contain_text("SỐ LIỆU MÔ PHỎNG")
    press(page, "Tôi đồng ý")
    expect(page.locator("#progress-words")).to_have_text("Phần 1/3")
    choose_units(page)
    expect(page.locator("[data-picker=place] .chosen strong")).to_have_text("Phường Hà Tu")
    tick(page, "polite", "5")
    press(page, "Tiếp tục")
    expect(page.locator("#progress-words")).to_have_text("Phần 2/3")
    press(page, "Tiếp tục")
    page.fill("[name='a.trips']", "2,5")
    press(page, "Xem lại trước khi gửi")
    expect(page.locator("#after")).to_contain_text("Phiếu chưa được gửi")
    expect(page.locator("#after")).to_contain_text("Rất hài lòng")
    assert stored(database) == []
    press(page, "Gửi")
    expect(page.locator(".received")).to_have_text("Đã nhận phiếu của Ông/Bà.")
    assert drafts(page) == 0
    (row,) = stored(database)
    assert json.loads(row.answers) == {
        "answers": {"polite": 5, "trips": 2.5},
        "units": {"office": "so-tai-chinh", "place": "06652"},
    }
    assert row.seconds in {30, 60}
    press(page, "Phiếu mới cho người tiếp theo")
    expect(page.get_by_role("button", name="Tôi đồng ý")).to_be_visible()


def test_a_question_off_the_route_is_hidden_and_its_answer_left_out(page: Page, database: Database) -> None:
    """Typed first, then off the route: it stays on the form, and the review says it is not sent."""
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "3")
    press(page, "Tiếp tục")
    expect(page.locator("#q-helped")).to_be_hidden()
    tick(page, "asked_help", "1")
    tick(page, "helped", "4")
    tick(page, "asked_help", "2")
    expect(page.locator("#q-helped")).to_be_hidden()
    press(page, "Tiếp tục")
    press(page, "Xem lại trước khi gửi")
    expect(page.locator(".note")).to_contain_text("không còn được hỏi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    assert json.loads(stored(database)[0].answers)["answers"] == {"polite": 3, "asked_help": 2}


def test_a_blank_is_asked_for_once(page: Page) -> None:
    """The summary links to the field; pressing again goes on. A missing unit is always asked for."""
    press(page, "Tôi đồng ý")
    press(page, "Tiếp tục")
    expect(page.locator("#summary")).to_contain_text("Ông/Bà nộp hồ sơ ở đâu?")
    choose_units(page)
    press(page, "Tiếp tục")
    expect(page.locator("#summary")).to_contain_text("Còn một câu chưa trả lời")
    page.locator("#summary a").click()
    assert page.evaluate("document.activeElement.id") == "q-polite"
    press(page, "Bỏ qua, tiếp tục")
    expect(page.locator("#progress-words")).to_have_text("Phần 2/3")


def test_answers_wait_on_the_phone_and_are_sent_when_there_is_a_connection(
    page: Page, phone: BrowserContext, database: Database
) -> None:
    """“Kept on this device” before, “received” only after; a reload in between loses and doubles nothing."""
    fill_in(page)
    phone.set_offline(True)
    press(page, "Gửi")
    expect(page.get_by_role("status").filter(has_text="đã lưu trên máy này")).to_be_visible()
    assert "Đã nhận" not in page.inner_text("main")
    assert stored(database) == []
    phone.set_offline(False)
    page.reload()
    expect(page.locator(".received")).to_be_visible()
    assert len(stored(database)) == 1
    assert "đã lưu trên máy này" not in page.inner_text("main")


def test_a_lost_acknowledgement_is_asked_again_with_the_same_identifier(page: Page, database: Database) -> None:
    """The answer of the server is lost twice; one response is stored."""
    lost: list[str] = []

    def lose(route: object, request: object) -> None:
        if len(lost) < 2:
            lost.append(request.url)  # type: ignore[attr-defined] # playwright's request
            route.fetch()  # type: ignore[attr-defined] # playwright's route
            route.abort()  # type: ignore[attr-defined] # playwright's route
        else:
            route.continue_()  # type: ignore[attr-defined] # playwright's route

    page.route("**/api/**", lose)
    fill_in(page)
    press(page, "Gửi")
    press(page, "Gửi lại ngay")
    press(page, "Gửi lại ngay")
    expect(page.locator(".received")).to_be_visible()
    assert len(set(lost)) == 1
    assert len(stored(database)) == 1


def test_a_draft_is_offered_in_another_tab_and_can_be_erased(page: Page, phone: BrowserContext, site: str) -> None:
    """Whoever finds it says whether it is theirs."""
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "5")
    page.close()
    other = phone.new_page()
    other.goto(site)
    expect(other.locator("#after")).to_contain_text("phiếu đang làm dở")
    press(other, "Làm tiếp")
    expect(other.locator("#q-polite [value='5']")).to_be_checked()
    press(other, "Xóa câu trả lời")
    press(other, "Xóa mọi câu trả lời trên máy này?")
    expect(other.locator("#notice")).to_contain_text("Đã xóa")
    assert drafts(other) == 0


def test_a_draft_is_forgotten_after_seven_days(page: Page, site: str) -> None:
    """An eight days old draft is gone before anybody sees it."""
    press(page, "Tôi đồng ý")
    expect(page.locator("#progress-words")).to_have_text("Phần 1/3")
    page.goto(f"{door_of(site)}/i")
    assert drafts(page) == 1
    page.evaluate(
        """() => { for (const key of Object.keys(localStorage)) {
          const kept = JSON.parse(localStorage.getItem(key));
          localStorage.setItem(key, JSON.stringify({saved: kept.saved - 8 * 24 * 3600 * 1000, draft: kept.draft}));
        } }"""
    )
    page.goto(site)
    expect(page.get_by_role("button", name="Tôi đồng ý")).to_be_visible()
    assert drafts(page) == 0


def test_a_tick_can_be_taken_back(page: Page) -> None:
    """Nobody is held to an answer that is not required."""
    press(page, "Tôi đồng ý")
    tick(page, "prompt", "2")
    expect(page.locator("#q-polite .clear")).to_have_count(0)
    page.locator("#q-prompt .clear").click()
    expect(page.locator("#q-prompt input:checked")).to_have_count(0)
    expect(page.locator("#q-prompt .clear")).to_be_hidden()


def test_changing_the_language_keeps_the_answers(page: Page) -> None:
    """From Vietnamese to English in the middle of the first section."""
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "4")
    page.get_by_role("link", name="English").click()
    expect(page.locator("#progress-words")).to_have_text("Part 1 of 3")
    expect(page.locator("#q-polite [value='4']")).to_be_checked()
    expect(page.locator("[data-picker=place] .chosen strong")).to_have_text("Ha Tu Ward")


def test_a_code_at_a_counter_fills_the_first_unit_and_offers_it_for_the_second(page: Page, site: str) -> None:
    """The bytes of the page are the same; the script reads the address."""
    page.goto(f"{site}?unit=06658")
    press(page, "Tôi đồng ý")
    expect(page.locator("[data-picker=place] .chosen strong")).to_have_text("Phường Cao Xanh")
    expect(page.locator("[data-picker=office] .units .group").first).to_have_text("Nơi Ông/Bà vừa chọn")
    expect(page.locator("[data-picker=office] .units button").first).to_have_text("Phường Cao Xanh")


def test_two_invited_people_on_one_phone_never_see_each_others_drafts(
    page: Page, database: Database, keys: Keys, wave: Opened, site: str
) -> None:
    """The invitation's unit is filled in and fixed."""
    frame = [Case(f"HS-{number}", "06652", "place", "06652", "06652", None, {}) for number in range(20)]
    with database.writing() as tx:
        first, second, *_ = draw(tx, [wave_in(tx, wave)], DrawPlan(frame), keys, By(NOW))
    door = door_of(site)
    page.goto(f"{door}/i/{first.code}")
    press(page, "Tôi đồng ý")
    expect(page.locator("[data-picker=place] .chosen strong")).to_have_text("Phường Hà Tu")
    expect(page.locator("[data-picker=place] .chosen button")).to_be_hidden()
    tick(page, "polite", "1")
    page.goto("about:blank")
    page.goto(f"{door}/i/{second.code}")
    press(page, "Tôi đồng ý")
    expect(page.locator("#q-polite input:checked")).to_have_count(0)
    assert drafts(page) == 2


def test_a_survey_that_has_ended_says_so_before_the_first_question(
    page: Page, database: Database, wave: Opened
) -> None:
    """The page was kept open, or bookmarked."""
    with database.writing() as tx:
        there = wave_in(tx, wave)
        there.state, there.stopped = "stopped", NOW.date()
    page.reload()
    expect(page.locator("#notice")).to_contain_text("đã kết thúc ngày 15/09/2026")


def test_an_answer_too_late_stays_on_the_phone(page: Page, database: Database, wave: Opened) -> None:
    """It says what happened and offers to print or erase; it never retries by itself."""
    fill_in(page)
    with database.writing() as tx:
        wave_in(tx, wave).state = "closed"
    press(page, "Gửi")
    expect(page.get_by_role("alert").filter(has_text="vẫn còn trên máy này nhưng chưa được gửi")).to_be_visible()
    assert drafts(page) == 1
    press(page, "Xóa câu trả lời")
    assert drafts(page) == 0


def test_a_field_error_of_the_server_leads_back_to_the_field(page: Page, database: Database) -> None:
    """No number; mended, it goes under the same identifier."""
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "5")
    press(page, "Tiếp tục")
    press(page, "Tiếp tục")
    page.fill("[name='a.trips']", "nhiều")
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator("#summary")).to_contain_text("phải là một số")
    page.fill("[name='a.trips']", "3")
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    assert json.loads(stored(database)[0].answers)["answers"]["trips"] == 3


def test_browser_and_server_agree_on_every_condition(page: Page, site: str) -> None:
    """The vectors of the instruments, run by the very script of the form."""
    page.goto(f"{door_of(site)}/static/respond/form.css")
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    wrong = page.evaluate(
        """async (vectors) => {
          const {holds, routeOf} = await import("/static/respond/route.js");
          const codes = (one) => routeOf(one.sections, one.answers)
            .flatMap((part) => part.items.map((item) => item.code));
          return [
            ...vectors.conditions.filter((one) => holds(one.condition, one.answers) !== one.expected),
            ...vectors.routes.filter((one) => codes(one).join() !== one.expected.join()),
          ].map((one) => one.name);
        }""",
        vectors,
    )
    assert wrong == []
    assert len(vectors["conditions"]) > 50


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


def test_a_person_answers_without_script(browser: Browser, site: str, database: Database) -> None:
    """One long form, a review, thanks; the blank is asked for once and what was entered stays."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_label("Tôi đồng ý").check()
    page.get_by_label("Ông/Bà nộp hồ sơ ở đâu?").select_option("06652")
    page.get_by_label("Cơ quan nào giải quyết?").select_option("so-tu-phap")
    press(page, "Xem lại trước khi gửi")
    expect(page.locator("#summary")).to_contain_text("Chưa trả lời: Cán bộ lịch sự")
    page.locator("#q-polite [value='4']").check()
    press(page, "Xem lại trước khi gửi")
    expect(page.locator("main")).to_contain_text("Phiếu chưa được gửi")
    press(page, "Sửa lại")
    expect(page.locator("#q-polite [value='4']")).to_be_checked()
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    context.close()
    (row,) = stored(database)
    assert json.loads(row.answers)["answers"] == {"polite": 4}

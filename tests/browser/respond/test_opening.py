"""What comes to mind is asked on a phone before the line can be read anywhere; the rest follows in its order."""

import json

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from instruments.catalogue import shipped
from survey.database import Database
from survey.keys import Keys
from tests.browser.respond.hands import PHONE, drafts, found_by_axe, press, stored, tick
from tests.survey.firms import firms_wave
from tests.survey.questionnaire import Opened

pytestmark = pytest.mark.browser
LINE = "Chính quyền phục vụ người dân và doanh nghiệp"
ASKED = "nhớ tới câu khẩu hiệu hay lời hứa nào"
SAID = "Nói đi đôi với làm"
TITLES = (
    "Điều Ông/Bà nhớ tới",
    "Đôi điều về Ông/Bà",
    "Những câu đã nghe hoặc thấy",
    "Cam kết thật",
    "Lời nói và việc làm",
    "Niềm tin",
    "Hài lòng và sẵn sàng giới thiệu",
    "Ý kiến khác",
    "Đôi điều cuối về Ông/Bà",
)
"""What somebody reads who has done a procedure and never heard the line: no promises, no channels, no firm."""
TICKS = {
    "who": {"B_R": "1", "B_D": "1"},
    "lines": {"B_F2a_1": "2", "B_F2a_2": "2", "B_F2a_3": "1"},
    "effect": {"B_E2": "1", "B_E3": "4", "B_E4": "4"},
    "trust": {"B_T1": "4", "B_T2": "3"},
    "recommending": {"B_S1": "4", "B_N1a": "9"},
}


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    """The brand survey alone, in one ward."""
    return firms_wave(database, keys, "dot-thuong-hieu", shipped("thuong-hieu"), units=(("06652", "phuong"),))


def heading(page: Page) -> str:
    return page.locator(".step:visible h2").inner_text()


def answer_section(page: Page) -> None:
    """Whatever must be answered in the section that is shown."""
    section = page.locator(".step:visible").get_attribute("data-step")
    if section == "who":
        page.fill("#u-noi_o", "ha tu")
        page.keyboard.press("Enter")
    for item, value in TICKS.get(section or "", {}).items():
        tick(page, item, value)


def test_nothing_tells_the_line_before_it_is_asked_what_comes_to_mind(page: Page) -> None:
    """Consent, then the question alone, then who answers: the line is first seen among those to be recognised."""
    for number in range(3):
        assert LINE not in page.inner_text("body")
        assert (ASKED in page.inner_text("body")) == (number == 1)
        if number < 2:
            press(page, "Tiếp tục" if number else "Tôi đồng ý")
    assert found_by_axe(page) == []
    answer_section(page)
    press(page, "Tiếp tục")
    assert LINE in page.inner_text(".step:visible")


def test_the_survey_is_walked_in_its_order_and_sent(page: Page, database: Database) -> None:
    """Nine sections, each on a screen of its own, one page of review; the first answer is stored as it was said."""
    press(page, "Tôi đồng ý")
    page.fill("[name='a.B_F1']", SAID)
    read = []
    for _section in TITLES:
        read.append(heading(page))
        answer_section(page)
        last = page.get_by_role("button", name="Xem lại trước khi gửi")
        (last if last.is_visible() else page.get_by_role("button", name="Tiếp tục", exact=True)).click()
    assert tuple(read) == TITLES
    expect(page.locator("#after")).to_contain_text(SAID)
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    assert drafts(page) == 0
    (row,) = stored(database)
    document = json.loads(row.answers)
    assert document["units"] == {"noi_o": "06652"}
    assert document["answers"]["B_F1"] == SAID
    assert {"B_K1", "B_CH", "Q1"} & set(document["answers"]) == set()


def test_a_draft_goes_on_where_it_was_left_with_what_came_to_mind(page: Page, phone: BrowserContext, site: str) -> None:
    """In another tab, behind the first page: the sections kept for the script take their answers back."""
    press(page, "Tôi đồng ý")
    page.fill("[name='a.B_F1']", SAID)
    press(page, "Tiếp tục")
    answer_section(page)
    press(page, "Tiếp tục")
    tick(page, "B_F2a_3", "1")
    page.close()
    other = phone.new_page()
    other.goto(site)
    press(other, "Làm tiếp")
    assert heading(other) == "Những câu đã nghe hoặc thấy"
    expect(other.locator("#q-B_F2a_3 [value='1']")).to_be_checked()
    expect(other.locator("[name='a.B_F1']")).to_have_value(SAID)
    press(other, "Quay lại")
    expect(other.locator("[data-picker=noi_o] .chosen strong")).to_have_text("Phường Hà Tu")


def test_without_script_a_browser_shows_the_question_with_consent_and_nothing_else(browser: Browser, site: str) -> None:
    """The rest lies in a part of the page that no browser draws; the next page tells the line."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    assert ASKED in page.inner_text("body")
    assert LINE not in page.inner_text("body")
    page.get_by_label("Tôi đồng ý").check()
    page.locator("[name='a.B_F1']").fill(SAID)
    press(page, "Tiếp tục")
    assert LINE in page.inner_text("body")
    assert ASKED not in page.inner_text("body")
    context.close()

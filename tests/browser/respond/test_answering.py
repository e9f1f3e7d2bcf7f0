"""Answering in Chromium, with script a section at a time and without it in one long form."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from survey.database import Database
from tests.browser.respond.hands import (
    PHONE,
    choose_units,
    drafts,
    go_to_the_end,
    press,
    stored,
    tick,
)
from tests.survey.questionnaire import NOW, Opened, wave_in

pytestmark = pytest.mark.browser


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


def test_a_tick_can_be_taken_back(page: Page) -> None:
    """Nobody is held to an answer that is not required."""
    press(page, "Tôi đồng ý")
    tick(page, "prompt", "2")
    expect(page.locator("#q-polite .clear")).to_have_count(0)
    page.locator("#q-prompt .clear").click()
    expect(page.locator("#q-prompt input:checked")).to_have_count(0)
    expect(page.locator("#q-prompt .clear")).to_be_hidden()


def test_a_code_at_a_counter_fills_the_first_unit_and_offers_it_for_the_second(page: Page, site: str) -> None:
    """The bytes of the page are the same; the script reads the address."""
    page.goto(f"{site}?unit=06658")
    press(page, "Tôi đồng ý")
    expect(page.locator("[data-picker=place] .chosen strong")).to_have_text("Phường Cao Xanh")
    expect(page.locator("[data-picker=office] .units .group").first).to_have_text("Nơi Ông/Bà vừa chọn")
    expect(page.locator("[data-picker=office] .units button").first).to_have_text("Phường Cao Xanh")


def test_a_survey_that_has_ended_says_so_before_the_first_question(
    page: Page, database: Database, wave: Opened
) -> None:
    """The page was kept open, or bookmarked."""
    with database.writing() as tx:
        there = wave_in(tx, wave)
        there.state, there.stopped = "stopped", NOW.date()
    page.reload()
    expect(page.locator("#notice")).to_contain_text("đã kết thúc ngày 15/09/2026")


def test_a_field_error_of_the_server_leads_back_to_the_field(page: Page, database: Database) -> None:
    """No number; mended, it goes under the same identifier."""
    go_to_the_end(page)
    page.fill("[name='a.trips']", "nhiều")
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator("#summary")).to_contain_text("phải là một số")
    page.fill("[name='a.trips']", "3")
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    assert json.loads(stored(database)[0].answers)["answers"]["trips"] == 3


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

"""Answers stay on the device until the server has them, and no longer."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from survey.closing.stop import stop_wave
from survey.database import Database
from survey.keys import Keys
from survey.preparing.acting import By
from survey.preparing.frame import Case
from survey.preparing.invite import DrawPlan, draw
from tests.browser.respond.hands import choose_units, come_back, door_of, drafts, fill_in, press, stored, tick
from tests.survey.errata import SPELT, corrected, version
from tests.survey.questionnaire import NOW, Opened, wave_in

pytestmark = pytest.mark.browser


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
    come_back(phone, page)
    expect(page.locator(".received")).to_be_visible()
    assert len(stored(database)) == 1
    assert "đã lưu trên máy này" not in page.inner_text("main")


def test_answers_that_wait_are_sent_after_the_survey_stopped(
    page: Page, phone: BrowserContext, database: Database, wave: Opened
) -> None:
    """The stopped page asks nothing more; what waits on the phone still leaves it, for the late days."""
    phone.clock.set_fixed_time(NOW)
    fill_in(page)
    phone.set_offline(True)
    press(page, "Gửi")
    expect(page.get_by_role("status").filter(has_text="đã lưu trên máy này")).to_be_visible()
    with database.writing() as tx:
        stop_wave(tx, wave_in(tx, wave), NOW)
    come_back(phone, page)
    expect(page.locator(".received")).to_be_visible()
    assert len(stored(database)) == 1
    press(page, "Phiếu mới cho người tiếp theo")
    expect(page.get_by_text("Đợt khảo sát đã kết thúc ngày 15/09/2026")).to_be_visible()
    expect(page.locator("#form")).to_be_hidden()


def test_answers_that_wait_are_sent_after_the_questions_were_corrected(
    page: Page, phone: BrowserContext, database: Database, wave: Opened
) -> None:
    """The corrected page knows the draft of the version before; what was given to that version stays so."""
    fill_in(page)
    phone.set_offline(True)
    press(page, "Gửi")
    expect(page.get_by_role("status").filter(has_text="đã lưu trên máy này")).to_be_visible()
    corrected(database, wave, version(2))
    come_back(phone, page)
    expect(page.locator(".received")).to_be_visible()
    assert [one.instrument for one in stored(database)] == [wave.instrument]
    assert drafts(page) == 0


def test_a_draft_goes_on_in_the_corrected_form(page: Page, database: Database, wave: Opened) -> None:
    """Nothing typed is lost, and the answer is one to the version it was sent from."""
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "5")
    newer = corrected(database, wave, version(2))
    page.reload()
    expect(page.get_by_text(SPELT)).to_be_visible()
    expect(page.locator("[name='a.polite'][value='5']")).to_be_checked()
    tick(page, "prompt", "4")
    press(page, "Tiếp tục")
    press(page, "Tiếp tục")
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    assert [one.instrument for one in stored(database)] == [newer]


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


def test_changing_the_language_keeps_the_answers(page: Page) -> None:
    """From Vietnamese to English in the middle of the first section."""
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "4")
    page.get_by_role("link", name="English").click()
    expect(page.locator("#progress-words")).to_have_text("Part 1 of 3")
    expect(page.locator("#q-polite [value='4']")).to_be_checked()
    expect(page.locator("[data-picker=place] .chosen strong")).to_have_text("Ha Tu Ward")


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

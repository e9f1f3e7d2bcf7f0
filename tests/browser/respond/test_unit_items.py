"""A unit that an answer names, found on a phone by a few letters, kept in the draft, read back and sent."""

import json

import pytest
from playwright.sync_api import Page, expect

from survey.database import Database
from survey.keys import Keys
from tests.browser.respond.hands import found_by_axe, go_to_the_end, press, stored, tick
from tests.survey.collecting.test_unit_items import ISLAND, SEAT
from tests.survey.questionnaire import Opened, asking, opened

pytestmark = pytest.mark.browser


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    """The small questionnaire, which asks in the end where people live."""
    return opened(database, keys, file=asking(SEAT), simulated=True)


def test_it_is_found_by_a_few_letters_and_outlives_the_page(page: Page, database: Database) -> None:
    """Without marks; a unit that holds a role is offered first; a reload resumes where it was chosen."""
    go_to_the_end(page)
    field = page.locator("#q-seat")
    expect(field.locator(".units .group").first).to_have_text("Nơi Ông/Bà vừa chọn")
    field.get_by_role("searchbox", name="Ông/Bà ở đâu?").fill("co to")
    expect(field.locator(".units button")).to_have_text(["Đặc khu Cô Tô"])
    assert found_by_axe(page) == []
    field.locator(".units button").click()
    expect(field.locator(".chosen strong")).to_have_text("Đặc khu Cô Tô")
    page.reload()
    expect(field.locator(".chosen strong")).to_have_text("Đặc khu Cô Tô")
    press(page, "Xem lại trước khi gửi")
    expect(page.locator("#after")).to_contain_text("Đặc khu Cô Tô")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    (row,) = stored(database)
    assert json.loads(row.answers)["answers"] == {"polite": 5, "seat": ISLAND}


def test_a_reason_kept_in_a_draft_stays_out_of_the_fields_beside_it(page: Page, database: Database) -> None:
    """Ticked again after a reload, nothing typed and nothing chosen; the question may also be passed over."""
    go_to_the_end(page)
    tick(page, "trips", "none:unknown")
    tick(page, "seat", "none:unknown")
    page.reload()
    expect(page.locator("#q-trips [value='none:unknown']")).to_be_checked()
    expect(page.locator("#q-trips input[type=text]")).to_have_value("")
    expect(page.locator("#q-seat [value='none:unknown']")).to_be_checked()
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    (row,) = stored(database)
    reason = {"none": "unknown"}
    assert json.loads(row.answers)["answers"] == {"polite": 5, "trips": reason, "seat": reason}

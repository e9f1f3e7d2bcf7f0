"""Pictures and audio on a phone: seen at their size, played, and silent once their question has left the screen."""

import pytest
from playwright.sync_api import Page, expect

from survey.database import Database
from survey.keys import Keys
from tests.browser.respond.hands import choose_units, door_of, found_by_axe, press, tick
from tests.instruments.pictures import mp3, png
from tests.survey.firms import OFFICES, firms_file
from tests.survey.media.files import FILES, issued, opened, seen_and_heard
from tests.survey.questionnaire import Opened
from tests.survey.questionnaire import opened as opened_on

pytestmark = pytest.mark.browser
MINUTE = mp3(2400)
"""Of silence, some 63 seconds: whatever plays it is still at it when the test looks."""
FILES_HERE = FILES | {"polite.vi.mp3": MINUTE}
PLAYS = "(one) => one.play().then(() => one.paused)"
ABOUT_UNIT = 'text: {vi: "Thủ tục của {unit} dễ tìm", en: "The rules of {unit} are easy to find"}'
SHOWN = """picture: {file: quay.png, alt: {vi: Quầy tiếp nhận, en: A counter}}
        spoken: {vi: de-tim.mp3, en: de-tim.mp3}
        """


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys, issued(database, seen_and_heard(), FILES_HERE))


def test_a_question_is_seen_and_heard(page: Page) -> None:
    """The picture as wide as it is, or as the phone allows; the player tall enough to touch; axe finds nothing."""
    press(page, "Tôi đồng ý")
    picture, player = page.locator("#q-polite img"), page.locator("#q-polite audio")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("naturalWidth", 320)
    shape, touched = picture.bounding_box(), player.bounding_box()
    assert shape is not None
    assert touched is not None
    assert shape["width"] / shape["height"] == pytest.approx(320 / 240, rel=0.01)
    assert touched["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found_by_axe(page) == []


def test_what_plays_falls_silent_when_its_question_is_left(page: Page) -> None:
    """Played, answered, on to the next section."""
    press(page, "Tôi đồng ý")
    player = page.locator("#q-polite audio")
    assert player.evaluate(PLAYS) is False
    choose_units(page)
    tick(page, "polite", "5")
    assert player.evaluate("(one) => one.paused") is False
    press(page, "Tiếp tục")
    expect(page.locator("#q-asked_help")).to_be_visible()
    expect(player).to_have_js_property("paused", value=True)


def test_each_unit_in_turn_has_the_picture_and_the_player(page: Page, database: Database, keys: Keys) -> None:
    """Sections made on the device for a unit have both, and the player is called after the unit."""
    file = firms_file((ABOUT_UNIT, SHOWN + ABOUT_UNIT))
    version = issued(database, file, {"quay.png": png(320, 240), "de-tim.mp3": MINUTE})
    units = tuple((unit, "offices") for unit in OFFICES)
    asked = {"instrument_fingerprint": version.fingerprint, "units": units, "simulated": True}
    firms = opened_on(database, keys, "dot-hai", **asked)
    page.goto(f"{door_of(page.url)}/s/{firms.code}")
    press(page, "Tôi đồng ý")
    page.locator("#u-met .tick", has_text="Sở Tư pháp").click()
    press(page, "Tiếp tục")
    box = page.locator("[id='q-met.so-tu-phap.easy']")
    box.locator("img").scroll_into_view_if_needed()
    expect(box.locator("img")).to_have_js_property("naturalWidth", 320)
    expect(box.locator("audio")).to_have_attribute("aria-label", "Nghe câu hỏi: Thủ tục của Sở Tư pháp dễ tìm")
    assert box.locator("audio").evaluate(PLAYS) is False

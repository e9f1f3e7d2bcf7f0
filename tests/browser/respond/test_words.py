"""An answer that asks for words, on a phone: the field comes with the tick, and the words go with the answer."""

import json

import pytest
from playwright.sync_api import Page, expect

from survey.database import Database
from survey.keys import Keys
from tests.browser.respond.hands import go_to_the_end, press, stored, tick
from tests.survey.questionnaire import Opened, asking, opened

pytestmark = pytest.mark.browser
ONLINE = "{code: 2, label: {vi: Qua mạng, en: Online}"


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    """The small questionnaire, where news from the network is to be told of in words."""
    return opened(database, keys, file=asking((ONLINE, f"{ONLINE}, words: true")), simulated=True)


def test_words_are_asked_for_with_the_tick_and_sent(page: Page, database: Database) -> None:
    """Hidden before it, shown with it, read back before sending, stored beside the item."""
    go_to_the_end(page)
    words = page.locator("[name='a.channels__other']")
    expect(words).to_be_hidden()
    tick(page, "channels", "2")
    expect(words).to_be_visible()
    expect(page.locator("#q-channels__other legend")).to_have_text("Qua mạng: xin Ông/Bà ghi rõ")
    words.fill("Nhóm Zalo của khu phố")
    press(page, "Xem lại trước khi gửi")
    expect(page.locator("#after")).to_contain_text("Nhóm Zalo của khu phố")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    (row,) = stored(database)
    assert json.loads(row.answers)["answers"] == {
        "polite": 5,
        "channels": [2],
        "channels__other": "Nhóm Zalo của khu phố",
    }

"""An answer that asks for words, on a phone: the field comes with the tick, and the words go with the answer."""

import json

import pytest
from playwright.sync_api import Page, expect

from survey.database import Database
from survey.keys import Keys
from tests.browser.respond.hands import choose_units, press, stored, tick
from tests.survey import questionnaire
from tests.survey.questionnaire import Opened, opened

pytestmark = pytest.mark.browser
ONLINE = "{code: 2, label: {vi: Qua mạng, en: Online}".encode()


@pytest.fixture
def wave(database: Database, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The small questionnaire, where news from the network is to be told of in words."""
    assert ONLINE in questionnaire.INSTRUMENT
    asking = questionnaire.INSTRUMENT.replace(ONLINE, ONLINE + b", words: true")
    monkeypatch.setattr(questionnaire, "INSTRUMENT", asking)
    return opened(database, keys, simulated=True)


def test_words_are_asked_for_with_the_tick_and_sent(page: Page, database: Database) -> None:
    """Hidden before it, shown with it, read back before sending, stored beside the item."""
    press(page, "Tôi đồng ý")
    choose_units(page)
    tick(page, "polite", "5")
    press(page, "Tiếp tục")
    press(page, "Tiếp tục")
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

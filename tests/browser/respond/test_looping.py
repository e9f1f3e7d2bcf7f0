"""Rating several offices in turn on a phone: ticked, drawn by chance, asked one after the other, received."""

import json
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from instruments.choosing import drawn, form_of, shuffled
from survey.database import Database
from survey.keys import Keys
from survey.records import Rating
from tests.browser.respond.hands import LOW_TARGETS, PHONE, drafts, found_by_axe, press, stored, tick
from tests.survey.firms import OFFICES, firms_file, firms_wave
from tests.survey.questionnaire import Opened

pytestmark = pytest.mark.browser
NAMES = ("Sở Tài chính", "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế", "Sở Công Thương")
SHUFFLED = (
    'title: {vi: "Về {unit}", en: "About {unit}"}',
    'title: {vi: "Về {unit}", en: "About {unit}"}\n    shuffled: true',
)


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return firms_wave(database, keys, file=firms_file(SHUFFLED), simulated=True)


def draft(page: Page) -> dict[str, Any]:
    """What is kept on the device."""
    kept = page.evaluate("JSON.parse(localStorage.getItem(Object.keys(localStorage)[0])).draft")
    assert isinstance(kept, dict)
    return kept


def chosen(page: Page, offices: tuple[str, ...] = OFFICES) -> list[str]:
    """The offices that the identifier of the draft gives."""
    return list(drawn(UUID(draft(page)["identifier"]).hex, dict.fromkeys(offices, 1.0), 2))


def tick_offices(page: Page, *names: str) -> None:
    press(page, "Tôi đồng ý")
    for name in names:
        page.locator("#u-met .tick", has_text=name).click()
    press(page, "Tiếp tục")


def about(unit: str, item: str) -> str:
    """The anchor of a question about an office."""
    return f"[id='q-met.{unit}.{item}']"


def answer(page: Page, unit: str, item: str, value: str) -> None:
    page.locator(f"{about(unit, item)} .tick").filter(has=page.locator(f"[value='{value}']")).click()


def looks_right(page: Page) -> None:
    assert found_by_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(LOW_TARGETS) == []


def test_a_firm_rates_two_of_five_offices(page: Page, database: Database) -> None:
    """From the tick list to “Đã nhận”: every screen accessible, each office with its name, both stored with 0.4."""
    press(page, "Tôi đồng ý")
    looks_right(page)
    expect(page.locator("#progress-words")).to_have_text("Phần 1/4")
    for name in NAMES:
        page.locator("#u-met .tick", has_text=name).click()
    expect(page.locator(".counted")).to_have_text("Đã chọn: 5")
    page.locator("[name='a.began']").fill("2019-05-01")
    tick(page, "kind", "1")
    press(page, "Tiếp tục")
    units = chosen(page)
    names = [NAMES[OFFICES.index(unit)] for unit in units]
    expect(page.locator(".step:visible .drawn")).to_have_text(
        f"Ông/Bà đã chọn 5 đơn vị. Máy chọn ngẫu nhiên 2 đơn vị để hỏi: {names[0]}; {names[1]}."
    )
    for place, (unit, name) in enumerate(zip(units, names, strict=True), start=1):
        expect(page.locator(".step:visible .unit")).to_have_text(f"Đơn vị {place}/2")
        expect(page.locator("#progress-words")).to_have_text(f"Phần {place + 1}/4")
        expect(page.locator(".step:visible h2")).to_have_text(f"Về {name}")
        expect(page.locator(f"{about(unit, 'easy')} legend")).to_have_text(f"Thủ tục của {name} dễ tìm")
        expect(page.locator(about(unit, "trips"))).to_be_hidden()
        answer(page, unit, "filed", str(place))
        answer(page, unit, "easy", "4")
        looks_right(page)
        press(page, "Tiếp tục")
    tick(page, "recommend", "10")
    looks_right(page)
    press(page, "Xem lại trước khi gửi")
    expect(page.locator("#after")).to_contain_text(f"Về {names[1]}")
    expect(page.locator("#after")).to_contain_text("01/05/2019")
    looks_right(page)
    press(page, "Gửi")
    expect(page.locator(".received")).to_have_text("Đã nhận phiếu của Ông/Bà.")
    assert drafts(page) == 0
    (row,) = stored(database)
    form = form_of(row.id.hex, ["a", "b"])
    assert row.form == form
    assert json.loads(row.answers) == {
        "units": {},
        "form": form,
        "answers": {"kind": 1, "began": "2019-05-01", "recommend": 10},
        "choice": {"met": {"eligible": json.loads(row.answers)["choice"]["met"]["eligible"], "drawn": units}},
        "loops": {"met": {units[0]: {"filed": 1, "easy": 4}, units[1]: {"filed": 2, "easy": 4}}},
    }
    with database.reading() as tx:
        assert set(tx.execute(select(Rating.unit, Rating.chosen_prob))) == {(unit, 0.4) for unit in units}


def test_a_page_loaded_again_draws_nothing_anew(page: Page) -> None:
    """The same office stands there with its answers; the order of its questions is the same too."""
    tick_offices(page, *NAMES)
    first, _second = chosen(page)
    answer(page, first, "filed", "1")
    page.locator(f"{about(first, 'trips')} input[type=text]").fill("3")
    before = page.inner_text("#form")
    page.reload()
    expect(page.locator(f"{about(first, 'trips')} input[type=text]")).to_have_value("3")
    assert page.inner_text("#form") == before


def test_questions_stand_in_the_order_of_the_seed_that_is_stored(page: Page, database: Database) -> None:
    """And a form leaves out what only the other one asks."""
    tick_offices(page, NAMES[0])
    seed = draft(page)["seed"]
    codes = ["filed", "trips", "easy", "ties", "fair", "why"]
    shown = page.eval_on_selector_all(".step:not([hidden]) [data-item]", "boxes => boxes.map(one => one.dataset.item)")
    assert shown == shuffled(codes, seed)
    form = form_of(UUID(draft(page)["identifier"]).hex, ["a", "b"])
    asked, other = ("ties", "fair") if form == "a" else ("fair", "ties")
    expect(page.locator(about(OFFICES[0], asked))).to_be_visible()
    expect(page.locator(about(OFFICES[0], other))).to_be_hidden()
    expect(page.locator(".drawn")).to_have_count(0)
    press(page, "Tiếp tục")
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    (row,) = stored(database)
    assert row.item_order == seed
    assert "loops" not in json.loads(row.answers)


def test_nobody_has_to_have_met_an_office(page: Page, database: Database) -> None:
    """It is asked once more; then the firm answers about itself."""
    press(page, "Tôi đồng ý")
    press(page, "Tiếp tục")
    expect(page.locator("#summary")).to_contain_text("Ông/Bà chưa chọn đơn vị nào")
    press(page, "Bỏ qua, tiếp tục")
    expect(page.locator("#q-recommend")).to_be_visible()
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    assert json.loads(stored(database)[0].answers)["choice"] == {"met": {"eligible": [], "drawn": []}}


def test_what_was_said_about_an_office_unticked_later_is_left_out(page: Page, database: Database) -> None:
    """The review says so; ticked again it would still be there."""
    tick_offices(page, NAMES[0])
    answer(page, OFFICES[0], "easy", "2")
    press(page, "Quay lại")
    for name in NAMES[:2]:
        page.locator("#u-met .tick", has_text=name).click()
    press(page, "Tiếp tục")
    expect(page.locator(".step:visible .unit")).to_have_text("Đơn vị 1/1")
    expect(page.locator(".step:visible h2")).to_have_text(f"Về {NAMES[1]}")
    answer(page, OFFICES[1], "easy", "5")
    press(page, "Tiếp tục")
    press(page, "Xem lại trước khi gửi")
    expect(page.locator("#after .note")).to_contain_text("không còn được hỏi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    assert json.loads(stored(database)[0].answers)["loops"] == {"met": {OFFICES[1]: {"easy": 5}}}


def test_a_field_error_leads_back_to_the_office(page: Page) -> None:
    """No number: the sentence and the field are those of the second office."""
    tick_offices(page, NAMES[0], NAMES[3])
    second = chosen(page, (OFFICES[0], OFFICES[3]))[1]
    press(page, "Tiếp tục")
    answer(page, second, "filed", "1")
    page.locator(f"{about(second, 'trips')} input[type=text]").fill("nhiều")
    press(page, "Tiếp tục")
    press(page, "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator("#summary")).to_contain_text("phải là một số")
    expect(page.locator(about(second, "trips"))).to_be_visible()


def test_another_language_keeps_the_offices_and_what_was_said(page: Page) -> None:
    """In the middle of the first office."""
    tick_offices(page, *NAMES[:3])
    first = chosen(page, OFFICES[:3])[0]
    answer(page, first, "easy", "3")
    page.get_by_role("link", name="English").click()
    expect(page.locator(".step:visible .unit")).to_have_text("Office 1 of 2")
    expect(page.locator(".step:visible h2")).to_contain_text("About Department of")
    expect(page.locator(f"{about(first, 'easy')} [value='3']")).to_be_checked()


def test_erased_answers_are_gone_with_their_offices(page: Page) -> None:
    """A new beginning has a new identifier, and nothing ticked."""
    tick_offices(page, *NAMES)
    press(page, "Xóa câu trả lời")
    press(page, "Xóa mọi câu trả lời trên máy này?")
    expect(page.locator("#notice")).to_contain_text("Đã xóa")
    press(page, "Tôi đồng ý")
    expect(page.locator("#u-met input:checked")).to_have_count(0)
    expect(page.locator(".step > .unit")).to_have_count(0)


def test_a_firm_rates_offices_without_script(browser: Browser, site: str, database: Database) -> None:
    """Page after page, each accessible; the form that was not drawn is never seen."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_label("Tôi đồng ý").check()
    for name in NAMES:
        page.locator("#u-met").get_by_label(name).check()
    fits_without_script(page)
    press(page, "Tiếp tục")
    units = drawn(UUID(page.locator("[name=identifier]").input_value()).hex, dict.fromkeys(OFFICES, 1.0), 2)
    for place, unit in enumerate(units, start=1):
        expect(page.locator(".unit")).to_have_text(f"Đơn vị {place}/2: {NAMES[OFFICES.index(unit)]}")
        assert page.locator("[data-item=ties], [data-item=fair]").count() == 1
        page.locator(f"{about(unit, 'easy')} [value='5']").check()
        fits_without_script(page)
        press(page, "Tiếp tục" if place == 1 else "Xem lại trước khi gửi")
    press(page, "Gửi")
    expect(page.locator(".received")).to_be_visible()
    context.close()
    assert json.loads(stored(database)[0].answers)["loops"] == {"met": {unit: {"easy": 5} for unit in units}}


def fits_without_script(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(LOW_TARGETS) == []

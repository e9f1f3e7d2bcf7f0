"""The page of a result's approval: who agreed when, what comes next, sending back, and the chain an office sets."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from survey.closing.close import close_wave
from survey.closing.latest import latest_run
from survey.closing.score import score_snapshot
from survey.closing.stop import stop_wave
from survey.database import Database
from survey.keys import Keys
from survey.people.accounts import person_named
from survey.preparing.chain import SHIPPED, as_written
from survey.publishing.approve import approve
from survey.publishing.latest import latest_publication
from survey.publishing.prepare import prepare
from tests.survey.office import NOW, filled, found, opened
from tests.survey.staff import hired, posted, signed_in
from tests.survey.uploads import carried

WAVE = "/console/waves/tiny-2026"
PAGE = f"{WAVE}/approval"


@pytest.fixture
def hoa(house_app: Flask, database: Database, keys: Keys) -> FlaskClient:
    """The officer's browser; the result of a simulated wave is prepared by her."""
    filled(database, keys)
    hired(database, "hoa", "binh", "dung")
    with database.writing() as tx:
        stop_wave(tx, found(tx), NOW)
        score_snapshot(tx, close_wave(tx, found(tx), keys, NOW), NOW)
        prepare(tx, latest_run(tx, found(tx)), NOW, person_named(tx, "hoa"))  # type: ignore[arg-type] # just hired
    return signed_in(house_app, "hoa")


def test_the_page_shows_who_prepared_and_who_agreed(hoa: FlaskClient, database: Database) -> None:
    """Names and days, and of the step to come that it is next."""
    assert "hoa đã chuẩn bị, 15/09/2026" in hoa.get(PAGE).text
    assert 'aria-current="step"' in hoa.get(PAGE).text
    with database.writing() as tx:
        approve(tx, latest_publication(tx, found(tx)), NOW, person_named(tx, "binh"))  # type: ignore[arg-type] # just hired
    assert "binh đã phê duyệt ngày 15/09/2026." in hoa.get(PAGE).text


def test_an_approver_sends_the_result_back_with_a_reason(house_app: Flask, hoa: FlaskClient) -> None:
    """The officer reads it on both pages, and prepares again."""
    binh = signed_in(house_app, "binh")
    shown = carried(binh.get(PAGE).text)
    refused = posted(binh, PAGE, f"{PAGE}/return", **shown, reason=" ")
    assert refused.status_code == 422
    assert "Cần ghi lý do" in refused.text
    assert posted(binh, PAGE, f"{PAGE}/return", **shown, reason="Thiếu hai phường").status_code == 303
    assert "Thiếu hai phường" in hoa.get(PAGE).text
    assert "Kết quả đã bị trả lại" in hoa.get(WAVE).text
    assert f'href="{WAVE}/prepare"' in hoa.get(WAVE).text
    assert binh.get(f"{WAVE}/approve").status_code == 409
    again = posted(binh, PAGE, f"{PAGE}/return", **shown, reason="Thiếu hai phường")
    assert again.status_code == 409
    assert "Kết quả này đã bị trả lại." in again.text


def test_a_page_of_another_result_sends_nothing_back(house_app: Flask, hoa: FlaskClient) -> None:
    """What it showed is not what would go back."""
    answer = posted(signed_in(house_app, "binh"), PAGE, f"{PAGE}/return", shown="7/abc", reason="Sai")
    assert answer.status_code == 409
    assert "Việc này đã được làm rồi" in answer.text
    assert "đã bị trả lại" not in hoa.get(PAGE).text


@pytest.mark.parametrize(("name", "to"), [("hoa", "return"), ("binh", "chain"), ("dung", "return"), ("dung", "chain")])
def test_each_form_is_for_its_own_role(house_app: Flask, hoa: FlaskClient, name: str, to: str) -> None:  # noqa: ARG001 - the wave has to be there
    """The officer sends nothing back, the approver sets no chain, who keeps accounts does neither."""
    client = signed_in(house_app, name)
    assert posted(client, PAGE, f"{PAGE}/{to}", reason="Sai", named="shipped").status_code == 403
    assert f"approval/{to}" not in client.get(PAGE).text


def test_the_officer_sets_the_chain_before_anything_is_prepared(
    house_app: Flask, database: Database, keys: Keys
) -> None:
    """Typed row by row, or the shipped one at one click; what was typed stays where it is refused."""
    opened(database, keys)
    hired(database, "hoa", "binh")
    hoa = signed_in(house_app, "hoa")
    rows = {"title_vi": ["Trưởng phòng", ""], "title_en": ["", ""], "document": ["Phiếu trình", ""]}
    form = {**rows, "account": ["nobody", ""], "role": ["approver"] * 2, "csrf_token": _token(hoa)}
    refused = hoa.post(f"{PAGE}/chain", data=form)
    assert refused.status_code == 422
    assert "không có tài khoản “nobody”" in refused.text
    assert 'value="Phiếu trình"' in refused.text
    assert hoa.post(f"{PAGE}/chain", data={**form, "account": ["binh", ""]}).status_code == 303
    assert "kèm văn bản: Phiếu trình" in hoa.get(PAGE).text
    assert posted(hoa, PAGE, f"{PAGE}/chain", named="shipped").status_code == 303
    with database.reading() as tx:
        assert as_written(tx, found(tx)) == SHIPPED


def _token(client: FlaskClient) -> str:
    return carried(client.get(PAGE).text)["csrf_token"]


@pytest.mark.parametrize("step", ["", "x", "-1", "٢", "9" * 5000])
def test_a_step_that_is_no_number_is_taken_for_another(house_app: Flask, hoa: FlaskClient, step: str) -> None:
    """Nobody agrees to a step that no page showed."""
    binh = signed_in(house_app, "binh")
    answer = posted(binh, PAGE, f"{WAVE}/approve", step=step)
    assert (answer.status_code, answer.headers["Location"]) == (303, WAVE)
    assert "Việc này đã được làm rồi" in binh.get(WAVE).text
    assert "đã phê duyệt ngày" not in hoa.get(PAGE).text

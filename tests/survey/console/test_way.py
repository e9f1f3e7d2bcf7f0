"""A wave's whole way to the public from the console: stop, close, score, prepare, approve, publish."""

from functools import cache

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from survey.clock import Clock
from survey.database import Database
from survey.jobs.kinds import Bench
from survey.jobs.worker import work_once
from survey.keys import Keys
from survey.people.audit import verify
from survey.publishing.publish import PLAIN_PAPER
from survey.records import Job, Publication, RunRow
from tests.survey.office import filled, found
from tests.survey.signing import signed_decision
from tests.survey.staff import hired, posted, signed_in, token_on, with_phone
from tests.survey.uploads import carried, sent

WAVE = "/console/waves/tiny-2026"
DECISION = {"number": "123/QĐ-UBND", "day": "2026-12-20", "signer": "Chủ tịch"}
REASON = "Hội đồng thẩm định đồng ý."
"""Why a wave is published where reliability advises less."""


@pytest.fixture
def bench(database: Database, keys: Keys, clock: Clock) -> Bench:
    """The worker's bench, on the test's database and clock."""
    return Bench(database, keys, PLAIN_PAPER, clock)


@pytest.fixture
def hoa(house_app: Flask, database: Database, keys: Keys) -> FlaskClient:
    """The browser of the officer who prepares; a wave of 160 answers is open."""
    filled(database, keys)
    hired(database, "hoa", "binh")
    return signed_in(house_app, "hoa")


@cache
def _signed(database: Database) -> bytes:
    """The decision as it comes back, its annex of the run at hand."""
    with database.reading() as tx:
        return signed_decision(tx.scalars(select(RunRow.fingerprint)).one())


def _do(client: FlaskClient, act: str, **fields: str) -> str:
    """Confirms an act and reads the page of the wave it leads to."""
    shown = carried(client.get(f"{WAVE}/{act}").text)
    answer = posted(client, f"{WAVE}/{act}", **(shown | fields))
    assert (answer.status_code, answer.headers.get("Location")) == (303, WAVE)
    page = client.get(WAVE)
    assert page.status_code == 200
    return page.text


def _prepared(hoa: FlaskClient, bench: Bench, **fields: str) -> None:
    _do(hoa, "stop")
    for act in ("close", "score"):
        _do(hoa, act)
        work_once(bench)
    _do(hoa, "prepare", **fields)


def test_two_people_bring_a_wave_from_open_to_public(house_app: Flask, hoa: FlaskClient, bench: Bench) -> None:
    """Each act is one page and one click; long work shows that it is under way until the worker has done it."""
    assert "Đã dừng nhận phiếu." in _do(hoa, "stop")
    assert "Đang chốt số liệu…" in _do(hoa, "close")
    assert hoa.get(f"{WAVE}/progress").json == {"working": True, "next": "close"}
    assert work_once(bench)
    assert hoa.get(f"{WAVE}/progress").json == {"working": False, "next": "score"}
    assert "Đang tính kết quả…" in _do(hoa, "score")
    work_once(bench)
    assert "chờ người khác phê duyệt" in _do(hoa, "prepare")
    binh = signed_in(house_app, "binh")
    assert "Đã phê duyệt." in _do(binh, "approve")
    assert "Đang lập trang và tài liệu công bố…" in _do(binh, "publish")
    assert house_app.test_client().get("/results/tiny-2026").status_code == 404
    work_once(bench)
    assert "Kết quả đã công bố" in hoa.get(WAVE).text
    assert house_app.test_client().get("/results/tiny-2026").status_code == 200
    with bench.database.reading() as tx:
        assert verify(tx).ok


def test_who_prepared_cannot_approve(hoa: FlaskClient, bench: Bench) -> None:
    """The page offers no button, and the address refuses."""
    _prepared(hoa, bench)
    page = hoa.get(WAVE).text
    assert f'href="{WAVE}/approve"' not in page
    assert "đang chờ người phê duyệt" in page
    assert hoa.get(f"{WAVE}/approve").status_code == 403


def test_two_approvals_at_once_count_once(house_app: Flask, hoa: FlaskClient, bench: Bench) -> None:
    """Both stood before the same question; the second reads one sentence."""
    _prepared(hoa, bench)
    first, second = signed_in(house_app, "binh"), signed_in(house_app, "binh")
    forms = [carried(client.get(f"{WAVE}/approve").text) for client in (first, second)]
    for client, form in zip((first, second), forms, strict=True):
        assert client.post(f"{WAVE}/approve", data=form).status_code == 303
    assert "Đã phê duyệt." in first.get(WAVE).text
    assert "Việc này đã được làm rồi hoặc chưa đến lượt." in second.get(WAVE).text


def test_a_double_click_asks_for_one_closing(hoa: FlaskClient, bench: Bench) -> None:
    """The second click says that it is under way; one snapshot comes out."""
    _do(hoa, "stop")
    token = token_on(hoa, f"{WAVE}/close")
    for _ in range(2):
        hoa.post(f"{WAVE}/close", data={"csrf_token": token})
    assert "Việc này đã được làm rồi" in hoa.get(WAVE).text
    assert (work_once(bench), work_once(bench)) == (True, False)


def test_an_act_out_of_turn_does_nothing(hoa: FlaskClient) -> None:
    """Nobody scores an open wave by typing the address."""
    answer = hoa.get(f"{WAVE}/score")
    assert answer.status_code == 409
    assert "chưa đến lượt" in answer.text


def test_a_form_without_its_token_stops_nothing(hoa: FlaskClient, database: Database) -> None:
    """The page says to load it again, and the wave stays open."""
    assert hoa.post(f"{WAVE}/stop").status_code == 400
    with database.reading() as tx:
        assert found(tx).state == "open"


def test_a_wave_that_needs_a_decision_asks_for_its_number(
    house_app: Flask, database: Database, keys: Keys, bench: Bench
) -> None:
    """A real wave, with a reason where reliability advises less; the number is kept and may not be empty."""
    filled(database, keys, simulated=False)
    hired(database, "hoa", "binh")
    hoa, binh = signed_in(house_app, "hoa"), signed_in(house_app, "binh")
    _prepared(hoa, bench, reason=REASON)
    with_phone(binh)
    assert "mà phiên đăng nhập này chưa có" not in binh.get(f"{WAVE}/approve").text
    _do(binh, "approve")
    assert f'href="{WAVE}/decide"' not in binh.get(WAVE).text
    assert "Đợt này cần tệp quyết định đã ký số" in posted(hoa, f"{WAVE}/decide", **DECISION).text
    for typed in ({"number": " ", "day": "2026-12-20"}, {"number": "12/QĐ-UBND", "day": ""}):
        refused = sent(hoa, f"{WAVE}/decide", _signed(database), "qd.pdf", signer="Chủ tịch", **typed)
        assert refused.status_code == 422
        assert "Hãy ghi số quyết định (không quá 60 ký tự) và ngày quyết định" in refused.text
        assert all(f'value="{words}"' in refused.text for words in typed.values())
    assert sent(hoa, f"{WAVE}/decide", _signed(database), "qd.pdf", **DECISION).status_code == 303
    assert "Đã ghi số quyết định." in hoa.get(WAVE).text
    assert "Bản quyết định ký số bởi UBND thanh pho" in hoa.get(f"{WAVE}/approval").text
    assert hoa.get(f"{WAVE}/approval/signed.pdf").data == _signed(database)
    _do(binh, "publish")
    work_once(bench)
    assert "Quyết định số 123/QĐ-UBND" in house_app.test_client().get("/results/tiny-2026").text
    with database.reading() as tx:
        assert tx.scalars(select(Publication.decision_number)).one() == "123/QĐ-UBND"


def test_work_that_was_refused_says_so_and_can_be_asked_for_again(
    hoa: FlaskClient, bench: Bench, database: Database
) -> None:
    """The page says that nothing changed, and offers the step anew."""
    _do(hoa, "stop")
    _do(hoa, "close")
    work_once(bench)
    _do(hoa, "score")
    with database.writing() as tx:
        job = tx.scalars(select(Job).where(Job.kind == "score_wave")).one()
        job.state, job.problem = "failed", "refused: not-closed"
    page = hoa.get(WAVE).text
    assert "Lần làm trước không xong và chưa thay đổi gì." in page
    assert f'href="{WAVE}/score"' in page
    assert "Đang tính kết quả…" in _do(hoa, "score")


@pytest.mark.parametrize("act", ["approve", "publish"])
def test_a_password_alone_judges_nobody_in_public(
    house_app: Flask, database: Database, keys: Keys, bench: Bench, act: str
) -> None:
    """Of a real wave: the page says what is missing and leads to it, and nothing happened."""
    filled(database, keys, simulated=False)
    hired(database, "hoa", "binh")
    hoa, binh = signed_in(house_app, "hoa"), signed_in(house_app, "binh")
    _prepared(hoa, bench, reason=REASON)
    if act == "publish":
        strong = signed_in(house_app, "binh")
        with_phone(strong)
        _do(strong, "approve")
        sent(hoa, f"{WAVE}/decide", _signed(database), "qd.pdf", **DECISION)
    assert "mà phiên đăng nhập này chưa có" in binh.get(f"{WAVE}/{act}").text
    answer = posted(binh, f"{WAVE}/{act}")
    assert answer.status_code == 403
    assert "cần thêm mã từ điện thoại" in answer.text
    assert 'href="/console/account"' in answer.text
    assert not work_once(bench)


def test_what_was_filled_in_is_asked_again_where_it_is_refused(
    house_app: Flask, database: Database, keys: Keys, bench: Bench
) -> None:
    """The form chosen, its number and the reason stay on the page, and nothing was prepared."""
    filled(database, keys, simulated=False)
    hired(database, "hoa")
    hoa = signed_in(house_app, "hoa")
    _do(hoa, "stop")
    for act in ("close", "score"):
        _do(hoa, act)
        work_once(bench)
    answer = posted(hoa, f"{WAVE}/prepare", form="top_k", first="10", decision=" ", reason="Hội đồng đồng ý.")
    assert answer.status_code == 409
    assert '<label for="form">Hình thức công bố</label>' in answer.text
    for kept in ('<option value="top_k" selected>', 'name="first" value="10"', ">Hội đồng đồng ý.</textarea>"):
        assert kept in answer.text
    assert 'role="alert">' in answer.text
    assert f'href="{WAVE}/prepare"' in hoa.get(WAVE).text

"""What staff see of a running wave: counts by unit and mode, of the own office alone, never an answer."""

import re

from flask import Flask
from sqlalchemy.orm import Session

from survey.database import Database
from survey.keys import Keys
from survey.people.accounts import NewAccount, add_account
from survey.records import Wave
from tests.survey.office import NOW, PASSWORD, answered, opened
from tests.survey.staff import WARD, hired, signed_in

WAVE = "/console/waves/tiny-2026"
OPINION = "Cán bộ rất tận tình"


def _some_answers(tx: Session, wave: Wave) -> None:
    """Three about the first ward (two on the web, one on paper), one about the second; each with a free text."""
    for unit, mode in ((WARD, "web"), (WARD, "web"), (WARD, "paper"), ("06658", "web")):
        answered(tx, wave, {"nhan": unit, "giai_quyet": unit}, {"polite": 4, "wish": OPINION}, mode=mode)


def _row(page: str, unit: str) -> list[str]:
    row = re.search(rf'<th scope="row">{unit}</th>(.*?)</tr>', page)
    return re.findall(r"<td>(?:<strong>)?(\d+)", row.group(1)) if row else []


def test_the_page_of_a_wave_counts_ratings_by_unit_and_mode(house_app: Flask, database: Database, keys: Keys) -> None:
    """All of them, then web and paper; names stand in Vietnamese order, and no answer is shown."""
    wave = opened(database, keys)
    hired(database, "hoa")
    with database.writing() as tx:
        _some_answers(tx, wave)
    page = signed_in(house_app, "hoa").get(WAVE).text
    assert _row(page, "Phường Hà Tu") == ["3", "2", "1"]
    assert OPINION not in page


def test_the_list_says_how_many_answered_and_what_comes_next(house_app: Flask, database: Database, keys: Keys) -> None:
    """One card a wave, in the language of the reader."""
    wave = opened(database, keys)
    hired(database, "hoa")
    with database.writing() as tx:
        _some_answers(tx, wave)
    page = signed_in(house_app, "hoa").get("/console/waves").text
    assert "<strong>4</strong> phiếu trả lời" in page
    assert "Bước tiếp theo: Dừng nhận phiếu" in page


def test_a_wave_of_another_office_does_not_exist(house_app: Flask, database: Database, keys: Keys) -> None:
    """Neither in the list nor at its address."""
    opened(database, keys)
    with database.writing() as tx:
        add_account(tx, NewAccount("minh", PASSWORD, "method_officer", "so-y-te"), NOW)
    minh = signed_in(house_app, "minh")
    assert "tiny-2026" not in minh.get("/console/waves").text
    assert minh.get(WAVE).status_code == 404
    assert minh.get(f"{WAVE}/stop").status_code == 404


def test_a_unit_viewer_sees_the_counts_of_the_own_unit_alone(house_app: Flask, database: Database, keys: Keys) -> None:
    """Three ratings of the ward; nothing of the next one, and no result before its time."""
    wave = opened(database, keys)
    hired(database, "lan")
    with database.writing() as tx:
        _some_answers(tx, wave)
    lan = signed_in(house_app, "lan")
    page = lan.get("/console/", follow_redirects=True).text
    assert "Phường Hà Tu" in page
    assert "<strong>3</strong> lượt đánh giá đơn vị" in page
    assert "Kết quả chưa công bố." in page
    assert page.count("Phường") == 1


def test_a_preview_needs_a_result(house_app: Flask, database: Database, keys: Keys) -> None:
    """One sentence says what to do first."""
    opened(database, keys)
    hired(database, "hoa")
    answer = signed_in(house_app, "hoa").get(f"{WAVE}/preview")
    assert answer.status_code == 409
    assert "Hãy chốt số liệu và tính kết quả trước." in answer.text

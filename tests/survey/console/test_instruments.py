"""The list of instruments and the page of each: what is in force, what it asks and counts, its file byte for byte."""

import re
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import event

from instruments.catalogue import shipped, shipped_codes
from instruments.fingerprint import fingerprint, printed
from instruments.reading import Reading, read_instrument
from survey.database import Database
from survey.pages.console.instruments import kept
from survey.people.accounts import NewAccount, add_account
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.decision import Decision, decide
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from tests.survey.office import HOME, INSTRUMENT, NOW, PASSWORD
from tests.survey.staff import hired, signed_in

LIST = "/console/instruments"
MOST_QUERIES = 15
DECISION = Decision("3456/QĐ-UBND", date(2026, 9, 1), "Ủy ban nhân dân tỉnh", date(2026, 9, 1), date(2026, 12, 31))


def _issued(database: Database) -> str:
    """The address of the tiny instrument, issued by decision."""
    with database.writing() as tx:
        load_register(tx)
        version = issue_instrument(tx, INSTRUMENT, "tiny.yaml", organisation_of(tx, HOME), NOW)
        decide(tx, version, DECISION, None, By(NOW))
    return f"{LIST}/issued/{version.fingerprint}"


def test_the_list_tells_what_is_issued_by_which_decision_and_what_is_a_model(
    house_app: Flask, database: Database
) -> None:
    """The issued one stands first with its decision; the shipped files follow as drafts to begin from."""
    _issued(database)
    hired(database, "hoa")
    page = signed_in(house_app, "hoa").get(LIST).text
    titles = re.findall(r'<h2 class="card"><a href="/console/instruments/(\w+)/', page)
    assert titles == ["issued", *(["shipped"] * len(shipped_codes()))]
    assert "Quyết định 3456/QĐ-UBND ngày 01/09/2026 của Ủy ban nhân dân tỉnh." in page
    assert "Nháp: mẫu có sẵn" in page


@pytest.mark.parametrize(("words", "found"), [("khao sat NHO", 1), ("3456/qđ", 1), ("tiny 2", 0), ("thuong-hieu", 1)])
def test_the_list_is_searched_without_marks_by_title_code_version_and_decision(
    house_app: Flask, database: Database, words: str, found: int
) -> None:
    """All the words must stand there; "tiny 2" is no version of ours."""
    _issued(database)
    hired(database, "hoa")
    page = signed_in(house_app, "hoa").get(LIST, query_string={"q": words}).text
    assert page.count('<h2 class="card">') == found


def test_the_page_of_a_version_tells_its_facts_and_its_fingerprint(house_app: Flask, database: Database) -> None:
    """Four questions in one section, the index over two of them, and how to read it."""
    address = _issued(database)
    hired(database, "hoa")
    page = signed_in(house_app, "hoa").get(address).text
    assert "4 câu trong 1 phần" in page
    assert "Trung bình các câu hỏi" in page
    assert "Phiếu báo 1 phút" in page
    assert printed(address.rpartition("/")[2]) in page


def test_weights_stand_as_the_file_gives_them(house_app: Flask, database: Database) -> None:
    """Every shipped file opens, and each of its nodes has a row."""
    hired(database, "hoa")
    client = signed_in(house_app, "hoa")
    for code in shipped_codes():
        instrument = read_instrument(shipped(code), code).instrument
        assert instrument is not None
        assert instrument.index is not None
        page = client.get(f"{LIST}/shipped/{code}").text
        assert page.count('<th scope="row" class="depth') == len(instrument.index.nodes), code


def test_the_file_is_taken_home_byte_for_byte(house_app: Flask, database: Database) -> None:
    """What was issued, not what was made of it."""
    address = _issued(database)
    hired(database, "hoa")
    answer = signed_in(house_app, "hoa").get(f"{address}/file")
    assert answer.data == INSTRUMENT
    assert answer.headers["Content-Disposition"] == 'attachment; filename="tiny-1.yaml"'


@pytest.mark.parametrize("code", shipped_codes())
def test_the_form_is_seen_as_respondents_see_it_and_sends_nothing(
    house_app: Flask, database: Database, code: str
) -> None:
    """Every question of the file stands there; there is no form to send."""
    with database.writing() as tx:
        load_register(tx)
    hired(database, "hoa")
    page = signed_in(house_app, "hoa").get(f"{LIST}/shipped/{code}/form").text
    instrument = read_instrument(shipped(code), code).instrument
    assert instrument is not None
    assert {item.code for item in instrument.items()} == set(re.findall(r'data-item="([^"]+)"', page))
    assert "<form" not in page
    assert "<script" not in page


def test_the_version_of_another_office_does_not_exist(house_app: Flask, database: Database) -> None:
    """Neither in the list nor at its addresses."""
    address = _issued(database)
    with database.writing() as tx:
        add_account(tx, NewAccount("minh", PASSWORD, "method_officer", "so-y-te"), NOW)
    minh = signed_in(house_app, "minh")
    assert "/issued/" not in minh.get(LIST).text
    assert [minh.get(address + end).status_code for end in ("", "/file", "/form")] == [404, 404, 404]


def test_the_pages_ask_the_database_little(house_app: Flask, database: Database) -> None:
    """However many versions there are."""
    address = _issued(database)
    hired(database, "hoa")
    client = signed_in(house_app, "hoa")
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    for page in (LIST, address, f"{address}/file", f"{address}/form"):
        asked.clear()
        assert client.get(page).status_code == 200
        assert 0 < len(asked) <= MOST_QUERIES, (page, len(asked))


def test_the_mark_of_a_page_is_the_fingerprint_of_its_file(house_app: Flask, database: Database) -> None:
    """Computed from the downloaded bytes."""
    address = _issued(database)
    hired(database, "hoa")
    read = read_instrument(signed_in(house_app, "hoa").get(f"{address}/file").data, "x.yaml").instrument
    assert read is not None
    assert fingerprint(read) == address.rpartition("/")[2]


def test_shipped_files_are_read_once_in_a_process(
    house_app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading one looks for every mistake, which took seconds on each page; one is opened without the others."""
    read: list[str] = []

    def counted(data: bytes, name: str) -> Reading:
        read.append(name)
        return read_instrument(data, name)

    monkeypatch.setattr(kept, "read_instrument", counted)
    kept.model_shipped.cache_clear()
    hired(database, "hoa")
    hoa = signed_in(house_app, "hoa")
    assert hoa.get(f"{LIST}/shipped/sipas-nhanh").status_code == 200
    assert read == ["sipas-nhanh.yaml"]
    assert [hoa.get(page).status_code for page in (LIST, LIST, f"{LIST}/issue", f"{LIST}/compare")] == [200] * 4
    assert sorted(read) == [f"{code}.yaml" for code in shipped_codes()]

"""The public results at their addresses: frozen bytes, earlier publications kept, nothing before its time."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from survey import blobs
from survey.database import Database
from survey.keys import Keys
from survey.records import Publication, PublicationFile, RunRow, SnapshotRow, Wave
from tests.survey.office import DAY, NOW, opened, person
from tests.survey.staff import hired, signed_in

FINGERPRINT = "1a2b3c4d5e6f7a8b" + "0" * 48
PAGE = b"<!doctype html><title>frozen</title>" + b"x" * 200
OUT = datetime(2026, 12, 20, 2, 0, tzinfo=UTC)


def _kept(
    tx: Session, wave: Wave, number: int, published: datetime | None, files: dict[str, tuple[str, bytes]]
) -> None:
    account = person(tx, f"hoa-{number}", "method_officer").number
    snapshot = SnapshotRow(wave=wave.id, number=number, made=DAY, fingerprint="ab" * 32, reason="closed")
    tx.add(snapshot)
    tx.flush()
    run = RunRow(snapshot=snapshot.id, fingerprint=FINGERPRINT if number == 1 else "9" * 64)
    tx.add(run)
    tx.flush()
    publication = Publication(wave=wave.id, run=run.id, number=number, prepared_by=account, published=published)
    tx.add(publication)
    tx.flush()
    for name, (media_type, data) in files.items():
        zipped = blobs.keep(tx, gzip.compress(data, mtime=0)) if media_type.startswith("text/html") else None
        tx.add(PublicationFile(publication=publication.id, name=name, media_type=media_type,
                               plain=blobs.keep(tx, data), zipped=zipped))  # fmt: skip


FILES = {
    "pages/vi": ("text/html; charset=utf-8", PAGE),
    "pages/en": ("text/html; charset=utf-8", PAGE + b"en"),
    "pages/06652/vi": ("text/html; charset=utf-8", PAGE + b"unit"),
    "phieu-diem/06652.pdf": ("application/pdf", b"%PDF-1.7"),
    "xep-hang.csv": ("text/csv; charset=utf-8", b"rank,unit\n"),
    "own/phieu-diem/06652.pdf": ("application/pdf", b"%PDF-1.7 for the unit alone"),
    "own/phieu-diem/06658.pdf": ("application/pdf", b"%PDF-1.7 of a neighbour"),
}


@pytest.fixture
def wave(database: Database, keys: Keys) -> Wave:
    """A wave with one publication."""
    made = opened(database, keys)
    with database.writing() as tx:
        _kept(tx, made, 1, OUT, FILES)
    return made


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("/results/tiny-2026", PAGE),
        ("/results/tiny-2026/en", PAGE + b"en"),
        ("/results/tiny-2026/v1", PAGE),
        ("/results/tiny-2026/06652", PAGE + b"unit"),
        ("/results/tiny-2026/v1/06652", PAGE + b"unit"),
        ("/results/tiny-2026/files/phieu-diem/06652.pdf", b"%PDF-1.7"),
        ("/results/tiny-2026/v1/files/xep-hang.csv", b"rank,unit\n"),
    ],
)
@pytest.mark.usefixtures("wave")
def test_an_address_gives_the_bytes_that_were_frozen(house_app: Flask, address: str, body: bytes) -> None:
    """As they were made at publication."""
    answer = house_app.test_client().get(address)
    assert (answer.status_code, answer.data) == (200, body)
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.usefixtures("wave")
def test_a_browser_gets_the_gzip_form_once(house_app: Flask) -> None:
    """And 304 when it asks again with the mark it was given."""
    client = house_app.test_client()
    first = client.get("/results/tiny-2026", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(first.data) == PAGE
    again = client.get(
        "/results/tiny-2026", headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.usefixtures("wave")
@pytest.mark.parametrize(
    "address",
    ["/results/none-2026", "/results/tiny-2026/v2", "/results/tiny-2026/06658", "/results/tiny-2026/files/pages",
     "/verify/ffffffffffffffff", "/verify/1a2b"],
)  # fmt: skip
def test_what_was_not_published_is_not_found(house_app: Flask, address: str) -> None:
    """One sentence, and no hint whether it exists."""
    answer = house_app.test_client().get(address)
    assert answer.status_code == 404
    assert 'role="alert"' in answer.text


def test_a_prepared_result_is_nowhere_to_be_seen(house_app: Flask, database: Database, keys: Keys) -> None:
    """Not in the list, not at its address, not under its fingerprint."""
    made = opened(database, keys)
    with database.writing() as tx:
        _kept(tx, made, 1, None, FILES)
    client = house_app.test_client()
    assert "Chưa có kết quả nào" in client.get("/results/").text
    addresses = ("/results/tiny-2026", "/results/tiny-2026/v1", f"/verify/{FINGERPRINT}")
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


def test_the_latest_publication_leads_and_the_earlier_stays(house_app: Flask, database: Database, wave: Wave) -> None:
    """A correction has its own number; the page it corrects can still be read."""
    with database.writing() as tx:
        _kept(tx, wave, 2, OUT + timedelta(days=9), {"pages/vi": ("text/html; charset=utf-8", b"corrected")})
    client = house_app.test_client()
    assert client.get("/results/tiny-2026").data == b"corrected"
    assert client.get("/results/tiny-2026/v1").data == PAGE
    assert client.get("/results/").text.count("/results/tiny-2026") == 1


@pytest.mark.usefixtures("wave")
def test_the_printed_digits_lead_to_the_files_and_their_hashes(house_app: Flask) -> None:
    """The sixteen digits a document prints, in capitals and groups, are enough."""
    page = house_app.test_client().get("/verify/1A2B 3C4D 5E6F 7A8B").text
    assert FINGERPRINT in page
    assert "phieu-diem/06652.pdf" in page
    assert "pages/vi" not in page


@pytest.mark.usefixtures("wave")
def test_the_front_page_leads_to_the_open_survey_and_the_latest_result(house_app: Flask) -> None:
    """In both languages."""
    client = house_app.test_client()
    vietnamese, english = client.get("/").text, client.get("/en").text
    assert 'href="/s/tiny-2026"' in vietnamese
    assert 'href="/results/tiny-2026"' in vietnamese
    assert "20/12/2026" in vietnamese
    assert 'href="/s/tiny-2026/en"' in english
    assert 'href="/results/tiny-2026/en"' in english
    assert "20 Dec 2026" in english


def test_waves_of_the_day_are_simulated_and_say_so(house_app: Flask, wave: Wave) -> None:
    """The mark stands on the card of the survey and of its result."""
    assert wave.opened == NOW.date()
    assert house_app.test_client().get("/").text.count("SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT") == 2


@pytest.mark.parametrize("version", ["", "/v1"])
def test_a_scorecard_kept_for_its_unit_is_no_public_file(house_app: Flask, wave: Wave, version: str) -> None:
    """Neither at an address of its own nor in the list under the fingerprint."""
    client = house_app.test_client()
    assert client.get(f"/results/{wave.code}{version}/files/own/phieu-diem/06652.pdf").status_code == 404
    listed = client.get(f"/verify/{FINGERPRINT}").text
    assert "phieu-diem/06652.pdf" in listed
    assert "own/" not in listed


def test_a_unit_reads_its_own_scorecard_and_no_other(house_app: Flask, database: Database, wave: Wave) -> None:
    """Signed in, kept by no cache; a neighbour's is not there, nor is it for a stranger."""
    hired(database, "lan")
    client = signed_in(house_app, "lan")
    answer = client.get(f"/console/unit/06652/{wave.code}/card")
    assert (answer.status_code, answer.data) == (200, b"%PDF-1.7 for the unit alone")
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get(f"/console/unit/06658/{wave.code}/card").status_code == 404
    assert house_app.test_client().get(f"/console/unit/06652/{wave.code}/card").status_code == 303

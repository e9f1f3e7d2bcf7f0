"""An instrument with pictures and audio goes the whole way in the page: chosen with them at once, or as one .zip."""

import html
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, stream_encode_multipart

from instruments.fingerprint import sha256
from survey.database import Database
from survey.preparing.media import digests_of
from survey.preparing.register import load_register
from tests.instruments.pictures import png
from tests.survey.media.files import FILES, seen_and_heard
from tests.survey.staff import hired, signed_in, token_on
from tests.survey.uploads import HIDDEN

CHECK, COMPARE, ISSUE = (f"/console/instruments/{act}" for act in ("check", "compare", "issue"))
DIGESTS = {name: sha256(data) for name, data in FILES.items()}
CARRIED = ("carried", "carried_media", "name")
FILE = {"phieu.yaml": seen_and_heard()}
NEWER = {"phieu.yaml": seen_and_heard(('version: "1"', 'version: "2"'))}


@pytest.fixture
def database_kind() -> str:
    """What a form carries does not depend on the database."""
    return "sqlite"


@pytest.fixture
def hoa(house_app: Flask, database: Database) -> FlaskClient:
    """The officer's browser, in a house that knows its units."""
    hired(database, "hoa")
    with database.writing() as tx:
        load_register(tx)
    return signed_in(house_app, "hoa")


def packed(files: dict[str, bytes]) -> bytes:
    """Files as a Mac packs a folder."""
    kept = BytesIO()
    with ZipFile(kept, "w") as pack:
        pack.writestr("phieu/", b"")
        for name, data in files.items():
            pack.writestr(f"phieu/{name}", data)
        pack.writestr("__MACOSX/phieu/._phieu.yaml", b"\x00")
    return kept.getvalue()


def _sent(client: FlaskClient, page: str, files: dict[str, bytes], **fields: object) -> TestResponse:
    chosen = [FileStorage(BytesIO(data), name) for name, data in files.items()]
    data = MultiDict({**fields, "file": chosen, "csrf_token": token_on(client, page)})
    body, _length, boundary = stream_encode_multipart(data, use_tempfile=False)
    return client.post(page, data=body.read(), content_type=f"multipart/form-data; boundary={boundary}")


def _hidden(page: str) -> dict[str, list[str]]:
    """The hidden fields, each with all that it carries along."""
    found: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(page):
        found.setdefault(name, []).append(value)
    return found


def _issued(client: FlaskClient, files: dict[str, bytes]) -> str:
    look = _sent(client, ISSUE, files, step="look", trial="1")
    assert look.status_code == 200
    done = client.post(ISSUE, data={**_hidden(look.text), "step": "issue"})
    assert done.status_code == 303
    return done.headers["Location"].rpartition("/")[2]


@pytest.mark.parametrize("files", [FILE | FILES, {"phieu.zip": packed(FILE | FILES)}])
def test_files_chosen_at_once_or_packed_are_issued_byte_for_byte(
    hoa: FlaskClient, database: Database, files: dict[str, bytes]
) -> None:
    """And seen and heard in the preview of the version."""
    mark = _issued(hoa, files)
    with database.reading() as tx:
        assert digests_of(tx, mark) == DIGESTS
    address = f"/console/instruments/issued/{mark}"
    assert f"{address}/media/{DIGESTS['quay.png']}" in hoa.get(f"{address}/form").text
    assert hoa.get(f"{address}/media/{DIGESTS['quay.png']}").data == FILES["quay.png"]


def test_a_file_that_lacks_comes_later_and_the_others_are_not_chosen_again(hoa: FlaskClient) -> None:
    """The page carries along what it has been given."""
    page = _sent(hoa, CHECK, FILE | {"quay.png": FILES["quay.png"]}).text
    assert "chưa có tệp “polite.vi.mp3” đi cùng tệp phiếu" in page
    assert "chưa có tệp “quay.png”" not in page
    sounds = {name: data for name, data in FILES.items() if name.endswith(".mp3")}
    again = _sent(hoa, CHECK, sounds, text=FILE["phieu.yaml"].decode(), **_hidden(page)).text
    assert "ban hành được." in again
    assert "Hình và âm thanh đi cùng: polite.en.mp3, polite.vi.mp3, quay.png." in again


TWO_OR_BROKEN = [{"a.yaml": b"a", "b.yaml": b"b"}, {"hinh.zip": b"no pack"}]


@pytest.mark.parametrize("wrong", TWO_OR_BROKEN)
@pytest.mark.parametrize("page", [COMPARE, ISSUE, "/console/consultations/new"])
def test_files_that_are_refused_lose_no_file_that_came_before(
    hoa: FlaskClient, page: str, wrong: dict[str, bytes]
) -> None:
    """Nor its pictures: the page carries them along as it did."""
    before = _hidden(_sent(hoa, ISSUE, FILE | FILES).text)
    refused = _sent(hoa, page, wrong, **before)
    assert refused.status_code == 422
    assert [_hidden(refused.text)[field] for field in CARRIED] == [before[field] for field in CARRIED]


@pytest.mark.parametrize("wrong", TWO_OR_BROKEN)
def test_files_that_are_refused_lose_no_text_that_was_typed(hoa: FlaskClient, wrong: dict[str, bytes]) -> None:
    """It stays in its field to be gone on with."""
    refused = _sent(hoa, CHECK, wrong, text=FILE["phieu.yaml"].decode())
    assert refused.status_code == 422
    assert FILE["phieu.yaml"].decode() in html.unescape(refused.text)


def test_another_picture_under_the_same_name_is_a_change(hoa: FlaskClient) -> None:
    """Held against the version as it was issued, in comparing and before the next is issued."""
    mark = _issued(hoa, FILE | FILES)
    same = _sent(hoa, COMPARE, NEWER | FILES, before=f"issued/{mark}").text
    other = _sent(hoa, COMPARE, NEWER | FILES | {"quay.png": png(10, 10)}, before=f"issued/{mark}").text
    assert ("polite: hình" in same, "polite: hình" in other) == (False, True)
    look = _sent(hoa, ISSUE, NEWER | FILES | {"quay.png": png(10, 10)}, step="look", trial="1", replaces=mark).text
    assert "polite: hình" in look


def test_a_picture_exchanged_after_the_look_is_refused(hoa: FlaskClient) -> None:
    """What is confirmed is what was seen."""
    look = _hidden(_sent(hoa, ISSUE, FILE | FILES, step="look", trial="1").text)
    other = _hidden(_sent(hoa, ISSUE, FILE | FILES | {"quay.png": png(9, 9)}, step="look", trial="1").text)
    answer = hoa.post(ISSUE, data={**look, "carried_media": other["carried_media"], "step": "issue"})
    assert answer.status_code == 400


def test_a_version_on_trial_is_decided_from_its_page_with_its_pictures(hoa: FlaskClient) -> None:
    """Nothing is chosen again."""
    mark = _issued(hoa, FILE | FILES)
    form = _hidden(hoa.get(f"{ISSUE}?from=issued/{mark}").text)
    assert len(form["carried_media"]) == len(FILES)
    decision = {"number": "1/QĐ", "day": "2026-09-01", "issuer": "Sở Nội vụ"}
    period = {"period_from": "2026-09-01", "period_to": "2026-12-31"}
    look = hoa.post(ISSUE, data={**form, **decision, **period, "step": "look"})
    assert "Quyết định 1/QĐ" in look.text
    assert hoa.post(ISSUE, data={**_hidden(look.text), "step": "issue"}).status_code == 303


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"a.zip": b"PK\x03\x04 no pack"}, "Không mở được tệp nén “a.zip”."),
        ({"a.zip": packed({})[:-1]}, "Không mở được tệp nén “a.zip”."),
        ({"a.yaml": b"a: 1", "b.yaml": b"b: 1"}, "Có nhiều tệp bộ phiếu: a.yaml, b.yaml."),
        ({"a.zip": packed({str(n): b"" for n in range(201)})}, "phải có từ 1 đến 200 tệp"),
        ({"a.yaml": b"a: 1"} | {f"{n}.png": b"x" * 490_000 for n in range(26)}, "lớn hơn 12 MB"),
    ],
)
def test_what_cannot_be_taken_is_one_sentence(hoa: FlaskClient, files: dict[str, bytes], sentence: str) -> None:
    """On each of the pages, above the same form."""
    for page in (CHECK, ISSUE, "/console/consultations/new"):
        answer = _sent(hoa, page, files, step="look")
        assert answer.status_code in {413, 422}, page
        assert sentence in answer.text
        assert len(re.findall('role="alert"', answer.text)) == 1

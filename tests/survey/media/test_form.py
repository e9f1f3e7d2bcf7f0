"""Pictures and audio in the form: with and without script, in each language, and from no other instrument."""

import re

import pytest
from flask.testing import FlaskClient

from instruments.fingerprint import sha256
from survey.database import Database
from survey.keys import Keys
from survey.preparing.wave import create_wave, open_wave, wave_by_code
from tests.instruments.pictures import mp3, png
from tests.survey.firms import OFFICES, firms_file
from tests.survey.media.files import EN, PICTURE, VI, issued, opened, seen_and_heard
from tests.survey.office import NOW, plan_of
from tests.survey.questionnaire import UNITS, Opened, consent_in
from tests.survey.questionnaire import opened as opened_without


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return opened(database, keys, issued(database, seen_and_heard()))


def at(wave: Opened, data: bytes) -> str:
    return f"/s/{wave.code}/media/{sha256(data)}"


def test_a_question_is_shown_and_heard(client: FlaskClient, wave: Opened) -> None:
    """The picture with its size and words, fetched when it is near; the audio in the language, fetched when played."""
    page = client.get(f"/s/{wave.code}").get_data(as_text=True)
    (picture,) = re.findall(r"<img [^>]*>", page)
    assert f'src="{at(wave, PICTURE)}"' in picture
    assert 'width="320" height="240" alt="Quầy tiếp nhận hồ sơ" loading="lazy"' in picture
    (audio,) = re.findall(r"<audio [^>]*>", page)
    assert f'controls preload="none" src="{at(wave, VI)}" aria-label="Nghe câu hỏi: Cán bộ lịch sự"' in audio
    english = client.get(f"/s/{wave.code}/en").get_data(as_text=True)
    assert at(wave, EN) in english
    assert at(wave, VI) not in english
    assert 'alt="A counter"' in english


def test_the_files_come_as_what_they_are(client: FlaskClient, wave: Opened) -> None:
    """The type of their bytes, which no browser may guess anew; kept for ever, as other bytes have another address."""
    for data, media_type in ((PICTURE, "image/png"), (VI, "audio/mpeg")):
        answer = client.get(at(wave, data))
        assert (answer.status_code, answer.data, answer.content_type) == (200, data, media_type)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "immutable" in answer.headers["Cache-Control"]
        assert "Set-Cookie" not in answer.headers
        assert client.get(at(wave, data), headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_a_player_may_ask_for_a_part(client: FlaskClient, wave: Opened) -> None:
    """Phones do, and play nothing from a server that does not know how."""
    answer = client.get(at(wave, VI), headers={"Range": "bytes=0-1"})
    assert (answer.status_code, answer.data) == (206, VI[:2])
    assert answer.headers["Content-Range"] == f"bytes 0-1/{len(VI)}"


def test_no_other_bytes_of_the_house_are_given_out(client: FlaskClient, database: Database, keys: Keys) -> None:
    """Not of another wave's instrument, not the instrument's own file, not a digest nobody knows."""
    mine = opened(database, keys, issued(database, seen_and_heard()))
    other_files = {"quay.png": png(5, 5), "polite.vi.mp3": mp3(6), "polite.en.mp3": mp3(7)}
    other = issued(database, seen_and_heard(("code: phieu-hinh", "code: phieu-khac")), other_files)
    theirs = opened(database, keys, other, "dot-khac")
    assert client.get(at(theirs, png(5, 5))).status_code == 200
    addresses = (at(mine, png(5, 5)), at(mine, seen_and_heard()), f"/s/{mine.code}/media/{'0' * 64}")
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


def test_of_a_draft_nobody_is_given_a_file(client: FlaskClient, database: Database, keys: Keys) -> None:
    """Not even who knows its digest; from the opening on everybody is."""
    version = issued(database, seen_and_heard())
    with database.writing() as tx:
        wave = create_wave(tx, plan_of(tx, instrument_fingerprint=version.fingerprint, units=UNITS), NOW)
    address = f"/s/{wave.code}/media/{sha256(PICTURE)}"
    assert client.get(address).status_code == 404
    with database.writing() as tx:
        open_wave(tx, wave_by_code(tx, wave.code), keys, NOW)
    assert client.get(address).data == PICTURE


def test_without_script_the_question_is_the_same(client: FlaskClient, wave: Opened) -> None:
    """Asked again after a mistake, it still has its picture and audio: plain elements, no script."""
    page = client.post(f"/s/{wave.code}/check", data={"language": "vi", "unit.place": "06652"}).get_data(as_text=True)
    assert at(wave, PICTURE) in page
    assert at(wave, VI) in page


def test_without_script_the_page_about_a_unit_has_the_picture_and_the_audio(
    client: FlaskClient, database: Database, keys: Keys
) -> None:
    """The server asks about one unit a page, and the player is called after the question about that unit."""
    sentence = 'text: {vi: "Thủ tục của {unit} dễ tìm", en: "The rules of {unit} are easy to find"}'
    shown = "picture: {file: quay.png, alt: {vi: Quầy, en: A counter}}\n        spoken: {vi: nghe.mp3}\n        "
    version = issued(database, firms_file((sentence, shown + sentence)), {"quay.png": PICTURE, "nghe.mp3": VI})
    units = tuple((unit, "offices") for unit in OFFICES)
    asked = {"instrument_fingerprint": version.fingerprint, "units": units, "simulated": True}
    firms = opened_without(database, keys, "dot-hai", **asked)
    with database.reading() as tx:
        consent = consent_in(tx)
    said = {"language": "vi", "consent": consent, "unit.met": ["so-tu-phap"], "a.kind": "1", "a.recommend": "9"}
    page = client.post(f"/s/{firms.code}/check", data=said).get_data(as_text=True)
    assert 'id="q-met.so-tu-phap.easy"' in page
    assert f'src="{at(firms, PICTURE)}"' in page
    assert f'src="{at(firms, VI)}" aria-label="Nghe câu hỏi: Thủ tục của Sở Tư pháp dễ tìm"' in page


def test_a_form_without_files_has_none_of_this(client: FlaskClient, database: Database, keys: Keys) -> None:
    """Page, style and script differ only in what pictures and audio need, and only where there are any."""
    without = opened_without(database, keys, "dot-khong")
    page = client.get(f"/s/{without.code}").get_data(as_text=True)
    assert "<img" not in page
    assert "<audio" not in page
    with_files = opened(database, keys, issued(database, seen_and_heard(("code: phieu-hinh", "code: phieu-khac"))))
    for name, more in (("form.css", ".listen"), ("form.js", "silence")):
        plain = client.get(f"/s/{without.code}/{name}").data
        fuller = client.get(f"/s/{with_files.code}/{name}").data
        assert fuller.startswith(plain)
        assert more.encode() in fuller.removeprefix(plain)

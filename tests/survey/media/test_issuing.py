"""Pictures and audio are issued with the instrument, and none of them changes afterwards without being noticed."""

import pytest
from sqlalchemy import select

from instruments.fingerprint import sha256
from survey import blobs
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.preparing.acting import By
from survey.preparing.erratum import correct_wave
from survey.preparing.media import digests_of, media_of
from survey.records import AuditEvent, InstrumentVersion
from tests.instruments.pictures import png
from tests.survey.media.files import FILES, PICTURE, issued, opened, seen_and_heard
from tests.survey.questionnaire import INSTRUMENT, NOW, wave_in

NEWER = ('version: "1"', 'version: "2"')


def test_the_files_are_kept_with_the_version(database: Database) -> None:
    """Byte for byte, each under its name with its kind; the picture with its size."""
    version = issued(database, seen_and_heard())
    with database.reading() as tx:
        kept = media_of(tx, version.fingerprint)
        assert {name: blobs.load(tx, row.blob) for name, row in kept.items()} == FILES
    assert {name: (row.media_type, row.width, row.height) for name, row in kept.items()} == {
        "quay.png": ("image/png", 320, 240),
        "polite.vi.mp3": ("audio/mpeg", None, None),
        "polite.en.mp3": ("audio/mpeg", None, None),
    }


def test_the_record_of_issuing_names_the_digest_of_each_file(database: Database) -> None:
    """Under the chain of the record nobody can exchange a picture later; without files it reads as ever."""
    issued(database, seen_and_heard())
    issued(database, INSTRUMENT.replace(b"code: phieu-nho", b"code: phieu-khac"))
    with database.reading() as tx:
        texts = tx.scalars(select(AuditEvent.text).order_by(AuditEvent.n))
        first, second = (text for text in texts if "instrument_issued" in text)
    assert all(sha256(data) in first for data in FILES.values())
    assert "media" not in second


def test_a_missing_file_is_refused_and_nothing_is_kept(database: Database) -> None:
    """With its name and where it should be."""
    with pytest.raises(Refused, match=r"quay\.png"):
        issued(database, seen_and_heard(), {name: data for name, data in FILES.items() if name != "quay.png"})
    with database.reading() as tx:
        assert tx.scalars(select(InstrumentVersion)).all() == []


def test_an_issued_version_stays_with_its_files(database: Database) -> None:
    """The same again changes nothing; another picture under the same name and version is refused."""
    first = issued(database, seen_and_heard())
    assert issued(database, seen_and_heard()).fingerprint == first.fingerprint
    with pytest.raises(Refused, match=r"another file “quay\.png”"):
        issued(database, seen_and_heard(), FILES | {"quay.png": png(320, 240, grey=3)})
    with database.reading() as tx:
        assert digests_of(tx, first.fingerprint)["quay.png"] == sha256(PICTURE)


def test_a_newer_version_with_the_same_files_may_correct_a_wave(database: Database, keys: Keys) -> None:
    """A slip of spelling, the picture as it was: its bytes are kept once."""
    wave = opened(database, keys, issued(database, seen_and_heard()))
    newer = issued(database, seen_and_heard(NEWER, ("Kết quả đúng hẹn", "Kết qủa đúng hẹn")))
    with database.writing() as tx:
        assert correct_wave(tx, wave_in(tx, wave), newer, By(NOW)).is_erratum
    with database.reading() as tx:
        assert digests_of(tx, newer.fingerprint) == digests_of(tx, wave.instrument)


def test_another_picture_under_the_same_name_is_no_erratum(database: Database, keys: Keys) -> None:
    """The refusal names the item and both digests."""
    wave = opened(database, keys, issued(database, seen_and_heard()))
    other = png(320, 240, grey=3)
    newer = issued(database, seen_and_heard(NEWER), FILES | {"quay.png": other})
    with database.writing() as tx, pytest.raises(Refused) as refused:
        correct_wave(tx, wave_in(tx, wave), newer, By(NOW))
    ((place, sentences),) = refused.value.places
    assert place == "polite"
    assert sha256(PICTURE)[:8] in sentences["vi"]
    assert sha256(other)[:8] in sentences["vi"]

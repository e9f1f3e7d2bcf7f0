"""Pictures and audio of items: what their files are, and what lint says of them."""

import io

import pytest
from PIL import Image

from instruments.comparing import compare
from instruments.fingerprint import sha256
from instruments.media import Kind, kind_of
from instruments.reading import Reading, read_instrument
from tests.ground.files import as_read, form, replaced
from tests.instruments.pictures import AAC, M4A, OGG, mp3, png

FILE = form("""\
      - code: seen
        kind: single
        text: {vi: Ông/Bà đã thấy biển này chưa?, en: Have you seen this sign?}
        picture: {file: bien.png, alt: {vi: Biển màu xám, en: A grey sign}}
        spoken: {vi: seen.vi.mp3, en: seen.en.mp3}
        options:
          - {code: 1, label: {vi: Rồi, en: "Yes"}}
          - {code: 2, label: {vi: Chưa, en: "No"}}
""")
FILES = {"bien.png": png(), "seen.vi.mp3": mp3(), "seen.en.mp3": mp3(5)}


def reading(before: str = "", after: str = "", files: dict[str, bytes] | None = None) -> Reading:
    return read_instrument(replaced(FILE, (before, after)).encode(), "form.yaml", files)


def codes(found: Reading) -> list[str]:
    return [one.code for one in found.mistakes if not one.code.startswith("minutes")]


def drawn(form: str, **options: object) -> bytes:
    """A picture of 31 by 17 pixels as Pillow writes it."""
    out = io.BytesIO()
    Image.new("RGB", (31, 17), "teal").save(out, form, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (drawn("PNG"), "image/png"),
        (drawn("JPEG"), "image/jpeg"),
        (drawn("JPEG", progressive=True), "image/jpeg"),
        (drawn("WEBP"), "image/webp"),
        (drawn("WEBP", lossless=True), "image/webp"),
        (drawn("WEBP", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0"), "image/webp"),
    ],
)
def test_a_picture_is_known_by_its_bytes_with_its_size(data: bytes, media_type: str) -> None:
    """As another program wrote it: plain and progressive, lossy, lossless and extended."""
    assert kind_of(data) == Kind("picture", media_type, (31, 17))


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (mp3(), "audio/mpeg"),
        (b"ID3\x04\0\0", "audio/mpeg"),
        (OGG, "audio/ogg"),
        (M4A, "audio/mp4"),
        (AAC, "audio/aac"),
    ],
)
def test_a_sound_is_known_by_its_first_bytes(data: bytes, media_type: str) -> None:
    """Whatever its file is called."""
    assert kind_of(data) == Kind("audio", media_type)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html>",
        b"GIF89a" + bytes(20),
        png()[:20],
        png(0, 0),
        drawn("JPEG")[:30],
        b"\xff\xd8\xff\xff\xff",
        drawn("WEBP")[:25],
        b"RIFF\x24\0\0\0WEBPWXYZ" + bytes(20),
        b"\0\0\0\x18ftypavif\0\0\0\0",
    ],
)
def test_anything_else_is_neither(data: bytes) -> None:
    """Scripts in pictures, other kinds, and what breaks off before it tells its size."""
    assert kind_of(data) is None


def test_an_instrument_with_its_files_has_no_mistake() -> None:
    """Nor one whose files nobody has given, as in a package of data."""
    assert codes(reading(files=FILES)) == []
    assert codes(reading()) == []


@pytest.mark.parametrize(
    ("before", "after", "files", "code"),
    [
        ("", "", {**FILES, "bien.png": mp3()}, "picture-kind"),
        ("", "", {**FILES, "bien.png": b"<svg/>"}, "picture-kind"),
        ("", "", {**FILES, "seen.vi.mp3": png()}, "audio-kind"),
        ("", "", {**FILES, "bien.png": png() + bytes(200_000)}, "media-large"),
        ("", "", {**FILES, "seen.en.mp3": mp3() + bytes(500_000)}, "media-large"),
        ("", "", {name: data for name, data in FILES.items() if name != "bien.png"}, "media-missing"),
        ("bien.png", "../bien.png", None, "media-name"),
        ("bien.png", "hình.png", None, "media-name"),
        (", en: seen.en.mp3", "", FILES, "spoken-missing"),
        ("vi: seen.vi.mp3, ", "", FILES, "spoken-missing"),
        ("en: seen.en.mp3", "en: seen.en.mp3, ko: seen.en.mp3", FILES, "language-unlisted"),
        (", alt: {vi: Biển màu xám, en: A grey sign}", "", FILES, "key-missing"),
        (", en: A grey sign", "", FILES, "translation-missing"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_where_it_is_named(
    before: str, after: str, files: dict[str, bytes] | None, code: str
) -> None:
    """One mistake each, on the line of the item."""
    found = reading(before, after, files)
    assert codes(found) == [code]
    assert found.mistakes[0].line is not None
    assert "sections[0].items[0]" in str(found.mistakes[0].path)


def test_a_large_file_is_allowed_up_to_its_limit() -> None:
    """200 kB of picture, 500 kB of audio."""
    picture, sound = png(), mp3()
    full = {
        **FILES,
        "bien.png": picture + bytes(200_000 - len(picture)),
        "seen.vi.mp3": sound + bytes(500_000 - len(sound)),
    }
    assert codes(reading(files=full)) == []


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("file: bien.png", "file: bien-moi.png", "item-picture"),
        ("        picture: {file: bien.png, alt: {vi: Biển màu xám, en: A grey sign}}\n", "", "item-picture"),
        ("en: A grey sign", "en: A board with words", "item-alt"),
        ("vi: seen.vi.mp3", "vi: seen.vi.ogg", "item-spoken"),
    ],
)
def test_another_picture_or_sound_is_no_erratum(before: str, after: str, change: str) -> None:
    """What people see and hear beside a question is part of how it is asked."""
    found = compare(as_read(FILE), as_read(FILE, (before, after)))
    assert change in {one.code for one in found.changes}
    assert not found.is_erratum


def test_another_picture_under_the_same_name_is_noticed_by_its_digest() -> None:
    """The file alone does not tell; the digests of what lies beside it do."""
    old = {name: sha256(data) for name, data in FILES.items()}
    new = old | {"bien.png": sha256(png(grey=1))}
    same = as_read(FILE)
    assert compare(same, same, (old, old)).changes == ()
    (change,) = compare(same, same, (old, new)).changes
    assert (change.code, change.subject) == ("item-picture", "seen")
    assert change.before == f"bien.png ({sha256(png())[:8]})"

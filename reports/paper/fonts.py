"""Finds a face that carries every letter to be printed: an office's own, the system's, or the one always installed."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import fontpkg_ibm_plex_serif
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont, TTFontFile

from instruments.fingerprint import sha256
from scoring.errors import Refusal

STYLES = ("Regular", "Bold", "Italic", "Bold Italic")
_SYSTEM = (
    ("/usr/share/fonts", "/usr/local/share/fonts"),
    ("Tinos-*.ttf", "LiberationSerif-*.ttf"),
)
"""Where Debian keeps faces of Times metrics; version 1 of Liberation Serif lacks ơ and ư, so coverage decides."""
_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_PUNCTUATION = "–−±≥≤×…“”‘’·•=<>%/()[],.:;?!+-#&'\"0123456789"
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZđĐ \u00a0"


@dataclass(frozen=True, slots=True)
class Face:
    """A serif family of four styles, registered with the PDF writer under these names."""

    family: str
    source: str
    regular: str
    bold: str
    italic: str
    file: Path
    bold_file: Path
    digests: tuple[tuple[str, str], ...]

    def described(self) -> dict[str, object]:
        """What `report.json` says of the face: family, where it was found, the hash of each file."""
        return {"family": self.family, "source": self.source, "sha256": dict(self.digests)}


def letters() -> frozenset[str]:
    """Every letter of Vietnamese in both cases and composed form, Latin letters, digits and the marks we print."""
    vowels = (unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(_VOWELS, _TONES))
    return frozenset(form for vowel in vowels for form in (vowel, vowel.upper())) | frozenset(_LATIN + _PUNCTUATION)


@cache
def face_of(directory: Path | None = None) -> Face:
    """The face to print with.

    Order: the directory given (an office may own Times New Roman), the system's Tinos or Liberation Serif, IBM Plex
    Serif. A family counts only if its regular, bold, italic and bold italic files carry every letter of `letters()`.
    A directory without such a family is a Refusal: nobody should learn from the printed page that it was ignored.
    """
    if directory is not None:
        own = _first(_families(directory.rglob("*.ttf")), "directory")
        return own or _refuse(directory)
    system = (_first(_families(_system_files(pattern)), "system") for pattern in _SYSTEM[1])
    packaged = Path(fontpkg_ibm_plex_serif.ROOT) / "files"
    return next(filter(None, system), None) or _first(_families(packaged.glob("*.ttf")), "package") or _refuse(packaged)


def _refuse(directory: Path) -> Face:
    name = directory.name
    raise Refusal(
        vi=f"Thư mục phông chữ {name}: không họ phông nào đủ bốn kiểu (thường, đậm, nghiêng, đậm nghiêng) với mọi chữ "
        "tiếng Việt; hãy đặt vào đó bốn tệp .ttf của một họ phông như vậy hoặc bỏ tùy chọn này.",
        en=f"Font directory {name}: no family in it has four styles (regular, bold, italic, bold italic) with every "
        "Vietnamese letter; put the four .ttf files of such a family there or leave the option out.",
    )


def _system_files(pattern: str) -> Iterator[Path]:
    return (file for root in _SYSTEM[0] for file in Path(root).rglob(pattern))


def _families(files: Iterable[Path]) -> dict[str, dict[str, Path]]:
    """Family → style → file, of the files that can be read and carry every letter."""
    families: dict[str, dict[str, Path]] = {}
    for file in sorted(files):
        named = _named(file)
        if named is not None:
            family, style = named
            families.setdefault(family, {}).setdefault(style, file)
    return families


def _named(file: Path) -> tuple[str, str] | None:
    try:
        font = TTFontFile(str(file), validate=0)
    except (TTFError, OSError, struct.error, IndexError):
        return None
    if any(ord(letter) not in font.charToGlyph for letter in letters()):
        return None
    return font.familyName.decode("utf-8", "replace"), font.styleName.decode("utf-8", "replace")


def _first(families: Mapping[str, Mapping[str, Path]], source: str) -> Face | None:
    complete = (family for family in sorted(families) if all(style in families[family] for style in STYLES))
    family = next(complete, None)
    return None if family is None else _registered(family, families[family], source)


def _registered(family: str, files: Mapping[str, Path], source: str) -> Face:
    digests = tuple((files[style].name, sha256(files[style].read_bytes())) for style in STYLES)
    mark = sha256(repr(digests).encode())[:8]
    names = {style: f"{family}-{style}-{mark}".replace(" ", "") for style in STYLES}
    for style in STYLES:
        pdfmetrics.registerFont(TTFont(names[style], str(files[style])))
    regular, bold, italic, bold_italic = (names[style] for style in STYLES)
    addMapping(regular, 0, 0, regular)
    addMapping(regular, 1, 0, bold)
    addMapping(regular, 0, 1, italic)
    addMapping(regular, 1, 1, bold_italic)
    return Face(family, source, regular, bold, italic, files[STYLES[0]], files[STYLES[1]], digests)

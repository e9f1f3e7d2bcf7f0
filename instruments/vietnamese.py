"""Vietnamese text: one composed form, dictionary order as a plain string, and a folded key to search by."""

import re
import unicodedata

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""Combining marks of the tones in dictionary order: huyền, hỏi, ngã, sắc, nặng; no mark is 0."""
_SHAPES = {"\u0306": "1", "\u0302": "2", "\u031b": "3"}
"""Combining marks that make another letter, in dictionary order: ă, then â ê ô, then ơ ư."""
_NUMBER = re.compile(r"[0-9]+")


def nfc(text: str) -> str:
    """The composed form in which all text of the house is kept."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """A key to search by: no marks, đ as d, lower case, single spaces.

    >>> folded("Đặc khu  Vân Đồn")
    'dac khu van don'
    """
    plain = "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))
    return " ".join(plain.casefold().replace("đ", "d").split())


def sort_key(text: str) -> str:
    """An ASCII string whose byte order is the Vietnamese dictionary order (a ă â b c d đ e ê …).

    Letters decide first, then the tone of each syllable (wherever it is placed: Hòa is Hoà), digits go by their number.

    >>> sorted(["Móng Cái 10", "Móng Cái 2"], key=sort_key)
    ['Móng Cái 2', 'Móng Cái 10']
    """
    syllables = _syllables(text)
    letters = "-".join(_letters(syllable) for syllable in syllables)
    tones = "-".join(_tones(syllable) for syllable in syllables)
    return f"{letters} {tones}"


def _syllables(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    spaced = "".join(mark if _is_written(mark) else " " for mark in decomposed)
    return re.findall(r"[0-9]+|[^0-9 ]+", spaced)


def _is_written(mark: str) -> bool:
    return (mark.isascii() and mark.isalnum()) or unicodedata.category(mark)[0] in "LM"


def _letters(syllable: str) -> str:
    if _NUMBER.fullmatch(syllable):
        digits = syllable.lstrip("0")
        return f"{min(len(digits), 999):03d}{digits}"
    return "".join(_letter(letter) for letter in re.findall(r"\S[\u0300-\u036f]*", syllable))


def _letter(cluster: str) -> str:
    base, marks = cluster[0], cluster[1:]
    if base == "đ":
        return "d1"
    if not base.isascii():
        return f"~{ord(base):06x}"
    return base + max((_SHAPES.get(mark, "0") for mark in marks), default="0")


def _tones(syllable: str) -> str:
    return "".join(_TONES[mark] for mark in syllable if mark in _TONES) or "0"

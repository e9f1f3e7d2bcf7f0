"""Writes numbers, intervals and days the way each language prints them."""

import math
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NOTHING = "–"
"""What stands where there is no number: not applicable, not measured, not printed."""
_MARKS = {"vi": (".", ","), "en": (",", ".")}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LEADING_ZERO_MONTHS = 2
"""Decree 30/2020 writes a leading zero for the days below 10 and for January and February only."""


def number(value: float | None, decimals: int, language: str) -> str:
    """The value rounded half up and written with the marks of the language; a dash where there is none.

    >>> number(1234.565, 2, "vi"), number(1234.565, 2, "en"), number(None, 2, "vi")
    ('1.234,57', '1,234.57', '–')
    """
    if value is None or math.isnan(value):
        return NOTHING
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    thousands, point = _MARKS.get(language, _MARKS["en"])
    sign = "−" if rounded < 0 else ""
    return sign + f"{abs(rounded):,f}".translate({ord(","): thousands, ord("."): point})


def count(value: float | None, language: str) -> str:
    """A whole number, thousands marked."""
    return number(value, 0, language)


def percent(value: float | None, language: str, decimals: int = 2) -> str:
    """A share on the scale of 100, with its sign and no space before it: 83,94%."""
    text = number(value, decimals, language)
    return text if text == NOTHING else f"{text}%"


def interval(lower: float | None, upper: float | None, language: str, decimals: int = 1) -> str:
    """Both limits of an interval: 86,2 – 92,4."""
    low, high = number(lower, decimals, language), number(upper, decimals, language)
    return NOTHING if NOTHING in {low, high} else f"{low} – {high}"


def margin(lower: float | None, upper: float | None, language: str) -> str:
    """Half the width of an interval: ±3,1."""
    if lower is None or upper is None or math.isnan(lower) or math.isnan(upper):
        return NOTHING
    return f"±{number((upper - lower) / 2, 1, language)}"


def signed(value: float | None, decimals: int, language: str) -> str:
    """A difference with its sign: +4,1 or −2,0."""
    text = number(value, decimals, language)
    return text if text == NOTHING or text.startswith("−") else f"+{text}"


def rank_set(lower: int | None, upper: int | None) -> str:
    """The ranks a unit may truly hold: 9–17, or one rank alone."""
    if lower is None or upper is None:
        return NOTHING
    return str(lower) if lower == upper else f"{lower}–{upper}"


def day(value: date, language: str) -> str:
    """A day in a table: 23/11/2026; in English the month is a word, since 05/01 is read two ways."""
    if language == "vi":
        return value.strftime("%d/%m/%Y")
    return f"{value.day} {_MONTHS[value.month - 1][:3]} {value.year}"


def long_day(value: date, language: str) -> str:
    """A day in a sentence: ngày 05 tháng 01 năm 2026; 5 January 2026."""
    if language != "vi":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    month = f"{value.month:02d}" if value.month <= _LEADING_ZERO_MONTHS else str(value.month)
    return f"ngày {value.day:02d} tháng {month} năm {value.year}"

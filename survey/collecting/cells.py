"""Numbers, days and words as people type them into the cells of a file; what cannot be read comes back as None."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from instruments.mistakes import Mistake
from instruments.vietnamese import nfc
from survey.preparing.row_mistakes import RowPlace, row_mistake

LARGEST_COUNT = 2_000_000_000
"""A count beyond what the databases hold is a slip of the keyboard."""
_WHOLE = re.compile(r"[0-9]{1,12}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}([.,][0-9]{1,10})?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}((\.[0-9]{3})+|(,[0-9]{3})*,000)")
"""What Vietnamese or English hands write for whole thousands, and a program would take for a small number."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOSE = 0.6
"""How alike two codes are before one is proposed for the other."""


def whole(cell: str) -> int | None:
    """A whole number from 0 up, in digits alone: 1.240 could be either of two numbers."""
    return int(cell) if _WHOLE.fullmatch(cell) else None


def decimal(cell: str) -> float | None:
    """A number with a decimal point or comma; 1.000 could be one or a thousand, and is neither."""
    return float(cell.replace(",", ".")) if _DECIMAL.fullmatch(cell) and not may_be_thousands(cell) else None


def may_be_thousands(cell: str) -> bool:
    """Whether a mark in a number may part its thousands."""
    return _THOUSANDS.fullmatch(cell) is not None


def written(number: float) -> str:
    """A number in such a way that `decimal` reads it again: 12.125 as 12.1250."""
    text = f"{number:.0f}" if float(number).is_integer() else str(number)
    return f"{text}0" if may_be_thousands(text) else text


def number_mistakes(cell: str, place: RowPlace) -> Iterator[Mistake]:
    """What is wrong with a cell that shall hold a number; an empty one is right."""
    if may_be_thousands(cell):
        whole_number = re.sub("[.,]", "", cell)
        yield row_mistake("number-ambiguous", place, value=cell, whole=whole_number, decimal=f"{cell}0")
    elif cell and decimal(cell) is None:
        yield row_mistake("number-unreadable", place, value=cell)


def day(cell: str) -> date | None:
    """A day written 2026-09-15."""
    try:
        return date.fromisoformat(cell) if _DAY.fullmatch(cell) else None
    except ValueError:
        return None


def nearest_code(word: str, known: Mapping[str, str]) -> str | None:
    """The code that a word probably means, with its name: the only one named or ending so, or the one most like it."""
    folded = nfc(word).casefold()
    named = [code for code, name in known.items() if f" {name.casefold()}".endswith(f" {folded}")]
    alike = get_close_matches(word.lower(), list(known), n=1, cutoff=CLOSE)
    code = next(iter(named if len(named) == 1 else alike), None)
    return f"“{code}” ({known[code]})" if code else None

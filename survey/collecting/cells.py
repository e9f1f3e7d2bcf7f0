"""Numbers, days and words as people type them into the cells of a file; what cannot be read comes back as None."""

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from instruments.vietnamese import nfc

LARGEST_COUNT = 2_000_000_000
"""A count beyond what the databases hold is a slip of the keyboard."""
_WHOLE = re.compile(r"[0-9]{1,12}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}([.,][0-9]{1,10})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOSE = 0.6
"""How alike two codes are before one is proposed for the other."""


def whole(cell: str) -> int | None:
    """A whole number from 0 up, in digits alone: 1.240 could be either of two numbers."""
    return int(cell) if _WHOLE.fullmatch(cell) else None


def decimal(cell: str) -> float | None:
    """A number with a decimal point or comma."""
    return float(cell.replace(",", ".")) if _DECIMAL.fullmatch(cell) else None


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

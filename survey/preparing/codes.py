"""Invitation codes: derived from a drawing's key, safe to read aloud, found again by a keyed hash alone."""

import hashlib
import hmac
from uuid import UUID

from instruments.vietnamese import folded

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 without I, L, O and U, which are read as 1, 1, 0 and V."""
LETTERS = 10
_LOOK_ALIKES = str.maketrans("ILOU", "110V")
_BITS = 5
_POLYNOMIAL = 0b100101
"""x⁵ + x² + 1, primitive over GF(2): every power of x up to 30 is another element, so a swap shows."""


def code_of(key: bytes, invitation: UUID) -> str:
    """The code of an invitation under the key of its drawing: ten letters and one that checks them."""
    number = int.from_bytes(_keyed(key, b"code", invitation.bytes)[:8], "big")
    letters = "".join(ALPHABET[(number >> _BITS * place) % len(ALPHABET)] for place in range(LETTERS))
    return letters + _check_letter(letters)


def lookup_of(key: bytes, code: str) -> str:
    """The hash that stands in the database for a code; without the key it leads nowhere."""
    return _keyed(key, b"lookup", code.encode("ascii")).hex()


def tidy(typed: str) -> str | None:
    """A code as typed – spaces, hyphens, small letters, look-alikes – in its one spelling; None where it is no code."""
    letters = "".join(mark for mark in folded(typed).upper() if mark.isalnum()).translate(_LOOK_ALIKES)
    is_code = len(letters) == LETTERS + 1 and set(letters) <= set(ALPHABET)
    return letters if is_code and _check_letter(letters[:LETTERS]) == letters[LETTERS] else None


def spaced(code: str) -> str:
    """A code as printed: groups of four, four and three."""
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"


def _check_letter(letters: str) -> str:
    """Σ xⁱ·vᵢ over GF(32): one wrong letter or two swapped ones always change it."""
    total = 0
    for letter in letters:
        total = _times_x(total ^ ALPHABET.index(letter))
    return ALPHABET[total]


def _times_x(element: int) -> int:
    doubled = element << 1
    return doubled ^ _POLYNOMIAL if doubled >> _BITS else doubled


def _keyed(key: bytes, purpose: bytes, content: bytes) -> bytes:
    return hmac.new(key, purpose + b"\0" + content, hashlib.sha256).digest()

"""Fingerprints: canonical JSON of a value, its SHA-256, and how a fingerprint is printed."""

import hashlib
import json
from collections.abc import Mapping

from instruments.model import Instrument
from instruments.vietnamese import nfc

_DEEPEST = 64
_LARGEST_WHOLE = 2**53  # beyond it a float no longer names one whole number


def canonical(value: object) -> bytes:
    """Canonical JSON: UTF-8, NFC, sorted keys, no spaces, whole numbers as integers, absent instead of null.

    Equal values give equal bytes, whatever the order of keys, the composition of letters or the spelling of numbers.
    Raises ValueError for a value nested deeper than 64 levels and TypeError for one that JSON does not know.
    """
    text = json.dumps(_normal(value, _DEEPEST), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _normal(value: object, levels: int) -> object:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, float) and value.is_integer() and abs(value) <= _LARGEST_WHOLE:
        return int(value)
    if not isinstance(value, Mapping | list | tuple):
        return value
    if levels == 0:
        raise ValueError(f"a value is nested deeper than {_DEEPEST} levels")
    if isinstance(value, Mapping):
        return {nfc(str(key)): _normal(part, levels - 1) for key, part in value.items() if part is not None}
    return [_normal(part, levels - 1) for part in value]


def sha256(data: bytes) -> str:
    """SHA-256 of bytes as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(instrument: Instrument) -> str:
    """SHA-256 of the canonical JSON of an instrument as read: comments, key order and spelling do not count.

    What says nothing (null, false, empty) is left out, so a field that the vocabulary gains later leaves the
    fingerprints of issued instruments as they are.
    """
    return sha256(canonical(_spoken(instrument.model_dump(mode="json"))))


def _spoken(value: object) -> object:
    if isinstance(value, Mapping):
        parts = {key: _spoken(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if not _is_silent(part)}
    if isinstance(value, list):
        return [_spoken(part) for part in value]
    return value


def _is_silent(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


def printed(fingerprint: str) -> str:
    """The first 16 hexadecimal digits in four groups, as printed on paper: 1A2B 3C4D 5E6F 7A8B."""
    digits = fingerprint[:16].upper()
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))

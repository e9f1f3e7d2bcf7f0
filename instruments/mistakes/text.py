"""What the catalogue holds of one mistake: its weight, its words and its remedy in Vietnamese and English."""

from typing import Literal, NamedTuple


class MistakeText(NamedTuple):
    """Templates of one mistake; the remedy follows the reason after a semicolon in one sentence."""

    severity: Literal["error", "warning"]
    vi: str
    en: str
    remedy_vi: str
    remedy_en: str


def error(vi: str, en: str, remedy_vi: str, remedy_en: str) -> MistakeText:
    """A mistake that forbids the use of the file."""
    return MistakeText("error", vi, en, remedy_vi, remedy_en)


def warning(vi: str, en: str, remedy_vi: str, remedy_en: str) -> MistakeText:
    """A mistake that the file may be used with."""
    return MistakeText("warning", vi, en, remedy_vi, remedy_en)

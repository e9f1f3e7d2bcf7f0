"""Files of instruments with some of their words replaced, and a short one to replace words in."""

from instruments.model import Instrument
from instruments.reading import read_instrument

HEAD = """
code: phieu-thu
version: "1"
title: {vi: Phiếu thử, en: Trial form}
short_title: {vi: Thử, en: Trial}
intro: {vi: Mời Ông/Bà cho ý kiến., en: Please tell us.}
wording: adapted
source: {vi: Để thử, en: For tests}
languages: [vi, en]
minutes: 1
unit_of_analysis: person
sections:
  - code: one
    title: {vi: Phần một, en: Part one}
    items:
"""


def form(items: str) -> str:
    """A file that asks these questions, in one section, and counts nothing."""
    return f"{HEAD}{items}"


def replaced(text: str, *changes: tuple[str, str]) -> str:
    """The text with each of these words replaced where they stand first; words it lacks are a slip of the test."""
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


def refused(text: str, *changes: tuple[str, str]) -> set[str]:
    """The codes of the mistakes that forbid the use of a file with some of its words replaced."""
    reading = read_instrument(replaced(text, *changes).encode(), "form.yaml")
    assert reading.instrument is None
    return {one.code for one in reading.mistakes}


def as_read(text: str, *changes: tuple[str, str]) -> Instrument:
    """The instrument of a file with some of its words replaced."""
    reading = read_instrument(replaced(text, *changes).encode(), "form.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    return reading.instrument

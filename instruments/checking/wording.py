"""Checks of wording: Vietnamese that a citizen reads at once, and that does not say what to answer."""

import re
from collections.abc import Iterator
from typing import Final

from instruments.checking.codes import item_paths
from instruments.checking.finding import Finding
from instruments.model import Instrument, Item
from instruments.source import Path

_IDEA = re.compile(r"\bvà\b|\bhoặc\b|,", re.IGNORECASE)
_MOST_SYLLABLES: Final = 20
_OFFICIAL_WORDS: Final = (
    "niêm yết",
    "phản ánh kiến nghị",
    "trách nhiệm giải trình",
    "hiệu lực hiệu quả",
    "toàn trình",
    "an sinh xã hội",
    "sách nhiễu",
    "công chức",
)
_BARE_PEOPLE = re.compile(r"(?<!người )(?<!nhân )(?<!cư )(?<!công )\bdân\b(?! tộc| cư| sự| số| quân)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.,;:…()]")
_ASKING = re.compile(r"(\bhay không|\bkhông|\bchưa)\s*\?")
"""At the end of a question these ask, they do not deny."""
_DENIAL = re.compile(r"(?<!hàng )(?<!hay )\b(không|chưa|chẳng)\b(?! khí| gian| quân| chỉ| những)", re.IGNORECASE)
_LEADING: Final = (
    "phải không?",
    ", đúng không?",
    "đúng chứ?",
    "ai cũng biết",
    "mọi người đều biết",
    "như ông/bà đã biết",
    "có đồng ý rằng",
    "có đồng ý là",
    "chắc hẳn",
    "đương nhiên",
    "dĩ nhiên",
    "tất nhiên",
)
"""What tells the expected answer before the question is asked."""


def wording_findings(instrument: Instrument) -> Iterator[Finding]:
    """Items that are hard to read, or that lead to an answer.

    What is hard to read is looked for in the explanation where there is one: it clears the official text, which stays
    as the office decided it. An explanation does not clear a question that leads.
    """
    for (path, _code), item in zip(item_paths(instrument), instrument.written(), strict=True):
        shown = item.plain or item.text
        sentence = shown.get("vi", "")
        place: Path = (*path, "plain" if item.plain else "text")
        yield from _length_findings(sentence, place)
        yield from _word_findings(sentence, place)
        if item.plain is None:
            yield from _sense_findings(sentence, place)
        yield from _leading_findings(item, (*path, "text"))


def _length_findings(sentence: str, path: Path) -> Iterator[Finding]:
    syllables = len(sentence.split())
    if syllables > _MOST_SYLLABLES:
        yield Finding("reading-long", path, {"found": syllables, "most": _MOST_SYLLABLES})


def _word_findings(sentence: str, path: Path) -> Iterator[Finding]:
    for word in _OFFICIAL_WORDS:
        if word in sentence.lower():
            yield Finding("reading-word", path, {"word": word})
    if _BARE_PEOPLE.search(sentence):
        yield Finding("reading-people", path)


def _sense_findings(sentence: str, path: Path) -> Iterator[Finding]:
    if len(_IDEA.findall(sentence)) > 1:
        yield Finding("reading-ideas", path, {"text": sentence})
    for clause in _CLAUSE.split(_ASKING.sub("", sentence)):
        if len(_DENIAL.findall(clause)) > 1:
            yield Finding("reading-denials", path, {"text": clause.strip()})


def _leading_findings(item: Item, path: Path) -> Iterator[Finding]:
    sentence = item.text.get("vi", "").lower()
    for words in _LEADING:
        if words in sentence:
            yield Finding("question-leads", path, {"words": words})

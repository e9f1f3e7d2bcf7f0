"""Checks of texts: every language there, nothing but text, and Vietnamese that a citizen reads at once."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeGuard

from instruments.checking.codes import item_paths
from instruments.checking.finding import Finding
from instruments.model import Instrument, Item
from instruments.source import Path

_HTML = re.compile(r"</?[A-Za-z!]|&(#[0-9]+|[A-Za-z]+);")
_IDEA = re.compile(r"\bvà\b|\bhoặc\b|,", re.IGNORECASE)
_MOST_SYLLABLES: Final = 20
_CONDITION: Final = "when"
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


def text_findings(instrument: Instrument) -> Iterator[Finding]:
    """Missing and stray languages, empty texts, HTML, and sentences that are hard to read."""
    for path, text in _texts(instrument.model_dump(mode="json"), ()):
        yield from _language_findings(text, instrument.languages, path)
        yield from _content_findings(text, path)
    for (path, _code), item in zip(item_paths(instrument), instrument.items(), strict=True):
        yield from _reading_findings(item, path)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    if _is_text(value):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from () if key == _CONDITION else _texts(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, (*path, number))


def _is_text(value: object) -> TypeGuard[dict[str, str]]:
    return isinstance(value, dict) and bool(value) and all(isinstance(part, str) for part in value.values())


def _language_findings(text: Mapping[str, str], languages: tuple[str, ...], path: Path) -> Iterator[Finding]:
    first = languages[0]
    if first not in text:
        yield Finding("text-missing", path, {"language": first})
    for language in languages[1:]:
        if language not in text:
            yield Finding("translation-missing", path, {"language": language})
    for language in text.keys() - set(languages):
        yield Finding("language-unlisted", (*path, language), {"language": language})


def _content_findings(text: Mapping[str, str], path: Path) -> Iterator[Finding]:
    for language, sentence in text.items():
        if not sentence.strip():
            yield Finding("text-empty", (*path, language), {"language": language})
        if _HTML.search(sentence):
            yield Finding("text-html", (*path, language))


def _reading_findings(item: Item, path: Path) -> Iterator[Finding]:
    sentence = item.text.get("vi", "")
    if item.plain is not None:  # an explanation beside clears the finding; official text stays as it is
        sentence, path = item.plain.get("vi", ""), (*path, "plain")
    else:
        path = (*path, "text")
    syllables = len(sentence.split())
    if syllables > _MOST_SYLLABLES:
        yield Finding("reading-long", path, {"found": syllables, "most": _MOST_SYLLABLES})
    if item.plain is None and len(_IDEA.findall(sentence)) > 1:
        yield Finding("reading-ideas", path, {"text": sentence})
    for word in _OFFICIAL_WORDS:
        if word in sentence.lower():
            yield Finding("reading-word", path, {"word": word})
    if _BARE_PEOPLE.search(sentence):
        yield Finding("reading-people", path)

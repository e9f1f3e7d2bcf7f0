"""Checks of texts: every language there, and nothing but text."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeGuard

from instruments.checking.finding import Finding
from instruments.model import Instrument
from instruments.source import Path

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_HTML = re.compile(r"</?[A-Za-z!]|&(#[0-9]+|[A-Za-z]+);")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NO_WORDS: Final = frozenset({"when", "spoken", "goalposts_from"})
"""Conditions, names of files that are checked as such, and a choice of units."""


def text_findings(instrument: Instrument) -> Iterator[Finding]:
    """Missing and stray languages, empty texts, and HTML; a language listed twice is told once, not at every text."""
    is_told = len(set(instrument.languages)) < len(instrument.languages)
    for path, text in _texts(instrument.model_dump(mode="json"), ()):
        yield from () if is_told else _language_findings(text, instrument.languages, path)
        yield from _content_findings(text, path)
        yield from _placeholder_findings(text, path, _filled_in(instrument, path))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    if _is_text(value):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from () if key in _NO_WORDS else _texts(part, (*path, key))
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
        if _CONTROL.search(sentence):
            yield Finding("text-control", (*path, language))
        if _HTML.search(sentence):
            yield Finding("text-html", (*path, language))


def _filled_in(instrument: Instrument, path: Path) -> tuple[str, ...]:
    """What is put in for a word in braces there: the unit where a section is about one, the province in the note."""
    if path[0] == "scales":
        return ("unit",) if instrument.looped else ()
    if path[0] == "sections" and isinstance(path[1], int):
        section = instrument.sections[path[1]]
        return ("unit",) if instrument.looped & {item.role for item in section.items} else ()
    return ("cap_tinh",) if path[:2] == ("index", "note") else ()


def _placeholder_findings(text: Mapping[str, str], path: Path, known: tuple[str, ...]) -> Iterator[Finding]:
    for language, sentence in text.items():
        for word in _PLACEHOLDER.findall(sentence):
            if word == "unit" and word not in known:
                yield Finding("placeholder-outside", (*path, language), {"word": "{unit}"})
            elif word not in known:
                near = " / ".join(f"{{{one}}}" for one in known)
                code = "placeholder-unknown" if known else "placeholder-none"
                yield Finding(code, (*path, language), {"word": f"{{{word}}}", **({"near": near} if near else {})})

"""Compares two states of one subject: rule by rule, and words by their spelling."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from instruments.comparing.change import Change
from instruments.comparing.spelling import is_spelling
from instruments.part import Text

Subject = TypeVar("Subject")


class Words(NamedTuple):
    """The two changes that words can undergo."""

    spelling: str
    wording: str


def ruled(
    rules: Mapping[str, Callable[[Subject], object]], subject: str, old: Subject, new: Subject
) -> Iterator[Change]:
    """A change for each rule (code → what to compare) that gives something else."""
    for code, rule in rules.items():
        was, now = rule(old), rule(new)
        if was != now:
            yield Change(code, subject, told(was), told(now))


def reworded(
    words: Words, subject: str, texts: tuple[Text | None, Text | None], languages: Iterable[str]
) -> Iterator[Change]:
    """A change for each language in which a text reads otherwise, told apart by whether it is spelling alone."""
    old, new = texts
    for language in languages:
        was, now = (old or {}).get(language, ""), (new or {}).get(language, "")
        if was != now:
            yield Change(words.spelling if is_spelling(was, now) else words.wording, subject, was, now)


def named(text: Text | None) -> str:
    """A name in every language.

    >>> named({"vi": "Minh bạch", "en": "Openness"})
    'Minh bạch / Openness'
    """
    return " / ".join(words for _language, words in sorted((text or {}).items(), reverse=True))


def told(value: object) -> str | None:
    """A compared value as people read it; nothing where there is none.

    >>> told((1, 2.5, "three"))
    '1, 2.5, three'
    """
    if value is None:
        return None
    if isinstance(value, tuple | list):
        return ", ".join(told(one) or "–" for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)

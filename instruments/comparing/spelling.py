"""When two sentences are one sentence spelt differently."""

import re
from typing import Final

from instruments.vietnamese import folded, sort_key

_WORDS: Final = re.compile(r"\w+|\{\w+\}")
_SIGNS: Final = re.compile(r"[<>≤≥=±+%‰]|(?<!\w)[-−](?=\d)|(?<=\d)\s*[-–/]\s*(?=\d)")
"""Signs that say as much as a word: under and over, plus and minus, per cent, from and to."""
_MOST_MISSPELT: Final = 2
"""A correction touches a word or two; more is another sentence."""


def is_spelling(before: str, after: str) -> bool:
    """Whether two sentences differ in nothing that a respondent would read as another question.

    Capitals, punctuation other than signs of quantity, spaces and the place of a tone mark (Hòa, Hoà) never count.
    Marks that were missing or wrong (cán bô, cán bộ) count as spelling in at most two words; whoever issues an erratum
    sees both sentences beside it.

    >>> is_spelling("Cán bô lịch sự", "Cán bộ lịch sự.")
    True
    >>> is_spelling("Cán bộ lịch sự", "Cán bộ không lịch sự")
    False
    >>> is_spelling("Dưới 5 lần (< 5)", "Dưới 5 lần (> 5)")
    False
    """
    if _signs(before) != _signs(after):
        return False
    was, now = _WORDS.findall(before), _WORDS.findall(after)
    if len(was) != len(now):
        return False
    other = [(one, two) for one, two in zip(was, now, strict=True) if sort_key(one) != sort_key(two)]
    return len(other) <= _MOST_MISSPELT and all(folded(one) == folded(two) for one, two in other)


def _signs(sentence: str) -> list[str]:
    """The signs of quantity in their order; the dashes of a range are alike, however they are typed."""
    return [sign.strip().replace("–", "-").replace("−", "-") for sign in _SIGNS.findall(sentence)]

"""Refuses a file that holds mistakes: the first in the sentence, all of them listed."""

from collections.abc import Sequence
from dataclasses import replace

from instruments.mistakes import Mistake, errors
from survey.errors import Refused

LANGUAGES = ("vi", "en")


def refuse_mistakes(name: str, mistakes: Sequence[Mistake]) -> None:
    """Raises Refused `file-mistakes` if one of the mistakes is an error; warnings let a file pass.

    What was typed into a page has no name, and no lines to count: then it is `typed-mistakes`.
    """
    found = errors(tuple(mistakes))
    if found and not name:
        told = replace(found[0], line=None)
        raise Refused("typed-mistakes", {"mistake": {language: told.sentence(language) for language in LANGUAGES}})
    if found:
        sentences = [{language: one.sentence(language) for language in LANGUAGES} for one in found]
        places = tuple((_place(one), sentence) for one, sentence in zip(found, sentences, strict=True))
        raise Refused("file-mistakes", {"mistake": sentences[0], "file": name, "count": len(found)}, places)


def _place(one: Mistake) -> str:
    return ":".join(str(part) for part in (one.file, one.line, one.path) if part is not None)

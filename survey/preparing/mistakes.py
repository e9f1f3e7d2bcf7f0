"""Refuses a file that holds mistakes: the first in the sentence, all of them listed."""

from collections.abc import Sequence

from instruments.mistakes import Mistake, errors
from survey.errors import Refused

LANGUAGES = ("vi", "en")


def refuse_mistakes(name: str, mistakes: Sequence[Mistake]) -> None:
    """Raises Refused `file-mistakes` if one of the mistakes is an error; warnings let a file pass."""
    found = errors(tuple(mistakes))
    if found:
        sentences = [{language: one.sentence(language) for language in LANGUAGES} for one in found]
        places = tuple((_place(one), sentence) for one, sentence in zip(found, sentences, strict=True))
        raise Refused("file-mistakes", {"mistake": sentences[0], "file": name, "count": len(found)}, places)


def _place(one: Mistake) -> str:
    return ":".join(str(part) for part in (one.file, one.line, one.path) if part is not None)

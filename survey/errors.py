"""A refusal on its way to a page, a program or the terminal; and what may be told of a failure."""

import traceback
from dataclasses import dataclass, field
from pathlib import Path

from survey.refusals import REFUSALS

HOUSE = Path(__file__).parents[1]


@dataclass
class Refused(Exception):  # noqa: N818 - the word of the house: something is refused
    """Something was refused: a code of REFUSALS, the words to fill in, and the fields concerned.

    A word is one for all languages, or a dictionary by language.
    """

    code: str
    words: dict[str, object] = field(default_factory=dict)
    places: tuple[tuple[str, dict[str, str]], ...] = ()

    @property
    def status(self) -> int:
        """The HTTP status of the refusal."""
        return REFUSALS[self.code][0]

    def sentence(self, language: str) -> str:
        """What is wrong and what to do, in `vi` or `en`."""
        _, vietnamese, english = REFUSALS[self.code]
        words = {name: word[language] if isinstance(word, dict) else word for name, word in self.words.items()}
        return (vietnamese if language == "vi" else english).format_map(words)

    def __str__(self) -> str:
        """The English sentence, as the command line prints it."""
        return self.sentence("en")


def place_of(problem: BaseException) -> str:
    """Class of an exception and the innermost line of our own, never its text, which may hold somebody's answer.

    A library's line is named only where no line of ours took part.
    """
    lines = traceback.extract_tb(problem.__traceback__)
    if not lines:
        return type(problem).__name__
    line = next((line for line in reversed(lines) if _is_ours(line.filename)), lines[-1])
    return f"{type(problem).__name__} in {Path(line.filename).name}, line {line.lineno}"


def _is_ours(file: str) -> bool:
    return Path(file).is_relative_to(HOUSE) and "site-packages" not in file

"""Mistakes in a file: a code, a place, a reason and a remedy, in Vietnamese and in English."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from instruments.mistakes.of_embedding import OF_EMBEDDING
from instruments.mistakes.of_files import OF_FILES
from instruments.mistakes.of_index import OF_INDEX, OF_INDICATORS
from instruments.mistakes.of_items import OF_ITEMS
from instruments.mistakes.of_media import OF_MEDIA
from instruments.mistakes.of_practice import OF_PRACTICE
from instruments.mistakes.of_targets import OF_TARGETS
from instruments.mistakes.of_tiers import OF_TIERS
from instruments.mistakes.of_weights import OF_WEIGHTS

TEXTS = (
    OF_FILES | OF_ITEMS | OF_INDEX | OF_INDICATORS | OF_PRACTICE | OF_EMBEDDING | OF_MEDIA
    | OF_TARGETS | OF_TIERS | OF_WEIGHTS
)  # fmt: skip
"""The catalogue: for each code its weight, its words and its remedy."""

Severity = Literal["error", "warning"]
_LINE = {"vi": "dòng", "en": "line"}
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in one place of one file; `line` is the row number in a table, `path` a YAML path or a column."""

    code: str
    severity: Severity
    message: dict[str, str]
    remedy: dict[str, str]
    file: str | None = None
    line: int | None = None
    path: str | None = None

    def sentence(self, language: str = "en") -> str:
        """One sentence: the place, what is wrong, what to do."""
        return f"{self._place(language)}{self.message[language]}; {self.remedy[language]}."

    def _place(self, language: str) -> str:
        line = "" if self.line is None else f"{_LINE[language]} {self.line}"
        place = ", ".join(part for part in (self.file, line, self.path) if part)
        return f"{place}: " if place else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mistake stands: file, line (row in a table) and YAML path or column."""

    file: str | None = None
    line: int | None = None
    path: str | None = None


def mistake(code: str, at: Place, /, **values: object) -> Mistake:
    """The mistake of that code, its texts filled in with the values; KeyError for a code the catalogue lacks."""
    text = TEXTS[code]
    shown = {name: _short(value) for name, value in values.items()}
    return Mistake(
        code=code,
        severity=text.severity,
        message={"vi": text.vi.format(**shown), "en": text.en.format(**shown)},
        remedy={"vi": text.remedy_vi.format(**shown), "en": text.remedy_en.format(**shown)},
        file=at.file,
        line=at.line,
        path=at.path,
    )


def errors(mistakes: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
    """Those that forbid the use of the file."""
    return tuple(one for one in mistakes if one.severity == "error")


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that an unknown one probably means, in quotes; where none is near, all of them."""
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    return ", ".join(f"“{one}”" for one in near or known)


def _short(value: object) -> str:
    text = "".join(mark if mark.isprintable() else " " for mark in str(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

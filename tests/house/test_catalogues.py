"""Every text that people read stands in both catalogues."""

import re

from babel.messages.pofile import read_po

from survey.errors import REFUSALS
from survey.wording import CATALOGUES, LANGUAGES
from tests.house.sources import HOUSE

USED = re.compile(r"""(?:\b_|\btext|\bgettext|\bsentences)\(\s*["']([a-z]+\.[a-z0-9_]+)["']""")
WORDS = re.compile(r"%\((\w+)\)|\{(\w+)\}")


def _catalogue(language: str) -> dict[str, str]:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, locale=language) if one.id}


def test_both_catalogues_hold_the_same_keys_and_no_empty_text() -> None:
    """A key in one language only would be printed as a key in the other."""
    vietnamese, english = (_catalogue(language) for language in LANGUAGES)
    assert vietnamese.keys() == english.keys()
    assert [key for catalogue in (vietnamese, english) for key, words in catalogue.items() if not words.strip()] == []


def test_both_languages_fill_in_the_same_words() -> None:
    """A word to fill in that one language lacks loses a fact there."""
    vietnamese, english = (_catalogue(language) for language in LANGUAGES)
    blanks = {key: (set(WORDS.findall(vietnamese[key])), set(WORDS.findall(english[key]))) for key in vietnamese}
    assert {key: both for key, both in blanks.items() if both[0] != both[1]} == {}


def test_every_key_used_stands_in_the_catalogues() -> None:
    """A mistyped key would be shown to a respondent."""
    files = [path for kind in ("*.py", "*.html", "*.js") for path in (HOUSE / "survey").rglob(kind)]
    used = {key for path in files for key in USED.findall(path.read_text(encoding="utf-8"))}
    assert used
    assert used - _catalogue("vi").keys() == set()


def test_every_refusal_says_the_same_in_both_languages() -> None:
    """The same words are filled in, and both sentences end as sentences."""
    for code, (_, vietnamese, english) in REFUSALS.items():
        assert set(WORDS.findall(vietnamese)) == set(WORDS.findall(english)), code
        assert vietnamese.rstrip().endswith((".", "?", "!", "}")), code
        assert english.rstrip().endswith((".", "?", "!", "}")), code

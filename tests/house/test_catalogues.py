"""Every text that people read stands in both catalogues."""

import re

import pytest
from babel.messages.pofile import read_po

from survey.refusals import REFUSALS
from survey.wording import CATALOGUES, LANGUAGES
from tests.house.sources import HOUSE

CALL = r"""(?:\b_|\bt|\btext|\bgettext|\bsentences)\(\s*f?["']"""
USED = re.compile(CALL + r"""([a-z]+\.[a-z0-9_.]*[a-z0-9_])["']""")
BEGUN = re.compile(CALL + r"""([a-z]+\.(?:[a-z0-9_]+[._])*)(?:["']\s*~|\{)""")
"""The beginning of a key that ends in a word known only when the page is made."""
QUOTED = re.compile(r"""["']([a-z0-9_]+)["']""")
WORDS = re.compile(r"%\((\w+)\)|\{(\w+)\}")


def _catalogue(language: str) -> dict[str, str]:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, locale=language) if one.id}


def _sources(*rooms: str) -> str:
    paths = (path for room in rooms for kind in ("*.py", "*.html", "*.js") for path in (HOUSE / room).rglob(kind))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    """The later text would take the place of the earlier one wherever that is used."""
    keys = [line for line in (CATALOGUES / f"{language}.po").read_text().splitlines() if line.startswith("msgid ")]
    assert len(keys) == len(set(keys))


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
    used = set(USED.findall(_sources("survey")))
    assert {"console.responses", "form.consent_title", "api.consent"} <= used
    assert used - _catalogue("vi").keys() == set()


def test_every_beginning_of_a_key_leads_to_texts() -> None:
    """A mistyped beginning would make every key of its family one that nobody wrote."""
    begun = set(BEGUN.findall(_sources("survey")))
    assert {"console.act.", "form.none_"} <= begun
    assert [start for start in begun if not any(key.startswith(start) for key in _catalogue("vi"))] == []


def test_no_text_is_left_that_nothing_shows() -> None:
    """A translator's time goes into texts that are read; the end of a made key stands in quotes somewhere."""
    sources = _sources("survey")
    used, begun = set(USED.findall(sources)), set(BEGUN.findall(sources))
    words = set(QUOTED.findall(_sources("survey", "reports", "scoring")))
    made = {start + word for start in begun for word in words}
    assert _catalogue("vi").keys() - used - made == set()


def test_every_refusal_says_the_same_in_both_languages() -> None:
    """The same words are filled in, and both sentences end as sentences."""
    for code, (_, vietnamese, english) in REFUSALS.items():
        assert set(WORDS.findall(vietnamese)) == set(WORDS.findall(english)), code
        assert vietnamese.rstrip().endswith((".", "?", "!", "}")), code
        assert english.rstrip().endswith((".", "?", "!", "}")), code


def test_no_refusal_names_a_command_of_the_terminal() -> None:
    """Pages say the same sentences; the terminal adds its command by itself."""
    assert [code for code, (_status, *words) in REFUSALS.items() if any("thuocdo " in one for one in words)] == []

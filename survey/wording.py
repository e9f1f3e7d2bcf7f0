"""Texts of pages by language, from the catalogues in translations/; Vietnamese is what English is translated from."""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

CATALOGUES = Path(__file__).parent / "translations"
LANGUAGES = ("vi", "en")


@cache
def translations(language: str) -> Translations:
    """The catalogue of a language, read from its text form so that nothing needs compiling."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def text(key: str, language: str, **words: object) -> str:
    """The text of a key, with its words filled in; the key itself where a catalogue lacks it."""
    return translations(language).gettext(key) % words

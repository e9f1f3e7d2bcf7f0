"""The face to print with is chosen by the letters it carries, never by its name."""

import shutil
from pathlib import Path
from string import Formatter

import fontpkg_ibm_plex_serif
import matplotlib as mpl
import pytest

from reports.paper.fonts import face_of, letters
from reports.texts.shared import TEXTS
from scoring.errors import Refusal

PLEX = Path(fontpkg_ibm_plex_serif.ROOT) / "files"
STIX = Path(mpl.get_data_path()) / "fonts" / "ttf"


def test_a_directory_of_the_office_comes_first(tmp_path: Path) -> None:
    """Four styles with every letter are enough; other files beside them do no harm."""
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        shutil.copy(PLEX / f"IBMPlexSerif-{style}.ttf", tmp_path)
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    assert face_of(tmp_path).source == "directory"


def test_a_face_without_vietnamese_letters_is_refused_with_a_remedy(tmp_path: Path) -> None:
    """STIX lacks ạ, ế and ộ, however complete its four styles are."""
    for file in STIX.glob("STIXGeneral*.ttf"):
        shutil.copy(file, tmp_path)
    with pytest.raises(Refusal, match="no family in it has four styles"):
        face_of(tmp_path)


def test_there_is_always_a_face() -> None:
    """Where neither the office nor the system has one, the packaged one prints."""
    assert face_of().source in {"system", "package"}


def test_the_letters_asked_for_are_those_of_the_alphabet() -> None:
    """Twelve vowels with six tones in two cases, and đ: 146 letters beyond plain Latin and the tones it lacks."""
    assert {"ạ", "ế", "ộ", "ữ", "Ỡ", "đ", "Đ", "–", "…", "±"} <= letters()


def test_every_printed_sentence_uses_only_letters_that_were_checked() -> None:
    """A sentence with a letter outside the check could print as an empty box."""
    sentences = [sentence for words in TEXTS.values() for sentence in words.values()]
    used = {letter for sentence in sentences for literal, *_ in Formatter().parse(sentence) for letter in literal}
    assert used - letters() == set()


def test_every_text_exists_in_vietnamese_and_english() -> None:
    """No document falls back to the other language for want of a sentence."""
    assert [key for key, words in TEXTS.items() if set(words) != {"vi", "en"}] == []

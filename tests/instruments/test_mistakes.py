"""The catalogue of mistakes is whole: each code is used, and each sentence is one in both languages."""

import re
from pathlib import Path

import instruments
from instruments.mistakes import TEXTS, Mistake, Place, errors, mistake, nearest

ROOM = Path(instruments.__file__).parent
LITERAL = re.compile(r'"([a-z]+[a-z0-9]*(?:-[a-z0-9]+)+)"')


def test_every_code_of_the_catalogue_is_used_and_every_used_code_is_in_it() -> None:
    """A mistake without words, or words without a mistake, would be found here."""
    written = {
        code
        for path in ROOM.rglob("*.py")
        if not path.name.startswith("of_") and path.parent.name not in {"answers", "comparing"}
        for code in LITERAL.findall(path.read_text(encoding="utf-8"))
    }
    assert set(TEXTS) <= written
    assert written - set(TEXTS) <= {"utf-8", "utf-8-sig"}


def test_every_text_takes_the_same_values_in_both_languages() -> None:
    """A translation that names another value would break when it is needed; a value may be worded in each language."""
    for text in TEXTS.values():
        assert values_of(text.vi, "_vi") == values_of(text.en, "_en")
        assert values_of(text.remedy_vi, "_vi") == values_of(text.remedy_en, "_en")


def values_of(words: str, ending: str) -> set[str]:
    """The values a text names, those of its own language without the ending."""
    return {name.removesuffix(ending) for name in re.findall(r"{(\w+)}", words)}


def test_a_sentence_holds_place_reason_and_remedy() -> None:
    """One sentence, wherever it is printed."""
    one = mistake("table-ragged", Place("units.csv", 7), found=3, expected=2)
    assert one.sentence("vi") == (
        "units.csv, dòng 7: dòng có 3 ô mà dòng đầu có 2 cột; kiểm tra dấu phân cách và ngoặc kép ở dòng này."
    )
    assert Mistake("x", "error", {"en": "it is wrong"}, {"en": "mend it"}).sentence() == "it is wrong; mend it."


def test_what_is_quoted_is_kept_short_and_printable() -> None:
    """A file full of rubbish does not fill the screen."""
    sentence = mistake("yaml-value", Place("x"), value="\x07" + "a" * 500).sentence()
    assert "\x07" not in sentence
    assert len(sentence) < 400


def test_only_errors_forbid_the_use() -> None:
    """Warnings are told apart."""
    found = (mistake("translation-missing", Place(), language="en"), mistake("file-encoding", Place()))
    assert [one.code for one in errors(found)] == ["file-encoding"]


def test_the_near_word_is_offered() -> None:
    """Otherwise all that are known."""
    assert nearest("rols", ["roles", "items"]) == "“roles”"
    assert nearest("zzz", ["roles", "items"]) == "“roles”, “items”"

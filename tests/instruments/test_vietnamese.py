"""Vietnamese text is kept in one form, sorted as in a dictionary and found without marks."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from instruments.units import register_rows
from instruments.vietnamese import folded, nfc, sort_key


def sorted_names(*names: str) -> list[str]:
    return sorted(names, key=sort_key)


def test_letters_stand_in_dictionary_order() -> None:
    """A ă â b c d đ e ê … o ô ơ … u ư … y."""
    order = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert sorted_names(*reversed(order)) == order


def test_tones_decide_only_between_equal_letters() -> None:
    """Ngang, huyền, hỏi, ngã, sắc, nặng."""
    assert sorted_names("mạ", "má", "mã", "mả", "mà", "ma", "mán") == ["ma", "mà", "mả", "mã", "má", "mạ", "mán"]


def test_where_the_tone_is_placed_does_not_matter() -> None:
    """Hòa and Hoà are one name in two spellings."""
    assert sort_key("Hiệp Hòa") == sort_key("Hiệp Hoà")


def test_numbers_go_by_their_size() -> None:
    """Móng Cái 2 stands before Móng Cái 10."""
    assert sorted_names("Móng Cái 10", "Móng Cái 2", "Móng Cái 03", "Móng Cái") == [
        "Móng Cái",
        "Móng Cái 2",
        "Móng Cái 03",
        "Móng Cái 10",
    ]


def test_a_shorter_name_stands_before_its_extension() -> None:
    """Syllables are compared one after the other."""
    assert sorted_names("Hải Ninh", "Hà Tu", "Hà An", "Hà") == ["Hà", "Hà An", "Hà Tu", "Hải Ninh"]


def test_punctuation_and_case_do_not_sort() -> None:
    """A comma is a gap, a capital is its letter."""
    assert sort_key("Sở Văn hóa, Thể thao") == sort_key("SỞ VĂN HÓA – THỂ THAO")


def test_other_scripts_stand_at_the_end() -> None:
    """Chinese names come after all Vietnamese ones."""
    assert sorted_names("中", "y") == ["y", "中"]


def test_every_name_of_the_register_has_its_own_place() -> None:
    """Two units never share a sort key."""
    names = {unit.name_vi for unit in register_rows()}
    assert len({sort_key(name) for name in names}) == len(names)


def test_folding_takes_marks_away() -> None:
    """Searching for dac khu finds Đặc khu."""
    assert folded("  Đặc khu  Vân Đồn ") == "dac khu van don"


@given(st.text())
def test_any_text_has_an_ascii_sort_key_that_its_composition_does_not_change(text: str) -> None:
    """Decomposed text from a phone sorts where composed text does."""
    assert sort_key(text).isascii()
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(nfc(text))

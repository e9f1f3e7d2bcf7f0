"""Codes of invitations: read aloud, typed wrong, found by hash alone."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.preparing.codes import ALPHABET, code_of, lookup_of, spaced, tidy

KEY = b"k" * 32
SOMEBODY = UUID("0b9bd3c2-6c1f-4f4e-8f5e-4f2f6d1d9d11")
CODES = st.uuids(version=4).map(lambda invitation: code_of(KEY, invitation))


def test_a_code_is_the_same_for_the_same_invitation_and_key_alone() -> None:
    """Letters can be reprinted, and another drawing's key gives other codes."""
    assert code_of(KEY, SOMEBODY) == code_of(KEY, SOMEBODY)
    assert code_of(KEY, SOMEBODY) != code_of(b"j" * 32, SOMEBODY)
    assert lookup_of(KEY, code_of(KEY, SOMEBODY)) != lookup_of(b"j" * 32, code_of(KEY, SOMEBODY))


@given(CODES)
def test_a_code_is_known_however_it_is_typed(code: str) -> None:
    """Hyphens, spaces, small letters and look-alikes change nothing."""
    assert tidy(spaced(code)) == code
    assert tidy(f" {code.lower()} ") == code
    assert tidy(code.replace("0", "O").replace("1", "l")) == code


@given(CODES, st.integers(0, 10), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_always_noticed(code: str, place: int, letter: str) -> None:
    """The check letter tells, wherever the slip is."""
    typed = code[:place] + letter + code[place + 1 :]
    assert (tidy(typed) is None) == (typed != code)


@given(CODES, st.integers(0, 8))
def test_two_swapped_letters_are_always_noticed(code: str, place: int) -> None:
    """Unless they are the same letter."""
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (tidy(swapped) is None) == (swapped != code)


@pytest.mark.parametrize("typed", ["", "abc", "ĐÂY-LÀ-MÃ-NÀO", "0" * 12, "<script>"])
def test_what_is_no_code_is_no_code(typed: str) -> None:
    """Nothing typed makes it fail otherwise."""
    assert tidy(typed) is None


def test_codes_do_not_repeat() -> None:
    """Ten letters of 32 are 50 bits: a thousand invitations have a thousand codes."""
    assert len({code_of(KEY, uuid4()) for _ in range(1000)}) == 1000

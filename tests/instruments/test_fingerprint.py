"""Fingerprints depend on what is said, not on how it is written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instruments.fingerprint import canonical, fingerprint, printed, sha256
from instruments.model import Instrument
from instruments.reading import read_instrument

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def test_canonical_json_sorts_keys_and_leaves_null_out() -> None:
    """Equal documents give equal bytes."""
    assert canonical({"b": 2.0, "a": [1, 0.5, True], "c": None}) == b'{"a":[1,0.5,true],"b":2}'


def test_canonical_json_composes_letters() -> None:
    """Text typed on a phone that decomposes letters is the same text."""
    assert canonical({"ế": "ế"}) == canonical({unicodedata.normalize("NFD", "ế"): unicodedata.normalize("NFD", "ế")})


def test_a_float_beyond_exact_whole_numbers_stays_a_float() -> None:
    """1e300 is not written as 301 digits."""
    assert canonical(1e300) == b"1e+300"


def test_nesting_beyond_sense_is_refused() -> None:
    """Sixty-five levels are no document of ours."""
    value: object = 1
    for _ in range(65):
        value = [value]
    with pytest.raises(ValueError, match="64 levels"):
        canonical(value)


@given(_JSON)
def test_canonical_bytes_are_stable(value: object) -> None:
    """The same value gives the same bytes, and they are UTF-8 unless the text was none."""
    assert canonical(value) == canonical(value)


def test_sha256_of_nothing() -> None:
    """The published digest of the empty string (FIPS 180-4 examples)."""
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_comments_and_key_order_do_not_count(small: Instrument, small_file: str) -> None:
    """The canonical JSON of the model is hashed, not the file."""
    lines = small_file.splitlines()
    shuffled = "\n".join(["# another hand", lines[1], lines[0], *lines[2:]])
    again = read_instrument(shuffled.encode(), "small.yaml").instrument
    assert again is not None
    assert fingerprint(again) == fingerprint(small)


def test_what_says_nothing_does_not_count(small: Instrument, small_file: str) -> None:
    """An explicit default that is empty is no change; another word is."""
    empty = read_instrument(
        small_file.replace("role: office\n", "role: office\n        required: false\n").encode(), "x"
    )
    other = read_instrument(small_file.replace("lịch sự", "niềm nở").encode(), "x")
    assert empty.instrument is not None
    assert other.instrument is not None
    assert fingerprint(empty.instrument) == fingerprint(small)
    assert fingerprint(other.instrument) != fingerprint(small)


def test_a_fingerprint_is_printed_in_four_groups() -> None:
    """Sixteen digits that a person can compare."""
    assert printed("1a2b3c4d5e6f7a8b" + "0" * 48) == "1A2B 3C4D 5E6F 7A8B"

"""Units and forms are drawn by chance from the identifier: the same everywhere, with a probability that is known."""

import json
from collections import Counter
from importlib.resources import files
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from instruments.choosing import drawn, form_of, probabilities, shuffled

VECTORS: dict[str, Any] = json.loads((files("instruments") / "vectors" / "choosing.json").read_text(encoding="utf-8"))
SIZES = st.lists(st.floats(1, 4), min_size=1, max_size=30)


@pytest.mark.parametrize("vector", VECTORS["draws"], ids=lambda vector: vector["identifier"][:8])
def test_a_draw_is_what_the_vectors_say(vector: dict[str, Any]) -> None:
    """The same file is run by the browser."""
    assert drawn(vector["identifier"], vector["sizes"], vector["at_most"]) == pytest.approx(vector["expected"])


@pytest.mark.parametrize("vector", VECTORS["forms"], ids=lambda vector: vector["identifier"][:8])
def test_a_form_is_what_the_vectors_say(vector: dict[str, Any]) -> None:
    """None where the survey has no split."""
    assert form_of(vector["identifier"], vector["forms"]) == vector["expected"]


@pytest.mark.parametrize("vector", VECTORS["orders"], ids=lambda vector: str(vector["seed"]))
def test_an_order_is_what_the_vectors_say(vector: dict[str, Any]) -> None:
    """Nothing is lost on the way."""
    assert shuffled(vector["units"], vector["seed"]) == vector["expected"]
    assert sorted(vector["expected"]) == vector["units"]


@given(identifier=st.uuids(version=4), sizes=SIZES, at_most=st.integers(1, 10))
def test_as_many_are_drawn_as_may_be_rated(identifier: UUID, sizes: list[float], at_most: int) -> None:
    """Never more, never fewer while there are enough; and the order in which units are named does not count."""
    named = {f"u{place}": size for place, size in enumerate(sizes)}
    chosen = drawn(identifier.hex, named, at_most)
    assert len(chosen) == min(at_most, len(sizes))
    assert all(0 < chance <= 1 for chance in chosen.values())
    assert drawn(identifier.hex, dict(reversed(named.items())), at_most) == chosen


@given(sizes=SIZES, at_most=st.integers(1, 10))
def test_probabilities_add_up_to_the_units_drawn(sizes: list[float], at_most: int) -> None:
    """And none is above 1, however large a unit is."""
    if len(sizes) > at_most:
        chances = probabilities(sizes, at_most)
        assert sum(chances) == pytest.approx(at_most)
        assert max(chances) <= 1


def test_units_are_drawn_as_often_as_their_probability_says() -> None:
    """6,000 identifiers: each share within four standard errors."""
    sizes = {"a": 1.0, "b": 1.0, "c": 2.0, "d": 3.0, "e": 4.0}
    random = np.random.default_rng(3)
    many = 6000
    counts: Counter[str] = Counter()
    for _ in range(many):
        counts.update(list(drawn(UUID(bytes=random.bytes(16), version=4).hex, sizes, 2)))
    for unit, chance in zip(sizes, probabilities(list(sizes.values()), 2), strict=True):
        assert abs(counts[unit] / many - chance) < 4 * (chance * (1 - chance) / many) ** 0.5


def test_forms_and_draws_of_a_response_have_nothing_to_do_with_each_other() -> None:
    """They come from other digits of the identifier: one digit of the form changed leaves the draw alone."""
    identifier = "0123456789ab4cdeaf01234567890abc"
    other = identifier[:17] + "7" + identifier[18:]
    sizes = dict.fromkeys("abcdefgh", 1.0)
    assert drawn(identifier, sizes, 3) == drawn(other, sizes, 3)

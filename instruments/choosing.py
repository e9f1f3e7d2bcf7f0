"""The choice of units and of a form by chance: a function of a response's random identifier, the same everywhere.

Browser and server compute the same draw, so a page loaded again draws nothing anew, and the probability with which a
unit was drawn is known. `vectors/choosing.json` binds both to the same results.
"""

from collections.abc import Mapping, Sequence
from typing import Final

_START_DIGITS: Final = slice(0, 12)
_FORM_DIGITS: Final = slice(17, 20)
_SEED_DIGITS: Final = slice(24, 32)
_WORD: Final = 0xFFFFFFFF
_NOTHING: Final = 1e-12


def drawn(identifier: str, sizes: Mapping[str, float], at_most: int) -> dict[str, float]:
    """The units drawn with the probability of each: a systematic sample with probability proportional to size.

    `identifier`: the 32 hexadecimal digits of a UUID version 4. `sizes`: eligible units (their order does not count)
    with positive sizes. The order of units is a shuffle seeded by the last eight digits, the start of the systematic
    sample the first twelve as a fraction of 16¹²; no probability exceeds 1 (Särndal, Swensson and Wretman 1992, 3.6).

    >>> drawn("0" * 32, {"a": 1, "b": 1, "c": 2}, 2)
    {'b': 0.5, 'c': 1.0}
    """
    units = shuffled(sorted(sizes), int(identifier[_SEED_DIGITS], 16))
    if len(units) <= at_most:
        return dict.fromkeys(units, 1.0)
    chances = probabilities([sizes[unit] for unit in units], at_most)
    start = int(identifier[_START_DIGITS], 16) / 16**12
    chosen: dict[str, float] = {}
    reached, mark = 0.0, start
    for unit, chance in zip(units, chances, strict=True):
        reached += chance
        if reached > mark + _NOTHING:
            chosen[unit] = chance
            mark += 1
    return chosen


def probabilities(sizes: Sequence[float], at_most: int) -> list[float]:
    """Inclusion probabilities proportional to size that sum to `at_most`, none above 1.

    >>> probabilities([1, 1, 6], 2)
    [0.5, 0.5, 1.0]
    """
    certain = [False] * len(sizes)
    while True:
        rest = sum(size for size, is_certain in zip(sizes, certain, strict=True) if not is_certain)
        left = at_most - sum(certain)
        chances = [1.0 if sure else left * size / rest for size, sure in zip(sizes, certain, strict=True)]
        over = [not sure and chance >= 1 for chance, sure in zip(chances, certain, strict=True)]
        if not any(over):
            return chances
        certain = [sure or is_over for sure, is_over in zip(certain, over, strict=True)]


def equal_probability(eligible: int, at_most: int) -> float:
    """The probability with which each of some units of the same size is drawn.

    >>> equal_probability(8, 3)
    0.375
    """
    return min(1.0, at_most / eligible)


def form_of(identifier: str, forms: Sequence[str]) -> str | None:
    """The form of a split ballot that a response gets; none where there is no split.

    >>> form_of("0000000000004000a001000000000000", ["a", "b"])
    'b'
    """
    return forms[int(identifier[_FORM_DIGITS], 16) % len(forms)] if forms else None


def shuffled(units: Sequence[str], seed: int) -> list[str]:
    """The units in an order of chance (Fisher and Yates, driven by the generator Mulberry32)."""
    order = list(units)
    state = seed
    for last in range(len(order) - 1, 0, -1):
        state, number = _next(state)
        place = number * (last + 1) >> 32
        order[last], order[place] = order[place], order[last]
    return order


def _next(state: int) -> tuple[int, int]:
    """Mulberry32: the next state and a whole number below 2³²."""
    state = (state + 0x6D2B79F5) & _WORD
    mixed = ((state ^ (state >> 15)) * (state | 1)) & _WORD
    mixed ^= (mixed + (((mixed ^ (mixed >> 7)) * (mixed | 61)) & _WORD)) & _WORD
    return state, (mixed ^ (mixed >> 14)) & _WORD

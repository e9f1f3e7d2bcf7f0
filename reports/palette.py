"""The few colours of results: told apart by the colour-blind, and in grey by their lightness."""

INK = "#000000"
SOFT = "#595959"
"""Second-rank text: 7 to 1 on white."""
RULE = "#8c8c8c"
PALE = "#e8edf2"
"""Behind the heads of tables."""
SCORE = "#0b5394"
"""A score and its interval."""
MEAN = "#b45309"
"""The mean of the block: another hue, another lightness, and a dashed line besides."""
TIER_LINE = "#b8b8b8"
MARK = "#5a5a5a"
MARK_OPACITY = 0.17
"""The mark of simulated data: read at a glance, and the text beneath it still read."""

HEAT = ("#ffffff", "#dbe7f3", "#b9d0e8", "#93b6da", "#6c9bca")
"""From the lowest to the highest fifth of a scale: one hue, lighter to darker, black text legible on each."""

ANSWERS = ("#5b2c06", "#b8763a", "#d9d9d9", "#8fb4d9", "#1f4e79")
"""From the least to the most favourable of five answers: brown, grey, blue; darker outward on both sides."""


def answer_colours(count: int) -> tuple[str, ...]:
    """Colours for that many ordered answers, spread over the scale of five.

    >>> answer_colours(2)
    ('#5b2c06', '#1f4e79')
    """
    if count == 1:
        return ANSWERS[-1:]
    last = len(ANSWERS) - 1
    return tuple(ANSWERS[round(place * last / (count - 1))] for place in range(count))


def heat(value: float, lowest: float, highest: float) -> str:
    """The tone of a value between two bounds; the middle tone where the bounds are one."""
    if highest <= lowest:
        return HEAT[len(HEAT) // 2]
    share = (value - lowest) / (highest - lowest)
    return HEAT[min(max(int(share * len(HEAT)), 0), len(HEAT) - 1)]

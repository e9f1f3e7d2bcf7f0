"""How low an indicator can score: 0 at its worse goalpost, less where answers or figures may lie beyond."""

import math

from instruments.indicator import Indicator
from instruments.model import Instrument, Item

_EVERYWHERE = (-math.inf, math.inf)


def lowest_score(instrument: Instrument, one: Indicator) -> float:
    """Of a unit, as a share of the way between the goalposts; minus infinity without bounds."""
    low, high = one.bounds
    if one.goalposts_from is not None or low >= high:
        return -math.inf
    ends = [(worth - low) / (high - low) for worth in _worth(instrument, one)]
    if one.direction == -1:
        ends = [1 - end for end in ends]
    return min(ends)


def knows_answers(instrument: Instrument, item: Item) -> bool:
    """Whether the answers an item offers can be looked up: its scale, where it names one, exists."""
    return item.scale is None or item.scale in {scale.code for scale in instrument.scales}


def _worth(instrument: Instrument, one: Indicator) -> tuple[float, float]:
    """Smallest and largest figure in natural units."""
    item = next((item for item in instrument.items() if item.code == one.made_from), None)
    if one.numerator and one.denominator and one.template != "generic":
        return 0.0, 1.0
    if not one.is_soft or item is None:
        return _EVERYWHERE
    if one.recode == "points":
        return min(one.points.values(), default=0.0), max(one.points.values(), default=0.0)
    if one.recode == "nps":
        return -1.0, 1.0
    if one.recode.startswith("pct"):
        return 0.0, 1.0
    low, high = _answers(instrument, item)
    return low, min(high, one.cap) if one.cap is not None else high


def _answers(instrument: Instrument, item: Item) -> tuple[float, float]:
    """Smallest and largest answer that can be given."""
    if item.kind == "single":
        codes = [option.code for option in instrument.options_of(item)] if knows_answers(instrument, item) else []
        return (min(codes), max(codes)) if codes else _EVERYWHERE
    low = -math.inf if item.minimum is None else item.minimum
    return low, math.inf if item.maximum is None else item.maximum

"""Maps scores to places on a drawing, with round ticks."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

_STEPS = (1.0, 2.0, 5.0, 10.0, 20.0)
_RANK_STEPS = (1, 2, 5, 10, 20)
_MOST_TICKS = 7


class _Interval(Protocol):
    @property
    def lower(self) -> float | None:
        """Lower limit."""

    @property
    def upper(self) -> float | None:
        """Upper limit."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of the scale from `low` to `high`, drawn from `left` to `right`."""

    low: float
    high: float
    left: float
    right: float
    marks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Where a value stands; values beyond the ends stand at the end."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)

    def ticks(self) -> tuple[tuple[float, float], ...]:
        """Round values and their places."""
        return tuple((value, self.at(value)) for value in self.marks)


def axis_of(
    rows: Iterable[_Interval], mean: _Interval | None, scale: tuple[float, float], left: float, right: float
) -> Axis:
    """The shortest stretch of round ticks that holds all intervals, never beyond the scale itself."""
    intervals = [*rows, *([mean] if mean else [])]
    lows = [row.lower for row in intervals if row.lower is not None] or [scale[0]]
    highs = [row.upper for row in intervals if row.upper is not None] or [scale[1]]
    span = max(highs) - min(lows)
    step = next((s for s in _STEPS if span / s <= _MOST_TICKS - 2), None) or _power_of_ten(span / (_MOST_TICKS - 2))
    low = min(max(math.floor(min(lows) / step) * step, scale[0]), scale[1])
    high = max(min(math.ceil(max(highs) / step) * step, scale[1]), scale[0])
    if high <= low:
        low, high = max(scale[0], low - step), min(scale[1], low + step)
    steps = round((high - low) / step)
    return Axis(low, high, left, right, tuple(low + place * step for place in range(steps + 1)))


def _power_of_ten(least: float) -> float:
    """The step of a stretch no usual one divides into few ticks: the power of ten not below."""
    return float(10 ** math.ceil(math.log10(least)))


def rank_axis(last: int, left: float, right: float) -> Axis:
    """Ranks from 1 to the last, with marks at 1 and at multiples of a round step."""
    step = next((s for s in _RANK_STEPS if last / s <= _MOST_TICKS), _RANK_STEPS[-1])
    marks = tuple(float(rank) for rank in range(1, last + 1) if rank == 1 or rank % step == 0)
    return Axis(1, max(last, 2), left, right, marks)

"""Maps scores to places on a drawing, with round ticks."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

_STEPS = (1.0, 2.0, 5.0, 10.0, 20.0)
_MOST_TICKS = 7


class _Interval(Protocol):
    @property
    def lower(self) -> float | None: ...
    @property
    def upper(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of the scale from `low` to `high`, drawn from `left` to `right`."""

    low: float
    high: float
    left: float
    right: float
    step: float

    def at(self, value: float) -> float:
        """Where a value stands; values beyond the ends stand at the end."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)

    def ticks(self) -> tuple[tuple[float, float], ...]:
        """Round values and their places."""
        steps = round((self.high - self.low) / self.step)
        return tuple((value, self.at(value)) for value in (self.low + place * self.step for place in range(steps + 1)))


def axis_of(
    rows: Iterable[_Interval], mean: _Interval | None, scale: tuple[float, float], left: float, right: float
) -> Axis:
    """The shortest stretch of round ticks that holds all intervals, never beyond the scale itself."""
    intervals = [*rows, *([mean] if mean else [])]
    lows = [row.lower for row in intervals if row.lower is not None] or [scale[0]]
    highs = [row.upper for row in intervals if row.upper is not None] or [scale[1]]
    step = next((s for s in _STEPS if (max(highs) - min(lows)) / s <= _MOST_TICKS - 2), _STEPS[-1])
    low = max(math.floor(min(lows) / step) * step, scale[0])
    high = min(math.ceil(max(highs) / step) * step, scale[1])
    if high <= low:
        low, high = max(scale[0], low - step), min(scale[1], low + step)
    return Axis(low, high, left, right, step)

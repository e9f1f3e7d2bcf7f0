"""What was entered for a unit, and the figure of an indicator made from it; missing stays missing, never 0."""

from collections.abc import Mapping
from dataclasses import dataclass

from instruments.indicator import BY_INDICATOR, Indicator


@dataclass(frozen=True, slots=True)
class Entered:
    """A count or a figure as it stands in a file, with the counts behind it where a generic file gives them."""

    value: float
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of one unit and indicator; a share of nothing has its counts and no value."""

    value: float | None
    numerator: float | None = None
    denominator: float | None = None


EnteredByUnit = Mapping[tuple[str, str], Entered]
"""By unit and column of the template, or indicator of a generic file."""


def figure_of(indicator: Indicator, unit: str, entered: EnteredByUnit) -> Figure | None:
    """The figure an indicator takes from the files of its template; None where a count it needs is missing."""
    if indicator.template in BY_INDICATOR:
        given = entered.get((unit, indicator.code))
        return Figure(given.value, given.numerator, given.denominator) if given else None
    above = entered.get((unit, indicator.numerator or ""))
    below = entered.get((unit, indicator.denominator or ""))
    if above is None or (indicator.denominator and below is None):
        return None
    if below is None:
        return Figure(above.value)
    return Figure(above.value / below.value if below.value else None, above.value, below.value)

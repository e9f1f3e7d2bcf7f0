"""Says what results are measured in: per cent or points, on the scale of their kind; raw figures in natural units."""

from typing import Literal, Protocol

from instruments.index import Definition, Index, Range
from instruments.indicator import Indicator
from reports.numbers import NOTHING, interval, number, percent, signed
from reports.texts.shared import text

Unit = Literal["percent", "points"]
"""What scores are printed in."""
_SHORT = 10
"""A scale of this width or less is printed with one decimal more."""


def unit_of(index: Index) -> Unit:
    """What the scores of an index are printed in; per cent where it does not say."""
    return index.unit or "percent"


def measured(value: float | None, unit: Unit, language: str, decimals: int = 2) -> str:
    """A score with what it is measured in, as a sentence says it.

    >>> measured(83.944, "percent", "vi"), measured(83.944, "points", "vi"), measured(None, "points", "vi")
    ('83,94%', '83,94 điểm', '–')
    """
    if unit == "percent":
        return percent(value, language, decimals)
    written = number(value, decimals, language)
    return written if written == NOTHING else text("in_points", language, number=written)


def difference(value: float | None, unit: Unit, definition: Definition, language: str, decimals: int = 1) -> str:
    """A difference of scores: of shares in percentage points, of all else in points.

    >>> difference(1.28, "percent", "top2_share", "vi"), difference(-1.28, "points", "indicators", "vi")
    ('+1,3 điểm phần trăm', '−1,3 điểm')
    """
    key = "points_of_percent" if unit == "percent" and definition != "mean_percent" else "points_of_score"
    return text(key, language, number=signed(value, decimals, language))


def decimals_on(scale: Range, usual: int) -> int:
    """Decimals of a score: one more on a scale as short as 1 to 10.

    >>> decimals_on((0.0, 100.0), 1), decimals_on((1.0, 10.0), 1)
    (1, 2)
    """
    return usual + 1 if scale[1] - scale[0] <= _SHORT else usual


class _Figure(Protocol):
    @property
    def estimate(self) -> float | None:
        """The figure."""

    @property
    def lower(self) -> float | None:
        """Lower limit."""

    @property
    def upper(self) -> float | None:
        """Upper limit."""

    @property
    def most(self) -> float | None:
        """The most points; None where it is not in points."""


def decimals_of(figure: _Figure, scale: Range) -> int:
    """Decimals of a score: two of points, else by its scale."""
    return 2 if figure.most else decimals_on(scale, 1)


def score_words(figure: _Figure, language: str, decimals: int) -> str:
    """A score without its interval; of points, out of the most that applies: 2,10 / 2,5."""
    score = number(figure.estimate, decimals, language)
    if figure.most is None or score == NOTHING:
        return score
    return text("points_of_most", language, score=score, most=end(figure.most, language))


def figure_text(figure: _Figure, scale: Range, language: str) -> str:
    """A score with its interval; one brought in stands alone, since it has none."""
    decimals = decimals_of(figure, scale)
    score = score_words(figure, language, decimals)
    return score if figure.lower is None else f"{score} ({interval(figure.lower, figure.upper, language, decimals)})"


def range_words(scale: Range, language: str) -> str:
    """A scale by its ends: 1–10."""
    return f"{end(scale[0], language)}–{end(scale[1], language)}"


def end(value: float, language: str) -> str:
    """The end of a scale, a bound or the most points of a criterion, without decimals it does not need: 2,5.

    >>> end(2.5, "vi"), end(3, "vi"), end(0.75, "en")
    ('2,5', '3', '0.75')
    """
    return number(value, next((few for few in (0, 1) if round(value, few) == round(value, 2)), 2), language)


def natural(index: Index, indicator: Indicator, value: float | None, language: str) -> str:
    """A raw figure in its natural unit: a share in per cent, a net score in points of a hundred, else a number."""
    if index.is_share(indicator):
        return percent(_hundredfold(value), language, 1)
    if indicator.recode == "nps":
        return signed(_hundredfold(value), 1, language)
    return number(value, 2, language)


def natural_interval(
    index: Index, indicator: Indicator, lower: float | None, upper: float | None, language: str
) -> str:
    """The limits of a raw figure, without the sign of its unit."""
    if index.is_share(indicator) or indicator.recode == "nps":
        return interval(_hundredfold(lower), _hundredfold(upper), language)
    return interval(lower, upper, language, 2)


def natural_end(index: Index, indicator: Indicator, value: float, language: str) -> str:
    """A goalpost in the natural unit of its indicator, without decimals it does not need."""
    if index.is_share(indicator):
        return f"{end(100 * value, language)}%"
    return end(100 * value if indicator.recode == "nps" else value, language)


def _hundredfold(value: float | None) -> float | None:
    return None if value is None else 100 * value

"""Says it where a score lies outside its scale: scores are never drawn back to the end of a scale."""

from collections.abc import Iterable, Iterator

from instruments.index import Range
from reports.scales import range_words
from reports.tables import BlockTable, UnitRow
from reports.wording import text

_SEEN = 0.005
"""What two decimals show."""
Scored = tuple[float | None, Range]


def scored(table: BlockTable, rows: Iterable[UnitRow]) -> Iterator[Scored]:
    """The printed scores of units, each with its scale: the index and its components."""
    for row in rows:
        yield row.estimate, table.scale
        for one in row.components:
            yield one.estimate, one.scale(table.component_scale)


def outside_note(scores: Iterable[Scored], language: str) -> str:
    """One sentence with the scales that some of these scores pass; empty where none does."""
    passed = dict.fromkeys(scale for score, scale in scores if score is not None and _is_outside(score, scale))
    scales = ", ".join(range_words(scale, language) for scale in passed)
    return text("outside_scale", language, scales=scales) if scales else ""


def _is_outside(score: float, scale: Range) -> bool:
    return not scale[0] - _SEEN <= score <= scale[1] + _SEEN

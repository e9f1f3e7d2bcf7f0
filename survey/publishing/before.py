"""What was published of a unit before, as its page shows it: figures of their own time and method, without interval."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from reports.wording import number
from survey.collecting.history.standing import shown
from survey.records import Wave


@dataclass(frozen=True, slots=True)
class PublishedBefore:
    """One figure as it was published, with its method, without which nothing can be said of a change."""

    measure: str
    year: int
    value: float | None
    rank: int | None
    rank_of: int | None
    source: str
    method_note: str

    def value_words(self, language: str) -> str:
        """The figure with the decimals it was published with."""
        decimals = len(f"{self.value:.10f}".rstrip("0").partition(".")[2]) if self.value is not None else 0
        return number(self.value, decimals, language)

    @property
    def rank_words(self) -> str:
        """The rank, and of how many where that is known."""
        return "/".join(str(place) for place in (self.rank, self.rank_of) if place is not None) or "–"


def published_before(tx: Session, wave: Wave) -> Mapping[str, tuple[PublishedBefore, ...]]:
    """The confirmed figures of an organisation's history by code of the unit; figures kept by name belong to no page.

    A simulated wave shows none: real figures do not stand among invented ones.
    """
    found: defaultdict[str, list[PublishedBefore]] = defaultdict(list)
    for one in () if wave.simulated else shown(tx, wave.organisation_id):
        if one.unit is not None:
            figure = one.value, one.rank, one.rank_of
            found[one.unit].append(PublishedBefore(one.measure, one.year, *figure, one.source, one.method_note))
    return {unit: tuple(figures) for unit, figures in found.items()}

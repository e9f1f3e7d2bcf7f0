"""Criteria as units assessed them and as others found them: points, the reason of a difference, and the evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from reports.numbers import long_day
from reports.texts.shared import text


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that a unit has earned its points: a paper by name, number, day and issuer, as far as given."""

    name: str | None
    number: str | None
    day: str | None
    issuer: str | None

    def words(self, language: str) -> str:
        """As a paper is quoted; empty where there is none."""
        number = text("evidence_number", language, number=self.number) if self.number else None
        day = long_day(date.fromisoformat(self.day), language) if self.day else None
        return ", ".join(part for part in (self.name, number, day, self.issuer) if part)


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a unit gave itself, what was found, and why they differ; it may have been declared not to apply."""

    own: float | None
    found: float | None
    reason: str | None
    not_applicable: bool
    evidence: Evidence


COLUMNS = (
    *("unit", "indicator", "self_assessed", "appraised", "reason", "not_applicable"),
    *("evidence", "evidence_number", "evidence_date", "evidence_issuer"),
)
"""What is read of a criterion, in the order of `assessed_of`."""


def assessed_of(rows: Iterable[tuple[Any, ...]]) -> dict[tuple[str, str], Assessed]:
    """By unit and indicator."""
    return {
        (unit, code): Assessed(own, found, reason, bool(left_out), Evidence(*evidence))
        for unit, code, own, found, reason, left_out, *evidence in rows
    }

"""Checks a criterion as a unit assessed it and others appraised it: points, evidence, the reason of a difference."""

from collections.abc import Iterator

from instruments.mistakes import Mistake
from instruments.tables import Row
from survey.collecting.cells import day, decimal, number_mistakes
from survey.preparing.hidden_marks import has_hidden_marks
from survey.preparing.row_mistakes import row_mistake

_POINTS = ("self_assessed", "appraised")
_WORDS = ("evidence", "evidence_number", "evidence_issuer", "reason")
"""What is printed as it was written, on scorecards, pages and in open data."""


def criterion_mistakes(name: str, row: Row, bounds: tuple[float, float]) -> Iterator[Mistake]:
    """What is wrong with a row: points beyond the most, points without evidence, a correction without a reason."""
    wrong = [one for column in _POINTS if row.cells[column] for one in _points(name, row, column, bounds)]
    wrong += [*_day(name, row), *_applies(name, row), *_hidden(name, row)]
    yield from wrong or _misfits(name, row)


def _points(name: str, row: Row, column: str, bounds: tuple[float, float]) -> Iterator[Mistake]:
    (low, high), cell = bounds, row.cells[column]
    yield from number_mistakes(cell, (name, row.number, column))
    points = decimal(cell)
    if points is not None and not low <= points <= high:
        yield row_mistake("points-beyond", (name, row.number, column), value=cell, low=f"{low:g}", high=f"{high:g}")


def _day(name: str, row: Row) -> Iterator[Mistake]:
    cell = row.cells["evidence_date"]
    if cell and day(cell) is None:
        yield row_mistake("day-unreadable", (name, row.number, "evidence_date"), value=cell)


def _hidden(name: str, row: Row) -> Iterator[Mistake]:
    """Words that would turn a line about, or hide what they are made of."""
    for column in _WORDS:
        if has_hidden_marks(row.cells[column]):
            yield row_mistake("hidden-marks", (name, row.number, column))


def _applies(name: str, row: Row) -> Iterator[Mistake]:
    """What does not apply to a unit has no points and a reason; it leaves the unit's maximum."""
    mark = row.cells["not_applicable"]
    if mark and (mark.lower() != "x" or row.cells["appraised"] or not row.cells["reason"]):
        yield row_mistake("not-applicable-unclear", (name, row.number, "not_applicable"), value=mark)


def _misfits(name: str, row: Row) -> Iterator[Mistake]:
    own, found = (decimal(row.cells[column]) for column in _POINTS)
    if own and not row.cells["evidence"]:
        yield row_mistake("evidence-missing", (name, row.number, "evidence"), value=row.cells["self_assessed"])
    if found is not None and found != own and not row.cells["reason"]:
        words = {"value": row.cells["appraised"], "known": row.cells["self_assessed"] or "–"}
        yield row_mistake("appraisal-unexplained", (name, row.number, "reason"), **words)

"""The hard figures of a wave as a snapshot takes them: confirmed ones alone, with where they are from."""

import pandas as pd
from sqlalchemy.orm import Session

from scoring.files.columns import CRITERIA, HARD
from scoring.files.encoding import typed
from survey.collecting.cells import decimal
from survey.collecting.hard.stages import stages_of
from survey.collecting.hard.standing import filled, standings
from survey.records import Wave


def hard_of(tx: Session, wave: Wave) -> pd.DataFrame:
    """A row for each unit and hard indicator with a figure; people stand there by the role they acted in."""
    rows = [
        {
            "unit": unit,
            "indicator": one.indicator.code,
            "value": figure.value,
            "numerator": figure.numerator,
            "denominator": figure.denominator,
            "source": one.standing.file.source,
            "period": one.standing.file.period,
            "prepared_by": one.standing.file.prepared_role,
            "confirmed_by": one.standing.confirmation.role,
        }
        for one in filled(tx, wave)
        if one.standing and one.standing.confirmation
        for unit, figure in one.figures.items()
    ]
    return typed(pd.DataFrame(rows), HARD)


def criteria_of(tx: Session, wave: Wave) -> pd.DataFrame:
    """A row for each criterion of the confirmed file: own points with their evidence, points found, and the reason.

    Words stay as they were written: whatever writes them for a spreadsheet guards against formulas.
    """
    files = [one.file for one in standings(tx, wave) if one.state == "counts"]
    rows = [_criterion(cells) for file in files for cells in stages_of(tx, file)]
    return typed(pd.DataFrame(rows), CRITERIA)


def _criterion(cells: dict[str, str]) -> dict[str, object]:
    numbers = {column: decimal(cells[column]) for column in ("self_assessed", "appraised")}
    words = {column: cells[column] or None for column in CRITERIA if column not in numbers}
    return {**words, **numbers, "not_applicable": bool(cells["not_applicable"])}

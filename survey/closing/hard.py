"""The hard figures of a wave as a snapshot takes them: confirmed ones alone, with where they are from."""

import pandas as pd
from sqlalchemy.orm import Session

from scoring.files.columns import HARD
from scoring.files.encoding import typed
from survey.collecting.hard.standing import filled
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

"""Words that people wrote, in a table that a spreadsheet may open: nothing is reckoned, and nothing is lost."""

import pandas as pd
import pytest

from scoring.files.columns import CRITERIA, Columns
from scoring.files.encoding import from_csv, to_csv, typed

SHAPE: Columns = {"unit": "text", "reason": "words"}


@pytest.mark.parametrize(
    ("written", "in_the_file"),
    [
        ("=1+1", "'=1+1"),
        ("-5 điểm", "'-5 điểm"),
        ("@a", "'@a"),
        ("'=1", "''=1"),
        ("'trích'", "'trích'"),
        ("Muộn", "Muộn"),
    ],
)
def test_a_formula_is_kept_from_spreadsheets_and_read_as_it_was_written(written: str, in_the_file: str) -> None:
    """An apostrophe is put before it in the file alone; what began with one already comes back as it was."""
    data = to_csv(pd.DataFrame({"unit": ["06652"], "reason": [written]}), SHAPE)
    assert data.decode() == f"unit,reason\n06652,{in_the_file}\n"
    assert from_csv(data, SHAPE, "x.csv")["reason"].tolist() == [written]


def test_words_that_are_not_there_stay_missing() -> None:
    """Neither an empty text nor an apostrophe."""
    rows = typed(pd.DataFrame({"unit": ["A"], "indicator": ["plan"]}), CRITERIA)
    read = from_csv(to_csv(rows, CRITERIA), CRITERIA, "criteria.csv")
    assert read[["evidence", "reason", "evidence_date"]].isna().to_numpy().all()

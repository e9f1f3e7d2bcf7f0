"""Numbers in cells: what is read as one number only, and what is written so that it is read again."""

import pytest

from survey.collecting.cells import decimal, written


@pytest.mark.parametrize(("cell", "number"), [("1,5", 1.5), ("0.850", 0.85), ("12.1250", 12.125), ("83,941", 83.941)])
def test_a_decimal_has_a_point_or_a_comma(cell: str, number: float) -> None:
    assert decimal(cell) == number


@pytest.mark.parametrize("cell", ["1.000", "-1.000", "1,000", "1.240.000", "12.125"])
def test_a_number_that_may_be_thousands_is_not_read(cell: str) -> None:
    """Written 1.000 in Vietnamese and 1,000 in English, a thousand would be read as 1."""
    assert decimal(cell) is None


@pytest.mark.parametrize("number", [0.0, 1000.0, 1_234_567.0, 12.125, 0.125, 83.94, -1.5])
def test_what_is_written_is_read_again(number: float) -> None:
    assert decimal(written(number)) == number

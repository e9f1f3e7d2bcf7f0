"""Numbers, intervals and days are printed as each language writes them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reports.numbers import day, interval, long_day, margin, number, percent, rank_set, signed


def test_vietnamese_uses_the_decimal_comma_and_the_dot_for_thousands() -> None:
    """The same value reads 1.234,50 in Vietnamese and 1,234.50 in English."""
    assert number(1234.5, 2, "vi") == "1.234,50"
    assert number(1234.5, 2, "en") == "1,234.50"


def test_no_space_stands_before_the_percent_sign() -> None:
    """The province writes 83,94%."""
    assert percent(83.94, "vi") == "83,94%"


def test_halves_are_rounded_up_and_not_to_the_even_digit() -> None:
    """90,125 becomes 90,13 and 90,115 becomes 90,12."""
    assert number(90.125, 2, "vi") == "90,13"
    assert number(90.115, 2, "vi") == "90,12"


def test_a_missing_number_is_a_dash_and_never_zero() -> None:
    """None and not-a-number print the same dash."""
    assert number(None, 2, "vi") == number(float("nan"), 2, "en") == "–"
    assert percent(None, "vi") == interval(80.0, None, "vi") == margin(None, None, "vi") == rank_set(None, None) == "–"


def test_an_interval_and_its_margin_read_as_the_office_writes_them() -> None:
    """86,2 – 92,4 is ±3,1."""
    assert interval(86.2, 92.4, "vi") == "86,2 – 92,4"
    assert margin(86.2, 92.4, "vi") == "±3,1"


def test_a_rank_set_of_one_rank_is_one_number() -> None:
    """9–17 for many, 1 for one."""
    assert (rank_set(9, 17), rank_set(1, 1)) == ("9–17", "1")


def test_a_difference_always_shows_its_sign() -> None:
    """Plus above, a true minus below."""
    assert (signed(4.1, 1, "vi"), signed(-2.0, 1, "vi")) == ("+4,1", "−2,0")


def test_days_carry_leading_zeros_as_the_decree_on_documents_asks() -> None:
    """Days below 10 and the months 1 and 2 get a zero in a sentence, no other month does."""
    assert long_day(date(2026, 1, 5), "vi") == "ngày 05 tháng 01 năm 2026"
    assert long_day(date(2026, 9, 23), "vi") == "ngày 23 tháng 9 năm 2026"
    assert (day(date(2026, 11, 3), "vi"), day(date(2026, 11, 3), "en")) == ("03/11/2026", "3 Nov 2026")
    assert long_day(date(2026, 11, 3), "en") == "3 November 2026"


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_a_printed_number_is_never_further_off_than_half_its_last_digit(value: float, decimals: int) -> None:
    """Reading the English text back gives the value to half a unit of the last decimal."""
    back = float(number(value, decimals, "en").replace(",", "").replace("−", "-"))
    assert abs(back - value) <= 0.5 * 10**-decimals + 1e-9 * abs(value)

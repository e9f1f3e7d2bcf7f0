"""The one place that reads the time and knows where the office is."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Asia/Ho_Chi_Minh")

Clock = Callable[[], datetime]
"""Gives the present moment in UTC; the tests and the demo give their own."""


def now() -> datetime:
    """The present moment, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def day_of(moment: datetime) -> date:
    """The calendar day of a moment where the office is."""
    return moment.astimezone(OFFICE).date()


def hour_of(moment: datetime) -> str:
    """Hour and day of a moment where the office is, such as “08:15, 25/11/2026”."""
    return moment.astimezone(OFFICE).strftime("%H:%M, %d/%m/%Y")

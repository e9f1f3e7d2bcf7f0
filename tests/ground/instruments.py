"""Instruments that tests share."""

from pathlib import Path

import pytest

from instruments.model import Instrument
from instruments.reading import read_instrument

FIRMS = Path(__file__).with_name("firms.yaml")


@pytest.fixture(scope="session")
def firms_file() -> str:
    """A small survey of firms as a file."""
    return FIRMS.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def firms(firms_file: str) -> Instrument:
    """A small survey of firms: units rated in turn, a split ballot, indicators, hard figures."""
    reading = read_instrument(firms_file.encode(), "firms.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    assert [one.sentence() for one in reading.mistakes] == []
    return reading.instrument

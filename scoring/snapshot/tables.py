"""The tables of a snapshot: before they are packed, and after they are read."""

from dataclasses import dataclass, field

import pandas as pd

from instruments.model import Instrument
from scoring.files.columns import CRITERIA, EXCLUSIONS, FRAME, GOALPOSTS, HARD, PSUS, STRATA, TEXTS, Columns
from scoring.files.encoding import typed


def empty(columns: Columns) -> pd.DataFrame:
    """A table of these columns without rows."""
    return typed(pd.DataFrame(), columns)


@dataclass(frozen=True)
class Tables:
    """What a closed wave hands over; `wave` holds the keys of `wave.csv`."""

    responses: pd.DataFrame
    ratings: pd.DataFrame
    units: pd.DataFrame
    wave: dict[str, object]
    strata: pd.DataFrame = field(default_factory=lambda: empty(STRATA))
    frame: pd.DataFrame = field(default_factory=lambda: empty(FRAME))
    psus: pd.DataFrame = field(default_factory=lambda: empty(PSUS))
    exclusions: pd.DataFrame = field(default_factory=lambda: empty(EXCLUSIONS))
    texts: pd.DataFrame = field(default_factory=lambda: empty(TEXTS))
    hard: pd.DataFrame = field(default_factory=lambda: empty(HARD))
    criteria: pd.DataFrame = field(default_factory=lambda: empty(CRITERIA))
    """What units gave themselves and what was found by appraisal; a wave without criteria has no such file."""
    goalposts: pd.DataFrame = field(default_factory=lambda: empty(GOALPOSTS))
    """Fixed by decision from earlier waves; a wave without such indicators has no such file."""


@dataclass(frozen=True)
class Snapshot:
    """A closed wave as read from its files: weighted tables, the instrument, and what identifies them."""

    tables: Tables
    instrument: Instrument
    instrument_file: bytes
    fingerprint: str
    """SHA-256 of `datapackage.json`, which names the hash of every other file."""

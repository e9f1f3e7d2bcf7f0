"""A run as a value and as files: a long table of estimates, and everything needed to see how they were made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pandas as pd

from instruments.model import Instrument
from scoring.errors import Refusal
from scoring.files import columns as door
from scoring.files.columns import Columns
from scoring.files.encoding import from_csv, from_parquet, to_csv, to_parquet
from scoring.run.targets import targets_table
from scoring.snapshot.packing import INSTRUMENT_FILE
from scoring.snapshot.reading import criteria_of, instrument_of, wave_of
from scoring.snapshot.tables import empty

_TABLES: Mapping[str, tuple[str, Columns]] = MappingProxyType(
    {
        "estimates": ("estimates.parquet", door.ESTIMATES),
        "covariance": ("covariance.parquet", door.COVARIANCE),
        "changes": ("changes.parquet", door.CHANGES),
        "model": ("model.parquet", door.MODEL),
        "goalposts": ("goalposts.csv", door.GOALPOSTS),
        "reliability": ("reliability.csv", door.RELIABILITY),
        "sums": ("sums.csv", door.SUMS),
        "distributions": ("distributions.csv", door.DISTRIBUTIONS),
        "sensitivity": ("sensitivity.csv", door.SENSITIVITY),
        "units": ("units.csv", door.UNITS),
        "strata": ("strata.csv", door.STRATA),
        "hard": ("hard.csv", door.HARD),
    }
)
"""Every table of a run, always there, with a header when it is empty."""


@dataclass(frozen=True)
class Run:
    """Everything computed from one snapshot; same snapshot, same run. `meta` is run.json with the fingerprint."""

    estimates: pd.DataFrame
    covariance: pd.DataFrame
    reliability: pd.DataFrame
    sums: pd.DataFrame
    distributions: pd.DataFrame
    units: pd.DataFrame
    strata: pd.DataFrame
    hard: pd.DataFrame
    wave: dict[str, object]
    instrument: Instrument
    instrument_file: bytes
    meta: dict[str, object]
    changes: pd.DataFrame = field(default_factory=lambda: empty(door.CHANGES))
    goalposts: pd.DataFrame = field(default_factory=lambda: empty(door.GOALPOSTS))
    sensitivity: pd.DataFrame = field(default_factory=lambda: empty(door.SENSITIVITY))
    criteria: pd.DataFrame = field(default_factory=lambda: empty(door.CRITERIA))
    model: pd.DataFrame = field(default_factory=lambda: empty(door.MODEL))

    def files(self) -> dict[str, bytes]:
        """The run as files by name: the same bytes for the same snapshot and options."""
        tables = {file: _written(file, getattr(self, name), shape) for name, (file, shape) in _TABLES.items()}
        return {
            **tables,
            **self._targets(),
            **({"criteria.csv": to_csv(self.criteria, door.CRITERIA)} if len(self.criteria) else {}),
            "estimates.csv": to_csv(self.estimates, door.ESTIMATES),
            "wave.csv": to_csv(pd.DataFrame([self.wave]), door.WAVE),
            INSTRUMENT_FILE: self.instrument_file,
            "run.json": _written_meta(self.meta),
        }

    def _targets(self) -> dict[str, bytes]:
        """How units stand to the targets of the index, where it has some; not read back, since it follows."""
        index = self.instrument.index
        if index is None or not index.targets:
            return {}
        return {"targets.csv": to_csv(targets_table(index, self.estimates, self.hard), door.TARGETS)}


def _written_meta(meta: dict[str, object]) -> bytes:
    """Refuses NaN, which is no JSON: a program of another house could not read the run."""
    return json.dumps(meta, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False).encode() + b"\n"


def _written(file: str, table: pd.DataFrame, shape: Columns) -> bytes:
    return to_parquet(table, shape) if file.endswith(".parquet") else to_csv(table, shape)


def read(files: Mapping[str, bytes]) -> Run:
    """The run of these files; refuses a missing or unreadable one by name."""
    for file in ("run.json", "wave.csv", INSTRUMENT_FILE, *(file for file, _ in _TABLES.values())):
        if file not in files:
            raise Refusal(
                vi=f"Kết quả tính thiếu tệp {file}; hãy tính lại.",
                en=f"The run lacks {file}; score the snapshot again.",
            )
    data = files[INSTRUMENT_FILE]
    tables = {name: _read(file, files[file], shape) for name, (file, shape) in _TABLES.items()}
    return Run(
        **tables,
        criteria=criteria_of(files),
        wave=wave_of(files["wave.csv"]),
        instrument=instrument_of(data),
        instrument_file=data,
        meta=_meta(files["run.json"]),
    )


def _read(file: str, data: bytes, shape: Columns) -> pd.DataFrame:
    return from_parquet(data, file) if file.endswith(".parquet") else from_csv(data, shape, file)


def _meta(data: bytes) -> dict[str, object]:
    try:
        meta: dict[str, object] = json.loads(data)
    except ValueError as error:
        raise Refusal(
            vi="run.json không đọc được; hãy tính lại.", en="run.json cannot be read; score the snapshot again."
        ) from error
    return meta

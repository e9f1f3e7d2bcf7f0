"""Reads a snapshot from its files, after checking that each is the file its description names."""

import json
from collections.abc import Mapping

import pandas as pd

from instruments.fingerprint import sha256
from instruments.model import Instrument
from instruments.reading import read_instrument
from scoring.errors import Refusal
from scoring.files import columns as door
from scoring.files.encoding import from_csv, from_parquet
from scoring.snapshot.packing import GOALPOSTS_FILE, INSTRUMENT_FILE
from scoring.snapshot.tables import Snapshot, Tables, empty

_FILES = (
    "responses.parquet ratings.parquet texts.parquet strata.csv frame.csv psus.csv exclusions.csv hard.csv units.csv"
    f" wave.csv {INSTRUMENT_FILE}"
).split()


def read(files: Mapping[str, bytes]) -> Snapshot:
    """The snapshot of these files; refuses a missing, altered or unreadable one by name."""
    check_package(files)
    tables = Tables(
        responses=from_parquet(files["responses.parquet"], "responses.parquet"),
        ratings=from_parquet(files["ratings.parquet"], "ratings.parquet"),
        texts=from_parquet(files["texts.parquet"], "texts.parquet"),
        strata=from_csv(files["strata.csv"], door.STRATA, "strata.csv"),
        frame=from_csv(files["frame.csv"], door.FRAME, "frame.csv"),
        psus=from_csv(files["psus.csv"], door.PSUS, "psus.csv"),
        exclusions=from_csv(files["exclusions.csv"], door.EXCLUSIONS, "exclusions.csv"),
        hard=from_csv(files["hard.csv"], door.HARD, "hard.csv"),
        criteria=criteria_of(files),
        goalposts=_goalposts(files),
        units=from_csv(files["units.csv"], door.UNITS, "units.csv"),
        wave=wave_of(files["wave.csv"]),
    )
    data = files[INSTRUMENT_FILE]
    return Snapshot(tables, instrument_of(data), data, sha256(files["datapackage.json"]))


def criteria_of(files: Mapping[str, bytes]) -> pd.DataFrame:
    """The criteria of a snapshot or run; none where it has no such file."""
    data = files.get("criteria.csv")
    return empty(door.CRITERIA) if data is None else from_csv(data, door.CRITERIA, "criteria.csv")


def _goalposts(files: Mapping[str, bytes]) -> pd.DataFrame:
    """Goalposts from earlier waves; none where the snapshot has no such file."""
    data = files.get(GOALPOSTS_FILE)
    return empty(door.GOALPOSTS) if data is None else from_csv(data, door.GOALPOSTS, GOALPOSTS_FILE)


def check_package(files: Mapping[str, bytes]) -> None:
    """Refuse unless every file of a snapshot is there with the size and hash that datapackage.json states."""
    if "datapackage.json" not in files:
        raise _missing("datapackage.json")
    try:
        stated = {entry["path"]: entry for entry in json.loads(files["datapackage.json"])["resources"]}
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal(
            vi="datapackage.json không đọc được; hãy xuất lại dữ liệu chốt.",
            en="datapackage.json cannot be read; export the snapshot again.",
        ) from error
    for name in sorted({*_FILES, *stated}):
        if name not in files or name not in stated:
            raise _missing(name)
        if len(files[name]) != stated[name]["bytes"] or f"sha256:{sha256(files[name])}" != stated[name]["hash"]:
            raise Refusal(
                vi=f"{name} không còn đúng như datapackage.json ghi; hãy xuất lại dữ liệu chốt.",
                en=f"{name} is not the file that datapackage.json names; export the snapshot again.",
            )


def _missing(name: str) -> Refusal:
    return Refusal(
        vi=f"Dữ liệu chốt thiếu {name}; hãy xuất lại dữ liệu chốt.",
        en=f"The snapshot lacks {name}; export the snapshot again.",
    )


def wave_of(data: bytes) -> dict[str, object]:
    """The one row of wave.csv, empty cells as None."""
    table = from_csv(data, door.WAVE, "wave.csv")
    if len(table) != 1:
        raise Refusal(
            vi="wave.csv phải có đúng một dòng; hãy xuất lại dữ liệu chốt.",
            en="wave.csv must hold exactly one row; export the snapshot again.",
        )
    return {str(name): _plain(value) for name, value in table.iloc[0].to_dict().items()}


def _plain(value: object) -> object:
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN alone differs from itself
        return None
    return value.item() if hasattr(value, "item") else value


def instrument_of(data: bytes) -> Instrument:
    """The instrument of an instrument file; refuses with its first mistake."""
    reading = read_instrument(data, INSTRUMENT_FILE)
    if reading.instrument is None:
        mistake = next(entry for entry in reading.mistakes if entry.severity == "error")
        raise Refusal(vi=mistake.sentence("vi"), en=mistake.sentence("en"))
    return reading.instrument

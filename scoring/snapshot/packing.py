"""Writes the tables of a closed wave as a data package: weights computed, order fixed, every file hashed."""

import json
from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from instruments.coding import MISSING_CODES, REASONS
from instruments.fingerprint import canonical, sha256
from instruments.model import Instrument
from scoring.files import columns as door
from scoring.files.columns import Columns, Kind
from scoring.files.encoding import to_csv, to_parquet
from scoring.snapshot.days import widened
from scoring.snapshot.tables import Tables
from scoring.weights import counts_in_design, weighted_ratings, weighted_responses

INSTRUMENT_FILE = "instrument.yaml"
GOALPOSTS_FILE = "goalposts.csv"
NOTHING_CORRECTED: Mapping[str, bytes] = MappingProxyType({})
_FORMATS = {"parquet": "application/vnd.apache.parquet", "csv": "text/csv", "yaml": "application/yaml"}
_TYPES = {
    "text": "string",
    "words": "string",
    "whole": "integer",
    "number": "number",
    "yes_no": "boolean",
    "code": "integer",
}


def pack(
    tables: Tables, instrument: Instrument, instrument_file: bytes, corrected: Mapping[str, bytes] = NOTHING_CORRECTED
) -> dict[str, bytes]:
    """All files of a snapshot by name: the same tables, in whatever order of rows, give the same bytes.

    `corrected` holds by fingerprint the files of versions that an erratum took the place of while answers came in.
    """
    weighted = _weighted(tables, instrument)
    shapes = _shapes(weighted, instrument)
    files = {name: _written(name, table, shape) for name, (table, shape) in shapes.items()}
    files[INSTRUMENT_FILE] = instrument_file
    files |= {f"instrument-{mark}.yaml": data for mark, data in corrected.items()}
    files["datapackage.json"] = _description(files, {name: shape for name, (_, shape) in shapes.items()}, tables)
    return files


def _weighted(tables: Tables, instrument: Instrument) -> Tables:
    given = tables.responses.assign(cell=_texts(tables.responses, "cell"), psu=_texts(tables.responses, "psu"))
    responses = widened(given.sort_values("response", kind="stable", ignore_index=True))
    ratings = tables.ratings.sort_values(["response", "unit"], kind="stable", ignore_index=True)
    ratings = ratings.assign(
        roles=ratings["roles"].map(lambda roles: _joined(roles, ";")),
        chosen_prob=ratings.get("chosen_prob"),
        own_choice=ratings.get("own_choice"),
    )
    responses = weighted_responses(responses, ratings, tables.frame, instrument)
    inside = counts_in_design(responses, instrument.index)
    return Tables(
        responses=responses,
        ratings=weighted_ratings(ratings, responses, tables.units, instrument),
        units=tables.units.sort_values(["block", "sort_key", "unit"], kind="stable"),
        wave={
            **tables.wave,
            "official_access": _joined(tables.wave.get("official_access") or _access(instrument), " "),
        },
        strata=_counted(tables.strata, "stratum", responses[inside]).sort_values(["stratum", "unit"]),
        frame=_counted(tables.frame, "cell", responses[inside]).sort_values("cell"),
        psus=_counted(tables.psus, "psu", responses[inside]).sort_values("psu"),
        exclusions=tables.exclusions.sort_values("response"),
        texts=tables.texts.sort_values("row"),
        hard=tables.hard.sort_values(["unit", "indicator"]),
        criteria=tables.criteria.sort_values(["unit", "indicator"]),
        goalposts=tables.goalposts.sort_values(["indicator", "block"]),
    )


def _texts(table: pd.DataFrame, name: str) -> "pd.Series[str]":
    column = table.get(name, pd.Series([None] * len(table), index=table.index, dtype="object"))
    return column.where(column.notna() & (column != ""), None).astype("str")


def _joined(words: object, mark: str) -> str:
    return mark.join(words) if isinstance(words, list | tuple) else str(words)


def _access(instrument: Instrument) -> tuple[str, ...]:
    return instrument.index.access if instrument.index else ()


def _counted(table: pd.DataFrame, key: str, responses: pd.DataFrame) -> pd.DataFrame:
    """The table with `usable`, the responses of the design that belong to each row."""
    counts = responses[key].value_counts()
    return table.assign(usable=table[key].map(counts).fillna(0).astype("int64"))


def _shapes(tables: Tables, instrument: Instrument) -> dict[str, tuple[pd.DataFrame, Columns]]:
    return {
        "responses.parquet": (tables.responses, _with_items(tables.responses, door.RESPONSES, instrument)),
        "ratings.parquet": (tables.ratings, _with_items(tables.ratings, door.RATINGS, instrument)),
        "texts.parquet": (tables.texts, door.TEXTS),
        "strata.csv": (tables.strata, door.STRATA),
        "frame.csv": (tables.frame, door.FRAME),
        "psus.csv": (tables.psus, door.PSUS),
        "exclusions.csv": (tables.exclusions, door.EXCLUSIONS),
        "hard.csv": (tables.hard, door.HARD),
        **({"criteria.csv": (tables.criteria, door.CRITERIA)} if len(tables.criteria) else {}),
        **({GOALPOSTS_FILE: (tables.goalposts, door.GOALPOSTS)} if len(tables.goalposts) else {}),
        "units.csv": (tables.units, door.UNITS),
        "wave.csv": (pd.DataFrame([tables.wave]), door.WAVE),
    }


def _with_items(table: pd.DataFrame, fixed: Columns, instrument: Instrument) -> Columns:
    items = [str(name) for name in table if name not in fixed]
    numbers = {name for name in items if f"{name}{REASONS}" in items}
    units = {item.code for item in instrument.items() if item.kind == "unit"}
    kinds: dict[str, Kind] = dict.fromkeys(items, "code")
    kinds |= dict.fromkeys(numbers - units, "number")
    kinds |= dict.fromkeys(numbers & units, "text")
    return {**fixed, **kinds}


def _written(name: str, table: pd.DataFrame, shape: Columns) -> bytes:
    return to_parquet(table, shape) if name.endswith(".parquet") else to_csv(table, shape)


def _description(files: Mapping[str, bytes], shapes: Mapping[str, Columns], tables: Tables) -> bytes:
    package = {
        "name": str(tables.wave["wave"]),
        "profile": "data-package",
        "codes": {str(code): meaning for code, meaning in MISSING_CODES.items()},
        "resources": [_resource(name, data, shapes.get(name)) for name, data in sorted(files.items())],
    }
    return (
        json.dumps(
            json.loads(canonical(package)), ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False
        ).encode()
        + b"\n"
    )


def _resource(name: str, data: bytes, shape: Columns | None) -> dict[str, object]:
    stem, ending = name.rsplit(".", 1)
    fields = [{"name": column, "type": _TYPES[kind]} for column, kind in (shape or {}).items()]
    return {
        "name": stem,
        "path": name,
        "mediatype": _FORMATS[ending],
        "bytes": len(data),
        "hash": f"sha256:{sha256(data)}",
        **({"schema": {"fields": fields}} if fields else {}),
    }

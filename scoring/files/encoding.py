"""One table as bytes and back, Parquet or CSV: the same bytes for the same table, on every machine alike."""

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from scoring.arrays import Numbers
from scoring.errors import Refusal
from scoring.files.columns import Columns, Kind

_ARROW = MappingProxyType(
    {
        "text": pa.string(),
        "words": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "yes_no": pa.bool_(),
        "code": pa.int8(),
    }
)
_PANDAS: Mapping[Kind, Any] = MappingProxyType(
    {"text": "str", "words": "str", "whole": "Int64", "number": "float64", "yes_no": "boolean", "code": "int8"}
)
_TEXTS = frozenset({"text", "words"})
_FORMULA = r"^('*[=+\-@\t\r])"
"""What a spreadsheet takes for a formula, or has been kept from it by apostrophes."""
_YES_NO = MappingProxyType({"true": True, "false": False})


def typed(table: pd.DataFrame, columns: Columns) -> pd.DataFrame:
    """The table with exactly these columns in this order and kind; an absent column becomes empty."""
    shaped = {name: _column(table, name, kind) for name, kind in columns.items()}
    return pd.DataFrame(shaped, columns=list(columns)).reset_index(drop=True)


def _column(table: pd.DataFrame, name: str, kind: Kind) -> "pd.Series[Any]":
    if name not in table:
        nothing: pd.Series[Any] = pd.Series([None] * len(table), index=table.index, dtype="object")
        return nothing.astype(_PANDAS[kind])
    column: pd.Series[Any] = table[name]
    if str(column.dtype) == _PANDAS[kind]:
        return column
    if kind in _TEXTS:
        return column.where(column.notna(), None).astype("str")
    whole: pd.Series[Any] = column.astype(_PANDAS[kind])
    return whole


def to_parquet(table: pd.DataFrame, columns: Columns) -> bytes:
    """Parquet bytes of the table; no index, no writer's notes."""
    schema = pa.schema([(name, _ARROW[kind]) for name, kind in columns.items()])
    arrow = pa.Table.from_pandas(typed(table, columns), schema=schema, preserve_index=False)
    sink = io.BytesIO()
    pq.write_table(arrow.replace_schema_metadata(None), sink, compression="zstd")
    return sink.getvalue()


def from_parquet(data: bytes, name: str) -> pd.DataFrame:
    """The table of a Parquet file, whole numbers nullable, texts as text; refuses what is no Parquet."""
    nullable = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    try:
        arrow = pq.read_table(io.BytesIO(data))
    except pa.ArrowInvalid as error:
        raise Refusal(
            vi=f"{name} không phải tệp Parquet đọc được; hãy xuất lại dữ liệu.",
            en=f"{name} is not a readable Parquet file; export it again.",
        ) from error
    frame: pd.DataFrame = arrow.to_pandas(types_mapper=nullable.get)
    return frame


def to_csv(table: pd.DataFrame, columns: Columns) -> bytes:
    """CSV bytes: UTF-8, LF, 10 significant digits, `true` and `false`, empty for missing.

    An apostrophe stands before words that a spreadsheet would take for a formula; reading takes it off.
    """
    shaped = typed(table, columns)
    for name, kind in columns.items():
        if kind == "yes_no":
            shaped[name] = shaped[name].map({True: "true", False: "false"})
        if kind == "words":
            shaped[name] = shaped[name].str.replace(_FORMULA, r"'\1", regex=True)
        if kind == "number":
            shaped[name] = _ten_digits(shaped[name].to_numpy(dtype=np.float64))
    return shaped.to_csv(index=False, lineterminator="\n").encode()


def _ten_digits(values: Numbers) -> Numbers:
    """The nearest numbers of 10 significant digits, whose shortest spelling has no more than these."""
    size = np.abs(values)
    with np.errstate(divide="ignore", invalid="ignore"):
        digits = 9 - np.floor(np.log10(size))
    unit = 10.0 ** np.clip(np.where(size > 0, digits, 0.0), -12, 22)
    return np.where(np.isnan(values), values, np.round(values * unit) / unit)


def from_csv(data: bytes, columns: Columns, name: str) -> pd.DataFrame:
    """The table of a CSV file with these columns; every cell is read as text first, so codes keep their zeros."""
    try:
        raw = pd.read_csv(io.BytesIO(data), dtype="str", keep_default_na=False, encoding="utf-8")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise Refusal(
            vi=f"{name} không phải tệp CSV mã UTF-8 đọc được; hãy xuất lại dữ liệu.",
            en=f"{name} is not a readable UTF-8 CSV file; export it again.",
        ) from error
    missing = [column for column in columns if column not in raw]
    if missing:
        raise Refusal(
            vi=f"{name} thiếu cột {missing[0]}; hãy xuất lại dữ liệu.",
            en=f"{name} lacks the column {missing[0]}; export it again.",
        )
    return pd.DataFrame({column: _parsed(raw[column], kind, name) for column, kind in columns.items()})


def _parsed(cells: "pd.Series[Any]", kind: Kind, name: str) -> "pd.Series[Any]":
    present = cells.where(cells != "", None)
    if kind in _TEXTS:
        words = present.astype("str")
        return words.str.replace(f"^'{_FORMULA.removeprefix('^')}", r"\1", regex=True) if kind == "words" else words
    if kind == "yes_no":
        return present.map(_YES_NO).astype("boolean")
    try:
        numbers: pd.Series[Any] = pd.to_numeric(present).astype(_PANDAS[kind])
    except (ValueError, TypeError) as error:
        raise Refusal(
            vi=f"Cột {cells.name} của {name} có giá trị không phải số; hãy xuất lại dữ liệu.",
            en=f"Column {cells.name} of {name} holds a value that is not a number; export it again.",
        ) from error
    return numbers

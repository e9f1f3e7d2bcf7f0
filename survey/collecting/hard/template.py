"""The templates of hard data: their columns, the indicators they fill, and an empty file with a wave's units."""

import csv
import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from instruments.indicator import BY_INDICATOR, TEMPLATE_COLUMNS, Indicator
from instruments.model import Instrument

GENERIC: Final = "generic"
UNIT: Final = "unit"
NAME: Final = "name"
"""The column that says in words which unit is meant; nobody reads it but the person who fills the file in."""
CRITERIA: Final = "tieu_chi"
_OF_INDICATORS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        GENERIC: ("indicator", "value", "numerator", "denominator"),
        CRITERIA: (
            *("indicator", "self_assessed", "evidence", "evidence_number", "evidence_date", "evidence_issuer"),
            *("appraised", "reason", "not_applicable"),
        ),
    }
)
"""Columns of the templates with a row a unit and indicator."""
CANNOT_EXCEED: Final[Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]] = MappingProxyType(
    {
        "ho_so_tthc": (
            (("on_time", "late"), "received"),
            (("online",), "received"),
            (("paid_online",), "received"),
        ),
        "kien_nghi": ((("answered_in_time",), "received"), (("in_quarter",), "received")),
    }
)
"""By template: columns that are part of another one, so that their sum is no larger."""


def columns_of(template: str) -> tuple[str, ...]:
    """The columns a file of the template must have."""
    return (UNIT, *(_OF_INDICATORS.get(template) or TEMPLATE_COLUMNS[template]))


def hard_indicators(instrument: Instrument) -> tuple[Indicator, ...]:
    """The indicators of an instrument that files bring in, in the order of its index."""
    made = instrument.index.indicators if instrument.index else ()
    return tuple(one for one in made if not one.is_soft)


def indicators_of(instrument: Instrument, template: str) -> tuple[Indicator, ...]:
    """The indicators of an instrument that files of the template bring in."""
    return tuple(one for one in hard_indicators(instrument) if one.template == template)


def empty_file(template: str, units: Mapping[str, str], indicators: tuple[Indicator, ...]) -> bytes:
    """A CSV to fill in: a row for each unit, by code and name, or for each unit and indicator; spreadsheets open it."""
    given, *rest = columns_of(template)
    asked = [one.code for one in indicators] if template in BY_INDICATOR else [None]
    text = io.StringIO()
    writer = csv.DictWriter(text, [given, NAME, *rest], restval="", lineterminator="\n")
    writer.writeheader()
    for unit, name in units.items():
        for indicator in asked:
            writer.writerow({given: unit, NAME: name, **({"indicator": indicator} if indicator else {})})
    return text.getvalue().encode("utf-8-sig")

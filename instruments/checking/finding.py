"""A finding: what a check saw at a path of an instrument, before it is placed in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from instruments.source import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """A code of the catalogue of mistakes, the path it concerns, and the values its texts need."""

    code: str
    path: Path
    values: Mapping[str, object] = field(default_factory=dict)

"""A closed wave as files: `pack` writes them, `read` checks and reads them."""

from scoring.snapshot.packing import pack
from scoring.snapshot.reading import read
from scoring.snapshot.tables import Snapshot, Tables

__all__ = ["Snapshot", "Tables", "pack", "read"]

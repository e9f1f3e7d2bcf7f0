"""Everything computed from one snapshot: `score` makes it, `read` reads it from its files."""

from scoring.run.options import Options
from scoring.run.record import Run, read
from scoring.run.score import score

__all__ = ["Options", "Run", "read", "score"]

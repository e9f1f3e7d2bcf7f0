"""What may be chosen when a snapshot is scored; part of the run's fingerprint."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

DRAWS = 10_000
"""Draws behind a rank set where nothing else is chosen."""


@dataclass(frozen=True)
class Options:
    """Choices of one run; everything else is fixed by the instrument."""

    seed: int = 20_260_901
    """Seed of the draws behind the rank sets."""
    draws: int = DRAWS
    level: float = 0.95
    withheld: Mapping[str, str] = field(default_factory=dict)
    """Units withheld by a recorded decision, with its reason."""

    def record(self) -> dict[str, object]:
        """The options as stored in run.json."""
        return {**asdict(self), "withheld": dict(sorted(self.withheld.items()))}

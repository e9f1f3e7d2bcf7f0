"""What changed between two versions of an instrument, and whether each figure can still be compared."""

from instruments.comparing.catalogue import Verdict
from instruments.comparing.change import Change
from instruments.comparing.compare import Comparison, NodeVerdict, compare

__all__ = ["Change", "Comparison", "NodeVerdict", "Verdict", "compare"]

"""What changed between two versions of an instrument, and whether each figure can still be compared."""

from instruments.comparing.change import Change, Verdict
from instruments.comparing.compare import Comparison, NodeVerdict, compare
from instruments.comparing.structure import unlike

__all__ = ["Change", "Comparison", "NodeVerdict", "Verdict", "compare", "unlike"]

"""What an instrument means, checked: `check` gives every mistake of meaning at once."""

from instruments.checking.check import check

__all__ = ["check"]

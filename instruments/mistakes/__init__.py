"""Mistakes in a file, as one sentence each: the place, what is wrong, what to do."""

from instruments.mistakes.mistake import TEXTS, Mistake, Place, Severity, errors, mistake, nearest

__all__ = ["TEXTS", "Mistake", "Place", "Severity", "errors", "mistake", "nearest"]

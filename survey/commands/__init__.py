"""The command line `thuocdo`: one file per noun."""

from survey.commands.thuocdo import main

__all__ = ["main"]

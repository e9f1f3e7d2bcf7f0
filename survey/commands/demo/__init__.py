"""The demo: real units, invented answers, through the same doors as a real wave."""

from survey.commands.demo.filling import demo, fill

__all__ = ["demo", "fill"]

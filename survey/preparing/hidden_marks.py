"""Marks in words that print as nothing or as something else, such as those that turn the direction of a line."""

import re

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Line breaks, marks that turn the direction of a line, and others that print as nothing or as something else."""
_BREAKS = re.compile("[\t\n\r]")


def has_hidden_marks(words: str) -> bool:
    """Whether words that stand on one line hold a break of it, or a mark that cannot be seen."""
    return _HIDDEN.search(words) is not None


def has_hidden_marks_in_lines(words: str) -> bool:
    """The same of words that may stand on several lines."""
    return has_hidden_marks(_BREAKS.sub("", words))

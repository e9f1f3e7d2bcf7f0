"""What a browser calls itself, in words that tell a person which of the own devices it is."""

from typing import Final

_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS: Final = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad")),
    *(("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")),
)
"""The first that is found counts: Edge calls itself Chrome too, and Android Linux."""


def browser_words(agent: str) -> str:
    """Browser and system such as “Chrome, Android”; empty where neither is known."""
    found = [next((word for mark, word in known if mark in agent), "") for known in (_BROWSERS, _SYSTEMS)]
    return ", ".join(filter(None, found))

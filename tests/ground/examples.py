"""The instruments of the documentation: surveys nobody thought of when the program was written."""

from pathlib import Path

from instruments.model import Instrument
from instruments.reading import read_instrument

_EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def example_codes() -> list[str]:
    """Their codes, which are also the names of their files."""
    return sorted(path.stem for path in _EXAMPLES.glob("*.yaml"))


def example(code: str, *changes: tuple[str, str]) -> bytes:
    """The file of one, with some words replaced."""
    text = (_EXAMPLES / f"{code}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text.encode()


def example_as_read(code: str, *changes: tuple[str, str]) -> Instrument:
    """One as an instrument."""
    reading = read_instrument(example(code, *changes), f"{code}.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    return reading.instrument

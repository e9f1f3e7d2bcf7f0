"""The instruments of the documentation: surveys nobody thought of when the program was written."""

from pathlib import Path

from instruments.model import Instrument
from tests.ground.files import as_read, replaced

_EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def example_codes() -> list[str]:
    """Their codes, which are also the names of their files."""
    return sorted(path.stem for path in _EXAMPLES.glob("*.yaml"))


def example(code: str, *changes: tuple[str, str]) -> bytes:
    """The file of one, with some words replaced."""
    return replaced((_EXAMPLES / f"{code}.yaml").read_text(encoding="utf-8"), *changes).encode()


def example_as_read(code: str, *changes: tuple[str, str]) -> Instrument:
    """One as an instrument."""
    return as_read(example(code, *changes).decode())

"""The files of the house, as the promises about them read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2]
ROOMS = ("instruments", "scoring", "reports", "survey")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that belongs to the project: those git knows, or all where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=HOUSE,
        capture_output=True,
        check=False,
    )
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    files = (HOUSE / name for name in names if name)
    return tuple(file for file in files if file.is_file()) or tuple(modules())


def modules(*rooms: str) -> Iterator[Path]:
    """Python files of the rooms, all four unless some are named."""
    for room in rooms or ROOMS:
        yield from sorted((HOUSE / room).rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    """A path as a failing test names it."""
    return str(path.relative_to(HOUSE))

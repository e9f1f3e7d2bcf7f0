"""How commands answer: plain lines for people, JSON for programs, and progress only on a terminal."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import track

Decorated = TypeVar("Decorated", bound=Callable[..., object])
Thing = TypeVar("Thing")


def json_option(command: Decorated) -> Decorated:
    """Gives a command the option `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for programs.")(command)


def answer(record: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Prints a record as JSON, or its lines for people."""
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=2, default=str))
        return
    for line in lines:
        click.echo(line)


def columns(rows: Iterable[tuple[object, ...]]) -> list[str]:
    """Rows as lines whose columns stand under each other."""
    texts = [tuple("" if cell is None else str(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in texts]


def counted(things: Iterable[Thing], words: str, total: int | None = None) -> Iterator[Thing]:
    """The same things, with a bar on a terminal."""
    console = Console(stderr=True)
    yield from track(things, words, total=total, console=console, transient=True, disable=not console.is_terminal)


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Shows on a terminal that long work goes on."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(words):
        yield


@contextmanager
def told(words: str) -> Iterator[None]:
    """The same of one step of many, and a line on stderr when it is done: for work that takes minutes."""
    with waiting(words):
        yield
    click.echo(f"{words}: done", err=True)

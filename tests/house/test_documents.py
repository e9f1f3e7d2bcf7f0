"""What a newcomer reads is complete: every setting, every command, every decision."""

import re

import click

from survey.commands import main
from tests.house.sources import HOUSE, modules, tracked

ROW = re.compile(r"^\| `(thuocdo [a-z ]+[a-z])`[^|]*\|[^|]*\|([^|]*)\|$", re.MULTILINE)
SETTING = re.compile(r"THUOCDO_[A-Z_]+[A-Z]")


def test_every_setting_is_documented() -> None:
    """docs/settings.md names each variable the program reads, and no other."""
    read = {name for path in modules() for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    read |= {name for path in (HOUSE / "tests").rglob("*.py") for name in SETTING.findall(path.read_text("utf-8"))}
    told = set(SETTING.findall((HOUSE / "docs" / "settings.md").read_text(encoding="utf-8")))
    assert told == read


def test_every_command_is_documented() -> None:
    """docs/commands.md has a row for each command, with every option of it in that row, and for no other."""
    known = {
        path: set(_options(command))
        for path, command in _commands("thuocdo", main)
        if not isinstance(command, click.Group)
    }
    assert _documented() == known


def test_every_command_shows_an_example() -> None:
    """The help of each command and group ends with an example that starts with its own name."""
    assert [
        path for path, command in _commands("thuocdo", main) if f"Example: {path}" not in (command.help or "")
    ] == []


def test_decisions_are_short_and_numbered_without_a_gap() -> None:
    """Each fills at most a page; the README's way in is docs/decisions."""
    files = sorted((HOUSE / "docs" / "decisions").glob("*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    assert [file.name for file in files if len(file.read_text(encoding="utf-8").splitlines()) > 60] == []


def test_links_of_the_documents_lead_somewhere() -> None:
    """A relative link or picture in a Markdown file exists."""
    link = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")
    files = [path for path in tracked() if path.suffix == ".md"]
    found = [(path, target) for path in files for target in link.findall(path.read_text(encoding="utf-8"))]
    assert [(str(path), target) for path, target in found if not (path.parent / target).exists()] == []


def _documented() -> dict[str, set[str]]:
    """The options in each command's own row."""
    rows = ROW.findall((HOUSE / "docs" / "commands.md").read_text(encoding="utf-8"))
    return {path: set(re.findall(r"`(--[a-z-]+)`", options)) for path, options in rows}


def _commands(path: str, command: click.Command) -> list[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        return [(path, command)]
    context = click.Context(command)
    below = [(name, command.get_command(context, name)) for name in command.list_commands(context)]
    return [(path, command), *(pair for name, one in below if one for pair in _commands(f"{path} {name}", one))][
        (path == "thuocdo") :
    ]


def _options(command: click.Command) -> list[str]:
    return [
        max(one.opts, key=len) for one in command.params if isinstance(one, click.Option) and "--help" not in one.opts
    ]

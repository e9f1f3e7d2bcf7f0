"""Nothing in the tree names a registry, a machine, or an office that a law may rename."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from instruments.units import province_rows, register_rows
from tests.house.sources import HOUSE, modules, parsed, shown, tracked

HOSTS = ("py" + "pi.org", "pythonhosted" + ".org", "npm" + "js.org", "npm" + "js.com", "index-url" + " http")
MACHINE = re.compile(r"(?<![\w.~/])/(?:work|home|root|Users)/\w")
PICTURES = {".png", ".jpg", ".ico", ".pdf", ".gz", ".woff2"}


def test_no_file_names_a_package_registry() -> None:
    """An office installs from wherever it trusts; the lock files name hashes only."""
    found = [(shown(path), host) for path, text in _texts() for host in HOSTS if host in text]
    assert found == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    """Paths are relative to the checkout."""
    assert [(shown(path), match.group()) for path, text in _texts() if (match := MACHINE.search(text))] == []


def test_the_code_never_writes_the_name_of_an_office() -> None:
    """Names of offices and of the province come from the register by date: they change by law."""
    names = {unit.name_vi for unit in register_rows()} | {unit.name_en for unit in register_rows()}
    names |= {
        name for row in province_rows() for name in (row.name_vi, row.name_en, row.committee_vi, row.committee_en)
    }
    names |= {row.place for row in province_rows()}
    found = [(shown(path), name) for path in modules() for text in _literals(path) for name in names if name in text]
    assert found == []


def _texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        if path.suffix not in PICTURES and path != Path(__file__):
            yield path, path.read_text(encoding="utf-8", errors="replace")


def _literals(path: Path) -> Iterator[str]:
    tree = parsed(path)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def test_the_tree_is_found() -> None:
    """The promises above look at something."""
    assert HOUSE / "pyproject.toml" in tracked()
    assert sum(1 for _ in modules()) > 50

"""The code stays small and plain: short files, short functions, imports at the top, one place that opens databases."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import HOUSE, modules, parsed, shown

FILE_LINES, FUNCTION_LINES = 300, 40
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
WRITTEN_BY_ALEMBIC = HOUSE / "survey" / "migrations"
MODULES = tuple(path for path in modules() if WRITTEN_BY_ALEMBIC not in path.parents)
TESTS = tuple(sorted((HOUSE / "tests").rglob("*.py")))


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    """A longer file is two nouns."""
    found = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in (*MODULES, *TESTS)}
    assert {path: lines for path, lines in found.items() if lines > FILE_LINES} == {}


def test_no_function_is_longer_than_forty_lines() -> None:
    """A longer function is two verbs; what stands above it (decorators) does not count."""
    found = {
        f"{shown(path)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in MODULES
        for function in _functions(path)
    }
    assert {name: lines for name, lines in found.items() if lines > FUNCTION_LINES} == {}


def test_every_file_says_its_duty_in_its_first_line() -> None:
    """The docstring's first line is the file's caption in every listing."""
    empty = [path for path in MODULES if path.read_text(encoding="utf-8").strip()]
    assert [shown(path) for path in empty if not ast.get_docstring(parsed(path))] == []


def test_imports_stand_at_the_top() -> None:
    """An import inside a function hides a loop."""
    inside = [
        f"{shown(path)}:{node.lineno}"
        for path in MODULES
        for function in _functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_one_file_opens_databases() -> None:
    """Whoever wants a database asks survey.database."""
    openers = [shown(path) for path in MODULES if "create_engine" in path.read_text(encoding="utf-8")]
    assert openers == ["survey/database.py"]


def test_nothing_is_ordered_by_a_name() -> None:
    """Collations differ between databases; what people read is ordered by its sort key."""
    names = {"name", "name_vi", "name_en", "short_name", "title", "label", "folded"}
    assert [place for path in MODULES for place in _orders_by(path, names)] == []


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(parsed(path)) if isinstance(node, FUNCTIONS))


def _orders_by(path: Path, names: set[str]) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "order_by":
            columns = {
                part.attr for argument in node.args for part in ast.walk(argument) if isinstance(part, ast.Attribute)
            }
            if columns & names:
                yield f"{shown(path)}:{node.lineno}"

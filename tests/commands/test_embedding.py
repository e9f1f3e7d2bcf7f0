"""A module is put into a host from the terminal: one file comes out, or one sentence for each thing in the way."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Thuocdo

HOST, MODULE, SAME = "sipas-nhanh", "thuong-hieu", "noi_o=noi_tiep_nhan"

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the new instrument goes."""
    return tmp_path / "ghep.yaml"


def test_what_is_written_can_be_issued(thuocdo: Thuocdo, file: Path) -> None:
    """Lint says nothing of it; code and version are made of both."""
    said = thuocdo("instrument", "embed", HOST, MODULE, "--role", SAME, "--half", "-o", str(file)).stdout
    assert "is written (sipas-nhanh-thuong-hieu 2026.1+2026.1): answering takes about " in said
    assert thuocdo("instrument", "lint", str(file)).stdout.endswith("ghep.yaml can be issued.\n")
    shown = json.loads(thuocdo("instrument", "show", str(file), "--json").stdout)
    assert (shown["code"], shown["version"], shown["forms"]) == ("sipas-nhanh-thuong-hieu", "2026.1+2026.1", ["a", "b"])


def test_code_and_version_may_be_given(thuocdo: Thuocdo, file: Path) -> None:
    """As JSON for programs too."""
    words = ("instrument", "embed", HOST, MODULE, "-o", str(file), "--code", "quy-4", "--version", "2026.4", "--json")
    record = json.loads(thuocdo(*words).stdout)
    assert (record["code"], record["version"], record["file"]) == ("quy-4", "2026.4", str(file))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--role", "noi_o"), "--role noi_o is no pair: write MODULE_ROLE=HOST_ROLE."),
        (("--role", SAME, "--role", SAME), "--role gives “noi_o” twice: leave one of them out."),
        (("--version", "bản ghép của năm 2026"), "is longer than 20 characters: give --version."),
        (("--code", "Ghép"), "“Ghép” is no valid code"),
        (("--role", "noi_o=desk"), "“sipas-nhanh” has no role “desk”; write “noi_tiep_nhan” on the right of `--role`."),
    ],
)
def test_nothing_is_written_where_something_is_wrong(
    thuocdo: Thuocdo, file: Path, words: tuple[str, ...], sentence: str
) -> None:
    """One sentence says what, and what to do."""
    said = thuocdo("instrument", "embed", HOST, MODULE, *words, "-o", str(file), status=1).stderr
    assert sentence in said
    assert not file.exists()


def test_a_version_may_be_said_in_words(thuocdo: Thuocdo, file: Path) -> None:
    """Twenty characters, in Vietnamese if one likes."""
    words = ("--version", "2026.1 sau khi ghép", "--json")
    assert (
        json.loads(thuocdo("instrument", "embed", HOST, MODULE, "-o", str(file), *words).stdout)["version"] == words[1]
    )


def test_a_file_that_is_there_is_never_overwritten(thuocdo: Thuocdo, file: Path) -> None:
    """An office may have changed it by hand."""
    file.write_text("mine", encoding="utf-8")
    said = thuocdo("instrument", "embed", HOST, MODULE, "-o", str(file), status=1).stderr
    assert "exists already" in said
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_module_that_does_not_fit_is_named_with_its_reasons(thuocdo: Thuocdo, file: Path) -> None:
    """Into itself, for one."""
    said = thuocdo("instrument", "embed", MODULE, MODULE, "-o", str(file), status=1).stderr.splitlines()
    assert said[0] == f"Nothing was written, {MODULE} does not fit into {MODULE}:"
    assert said[1].strip().endswith("“thuong-hieu” cannot be put into itself; name another instrument.")
    assert len(said) == 2

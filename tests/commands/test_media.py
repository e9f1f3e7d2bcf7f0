"""Pictures and audio at the terminal: they lie beside the file, and go wherever it goes."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import Thuocdo
from tests.instruments.pictures import mp3, png

EXAMPLE = Path("docs/examples/nghe-va-nhin.yaml")
MODULE, HOST_ROLE = "thuong-hieu", "noi_o=desk"

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of the example with its folder, to be changed."""
    shutil.copytree(EXAMPLE.with_suffix(".media"), tmp_path / "phieu.media")
    return Path(shutil.copy(EXAMPLE, tmp_path / "phieu.yaml"))


def files_beside(file: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in file.with_suffix(".media").iterdir()}


def as_module(text: str) -> str:
    """The example with codes of its own, without units and without an index."""
    head, sections = text[: text.index("roles:")], text[text.index("scales:") : text.index("index:")]
    for before, after in (
        ("    roles: [desk]\n", ""),
        ("        role: desk\n", ""),
        ("polite", "warm"),
        ("why", "because"),
    ):
        sections = sections.replace(before, after)
    return head.replace("nghe-va-nhin", "phieu-hai") + sections


def test_the_example_lints_and_is_issued_with_its_files(thuocdo: Thuocdo) -> None:
    """Found beside it, without being asked for."""
    assert thuocdo("instrument", "lint", str(EXAMPLE)).stdout.endswith("nghe-va-nhin.yaml can be issued.\n")
    assert "nghe-va-nhin 2026.1 is issued" in thuocdo("instrument", "issue", str(EXAMPLE)).stdout
    assert "nghe-va-nhin" in thuocdo("instrument", "list").stdout


def test_lint_looks_into_the_files(thuocdo: Thuocdo, file: Path) -> None:
    """One that is gone and one that is something else are both named; nothing can be issued."""
    folder = file.with_suffix(".media")
    (folder / "quay.png").unlink()
    (folder / "quay.vi.mp3").write_bytes(b"<html>")
    said = thuocdo("instrument", "lint", str(file), status=1).stdout
    assert "the file “quay.png” does not come with the instrument file" in said
    assert "the file “quay.vi.mp3” is no MP3" in said
    assert "Nothing was done" in thuocdo("instrument", "issue", str(file), status=1).stderr


def test_a_picture_exchanged_after_issuing_is_noticed(thuocdo: Thuocdo, file: Path) -> None:
    """Under the same version it is refused, and between two files `diff` tells."""
    thuocdo("instrument", "issue", str(EXAMPLE))
    (file.with_suffix(".media") / "quay.png").write_bytes(png(3, 3))
    assert "another file “quay.png”" in thuocdo("instrument", "issue", str(file), status=1).stderr
    found = json.loads(thuocdo("instrument", "diff", str(EXAMPLE), str(file), "--json").stdout)
    assert ([one["code"] for one in found["changes"]], found["is_erratum"]) == (["item-picture"], False)


def test_a_file_begun_like_another_takes_its_files_along(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """And can be issued at once."""
    newer = tmp_path / "phieu-2027.yaml"
    thuocdo("instrument", "new", "phieu-2027", "--like", str(EXAMPLE), "-o", str(newer))
    assert files_beside(newer) == files_beside(EXAMPLE)
    thuocdo("instrument", "issue", str(newer))


def test_a_file_of_two_has_the_files_of_both(thuocdo: Thuocdo, file: Path, tmp_path: Path) -> None:
    """Under the names they had; where two of one name differ nothing is written."""
    both = tmp_path / "ghep.yaml"
    words = ("instrument", "embed", str(EXAMPLE), MODULE, "--role", HOST_ROLE)
    thuocdo(*words, "-o", str(both))
    assert files_beside(both) == files_beside(EXAMPLE)
    (file.with_suffix(".media") / "quay.vi.mp3").write_bytes(mp3(9))
    file.write_text(as_module(file.read_text(encoding="utf-8")), encoding="utf-8")
    said = thuocdo("instrument", "embed", str(EXAMPLE), str(file), "-o", str(tmp_path / "hai.yaml"), status=1).stderr
    assert "a file quay.vi.mp3, and they differ" in said
    assert not (tmp_path / "hai.yaml").exists()

"""Instruments from the terminal: linted, shown, issued, listed."""

import json
from pathlib import Path

import pytest

from instruments.catalogue import shipped
from tests.commands.conftest import Thuocdo

CODE = "sipas-giao-dich"


def test_the_shipped_instrument_can_be_issued(thuocdo: Thuocdo) -> None:
    """Lint finds nothing that forbids it; issuing it twice is the same version."""
    thuocdo("instrument", "lint", CODE)
    first = json.loads(thuocdo("instrument", "issue", CODE, "--json").stdout)
    assert json.loads(thuocdo("instrument", "issue", CODE, "--json").stdout) == first
    assert first["fingerprint"] == json.loads(thuocdo("instrument", "show", CODE, "--json").stdout)["fingerprint"]
    assert [one["code"] for one in json.loads(thuocdo("instrument", "list", "--json").stdout)] == [CODE]


def test_a_mistake_is_named_with_its_line_and_nothing_is_issued(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """An unknown key is named with the key that was probably meant."""
    file = tmp_path / "mine.yaml"
    file.write_bytes(shipped(CODE).replace(b"minutes: 8", b"minuts: 8"))
    found = thuocdo("instrument", "lint", str(file), status=1)
    assert "minuts" in found.stdout
    assert "minutes" in found.stdout
    refused = thuocdo("instrument", "issue", str(file), status=1)
    assert "mine.yaml" in refused.stderr
    assert json.loads(thuocdo("instrument", "list", "--json").stdout)[0]["issued"] is None


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_file_that_is_not_there_is_refused(thuocdo: Thuocdo) -> None:
    """Neither a path nor a shipped code."""
    assert "instrument list" in thuocdo("instrument", "lint", "nowhere.yaml", status=1).stderr


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_the_schema_describes_the_file(thuocdo: Thuocdo) -> None:
    """An editor reads it as JSON Schema."""
    assert "sections" in json.loads(thuocdo("instrument", "schema").stdout)["required"]

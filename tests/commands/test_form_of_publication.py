"""The form of publication on the command line: as given, or as the instrument names it."""

from pathlib import Path

import pytest

from instruments.catalogue import shipped
from tests.commands.conftest import Thuocdo
from tests.commands.test_wave import ANSWERS, UNITS

PERIOD = ("--from", "2026-09-01", "--to", "2026-12-31", "--simulated", "--open-access")


def _scored(thuocdo: Thuocdo, instrument: str) -> None:
    thuocdo("db", "upgrade")
    thuocdo("wave", "create", "mine", "--instrument", instrument, "--units", UNITS, *PERIOD)
    thuocdo("wave", "open", "mine")
    thuocdo("responses", "import", "mine", str(ANSWERS))
    for step in ("stop", "close", "score"):
        thuocdo("wave", step, "mine")
    for person, role in (("hoa", "method_officer"), ("binh", "approver")):
        thuocdo("user", "add", person, "--role", role)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_form_is_prepared_with_what_it_needs(thuocdo: Thuocdo) -> None:
    """Groups by a decision, the first ranks with how many; another word is wrong usage."""
    _scored(thuocdo, "sipas-giao-dich")
    prepare = ("publication", "prepare", "mine", "--as", "hoa")
    assert "decision" in thuocdo(*prepare, "--form", "bands", status=1).stderr
    assert "How many ranks" in thuocdo(*prepare, "--form", "top_k", "--decision", "45/QĐ-UBND", status=1).stderr
    assert "top_k" in thuocdo(*prepare, "--form", "some", status=2).stderr
    assert "is prepared" in thuocdo(*prepare, "--form", "bands", "--decision", "45/QĐ-UBND").stdout


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_without_a_form_the_one_of_the_instrument_is_taken(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """It names three groups, which need their decision; every rank can still be asked for."""
    file = tmp_path / "theo-nhom.yaml"
    text = shipped("sipas-giao-dich").decode()
    file.write_text(text.replace("\nindex:\n", "\nindex:\n  publication: {form: bands}\n"), encoding="utf-8")
    _scored(thuocdo, str(file))
    prepare = ("publication", "prepare", "mine", "--as", "hoa")
    assert "decision" in thuocdo(*prepare, status=1).stderr
    assert "is prepared" in thuocdo(*prepare, "--decision", "45/QĐ-UBND").stdout
    assert "is prepared" in thuocdo(*prepare, "--form", "full").stdout

"""Instruments from the terminal: linted, shown, issued, listed."""

import json
from pathlib import Path

import pytest

from instruments.catalogue import shipped, shipped_codes
from tests.commands.conftest import Thuocdo

CODE = "sipas-giao-dich"


def test_the_shipped_instrument_can_be_issued(thuocdo: Thuocdo) -> None:
    """Lint finds nothing that forbids it; issuing it twice is the same version."""
    assert thuocdo("instrument", "lint", CODE).stdout == (
        f"Time to answer: about 5 min; the form says 8 min.\n{CODE}.yaml can be issued.\n"
    )
    first = json.loads(thuocdo("instrument", "issue", CODE, "--json").stdout)
    assert json.loads(thuocdo("instrument", "issue", CODE, "--json").stdout) == first
    assert first["fingerprint"] == json.loads(thuocdo("instrument", "show", CODE, "--json").stdout)["fingerprint"]
    listed = {one["code"]: one["issued"] for one in json.loads(thuocdo("instrument", "list", "--json").stdout)}
    assert set(listed) == set(shipped_codes())
    assert [code for code, day in listed.items() if day] == [CODE]
    assert "on trial" in thuocdo("instrument", "list").stdout


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_lint_warns_and_lets_the_file_be_used(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """One line a warning, one line for the time that answering takes, and the file can be issued."""
    file = tmp_path / "mine.yaml"
    file.write_bytes(shipped(CODE).replace(b"minutes: 8", b"minutes: 3"))
    assert thuocdo("instrument", "lint", str(file), "--language", "vi").stdout.splitlines() == [
        "mine.yaml, dòng 19, minutes: trả lời mất khoảng 5 phút mà phiếu báo 3 phút; bớt câu hỏi hoặc sửa `minutes`.",
        "Thời gian trả lời: khoảng 5 phút; phiếu báo 3 phút.",
        "mine.yaml ban hành được.",
    ]
    (told,) = json.loads(thuocdo("instrument", "lint", str(file), "--json").stdout)
    assert (told["code"], told["severity"], told["path"]) == ("minutes-too-few", "warning", "minutes")


ON_IT = ("--decision", "3456/QĐ-UBND", "--date", "2025-10-01", "--issuer", "UBND", "--from", "2026-10-01")


def test_an_instrument_is_issued_by_decision_and_replaced_by_the_next(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """A version on trial gets its decision later; the next version names it, and the list tells both."""
    file, newer = tmp_path / "mine.yaml", tmp_path / "newer.yaml"
    thuocdo("instrument", "new", "mine", "-o", str(file))
    newer.write_bytes(file.read_bytes().replace(b'"2026.1"', b'"2026.2"'))
    thuocdo("instrument", "issue", str(file))
    words = thuocdo("instrument", "issue", str(file), *ON_IT, "--to", "2026-12-31").stdout
    assert "by decision 3456/QĐ-UBND" in words
    thuocdo("instrument", "issue", str(newer), *ON_IT, "--to", "2026-12-31", "--replaces", "mine:2026.1")
    listed = [one for one in json.loads(thuocdo("instrument", "list", "--json").stdout) if one["code"] == "mine"]
    assert [(one["version"], one["state"], one["replaced_by"]) for one in listed] == [
        ("2026.1", "replaced", "2026.2"),
        ("2026.2", "in_force", None),
    ]
    assert listed[1]["decision"]["replaces"] == listed[0]["fingerprint"]
    assert "replaced by 2026.2" in thuocdo("instrument", "list").stdout


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_half_a_decision_is_wrong_usage_and_issues_nothing(thuocdo: Thuocdo) -> None:
    """What is missing is named."""
    assert "add --to" in thuocdo("instrument", "issue", CODE, *ON_IT, status=2).stderr
    assert "--decision" in thuocdo("instrument", "issue", CODE, "--replaces", "mine:2026.1", status=2).stderr
    assert {one["state"] for one in json.loads(thuocdo("instrument", "list", "--json").stdout)} == {"shipped"}


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


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_new_instrument_begins_whole_and_overwrites_nothing(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """It can be linted at once; a second beginning under the same name is refused and changes nothing."""
    file = tmp_path / "mine.yaml"
    thuocdo("instrument", "new", "cong-xa-2027", "-o", str(file))
    thuocdo("instrument", "lint", str(file))
    before = file.read_bytes()
    assert "exists" in thuocdo("instrument", "new", "khac", "-o", str(file), status=1).stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_bad_code_begins_nothing(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """The mistake is named and no file is left."""
    file = tmp_path / "mine.yaml"
    refused = thuocdo("instrument", "new", "Công xã", "-o", str(file), status=1)
    assert "code" in refused.stderr
    assert not file.exists()


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_last_years_file_revised_says_what_changed(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """A reworded question makes its component, its content and the index comparable with care only."""
    file = tmp_path / "mine.yaml"
    file.write_bytes(shipped(CODE).replace("có biển chỉ dẫn rõ ràng".encode(), "có bảng chỉ đường rõ ràng".encode()))
    found = json.loads(thuocdo("instrument", "diff", CODE, str(file), "--json").stdout)
    assert [(one["code"], one["subject"]) for one in found["changes"]] == [("item-wording", "q9_24")]
    verdicts = {one["node"]: one["verdict"] for one in found["nodes"]}
    assert {node for node, verdict in verdicts.items() if verdict == "with_care"} == {"SIPAS", "II_A"}
    assert "so sánh thận trọng" in thuocdo("instrument", "diff", CODE, str(file), "--language", "vi").stdout

"""A wave from the terminal: what is refused, and what stays undone then."""

import csv
import json
from errno import ENOSPC
from pathlib import Path

import pytest

from instruments.catalogue import shipped
from tests.commands.conftest import Thuocdo

UNITS, ANSWERS = "docs/examples/units.csv", Path("docs/examples/answers.csv")
PLAN = ("--instrument", "sipas-giao-dich", "--units", UNITS, "--from", "2026-09-01", "--to", "2026-12-31")


@pytest.fixture
def wave(thuocdo: Thuocdo) -> str:
    """An open, simulated wave of three wards."""
    thuocdo("db", "upgrade")
    thuocdo("wave", "create", "mine", *PLAN, "--simulated", "--open-access")
    thuocdo("wave", "open", "mine")
    return "mine"


def test_a_unit_that_is_not_in_force_is_named_with_its_row(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """No wave is made."""
    thuocdo("db", "upgrade")
    units = tmp_path / "units.csv"
    units.write_text("unit,block\n06688,phuong\n99999,phuong\n", encoding="utf-8")
    refused = thuocdo("wave", "create", "mine", *PLAN, "--units", str(units), status=1)
    assert "units.csv" in refused.stderr
    assert "99999" in refused.stderr
    assert json.loads(thuocdo("wave", "status", "--json").stdout) == []


def test_answers_come_in_once_and_dry_runs_store_nothing(thuocdo: Thuocdo, wave: str) -> None:
    """The same file a second time is known."""
    words = ("responses", "import", wave, str(ANSWERS), "--json")
    counts = [json.loads(thuocdo(*words, *more).stdout) for more in (["--dry-run"], [], [])]
    assert [(one["stored"], one["already"]) for one in counts] == [(120, 0), (120, 0), (0, 120)]
    assert json.loads(thuocdo("wave", "status", wave, "--json").stdout)["responses"] == 120


@pytest.mark.parametrize(
    ("column", "value"),
    [("q9_24", "7"), ("noi_tiep_nhan", "99999"), ("mode", "pigeon")],
    ids=["answer", "unit", "mode"],
)
@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_one_wrong_cell_keeps_the_whole_file_out(
    thuocdo: Thuocdo, wave: str, tmp_path: Path, column: str, value: str
) -> None:
    """The row and the column are named; nothing is stored."""
    with ANSWERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    rows[4][column] = value
    wrong = tmp_path / "wrong.csv"
    with wrong.open("w", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    refused = thuocdo("responses", "import", wave, str(wrong), status=1)
    assert "line 6" in refused.stderr
    assert column in refused.stderr
    assert "nothing was stored" in refused.stderr
    assert json.loads(thuocdo("wave", "status", wave, "--json").stdout)["responses"] == 0


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_answers_of_a_closed_wave_go_out_to_a_new_file(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """An open wave has none to show; a file that is there, or a folder that is not, is said in a sentence."""
    file, nowhere = tmp_path / "out.csv", tmp_path / "nowhere" / "out.csv"
    thuocdo("responses", "import", wave, str(ANSWERS))
    assert "must be" in thuocdo("responses", "export", wave, "-o", str(file), status=1).stderr
    for step in ("stop", "close"):
        thuocdo("wave", step, wave)
    assert thuocdo("responses", "export", wave, "-o", str(nowhere), status=1).stderr
    thuocdo("responses", "export", wave, "-o", str(file))
    assert len(file.read_text(encoding="utf-8").splitlines()) == 121
    assert "new file" in thuocdo("responses", "export", wave, "-o", str(file), status=1).stderr


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_file_in_an_old_encoding_is_refused(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """The encoding to save it in is named."""
    wrong = tmp_path / "wrong.csv"
    wrong.write_bytes(ANSWERS.read_text(encoding="utf-8").encode("utf-16"))
    assert "UTF-8" in thuocdo("responses", "import", wave, str(wrong), status=1).stderr


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_steps_out_of_order_are_refused(thuocdo: Thuocdo, wave: str) -> None:
    """Each refusal names the step that comes first."""
    assert "stopped" in thuocdo("wave", "close", wave, status=1).stderr
    assert "wave close" in thuocdo("wave", "score", wave, status=1).stderr
    assert "wave close" in thuocdo("snapshot", wave, "-o", "nowhere", status=1).stderr
    assert "publication prepare" in thuocdo("publication", "approve", wave, "--as", "nobody", status=1).stderr


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_result_needs_two_people_and_each_by_name(thuocdo: Thuocdo, wave: str) -> None:
    """Neither the command line nor who prepared it can approve."""
    thuocdo("responses", "import", wave, str(ANSWERS))
    for step in ("stop", "close", "score"):
        thuocdo("wave", step, wave)
    thuocdo("user", "add", "hoa", "--role", "method_officer")
    assert "--as" in thuocdo("publication", "prepare", wave, status=1).stderr
    thuocdo("publication", "prepare", wave, "--as", "hoa")
    thuocdo("publication", "approve", wave, "--as", "hoa", status=1)
    thuocdo("publication", "publish", wave, "--as", "hoa", status=1)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_codes_are_written_to_a_new_file_for_its_owner_alone(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """Written again they are the same; a file that is there is not overwritten."""
    frame, codes, again = (tmp_path / name for name in ("frame.csv", "codes.csv", "again.csv"))
    rows = "".join(f"c{number},06688\n" for number in range(24))
    frame.write_text(f"case,unit\n{rows}", encoding="utf-8")
    thuocdo("invite", wave, str(frame), "-o", str(codes))
    assert codes.stat().st_mode & 0o077 == 0
    assert len(codes.read_text(encoding="utf-8").splitlines()) == 25
    assert "new file" in thuocdo("invite", wave, str(frame), "-o", str(codes), status=1).stderr
    thuocdo("invite", wave, "-o", str(again))
    assert sorted(again.read_bytes().splitlines()) == sorted(codes.read_bytes().splitlines())


@pytest.mark.parametrize("database_kind", ["sqlite"])
@pytest.mark.parametrize("failing", ["survey.commands.invite.os.fsync", "sqlalchemy.orm.SessionTransaction.commit"])
def test_codes_that_could_not_be_written_leave_nothing_behind(
    thuocdo: Thuocdo, wave: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """Neither a half file nor a drawing: the same command works once the disk has room."""
    (tmp_path / "frame.csv").write_text("case,unit\n" + "".join(f"c{number},06688\n" for number in range(24)))
    directory = tmp_path / "letters"
    directory.mkdir()
    words = ("invite", wave, str(tmp_path / "frame.csv"), "-o", str(directory / "codes.csv"))

    def full(*_: object, **__: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(failing, full)
        assert "No space left" in thuocdo(*words, status=1).stderr
    assert list(directory.iterdir()) == []
    thuocdo(*words)
    assert [path.name for path in directory.iterdir()] == ["codes.csv"]


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_files_need_no_database(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """From invented answers to documents; a second try leaves the first result alone."""
    snapshot, run, papers = (str(tmp_path / name) for name in ("snapshot", "run", "papers"))
    thuocdo("simulate", "sipas-giao-dich", "-n", "300", "--seed", "3", "-o", snapshot)
    thuocdo("score", snapshot, "-o", run)
    thuocdo("report", run, "-o", papers, "--unit", "06688")
    assert (tmp_path / "papers" / "phieu-diem" / "06688.pdf").exists()
    assert "already" in thuocdo("score", snapshot, "-o", run, status=1).stderr
    (tmp_path / "snapshot" / "frame.csv").write_text("cell\n", encoding="utf-8")
    refused = thuocdo("score", snapshot, "-o", str(tmp_path / "other"), status=1)
    assert "frame.csv" in refused.stderr
    assert not (tmp_path / "other").exists()


def test_an_open_wave_is_corrected_by_an_erratum_alone(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """Another wording is refused with the item; a slip of the pen is told and asked from now on."""
    file = tmp_path / "corrected.yaml"
    begun = shipped("sipas-giao-dich").replace(b'version: "2026.1"', b'version: "2026.2"')
    file.write_bytes(begun.replace("có biển chỉ dẫn rõ ràng".encode(), "có bảng chỉ đường rõ ràng".encode()))
    refused = thuocdo("wave", "correct", wave, str(file), status=1)
    assert "q9_24" in refused.stderr
    file.write_bytes(begun.replace("có biển chỉ dẫn rõ ràng".encode(), "có biển chỉ dân rõ ràng".encode()))
    told = json.loads(thuocdo("wave", "correct", wave, str(file), "--json").stdout)
    assert told["version"] == "2026.2"
    assert len(told["changes"]) == 1
    assert "already" in thuocdo("wave", "correct", wave, str(file), status=1).stderr

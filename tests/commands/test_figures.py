"""Hard data and figures published before from the terminal: who must act, and what is told."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Thuocdo

FILES = "unit,received,on_time,late,online,paid_online\nso-y-te,100,97,2,50,20\nso-tu-phap,30,29,0,5,6\n"
ABOUT = ("--template", "ho_so_tthc", "--source", "Báo cáo 45", "--period", "9 tháng năm 2026")


@pytest.fixture
def wave(thuocdo: Thuocdo, tmp_path: Path) -> str:
    """A draft wave of three departments, an officer and an approver."""
    thuocdo("db", "upgrade")
    for name, role in (("hoa", "method_officer"), ("binh", "approver")):
        thuocdo("user", "add", name, "--role", role, "--password-stdin", typed="a password of tests\n")
    units = tmp_path / "units.csv"
    rows = "".join(f"{unit},so-ban-nganh\n" for unit in ("so-y-te", "so-tu-phap", "so-xay-dung"))
    units.write_text(f"unit,block\n{rows}", encoding="utf-8")
    period = ("--from", "2026-10-01", "--to", "2026-11-30")
    thuocdo("wave", "create", "mine", "--instrument", "ddci-so-nganh", "--units", str(units), *period)
    return "mine"


def test_hard_data_pass_from_one_person_to_another(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """Brought in, listed as waiting, refused to the same person, confirmed by the other, counted."""
    file = tmp_path / "ho-so.csv"
    file.write_text(FILES, encoding="utf-8")
    brought = json.loads(thuocdo("hard", "import", wave, str(file), *ABOUT, "--as", "hoa", "--json").stdout)
    assert [note.split(":")[1] for note in brought["notes"]] == [" TH1", " ZH1"]
    mark = brought["file"][:12]
    assert "waiting" in thuocdo("hard", "list", wave).stdout
    assert "Another person must" in thuocdo("hard", "confirm", wave, mark, "--as", "hoa", status=1).stderr
    assert "count when it closes" in thuocdo("hard", "confirm", wave, mark, "--as", "binh").stdout
    listed = json.loads(thuocdo("hard", "list", wave, "--json").stdout)
    (kept,) = listed["files"]
    assert (kept["state"], kept["prepared_by"], kept["confirmed_by"]) == ("counts", "hoa", "binh")
    known = {one["indicator"]: (one["known"], one["missing"]) for one in listed["indicators"]}
    assert known["ZH1"] == (2, ["so-xay-dung"])
    assert known["SH1"][0] == 0


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_whoever_stops_or_closes_a_wave_is_told_what_lacks(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """After closing a file is confirmed with a reason, and the next snapshot has it."""
    file = tmp_path / "ho-so.csv"
    file.write_text(FILES, encoding="utf-8")
    mark = json.loads(thuocdo("hard", "import", wave, str(file), *ABOUT, "--as", "hoa", "--json").stdout)["file"]
    thuocdo("wave", "open", wave)
    for step in ("stop", "close"):
        told = thuocdo("wave", step, wave).stdout
        assert "Not confirmed and not counted: ho_so_tthc" in told
        assert "Some units have no figure of TH1, ZH1, SH1" in told
    words = ("hard", "confirm", wave, mark, "--as", "binh")
    assert "A reason is needed" in thuocdo(*words, status=1).stderr
    assert "are in snapshot 2" in thuocdo(*words, "--reason", "Đơn vị gửi báo cáo muộn").stdout


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_figures_are_somebody_s_act(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """The command line itself is nobody; an approver brings nothing in."""
    file = tmp_path / "ho-so.csv"
    file.write_text(FILES, encoding="utf-8")
    words = ("hard", "import", wave, str(file), *ABOUT)
    assert "--as NAME" in thuocdo(*words, status=1).stderr
    assert "may not do that" in thuocdo(*words, "--as", "binh", status=1).stderr
    assert json.loads(thuocdo("hard", "list", wave, "--json").stdout)["files"] == []


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_an_empty_template_names_the_units_and_is_not_written_over(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """In Vietnamese order; a template that the instrument does not use is refused with those it uses."""
    file = tmp_path / "ho-so.csv"
    thuocdo("hard", "template", wave, "ho_so_tthc", "-o", str(file))
    assert file.read_text(encoding="utf-8-sig").splitlines()[1:] == [
        "so-tu-phap,Sở Tư pháp,,,,,",
        "so-xay-dung,Sở Xây dựng,,,,,",
        "so-y-te,Sở Y tế,,,,,",
    ]
    assert "exists already" in thuocdo("hard", "template", wave, "ho_so_tthc", "-o", str(file), status=1).stderr
    refused = thuocdo("hard", "template", wave, "generic", "-o", str(tmp_path / "other.csv"), status=1)
    assert "those it has: ho_so_tthc, kien_nghi" in refused.stderr
    assert not (tmp_path / "other.csv").exists()


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_every_mistake_of_a_file_is_named_and_nothing_is_kept(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    file = tmp_path / "ho-so.csv"
    file.write_text(FILES.replace("so-y-te", "Sở Y tế").replace("30,29", "28,29"), encoding="utf-8")
    refused = thuocdo("hard", "import", wave, str(file), *ABOUT, "--as", "hoa", status=1)
    assert "write “so-y-te” (Sở Y tế)" in refused.stderr
    assert "on_time + late = 29, which is more than received = 28" in refused.stderr
    assert "Nothing was done; mistakes in ho-so.csv: 2." in refused.stderr
    first, second = refused.stderr.splitlines()
    assert first.startswith("ho-so.csv, line ")
    assert second.startswith("  ho-so.csv, line ")


def test_published_figures_pass_from_one_person_to_another(thuocdo: Thuocdo, wave: str, tmp_path: Path) -> None:
    """The city of 2024 is kept by name; the list says that they have no interval."""
    assert wave == "mine"
    file = tmp_path / "ddci.csv"
    header = "index,year,unit,value,rank,rank_of,source,method_note\n"
    rows = "DDCI,2024,Hạ Long,79.35,1,13,Báo cáo,Bản 2024\nPAR,2025,so-y-te,88.1,4,20,QĐ 9,Bản 2025\n"
    file.write_text(header + rows, encoding="utf-8")
    brought = json.loads(thuocdo("history", "import", str(file), "--as", "hoa", "--json").stdout)
    assert (brought["figures"], brought["linked"]) == (2, 1)
    mark = brought["file"][:12]
    assert "Another person must" in thuocdo("history", "confirm", mark, "--as", "hoa", status=1).stderr
    thuocdo("history", "confirm", mark, "--as", "binh")
    listed = json.loads(thuocdo("history", "list", "--json").stdout)
    assert [(one["unit"], one["code"], one["state"]) for one in listed] == [
        ("Hạ Long", None, "shown"),
        ("Sở Y tế", "so-y-te", "shown"),
    ]
    assert "Số đã công bố, không có sai số" in thuocdo("history", "list").stdout

"""A draft on its way through the offices, from the terminal."""

import csv
import json
from io import BytesIO
from pathlib import Path

import docx
import pytest

from survey.commands.media_folder import lay_beside
from tests.commands.conftest import Thuocdo
from tests.survey.media.files import FILES, seen_and_heard

CODE = "gop-y"


def test_comments_come_in_go_back_answered_and_make_a_table(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """The exported spreadsheet, filled in, is what answers are read from."""
    comments, sheet, paper = (tmp_path / name for name in ("comments.csv", "sheet.csv", "paper.docx"))
    comments.write_text("unit,item,proposal\n06688,9.24,Sửa câu\nThuế,,Rút ngắn\n", encoding="utf-8")
    thuocdo("db", "upgrade")
    thuocdo("consultation", "open", CODE, "sipas-giao-dich", "--due", "2099-12-31")
    assert json.loads(thuocdo("consultation", "import", CODE, str(comments), "--json").stdout)["new"] == 2
    thuocdo("consultation", "export", CODE, "-o", str(sheet))
    rows = list(csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    with sheet.open("w", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows([rows[0] | {"decision": "tiếp thu", "answer": "Đã sửa"}, rows[1]])
    assert json.loads(thuocdo("consultation", "answer", CODE, str(sheet), "--json").stdout)["not_answered"] == 1
    thuocdo("consultation", "export", CODE, "-o", str(paper))
    table = docx.Document(BytesIO(paper.read_bytes())).tables[1]
    assert [row.cells[4].text for row in table.rows][1:] == ["Chưa xử lý.", "Tiếp thu. Đã sửa"]
    (counts,) = json.loads(thuocdo("consultation", "list", "--json").stdout)
    assert (counts["comments"], counts["accepted"], counts["not_answered"]) == (2, 1, 1)
    assert "Sửa câu" in thuocdo("consultation", "list", CODE).stdout


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_the_table_is_written_to_a_new_file_of_a_known_kind(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """Nothing is overwritten; an unknown consultation is named."""
    there = tmp_path / "there.docx"
    there.write_bytes(b"mine")
    assert "exists" in thuocdo("consultation", "export", CODE, "-o", str(there), status=1).stderr
    assert ".docx" in thuocdo("consultation", "export", CODE, "-o", "table.pdf", status=1).stderr
    assert CODE in thuocdo("consultation", "export", CODE, "-o", str(tmp_path / "new.docx"), status=1).stderr
    assert there.read_bytes() == b"mine"


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_only_who_prepares_surveys_may_ask_for_comments(thuocdo: Thuocdo) -> None:
    """Somebody who approves may not."""
    thuocdo("db", "upgrade")
    thuocdo("user", "add", "binh", "--role", "approver")
    words = ("consultation", "open", CODE, "sipas-giao-dich", "--due", "2099-12-31", "--as", "binh")
    assert "may not" in thuocdo(*words, status=1).stderr


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_pictures_and_audio_beside_the_file_go_with_it(thuocdo: Thuocdo, tmp_path: Path) -> None:
    """Without their folder the draft is not sent, and the sentence names what lacks."""
    draft = tmp_path / "phieu.yaml"
    draft.write_bytes(seen_and_heard())
    thuocdo("db", "upgrade")
    words = ("consultation", "open", CODE, str(draft), "--due", "2099-12-31")
    assert "quay.png" in thuocdo(*words, status=1).stderr
    lay_beside(draft, FILES)
    thuocdo(*words)
    assert CODE in thuocdo("consultation", "list").stdout

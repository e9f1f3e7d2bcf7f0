"""All documents of a run by name, with a record of how they were made."""

import json

import pytest

from reports.documents import documents
from scoring.errors import Refusal
from scoring.run import Run


def test_both_languages_get_annex_cards_and_data(two_blocks: Run) -> None:
    """Nine units: nine cards a language, an annex each, three tables of data and the record."""
    names = set(documents(two_blocks))
    assert {"phu-luc-xep-hang.pdf", "ranking-annex.pdf", "bang-xep-hang.csv", "xep-hang.csv", "ranking.csv"} < names
    assert {"phieu-diem/w1.pdf", "scorecards/w1.pdf", "report.json"} < names
    assert len(names) == 2 + 3 + 1 + 2 * 9


def test_the_record_names_the_face_and_the_hash_of_every_file(two_blocks: Run) -> None:
    """Same run and same face, same bytes: the record says which face it was."""
    files = documents(two_blocks, ("vi",), None, "w1")
    report = json.loads(files["report.json"])
    assert report["face"]["family"]
    assert report["run"].startswith("1a2b3c4d5e6f7a8b")
    assert set(report["files"]) == set(files) - {"report.json"} == {"phieu-diem/w1.pdf"}


def test_the_same_run_gives_the_same_files(two_blocks: Run) -> None:
    """Byte for byte, card for card."""
    assert documents(two_blocks, ("vi",), None, "w2") == documents(two_blocks, ("vi",), None, "w2")


def test_a_unit_the_wave_does_not_have_is_refused_in_one_sentence(two_blocks: Run) -> None:
    """The sentence names the code and where to find the right one."""
    with pytest.raises(Refusal, match=r"^Wave sipas-2026 has no unit “w99”; see the codes in units.csv of the run.$"):
        documents(two_blocks, ("vi",), None, "w99")


def test_a_language_without_documents_is_refused(two_blocks: Run) -> None:
    """No half-translated annex."""
    with pytest.raises(Refusal, match="choose vi or en"):
        documents(two_blocks, ("fr",))

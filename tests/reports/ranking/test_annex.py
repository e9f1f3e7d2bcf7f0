"""The annex of a decision: its form, its rows, its mark, and the same bytes every time."""

import hashlib
import io
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from instruments.index import Tier
from reports.ranking.annex import Decision, ranking_pdf
from scoring.run import Run

MARK = "SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT"


def pages(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def text(data: bytes) -> str:
    return " ".join(pages(data))


@pytest.fixture(scope="module")
def annex(two_blocks: Run) -> bytes:
    """The annex of the small world, in Vietnamese and without a decision."""
    return ranking_pdf(two_blocks)


def test_an_annex_has_the_form_of_the_decree_and_no_head_of_its_own(two_blocks: Run) -> None:
    """Phụ lục I, title in capitals, the decision it belongs to; no national motto, no signature."""
    first = pages(ranking_pdf(two_blocks, decision=Decision("15/QĐ-UBND", date(2027, 1, 5))))[0]
    assert first.startswith("Phụ lục I KẾT QUẢ KHẢO SÁT HÀI LÒNG NĂM 2026 (Kèm theo Quyết định số 15/QĐ-UBND ngày")
    assert "ngày 05 tháng 01 năm 2027 của Ủy ban nhân dân thành phố Quảng Ninh)" in first
    assert "CỘNG HÒA" not in first


def test_without_a_decision_number_and_day_stay_blank_for_the_clerk(annex: bytes) -> None:
    """The annex is a draft until somebody numbers it."""
    assert "Quyết định số ……/QĐ-UBND ngày … tháng … năm ……" in pages(annex)[0]


def test_every_unit_stands_in_the_annex_with_its_figure_or_its_reason(annex: bytes) -> None:
    """Ranked, tied, reported, suppressed and withheld units are all there."""
    words = text(annex)
    for piece in (
        "Phường Hà Tu", "91,50", "2=", "Chưa đủ phiếu để xếp hạng (24/30).", "Không công bố vì ít phiếu (dưới 10).",
        "Tạm chưa công bố; lý do: đang phúc tra.", "Sở Văn hóa, Thể thao và Du lịch", "Trung tâm PVHCC",
    ):  # fmt: skip
        assert piece in words


def test_the_method_says_who_answered_how_it_is_counted_and_what_to_compare_it_with(annex: bytes) -> None:
    """Access, formula with its example, both measures, minimum counts, reliability, the province's own survey."""
    words = text(annex)
    for piece in (
        "phỏng vấn 40, được mời 434", "2/3 = 66,67%", "Mức độ hài lòng quy đổi (%)", "Dưới 10 phiếu: không công bố",
        "0,72", "theo nhóm", "lời phỏng theo", "do thành phố Quảng Ninh tự khảo sát, không so sánh trực tiếp",
        "1A2B 3C4D 5E6F 7A8B", "1a2b3c4d5e6f7a8b0000",
    ):  # fmt: skip
        assert piece in words


def test_ratings_that_the_result_leaves_out_are_told_apart(two_blocks: Run) -> None:
    """Those counted come first; 40 volunteers in all of the four units in print are in no figure."""
    mix = two_blocks.estimates["access_mix"].where(two_blocks.estimates["access_mix"].isna(), "invited:30 open:10")
    words = text(ranking_pdf(replace(two_blocks, estimates=two_blocks.estimates.assign(access_mix=mix))))
    assert "được mời 120; không tính vào kết quả: tự vào trả lời 40" in words


def test_the_annex_names_only_the_ways_to_check_it_that_there_are(annex: bytes) -> None:
    """The page of the fingerprint, and the command that the office has; no command that nobody can run."""
    words = text(annex)
    assert "Mã này mở trang /verify/… liệt kê từng tệp và mã băm" in words
    assert "thuocdo score" in words
    assert "thuocdo verify" not in words


def test_the_english_annex_says_the_same(two_blocks: Run) -> None:
    """Names, sentences and decimal points are English."""
    words = text(ranking_pdf(two_blocks, "en"))
    for piece in (
        "Annex I",
        "Ha Tu Ward",
        "91.50",
        "Too few ratings to be ranked (24/30).",
        "Responses",
        "Quang Ninh City",
    ):
        assert piece in words
    assert "Phương pháp" not in words


def test_pages_are_numbered_from_the_second_on(annex: bytes) -> None:
    """The first page shows no number; the second shows 2 above its text."""
    read = pages(annex)
    assert not read[0].startswith("1 ")
    assert read[1].startswith("2 ")


def test_the_mark_of_simulated_data_crosses_every_page(
    make_run: Callable[..., Run], given: Callable[..., object]
) -> None:
    """Several times on each page, and the decision number reads MÔ PHỎNG."""
    units = {f"w{n}": given(70 + n * 0.8, name=f"Phường {n}") for n in range(30)}
    read = pages(ranking_pdf(make_run({"phuong": units}, simulated=True)))
    assert all(page.count("MÔ PHỎNG – KHÔNG PHẢI") >= 3 for page in read)
    assert "Quyết định số: MÔ PHỎNG" in read[0]


def test_results_of_real_answers_carry_no_mark(annex: bytes) -> None:
    """The mark means something only if it is absent elsewhere."""
    assert "MÔ PHỎNG" not in text(annex)


def test_the_pdf_is_dated_by_its_snapshot_and_says_language_title_and_headings(annex: bytes) -> None:
    """A document is as old as its numbers; readers for the blind learn its language."""
    reader = PdfReader(io.BytesIO(annex))
    assert reader.metadata is not None
    assert reader.metadata["/CreationDate"].startswith("D:20261215")
    assert reader.metadata.title == "KẾT QUẢ KHẢO SÁT HÀI LÒNG NĂM 2026"
    assert reader.root_object["/Lang"] == "vi-VN"
    titles = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert titles[-1] == "Phương pháp"
    assert "1. Khối phường" in titles


def test_every_font_is_embedded(annex: bytes) -> None:
    """A face the reader's machine lacks would be replaced by one without ơ and ư."""
    reader = PdfReader(io.BytesIO(annex))
    fonts = [font.get_object() for page in reader.pages for font in _fonts(page["/Resources"])]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def _fonts(resources: DictionaryObject) -> list[DictionaryObject]:
    forms = [form.get_object() for form in resources.get("/XObject", {}).values()]
    inner = [font for form in forms if "/Resources" in form for font in form["/Resources"].get("/Font", {}).values()]
    return [*resources.get("/Font", {}).values(), *inner]


def test_decomposed_letters_are_printed_composed(make_run: Callable[..., Run], given: Callable[..., object]) -> None:
    """A name typed on a phone that sends base letters and marks apart prints like any other."""
    apart = unicodedata.normalize("NFD", "Phường Yên Tử")
    run = make_run({"phuong": {"w1": given(80, name=apart), "w2": given(70, name="Phường Hà An")}})
    assert "Phường Yên Tử" in text(ranking_pdf(run))


def test_names_with_markup_are_printed_as_they_are(make_run: Callable[..., Run], given: Callable[..., object]) -> None:
    """A name is never read as markup of the page."""
    run = make_run({"phuong": {"w1": given(80, name="Sở <b>A & B</b>"), "w2": given(70, name="Phường Hà An")}})
    assert "Sở <b>A & B</b>" in text(ranking_pdf(run))


def test_a_block_in_which_nobody_can_be_ranked_says_so(
    make_run: Callable[..., Run], given: Callable[..., object]
) -> None:
    """All units below the minimum: no leader is named."""
    units = {"w1": given(80, n=20, state="reported", reason="below_minimum"), "w2": given(0, n=4, state="suppressed")}
    assert "Chưa đơn vị nào của khối đủ điều kiện xếp hạng." in text(ranking_pdf(make_run({"phuong": units})))


def test_two_processes_make_the_same_bytes(
    make_run: Callable[..., Run], given: Callable[..., object], tmp_path: Path
) -> None:
    """The order of sets and dictionaries of one process leaves no trace in the document."""
    script = tmp_path / "hash_of_annex.py"
    script.write_text(
        "import hashlib, runpy\n"
        f"world = runpy.run_path({str(Path(__file__).parents[1] / 'conftest.py')!r})\n"
        "from reports.ranking.annex import ranking_pdf\n"
        "units = {f'w{n}': world['Given'](80 + n / 3, name=f'Phường {n}') for n in range(6)}\n"
        "run = world['run_of'](world['World']({'phuong': units}, simulated=True))\n"
        "print(hashlib.sha256(ranking_pdf(run)).hexdigest())\n",
        encoding="utf-8",
    )
    other = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()
    units = {f"w{n}": given(80 + n / 3, name=f"Phường {n}") for n in range(6)}
    assert hashlib.sha256(ranking_pdf(make_run({"phuong": units}, simulated=True))).hexdigest() == other


def test_tiers_by_rank_are_said_to_go_by_rank(two_blocks: Run) -> None:
    """Whoever reads a class of results learns whether it is of the score or of the place among others."""
    index = two_blocks.instrument.index
    assert index is not None
    names = {"vi": "Dẫn đầu"}, {"vi": "Còn lại"}
    tiers = tuple(Tier(code=code, label=name, top=top) for code, name, top in zip("ab", names, (0.125, 1), strict=True))
    instrument = two_blocks.instrument.model_copy(update={"index": index.model_copy(update={"tiers": tiers})})
    words = text(ranking_pdf(replace(two_blocks, instrument=instrument)))
    assert "theo thứ hạng trong khối, không theo mức điểm: Dẫn đầu đến hết 12,5% số đơn vị đứng đầu, Còn lại" in words
    assert "theo điểm chưa làm tròn" not in words

"""Documents of a wave scored between goalposts of two earlier waves, from their answers to the printed sentence."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.units import register
from reports.ranking.annex import ranking_pdf
from scoring.run import Run, score
from scoring.run.earlier import window_goalposts
from scoring.simulation import simulated_tables
from scoring.snapshot import pack, read

DAY = date(2026, 12, 15)
UNITS = ("so-y-te", "so-xay-dung", "so-tai-chinh")
EASY = "easy, recode: pct_top2"
WINDOW = f"{EASY}, goalposts_from: {{waves: [dot-2024, dot-2025]}}"


def read_file(file: str) -> Instrument:
    instrument = read_instrument(file.encode(), "firms.yaml").instrument
    assert instrument is not None
    return instrument


def earlier(file: str, code: str, seed: int) -> Run:
    """A wave of invented answers with fixed goalposts."""
    instrument = read_file(file)
    tables = simulated_tables(instrument, [(register(DAY)[unit], "offices") for unit in UNITS], 150, seed, DAY)
    return score(read(pack(replace(tables, wave={**tables.wave, "wave": code}), instrument, file.encode())))


@pytest.fixture(scope="module")
def run(firms_file: str) -> Run:
    """The third wave, between the lowest and highest share of the first two."""
    file = firms_file.replace(EASY, WINDOW)
    instrument = read_file(file)
    before = [earlier(firms_file, code, seed) for seed, code in enumerate(("dot-2024", "dot-2025"))]
    posts = window_goalposts(instrument, dict.fromkeys(UNITS, "offices"), before)
    posts = posts.assign(set_by="UBND tỉnh Quảng Ninh", decision="12/QĐ-UBND")
    tables = simulated_tables(instrument, [(register(DAY)[unit], "offices") for unit in UNITS], 150, 5, DAY)
    return score(read(pack(replace(tables, goalposts=posts), instrument, file.encode())))


def words(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


def test_the_method_names_the_waves_and_the_decision(run: Run) -> None:
    """In both languages, beside the indicator and among the sentences."""
    vietnamese, english = (words(ranking_pdf(run, language)) for language in ("vi", "en"))
    assert "Mốc của 1 chỉ tiêu lấy từ các đợt dot-2024 và dot-2025, theo Quyết định số 12/QĐ-UBND" in vietnamese
    assert "lấy từ các đợt trước: mức kém nhất cho 1 điểm; mức tốt nhất cho 10 điểm" in vietnamese
    assert "come from the waves dot-2024 and dot-2025, by decision 12/QĐ-UBND" in english
    assert "không so sánh được với đợt khác" not in vietnamese


def test_a_simulated_wave_alone_is_scored_between_goalposts_that_say_so(firms_file: str) -> None:
    """Nothing was published before it, so that a share lies between 0 and 1."""
    posts = earlier(firms_file.replace(EASY, WINDOW), "dot-2026", 1).goalposts.set_index("indicator")
    assert posts.loc["easy", ["lo", "hi", "set_by"]].tolist() == [0, 1, "số liệu mô phỏng"]


def test_scores_follow_from_the_goalposts_that_the_run_keeps(run: Run) -> None:
    """From the files of the run alone: 1 + 9 (x − lo)/(hi − lo) of every unit."""
    low, high = run.goalposts.set_index("indicator").loc["easy", ["lo", "hi"]]
    table = run.estimates[(run.estimates["node"] == "easy") & run.estimates["unit"].notna()]
    figures = table.pivot_table(index="unit", columns="measure", values="estimate")
    assert len(figures) == len(UNITS)
    assert figures["score"].to_numpy() == pytest.approx((1 + 9 * (figures["raw"] - low) / (high - low)).to_numpy())

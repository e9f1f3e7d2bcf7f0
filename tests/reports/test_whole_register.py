"""The whole province: every unit of the real register, from simulated answers to documents."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from instruments.catalogue import shipped
from instruments.reading import read_instrument
from instruments.units import register
from reports.charts import interval_svg
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from reports.tables import block_table
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from scoring.snapshot import pack, read

DAY = date(2026, 12, 15)
RANKED = ("phuong", "xa-dac-khu", "so-ban-nganh", "nganh-doc")
BESIDE = ("ban-xuc-tien-dau-tu", "trung-tam-phuc-vu-hanh-chinh-cong")


@pytest.fixture(scope="module")
def province() -> Run:
    """79 units, forty files each, answers simulated with a seed."""
    file = shipped("sipas-giao-dich")
    instrument = read_instrument(file, "sipas-giao-dich.yaml").instrument
    assert instrument is not None
    units = [(unit, unit.block) for unit in register(DAY).values() if unit.block in RANKED or unit.code in BESIDE]
    assert len(units) == 79
    tables = simulated_tables(instrument, units, n=79 * 40, seed=5, day=DAY)
    return score(read(pack(tables, instrument, file)))


@pytest.fixture(scope="module")
def annex(province: Run) -> PdfReader:
    data = ranking_pdf(province)
    assert len(data) < 400_000
    return PdfReader(io.BytesIO(data))


def test_every_unit_of_the_register_is_in_the_annex_by_its_full_name(annex: PdfReader) -> None:
    """No name is cut, however long."""
    words = " ".join(" ".join(page.extract_text().split()) for page in annex.pages)
    names = [unit.name_vi for unit in register(DAY).values() if unit.block in RANKED or unit.code in BESIDE]
    assert [name for name in names if name not in words] == []


def test_ranks_and_rank_sets_in_print_are_those_of_the_run(province: Run) -> None:
    """Every ward of the table carries the rank of the estimates, inside its rank set."""
    estimates = province.estimates
    chosen = estimates[
        (estimates["measure"] == "score") & (estimates["node"] == "SIPAS") & (estimates["definition"] == "top2_share")
    ].set_index(["block", "unit"])
    rows = block_table(province, "phuong").ranked_rows
    assert rows
    for row in rows:
        assert row.rank == chosen.loc[("phuong", row.unit), "rank"]
        assert row.rank_lower is not None
        assert row.rank is not None
        assert row.rank_upper is not None
        assert row.rank_lower <= row.rank <= row.rank_upper


def test_departments_are_counted_on_nine_questions_and_wards_on_sixteen(province: Run) -> None:
    """What a department does not do itself is not held against it."""
    assert block_table(province, "so-ban-nganh").items == 9
    assert block_table(province, "phuong").items == 16


@pytest.mark.parametrize("unit", ["ban-xuc-tien-dau-tu", "so-van-hoa-the-thao-va-du-lich", "06652"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_card_of_the_real_instrument_is_one_light_page(province: Run, unit: str, language: str) -> None:
    """The longest names and sixteen questions fit, under 60 kB."""
    data = scorecard_pdf(province, unit, language)
    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    assert len(data) < 60_000


def test_the_chart_of_thirty_wards_is_light(province: Run) -> None:
    """Under 40 kB as text, a few after compression."""
    assert len(interval_svg(block_table(province, "phuong")).encode()) < 40_000

"""A block that an embedded module brings along: its figures beside the index are printed, and no empty index."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from instruments.units import register
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from reports.tables import block_table
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from scoring.snapshot import pack, read
from tests.instruments.embedded import with_brand
from tests.reports.reading import words

DAY = date(2026, 9, 15)
ALONE = "The index is not made for this block; it has figures beside the index alone."


@pytest.fixture(scope="module")
def run() -> Run:
    """Firms rate departments; the brand survey asks them about the place where they are."""
    whole, units = with_brand("ddci-so-nganh"), sorted(register(DAY).values(), key=lambda unit: unit.sort_key)
    some = [(unit, block) for block in ("so-ban-nganh", "phuong") for unit in units if unit.block == block]
    chosen = [*some[:3], *some[-3:]]
    return score(read(pack(simulated_tables(whole.instrument, chosen, 500, 2, DAY), whole.instrument, whole.file)))


def test_a_block_without_the_index_has_rows_of_figures_beside(run: Run) -> None:
    """With the mean of the block to compare with; a department has its index as ever."""
    wards, departments = block_table(run, "phuong", "en"), block_table(run, "so-ban-nganh", "en")
    assert (wards.has_index, departments.has_index) == (False, True)
    assert wards.printed_rows == ()
    assert len(wards.rows_beside) == len(wards.rows) == 3
    assert {part.node for part in wards.modules} >= {"NB", "HQ", "HL", "NT"}
    assert all(mean.estimate is not None for mean in wards.module_means)
    assert departments.rows_beside == departments.printed_rows != ()


def test_a_figure_beside_that_does_not_apply_to_a_unit_says_so(run: Run) -> None:
    """In a table with room for figure and interval on one line, where a dash would say that answers lack."""
    unit = block_table(run, "phuong").rows_beside[0].unit
    modules = [part.node for part in block_table(run, "phuong").modules]
    left = run.estimates["unit"].eq(unit) & run.estimates["node"].isin(modules[:1])
    shown = [words(ranking_pdf(one)).count("không áp dụng") for one in (run, _without(run, left))]
    assert shown[1] == shown[0] + 1


def _without(run: Run, left: "pd.Series[bool]") -> Run:
    return replace(run, estimates=run.estimates[~left])


def test_annex_and_scorecard_say_so_and_show_them(run: Run) -> None:
    """No score of dashes, no rank that the block could have had."""
    unit = block_table(run, "phuong").rows_beside[0].unit
    annex, card = words(ranking_pdf(run, "en")), words(scorecard_pdf(run, unit, "en"))
    assert ALONE in annex
    assert annex.count("Effectiveness") >= 1
    assert ALONE in card
    assert "Awareness" in card
    assert "DDCI score" not in card

"""The figures of the fact sheet, worked by hand: three respondents, one component, repeated ten times over."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from scoring import Run

MakeWorld = Callable[..., Any]
Row = Callable[..., pd.Series]

R1, R2, R3 = (5, 4, 3), (4, 4, -1), (2, 5, 4)
"""Answers to the three items of component II.A; the second person left the third blank."""
COMPONENTS = {
    "A": {"a1": "office", "a2": "office", "a3": "office"},
    "B": {"b1": "office", "b2": "office"},
}


@pytest.fixture
def run(world: MakeWorld) -> Run:
    """Thirty people in the pattern of the three, content with component B."""
    ratings = [
        {
            "response": f"r{copy}{person}",
            "unit": "o1",
            **dict(zip(("a1", "a2", "a3"), answers, strict=True)),
            "b1": 4,
            "b2": 4,
        }
        for copy in range(10)
        for person, answers in enumerate((R1, R2, R3))
    ]
    return world(COMPONENTS).run(ratings)


@pytest.mark.parametrize(
    ("node", "top2", "mean"),
    [("a1", 200 / 3, 220 / 3), ("a2", 100.0, 260 / 3), ("a3", 50.0, 70.0), ("A", 72.2222, 76.6667), ("B", 100.0, 80.0)],
)
def test_items_and_components_equal_the_fact_sheet(run: Run, row: Row, node: str, top2: float, mean: float) -> None:
    """The share and the converted level of every item, and II.A = 72,22 and 76,67."""
    assert row(run, "o1", node)["estimate"] == pytest.approx(top2, abs=5e-5)
    assert row(run, "o1", node, "mean_percent")["estimate"] == pytest.approx(mean, abs=5e-5)


def test_the_index_is_the_mean_over_items_not_over_components(run: Run, row: Row) -> None:
    """(66,67 + 100 + 50 + 100 + 100) / 5 = 83,33, where the mean of components would be 86,11."""
    assert row(run, "o1", "T")["estimate"] == pytest.approx(83.3333, abs=5e-5)


def test_item_figures_are_not_pooled_over_answers(run: Run, row: Row) -> None:
    """Pooling all answers would give 6/8 = 75,00; a blank must not shift the weight of its item."""
    assert row(run, "o1", "A")["estimate"] != pytest.approx(75.0, abs=0.5)


def test_raw_rows_are_shares_and_score_rows_are_on_the_published_scale(run: Run, row: Row) -> None:
    """Raw 0.7222 on [0, 1], score 72.22 on [0, 100], the error scaled alike."""
    raw, score = row(run, "o1", "A", measure="raw"), row(run, "o1", "A")
    assert (raw["scale_max"], score["scale_max"]) == (1.0, 100.0)
    assert score["se"] == pytest.approx(100 * raw["se"])


def test_the_error_of_a_share_is_the_textbook_one(run: Run, row: Row) -> None:
    """One item, no weights, one stratum: V = P(1−P)/(n−1), P = 2/3, n = 30."""
    assert row(run, "o1", "a1", measure="raw")["se"] == pytest.approx(np.sqrt(2 / 9 / 29))
    assert row(run, "o1", "a1")["deff"] == pytest.approx(1.0)


def test_counts_of_a_node(run: Run, row: Row) -> None:
    """Component A of thirty people: 80 answers, 10 blanks, nothing not applicable."""
    figures = row(run, "o1", "A")
    assert (figures["n"], figures["n_answers"], figures["n_missing"], figures["n_na"]) == (30, 80, 10, 0)


def test_sums_recompute_the_figure(run: Run) -> None:
    """Σ w y / Σ w a of the published sums is the item's share."""
    sums = run.sums.set_index(["definition", "item"]).loc[("top2_share", "a3")]
    assert (sums["sum_wy"], sums["sum_wa"], sums["n_answers"]) == (10, 20, 20)


def test_distributions_show_who_answered_what(run: Run) -> None:
    """Item a1: ten times 2, ten times 4, ten times 5."""
    found = run.distributions[run.distributions["item"] == "a1"].set_index("code")
    assert found["n"].tolist() == [0, 10, 0, 10, 10]
    assert found.loc[2, "share"] == pytest.approx(1 / 3)

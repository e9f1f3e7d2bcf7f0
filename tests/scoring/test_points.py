"""Geometric means, points beyond the maximum, and what stays with the unit alone."""

import math

import numpy as np
import pandas as pd
import pytest

from scoring.errors import Refusal
from tests.ground.indicators import LABEL, POINTS, figure, people, run_of

CLEAR = "{code: clear, recode: pct_codes, codes: [1]}"
KEPT = "{code: kept, recode: pct_codes, codes: [1]}"
GEOMETRIC = [
    "code: C1, kind: component, items: [clear]",
    "code: C2, kind: component, items: [kept]",
    "code: ALL, kind: index, nodes: [C1, C2], aggregation: nodes_geometric",
]


def test_a_geometric_mean_is_on_the_scale_of_its_parts() -> None:
    """4 and 9 points: 6, where the arithmetic mean is 6.5; the error follows the slopes G/(2C)."""
    run = run_of([CLEAR, KEPT], GEOMETRIC, people("A", 180, clear=60, kept=160), more=f"scales: {POINTS}")
    row, first, second = (figure(run, "A", node) for node in ("ALL", "C1", "C2"))
    assert (first["estimate"], second["estimate"]) == (pytest.approx(4), pytest.approx(9))
    assert row["estimate"] == pytest.approx(60)
    between = 81 * (60 / 180 - (60 / 180) * (160 / 180)) / 179
    variance = (6 / 8) ** 2 * first["se"] ** 2 + (6 / 18) ** 2 * second["se"] ** 2 + 2 * (6 / 8) * (6 / 18) * between
    assert row["se"] == pytest.approx(10 * math.sqrt(variance))


def test_blocks_and_the_province_have_the_mean_of_geometric_means() -> None:
    """Ballots cannot be pooled into it: 60 and 10 points make 35, not the geometric mean of pooled parts."""
    ratings = [*people("A", 180, clear=60, kept=160), *people("B", 180, clear=0, kept=0)]
    run = run_of([CLEAR, KEPT], GEOMETRIC, ratings, more=f"scales: {POINTS}")
    province = run.estimates[run.estimates["block"].isna() & (run.estimates["node"] == "ALL")]
    assert figure(run, None, "ALL")["estimate"] == pytest.approx(35)
    assert province.set_index("measure").loc["score", "estimate"] == pytest.approx(35)
    assert set(province["aggregation"]) == {"mean_of_units"}


def test_a_geometric_mean_of_what_fell_below_its_goalposts_is_refused() -> None:
    """A part at or below nothing has no logarithm."""
    low = "{code: clear, recode: pct_codes, codes: [1], goalposts: [0.5, 1]}"
    with pytest.raises(Refusal, match="above 0"):
        run_of([low, KEPT], GEOMETRIC, people("A", 40, clear=0, kept=20), more=f"scales: {POINTS}")


def test_bonus_and_penalty_stand_beyond_the_maximum() -> None:
    """Two points more and half a point less, each on a line of its own."""
    beside = [
        f"{{code: {code}, source: appraised, recode: value, template: generic, goalposts: [0, 5], {LABEL}}}"
        for code in ("plus", "minus")
    ]
    run = run_of(
        [CLEAR, *beside],
        ["code: C1, kind: component, items: [clear]", "code: ALL, kind: index, nodes: [C1]"],
        [*people("A", 40, clear=40), *people("B", 40, clear=20)],
        [("A", "plus", 2.0), ("A", "minus", 0.5), ("B", "plus", 0.0), ("B", "minus", 1.0)],
        more=f"scales: {POINTS}\n  bonus: [plus]\n  penalty: [minus]",
    )
    assert figure(run, "A", "ALL")["estimate"] == pytest.approx(100 + 2 - 0.5)
    assert figure(run, "B", "ALL")["estimate"] == pytest.approx(55 - 1)
    assert figure(run, "A", "plus")["estimate"] == pytest.approx(2.0)


def test_what_is_for_the_unit_alone_is_in_no_open_table() -> None:
    """Its component is published; sums and covariances of the single indicator are not."""
    private = "{code: kept, recode: pct_codes, codes: [1], published: false}"
    run = run_of(
        [CLEAR, private],
        ["code: ALL, kind: index, items: [clear, kept]"],
        [*people("A", 40, clear=30, kept=20), *people("B", 40, clear=30, kept=20)],
    )
    assert set(run.sums["item"]) == {"clear"}
    assert set(run.covariance["node"]) == {"clear", "ALL"}
    assert "kept" not in set(run.distributions["item"])


def test_an_indicator_decides_for_its_code_under_every_definition() -> None:
    """An index by the share satisfied holds a brand measure beside it: the measure is made by its own rule."""
    run = run_of(
        ["{code: promote, recode: nps}"],
        ["code: ALL, kind: index, items: [level]", "code: NPS, kind: module, items: [promote]"],
        [
            {"response": f"r{place}", "unit": "A", "level": 4 if place < 24 else 3, "promote": 9.0}
            for place in range(30)
        ],
        more="official: top2_share",
    )
    assert figure(run, "A", "ALL")["estimate"] == pytest.approx(80)
    assert figure(run, "A", "ALL")["interval"] == "beta"
    assert figure(run, "A", "NPS")["estimate"] == pytest.approx(100)


def test_a_floor_binds_on_the_mean_and_leaves_its_error() -> None:
    """More wrong than right: −1 for a wrong answer makes −0.2 of 1, printed as 0; a block is made of such."""
    known = "{code: clear, recode: points, points: {1: 1, 2: -1}, goalposts: [0, 1]}"
    nodes = [
        "code: ALL, kind: index, items: [kept]",
        "code: KNOWN, kind: module, items: [clear], floor: 0",
        "code: FREE, kind: module, items: [clear]",
    ]
    ratings = [*people("A", 100, clear=40, kept=90), *people("B", 100, clear=75, kept=90)]
    run = run_of([known, KEPT], nodes, ratings, more="scales: {module: [0, 100]}")
    low, free = (figure(run, "A", node) for node in ("KNOWN", "FREE"))
    assert (free["estimate"], low["estimate"]) == (pytest.approx(-20), 0)
    assert free["lower"] < 0 == low["lower"]
    assert low["upper"] == max(free["upper"], 0)
    assert low["se"] == free["se"] > 0
    assert figure(run, "B", "KNOWN")["estimate"] == figure(run, "B", "FREE")["estimate"] == pytest.approx(50)
    assert (low["floored"], free["floored"]) == (True, False)
    assert figure(run, None, "KNOWN")["estimate"] == pytest.approx((0 + 50) / 2)
    assert not figure(run, None, "KNOWN")["floored"]


def test_points_beyond_the_maximum_are_added_to_a_geometric_mean() -> None:
    """√(4 · 9) = 6 of 10 points make 60 of 100; two points more and half a point less make 61.5, no surer than 60."""
    beside = [
        f"{{code: {code}, source: appraised, recode: value, template: generic, goalposts: [0, 5], {LABEL}}}"
        for code in ("plus", "minus")
    ]
    ratings = [*people("A", 180, clear=60, kept=160), *people("B", 180, clear=90, kept=90)]
    figures = [("A", "plus", 2.0), ("A", "minus", 0.5), ("B", "plus", 0.0), ("B", "minus", 3.0)]
    more = f"scales: {POINTS}"
    bare = run_of([CLEAR, KEPT], GEOMETRIC, ratings, more=more)
    run = run_of([CLEAR, KEPT, *beside], GEOMETRIC, ratings, figures, f"{more}\n  bonus: [plus]\n  penalty: [minus]")
    parts = np.array([[figure(run, unit, node)["estimate"] for node in ("C1", "C2")] for unit in ("A", "B")])
    means = 10 * np.exp(np.log(parts.astype(float)).mean(axis=1)) + np.array([2.0 - 0.5, -3.0])
    assert [figure(run, unit, "ALL")["estimate"] for unit in ("A", "B")] == pytest.approx(list(means))
    assert means[0] == pytest.approx(61.5)
    assert [figure(run, unit, "ALL")["se"] for unit in ("A", "B")] == pytest.approx(
        [figure(bare, unit, "ALL")["se"] for unit in ("A", "B")]
    )


@pytest.mark.parametrize(
    ("known", "state", "reason"),
    [
        ({("A", "late"): 1.0, ("B", "late"): 0.0}, "ranked", ""),
        ({("A", "late"): 1.0}, "reported", "figures_missing: late"),
        ({}, "ranked", ""),
    ],
)
def test_a_penalty_that_nobody_confirmed_is_not_none(
    known: dict[tuple[str, str], float], state: str, reason: str
) -> None:
    """The unit without a figure would be first with 0 points off; it has no index and no rank until it is known.

    0 is a figure like another. Where no unit of the block has one, the penalty does not apply.
    """
    late = f"{{code: late, source: hard, recode: value, template: generic, goalposts: [0, 5], {LABEL}}}"
    run = run_of(
        [CLEAR, late],
        ["code: C1, kind: component, items: [clear]", "code: ALL, kind: index, nodes: [C1]"],
        [*people("A", 40, clear=30), *people("B", 40, clear=30)],
        [(unit, code, value) for (unit, code), value in known.items()],
        more=f"scales: {POINTS}\n  penalty: [late]",
    )
    first, second = figure(run, "A", "ALL"), figure(run, "B", "ALL")
    part = figure(run, "B", "C1")
    assert (part["state"], part["reason"]) == (state, reason)
    assert math.isnan(second["estimate"]) == pd.isna(second["rank"]) == bool(reason)
    assert (first["state"], first["rank_of"]) == ("ranked", 1 if reason else 2)
    assert part["estimate"] == pytest.approx(1 + 9 * 0.75)

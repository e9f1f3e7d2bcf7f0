"""Points of criteria added up: the most that applies, the share of it, and the error carried along."""

import math

import pytest

from tests.ground.indicators import LABEL, figure, people, run_of

CLEAR = "{code: clear, recode: pct_codes, codes: [1]}"
KEPT = "{code: kept, recode: pct_codes, codes: [1]}"
PLAN = f"{{code: plan, source: appraised, recode: value, template: generic, goalposts: [0, 3], {LABEL}}}"
TREE = [
    "code: T1, kind: component, items: [clear], points: 2.5",
    "code: T2, kind: component, items: [kept], points: 1.5",
    "code: T3, kind: component, items: [plan], points: 3",
    "code: F1, kind: content, nodes: [T1, T2], aggregation: sum_of_points",
    "code: F2, kind: content, nodes: [T3], aggregation: sum_of_points",
    "code: ALL, kind: index, nodes: [F1, F2], aggregation: sum_of_points",
]
WEIGHTED = [
    *TREE[:3],
    "code: F1, kind: content, nodes: [T1, T2], aggregation: nodes_weighted, weights: [2.5, 1.5]",
    "code: F2, kind: content, nodes: [T3], aggregation: nodes_equal",
    "code: ALL, kind: index, nodes: [F1, F2], aggregation: nodes_weighted, weights: [4, 3]",
]
RATINGS = [*people("A", 40, clear=30, kept=20), *people("B", 40, clear=40, kept=10)]
FIGURES = [("A", "plan", 2.1), ("B", "plan", 1.5)]
MORE = "scales: {index: [0, 100]}"


def test_points_are_added_up_and_the_index_is_their_share_of_the_most() -> None:
    """1.875 of 2.5 and 0.75 of 1.5 make 2.625 of 4; with 2.1 of 3 the whole is 4.725 of 7, or 67.5 of 100."""
    run = run_of([CLEAR, KEPT, PLAN], TREE, RATINGS, FIGURES, more=MORE)
    for node, points, most in [("T1", 1.875, 2.5), ("T2", 0.75, 1.5), ("T3", 2.1, 3), ("F1", 2.625, 4), ("F2", 2.1, 3)]:
        row = figure(run, "A", node)
        assert (row["estimate"], row["scale_min"], row["scale_max"]) == (pytest.approx(points), 0, pytest.approx(most))
    assert figure(run, "A", "ALL")["estimate"] == pytest.approx(100 * 4.725 / 7)


def test_points_are_weights_by_another_name() -> None:
    """The figure and error of the whole are those of the weighted mean with the same maxima."""
    points, weighted = (run_of([CLEAR, KEPT, PLAN], tree, RATINGS, FIGURES, more=MORE) for tree in (TREE, WEIGHTED))
    for column in ("estimate", "se", "lower", "upper"):
        for unit in ("A", "B"):
            expected = figure(weighted, unit, "ALL")[column]
            assert figure(points, unit, "ALL")[column] == pytest.approx(expected, rel=1e-12)


def test_the_error_of_points_is_in_points() -> None:
    """30 of 40 say yes: the error of the share, √(p(1−p)/n · 80/79), times the most; its square is the covariance."""
    run = run_of([CLEAR, KEPT, PLAN], TREE, RATINGS, FIGURES, more=MORE)
    error = 2.5 * math.sqrt(0.75 * 0.25 / 40 * 80 / 79)
    assert figure(run, "A", "T1")["se"] == pytest.approx(error)
    table = run.covariance.set_index(["node", "unit_a", "unit_b"])["cov"]
    assert table["T1", "A", "A"] == pytest.approx(error**2)


def test_points_beside_the_index_are_out_of_their_most_and_move_nothing() -> None:
    """The same two criteria as a figure beside: 2.625 of 4 points; the index stays to the last digit."""
    beside = [
        "code: M, kind: module, nodes: [N1, N2], aggregation: sum_of_points",
        "code: N1, kind: module, items: [clear], points: 2.5",
        "code: N2, kind: module, items: [kept], points: 1.5",
    ]
    with_it, without = (
        run_of([CLEAR, KEPT, PLAN], tree, RATINGS, FIGURES, more=MORE) for tree in ([*TREE, *beside], TREE)
    )
    row = figure(with_it, "A", "M")
    assert (row["estimate"], row["scale_max"]) == (pytest.approx(2.625), pytest.approx(4))
    assert row["se"] == pytest.approx(figure(without, "A", "F1")["se"])
    assert figure(with_it, "A", "ALL")["estimate"] == figure(without, "A", "ALL")["estimate"]


def test_what_applies_to_no_unit_of_the_block_leaves_the_most() -> None:
    """Nobody was appraised: the whole is out of 4, and so is what is printed as its maximum."""
    run = run_of([CLEAR, KEPT, PLAN], TREE, RATINGS, more=MORE)
    assert figure(run, "A", "ALL")["estimate"] == pytest.approx(100 * 2.625 / 4)
    assert figure(run, "A", "F1")["scale_max"] == pytest.approx(4)
    assert not (run.estimates["node"] == "F2").any()


def test_a_criterion_not_yet_appraised_is_missing_and_no_zero() -> None:
    """A alone has its points: of B three of seven points were not measured, which is more than a third."""
    run = run_of([CLEAR, KEPT, PLAN], TREE, RATINGS, FIGURES[:1], more=MORE)
    assert math.isnan(figure(run, "B", "T3")["estimate"])
    assert math.isnan(figure(run, "B", "ALL")["estimate"])
    assert figure(run, "B", "F1")["estimate"] == pytest.approx(2.5 + 1.5 * 0.25)

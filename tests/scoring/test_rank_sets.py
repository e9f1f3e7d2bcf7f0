"""Rank sets: worked cases, properties, and how often all true ranks lie inside."""

import json
import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instruments.index import Tier
from scoring import Refusal, rank_sets
from scoring.rank.ranking import ranks, tied, tier_of, tier_of_rank
from scoring.rank.uncertainty import floored
from tests.ground.indicators import LABEL, figure, people, run_of


def test_two_units_need_1_96_errors_of_the_difference_to_be_told_apart() -> None:
    """One pair: c is the 97.5 % point of the normal, so 2.9 errors of 1 each separate, 2.6 do not."""
    apart = rank_sets([2.9, 0.0], se=[1.0, 1.0])
    together = rank_sets([2.6, 0.0], se=[1.0, 1.0])
    assert apart["c"].iloc[0] == pytest.approx(1.96, abs=0.04)
    assert apart[["rank", "lower", "upper"]].to_numpy().tolist() == [[1, 1, 1], [2, 2, 2]]
    assert together[["rank", "lower", "upper"]].to_numpy().tolist() == [[1, 1, 2], [2, 1, 2]]


def test_three_equal_independent_units_give_the_studentised_range() -> None:
    """C · √2 is the 95 % point of the range of three standard normals, 3.314 in published tables."""
    c = rank_sets([0.0, 0.0, 0.0], se=[1.0, 1.0, 1.0], draws=200_000)["c"].iloc[0]
    assert c * np.sqrt(2) == pytest.approx(3.314, abs=0.02)


def test_units_that_move_together_are_easier_to_tell_apart() -> None:
    """A common respondent effect leaves the difference: correlation .9 separates what independence does not."""
    cov = pd.DataFrame([[1.0, 0.9], [0.9, 1.0]], index=["a", "b"], columns=["a", "b"])
    estimates = pd.Series({"a": 1.5, "b": 0.0})
    assert rank_sets(estimates, cov=cov)["upper"].tolist() == [1, 2]
    assert rank_sets(estimates, se=[1.0, 1.0])["upper"].tolist() == [2, 2]


def test_step_down_finds_what_one_step_misses() -> None:
    """Three far units are settled first; the pairs that remain need a smaller critical value."""
    estimates = [3.75, 0.0, -100.0, -200.0, -300.0]
    stepped, single = rank_sets(estimates, se=[1.0] * 5), rank_sets(estimates, se=[1.0] * 5, stepdown=False)
    assert stepped["c"].iloc[0] < 3.75 / np.sqrt(2) < single["c"].iloc[0]
    assert (stepped["upper"].iloc[0], single["upper"].iloc[0]) == (1, 2)


def test_without_any_error_the_values_decide() -> None:
    """Pairs with s = 0 leave the draws: different values are separated, equal ones tie."""
    table = rank_sets([3.0, 2.0, 2.0], se=[0.0, 0.0, 0.0])
    assert table[["rank", "lower", "upper"]].to_numpy().tolist() == [[1, 1, 1], [2, 2, 3], [2, 2, 3]]


def test_units_that_tie_are_all_in_the_better_tier() -> None:
    """Four of ten: ranks 1, 2, 2, 2 share it with the fourth; the fifth has what is below."""
    tiers = [Tier(code="a", label={"vi": "A"}, top=0.2), Tier(code="b", label={"vi": "B"}, top=1)]
    order = ranks(np.array([9.0, 8.0, 8.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0]))
    assert [tier_of_rank(rank, 10, tiers) for rank in order] == ["a"] * 4 + ["b"] * 6


def test_missing_estimates_are_dropped_and_named() -> None:
    """A unit without a figure takes no place."""
    table = rank_sets(pd.Series({"a": 1.0, "b": np.nan, "c": 2.0}), se=[1.0, 1.0, 1.0])
    assert (table["p"].tolist(), table.attrs) == ([2, 2], {"dropped": ["b"], "independent": True})


def test_lower_values_can_be_better() -> None:
    """Waiting time: the shortest is first."""
    assert rank_sets([10.0, 5.0], se=[0.1, 0.1], higher_is_better=False)["rank"].tolist() == [2, 1]


def test_both_or_neither_of_cov_and_se_is_refused() -> None:
    """Half a description of the error is none."""
    for arguments in ({}, {"se": [1.0], "cov": [[1.0]]}):
        with pytest.raises(Refusal, match="exactly one"):
            rank_sets([1.0], **arguments)


def test_few_degrees_of_freedom_and_a_floor_widen_the_sets() -> None:
    """t-scaled draws have a larger critical value; a floor stands in for an error of zero."""
    assert rank_sets([2.5, 0], se=[1.0, 1.0], df=4)["c"].iloc[0] > 2.5
    assert rank_sets([1.0, 0], se=[0.0, 0.0], floor=[1.0, 1.0])["upper"].tolist() == [2, 2]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0, 10)), min_size=1, max_size=8),
    st.sampled_from(["joint", "alone"]),
)
def test_a_rank_lies_inside_its_set(pairs: list[tuple[float, float]], kind: str) -> None:
    """Whatever the figures and errors."""
    values, errors = zip(*pairs, strict=True)
    table = rank_sets(list(values), se=list(errors), draws=400, simultaneous=kind == "joint")
    assert ((table["lower"] <= table["rank"]) & (table["rank"] <= table["upper"])).all()
    assert table["lower"].min() == 1
    assert table["upper"].max() == len(pairs)


@pytest.mark.parametrize("truth", [[80.0] * 8, [70.0, 73, 76, 79, 82, 85, 88, 91], [80.0] * 4 + [88.0] * 4])
def test_all_true_ranks_lie_inside_their_sets_in_95_of_100_waves(truth: list[float]) -> None:
    """All equal, evenly spaced, two groups: 200 waves each; at least .95 − 2 simulation errors, sets not all [1, p]."""
    random = np.random.default_rng(5)
    truth, se = np.array(truth), 1.5
    best = 1 + (truth[None, :] > truth[:, None] + 1e-9).sum(axis=1)
    worst = len(truth) - (truth[None, :] < truth[:, None] - 1e-9).sum(axis=1)
    hits, width = [], []
    for _ in range(200):
        table = rank_sets(random.normal(truth, se), se=[se] * len(truth), draws=2_000)
        hits.append(
            (
                (table["lower"] <= worst)
                & (table["upper"] >= best)
                & (table["lower"] <= best)
                & (table["upper"] >= worst)
            ).all()
        )
        width.append((table["upper"] - table["lower"] + 1).mean())
    assert np.mean(hits) >= 0.95 - 2 * np.sqrt(0.95 * 0.05 / 200)
    assert truth.std() == 0 or np.mean(width) < len(truth) - 1


def test_ties_share_the_smallest_rank() -> None:
    """Two decimals, half up: 92,345 and 92,35 tie for first, the next is third."""
    assert ranks(tied(np.array([92.345, 92.35, 92.344]), 2)).tolist() == [1, 1, 3]


def test_unrounded_values_tie_within_a_billionth() -> None:
    """1/3 + 1/3 and 2/3 are the same figure."""
    assert ranks(tied(np.array([1 / 3 + 1 / 3 + 1e-12, 2 / 3, 0.5]), None)).tolist() == [1, 1, 3]


def test_a_tier_goes_by_the_unrounded_score() -> None:
    """79.999 is printed 80,00 and is not in the tier from 80; a rounding error in the last bit is."""
    tiers = [Tier(code=code, label={"vi": code}, at_least=bound) for code, bound in (("kha", 70), ("tot", 80))]
    assert [tier_of(score, tiers) for score in (79.999, 80 - 1e-12, 60.0, np.nan)] == ["kha", "tot", None, None]


def test_the_variance_floor_of_a_unit_in_which_all_agree() -> None:
    """N = 30, θ = 1: θ̃ = 32/34, V* = φ · 32 · 2 / 34² / 30."""
    floor = floored(np.array([0.0]), np.array([1.0]), np.array([30.0]), 0.25)
    assert floor[0] == pytest.approx(0.25 * 64 / 34**2 / 30)


def test_an_index_of_hard_figures_alone_is_ranked_by_the_figures() -> None:
    """Nothing was sampled: no floor, no draws, no critical value, each rank certain; the module beside is of answers.

    NaN is no JSON, so that every constant of the record is looked for.
    """
    share = f"{{code: kept, source: hard, recode: value, template: generic, goalposts: [0, 1], {LABEL}}}"
    answers = "{code: clear, recode: pct_codes, codes: [1]}"
    nodes = ["code: ALL, kind: index, items: [kept]", "code: OWN, kind: module, items: [clear]"]
    ratings = [one for unit in "ABC" for one in people(unit, 40, clear=20)]
    run = run_of([share, answers], nodes, ratings, [("A", "kept", 0.5), ("B", "kept", 0.9), ("C", "kept", 0.5)])
    rows = [figure(run, unit, "ALL") for unit in "ABC"]
    assert [row["rank"] for row in rows] == [2, 1, 2]
    assert [(row["rank_lower"], row["rank_upper"]) for row in rows] == [(2, 3), (1, 1), (2, 3)]
    assert [(row["rank_lower_marginal"], row["rank_upper_marginal"]) for row in rows] == [(2, 3), (1, 1), (2, 3)]

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    (stored,) = json.loads(run.files()["run.json"], parse_constant=refuse)["critical_values"]
    assert (stored["c"], stored["steps"], stored["marginal"]) == (None, [], {"A": None, "B": None, "C": None})
    with pytest.raises(ValueError, match="JSON"):
        replace(run, meta={"c": math.nan}).files()

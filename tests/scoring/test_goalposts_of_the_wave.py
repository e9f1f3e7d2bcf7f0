"""Indicators scored between the worst and the best unit of the wave, recomputed by numpy and by drawing again."""

import numpy as np
import pandas as pd
import pytest

from scoring import Run
from tests.ground.indicators import figure, people, run_of

FROM = "goalposts_from: {current_wave: block}"
CLEAR = f"{{code: clear, recode: pct_codes, codes: [1], {FROM}}}"
KEPT = f"{{code: kept, recode: pct_codes, codes: [1], {FROM}}}"
TIES = f"{{code: ties, recode: pct_codes, codes: [1], direction: -1, {FROM}}}"
NODES = [
    "code: C1, kind: component, items: [clear, kept, ties]",
    "code: ALL, kind: index, nodes: [C1], aggregation: nodes_equal",
]
N = 60
YES = {
    "A": {"clear": 12, "kept": 45, "ties": 30},
    "B": {"clear": 30, "kept": 20, "ties": 12},
    "C": {"clear": 48, "kept": 30, "ties": 42},
    "D": {"clear": 39, "kept": 54, "ties": 24},
}
FEW = {"clear": 12, "kept": 1, "ties": 12}
UNITS = list(YES)


@pytest.fixture(scope="module")
def run() -> Run:
    """Four ranked units of sixty people, and one of twelve that is reported without a rank: 100 % say it is clear."""
    ratings = [row for unit, yes in YES.items() for row in people(unit, N, **yes)]
    return run_of([CLEAR, KEPT, TIES], NODES, [*ratings, *people("E", 12, **FEW)])


def shares() -> np.ndarray:
    """Units × indicators, higher is better: of those who say ties are needed, the others count."""
    raw = np.array([[yes[item] / N for item in ("clear", "kept", "ties")] for yes in YES.values()])
    raw[:, 2] = 1 - raw[:, 2]
    return raw


def stretched(raw: np.ndarray) -> np.ndarray:
    return (raw - raw.min(axis=0)) / (raw.max(axis=0) - raw.min(axis=0))


def test_scores_run_from_the_worst_to_the_best_ranked_unit(run: Run) -> None:
    """20 % is the lowest of the ranked and 80 % the highest; raw figures stay as they were counted."""
    for unit, expected in zip(UNITS, stretched(shares()), strict=True):
        found = [figure(run, unit, item)["estimate"] for item in ("clear", "kept", "ties")]
        assert found == pytest.approx(1 + 9 * expected)
        assert figure(run, unit, "ALL")["estimate"] == pytest.approx(10 + 90 * expected.mean())
        assert figure(run, unit, "ties", "raw")["estimate"] == pytest.approx(YES[unit]["ties"] / N)


def test_a_unit_without_rank_moves_no_goalpost_and_may_lie_beyond(run: Run) -> None:
    """All twelve say yes: (1 − .2)/(.8 − .2) = 1.333 of the way."""
    assert figure(run, "E", "clear")["state"] == "reported"
    assert figure(run, "E", "clear")["estimate"] == pytest.approx(1 + 9 * 0.8 / 0.6)


def test_the_goalposts_stand_in_the_run_with_where_they_come_from(run: Run) -> None:
    """In natural units, the smaller first."""
    posts = run.goalposts.set_index("indicator")
    assert posts.loc["clear", ["lo", "hi"]].tolist() == pytest.approx([0.2, 0.8])
    assert posts.loc["ties", ["lo", "hi"]].tolist() == pytest.approx([0.2, 0.7])
    assert set(posts["set_by"]) == {"current_wave"}
    assert run.meta["relative"] is True


def test_the_worst_and_the_best_unit_have_a_score_and_no_interval(run: Run) -> None:
    """Their scores are 1 and 10 whatever was answered; their raw shares have the interval of any share."""
    for unit in ("A", "C"):
        row, raw = figure(run, unit, "clear"), figure(run, unit, "clear", "raw")
        assert row[["se", "lower", "upper"]].isna().all()
        assert row["interval"] == "none"
        assert raw["lower"] < raw["estimate"] < raw["upper"]
        assert raw["interval"] == "beta"
    assert figure(run, "B", "clear")["interval"] == "t_relative"
    assert figure(run, "A", "ALL")["se"] > 0


def test_covariances_are_those_of_drawn_waves(run: Run) -> None:
    """Twenty thousand waves of the same units drawn anew: the linearised covariance of their indices is that found.

    Answers of people are packed so that who says yes to one item says it to others: each draw takes whole people.
    """
    draws, generator = 20_000, np.random.default_rng(11)
    drawn = np.empty((draws, len(UNITS), 3))
    for place, yes in enumerate(YES.values()):
        people_of = np.array([[row < yes[item] for item in ("clear", "kept", "ties")] for row in range(N)], dtype=float)
        people_of[:, 2] = 1 - people_of[:, 2]
        drawn[:, place] = generator.multinomial(N, np.full(N, 1 / N), size=draws) @ people_of / N
    raw = shares()
    worst, best = raw.argmin(axis=0), raw.argmax(axis=0)
    moved = drawn - raw
    width = raw.max(axis=0) - raw.min(axis=0)
    t = stretched(raw)
    items = np.arange(3)
    scores = (moved - (1 - t) * moved[:, worst, items][:, None] - t * moved[:, best, items][:, None]) / width
    expected = np.cov(90 * scores.mean(axis=2), rowvar=False)
    table = run.covariance[(run.covariance["node"] == "ALL") & run.covariance["unit_a"].isin(UNITS)]
    pairs = table[table["unit_b"].isin(UNITS)].set_index(["unit_a", "unit_b"])["cov"]
    found = np.array([[pairs.get((a, b), pairs.get((b, a), np.nan)) for b in UNITS] for a in UNITS])
    # The run divides by n − 1 within the stratum, the draws by n.
    assert found == pytest.approx(expected, rel=0.06, abs=0.06 * np.abs(expected).max())


def test_the_range_is_said_to_be_blown_up(run: Run) -> None:
    """1/√λ of each indicator, λ = 1 − mean(V)/Var of the raw shares of ranked units."""
    raw = shares()
    error = (raw * (1 - raw) / (N - 1)).mean(axis=0)
    inflation = (1 / np.sqrt(1 - error / raw.var(axis=0, ddof=1))).mean()
    assert run.meta["range_inflation"] == pytest.approx(inflation, rel=0.01)
    assert run.meta["range_unreliable"] == 0


def test_units_that_are_all_alike_stand_half_way() -> None:
    """A window without width says nothing of anybody: 5.5 of 1 to 10, without an interval."""
    ratings = [row for unit in "AB" for row in people(unit, 40, clear=20)]
    alike = run_of(
        [CLEAR], ["code: C1, kind: component, items: [clear]", "code: ALL, kind: index, nodes: [C1]"], ratings
    )
    row = figure(alike, "A", "clear")
    assert row["estimate"] == pytest.approx(5.5)
    assert pd.isna(row["se"])


def test_without_a_ranked_unit_there_is_no_score() -> None:
    """Twelve people make a figure but no rank, and so no goalposts."""
    small = run_of(
        [CLEAR],
        ["code: C1, kind: component, items: [clear]", "code: ALL, kind: index, nodes: [C1]"],
        people("E", 12, clear=3),
    )
    row = figure(small, "E", "clear")
    assert row["state"] == "suppressed"
    assert pd.isna(row["estimate"])
    assert small.goalposts[["lo", "hi"]].isna().all(axis=None)


def test_goalposts_of_a_sensitive_indicator_are_not_told() -> None:
    """They would be the figures of two units, which stand on their own scorecards alone."""
    ratings = [row for unit, yes in YES.items() for row in people(unit, N, **yes)]
    private = run_of([CLEAR.replace("}}", "}, published: false}"), KEPT, TIES], NODES, ratings)
    posts = private.goalposts.set_index("indicator")
    assert posts.loc["clear", ["lo", "hi"]].isna().all()
    assert posts.loc["kept", ["lo", "hi"]].notna().all()


def test_fixed_goalposts_are_not_relative() -> None:
    """What most instruments do."""
    ratings = people("A", 40, clear=20)
    fixed = run_of(
        ["{code: clear, recode: pct_codes, codes: [1]}"],
        ["code: C1, kind: component, items: [clear]", "code: ALL, kind: index, nodes: [C1]"],
        ratings,
    )
    assert fixed.meta["relative"] is False
    assert set(fixed.goalposts["set_by"]) == {"instrument"}

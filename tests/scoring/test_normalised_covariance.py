"""The covariance of scores stretched between the worst and the best unit of the wave, checked by drawing again."""

import numpy as np
import pandas as pd
import pytest

from scoring import Refusal, normalise, normalised_covariance

UNITS = ["a", "b", "c", "d"]
X = pd.Series([61.0, 75.0, 70.0, 90.0], index=UNITS)
ROOT = np.array([[1.0, 0, 0, 0], [0.4, 0.9, 0, 0], [0.2, 0.3, 1.1, 0], [0.1, 0.5, 0.2, 0.8]]) / 10
COV = pd.DataFrame(ROOT @ ROOT.T, index=UNITS, columns=UNITS)


@pytest.mark.parametrize("direction", [1, -1])
def test_scores_of_a_moving_window_vary_as_their_draws_do(direction: int) -> None:
    """Twenty thousand draws of the four figures, each stretched between its own worst and best unit."""
    draws = np.random.default_rng(7).multivariate_normal(X, COV, size=20_000)
    low, high = draws.min(axis=1, keepdims=True), draws.max(axis=1, keepdims=True)
    drawn = np.cov(1 + 9 * direction * (draws - low) / (high - low), rowvar=False)
    found = normalised_covariance(X, COV, direction=1 if direction == 1 else -1)
    assert found.to_numpy() == pytest.approx(drawn, rel=0.05, abs=1e-6)


def test_the_worst_and_the_best_unit_have_no_variance() -> None:
    """Their scores are 1 and 10 whatever was answered."""
    found = np.diag(normalised_covariance(X, COV))
    assert found[[0, 3]] == pytest.approx([0, 0], abs=1e-15)
    assert (found[1:3] > 0).all()


def test_between_fixed_goalposts_only_the_scale_changes() -> None:
    """Nine points over a hundred per cent; rows are matched by the names of units."""
    shuffled = COV.loc[UNITS[::-1], UNITS[::-1]]
    found = normalised_covariance(X, shuffled, goalposts=(0, 100))
    assert found.to_numpy() == pytest.approx(COV.to_numpy() * 0.09**2)


@pytest.mark.parametrize(
    ("x", "sentence"),
    [
        (X.rename({"d": "e"}), "Each unit needs a value"),
        (X.replace(90.0, np.nan), "Each unit needs a value"),
        (X * 0, "goalposts are equal"),
    ],
)
def test_what_cannot_be_linearised_is_refused(x: pd.Series, sentence: str) -> None:
    """A unit without a place in the matrix, one without a figure, a window without width."""
    with pytest.raises(Refusal, match=sentence):
        normalised_covariance(x, COV)


def test_the_score_is_the_one_the_covariance_belongs_to() -> None:
    """The slope of `normalise`, moved by a hair, is the one reckoned with."""
    hair = 1e-6
    moved = [(normalise(X + hair * (X.index == unit)) - normalise(X)) / hair for unit in UNITS]
    slope = np.column_stack(moved)
    assert normalised_covariance(X, COV).to_numpy() == pytest.approx(slope @ COV.to_numpy() @ slope.T, abs=1e-6)

"""Grouped medians of counts: a worked case, what each answer moves, and how often the interval holds the truth."""

import math

import numpy as np
import pytest

from scoring.estimate.medians import grouped_median
from tests.ground.indicators import figure, run_of

TRIPS = "{code: trips, recode: grouped_median, direction: -1, goalposts: [0, 5]}"
NODES = ["code: ALL, kind: index, items: [trips]"]
SMOOTH = (0.20, 0.28, 0.30, 0.15, 0.07)
"""Of none to four trips: the classes beside the median, 1.57, are about as full as its own."""
STEEP = (0.0, 0.48, 0.30, 0.15, 0.07)
"""Nobody without a trip: the class below is much fuller, so that no symmetric interval fits well."""


def test_the_median_lies_inside_its_class() -> None:
    """Ten firms: 2 went once, 5 twice, 3 three times; 1.5 + (.5 − .2)/.5 = 2.1."""
    trips = np.array([1.0] * 2 + [2.0] * 5 + [3.0] * 3)
    assert grouped_median(trips, np.ones(10))[0] == pytest.approx(2.1)
    assert grouped_median(trips, np.full(10, 7.0))[0] == pytest.approx(2.1)
    weighted = grouped_median(np.array([1.0, 2.0, 3.0]), np.array([2.0, 5.0, 3.0]))[0]
    assert weighted == pytest.approx(2.1)


def test_where_all_say_the_same_it_is_that_number() -> None:
    """And nothing moves it."""
    median, influence = grouped_median(np.full(12, 3.0), np.ones(12))
    assert (median, np.abs(influence).max()) == (3.0, 0.0)


@pytest.mark.parametrize("n", [60, 400])
@pytest.mark.parametrize("chance", [SMOOTH, STEEP])
def test_its_interval_holds_the_truth_as_often_as_it_says(n: int, chance: tuple[float, ...]) -> None:
    """A thousand samples with 48 % below two trips: a plain median jumps between 1 and 2, this one is 1.5 + .02/.30."""
    random, truth = np.random.default_rng(7), 1.5 + 0.02 / 0.30
    samples = [random.choice([0.0, 1, 2, 3, 4], size=n, p=chance) for _sample in range(1000)]
    found = [grouped_median(trips, np.ones(n)) for trips in samples]
    medians = np.array([median for median, _influence in found])
    errors = np.array([math.sqrt(n / (n - 1) * (influence**2).sum()) for _median, influence in found])
    assert {1.0, 2.0} <= {float(np.median(trips)) for trips in samples}
    assert 0.93 <= np.mean(np.abs(medians - truth) <= 1.96 * errors) <= 0.97
    assert medians.std() < errors.mean() < 1.15 * medians.std()


def test_an_indicator_may_be_a_grouped_median() -> None:
    """2.1 trips between 0 and 5, fewer is better: 1 + 9 (1 − .42); its error is that of the median, stretched."""
    trips = [1.0] * 8 + [2.0] * 20 + [3.0] * 12
    ratings = [{"response": f"r{place}", "unit": "A", "trips": one} for place, one in enumerate(trips)]
    ratings.append({"response": "none", "unit": "A", "trips": None})
    run = run_of([TRIPS], NODES, ratings)
    _median, influence = grouped_median(np.array(trips), np.ones(40))
    raw, score = figure(run, "A", "trips", "raw"), figure(run, "A", "trips")
    assert raw["estimate"] == pytest.approx(2.1)
    assert score["estimate"] == pytest.approx(1 + 9 * (1 - 2.1 / 5))
    assert raw["se"] == pytest.approx(math.sqrt((influence**2).sum() * 40 / 39), rel=1e-3)
    assert score["se"] == pytest.approx(raw["se"] * 9 / 5)
    assert (raw["n"], score["interval"]) == (40, "t")
    assert figure(run, "A", "ALL")["estimate"] == pytest.approx(10 + 90 * (1 - 2.1 / 5))


def test_medians_are_not_pooled_over_ballots_nor_published_as_sums() -> None:
    """The province is the mean of its units, and nobody is told that a sum gives the figure again."""
    ratings = [
        {"response": f"{unit}{place}", "unit": unit, "trips": one}
        for unit, trips in (("A", [1.0] * 40), ("B", [3.0] * 80))
        for place, one in enumerate(trips)
    ]
    run = run_of([TRIPS], NODES, ratings)
    province = run.estimates[run.estimates["block"].isna() & (run.estimates["node"] == "trips")]
    assert province.set_index("measure").loc["raw", "estimate"] == pytest.approx(2.0)
    assert run.sums.empty

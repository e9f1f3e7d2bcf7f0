"""Grouped medians of counts: a worked case, limits by another route, and how often they hold the truth."""

import numpy as np
import pytest
from scipy.stats import t as student

from scoring.estimate.answers import Answers, answers_of
from scoring.estimate.medians import Cases, grouped_median, influence_of, woodruff
from tests.ground.indicators import figure, run_of, snapshot_of

TRIPS = "{code: trips, recode: grouped_median, direction: -1, goalposts: [0, 5]}"
NODES = ["code: ALL, kind: index, items: [trips]"]
SMOOTH = (0.20, 0.28, 0.30, 0.15, 0.07)
"""Of none to four trips: the classes beside the median are about as full as its own."""
STEEP = (0.0, 0.48, 0.30, 0.15, 0.07)
"""Nobody without a trip: the class below is much fuller."""
TWO_HUMPED = (0.46, 0.02, 0.02, 0.30, 0.20)
"""Half go once or never, half often: the median of a sample lies on one hump or on the other."""
CONCENTRATED = (0.02, 0.90, 0.04, 0.02, 0.02)
"""Nearly all say one."""
SAMPLES = 300


def people(trips: np.ndarray) -> list[dict[str, object]]:
    """Each number by a respondent of their own, about the same unit."""
    return [{"response": f"r{place:03}", "unit": "A", "trips": float(one)} for place, one in enumerate(trips)]


def cases(trips: np.ndarray) -> Cases:
    """The numbers as a simple random sample."""
    answers = plain(len(trips))
    return Cases(np.asarray(trips, dtype=np.float64), np.ones(len(trips)), answers, np.arange(len(trips)))


_KNOWN: dict[int, Answers] = {}


def plain(n: int) -> Answers:
    """The design of n people, each a cluster."""
    if n not in _KNOWN:
        _KNOWN[n] = answers_of(snapshot_of([TRIPS], NODES, people(np.ones(n))))
    return _KNOWN[n]


def curve_at(trips: np.ndarray, at: float) -> np.ndarray:
    """How much of each number's class of width 1 lies below a place."""
    return np.clip(at - (trips - 0.5), 0.0, 1.0)


def test_the_median_lies_inside_its_class() -> None:
    """Ten firms: 2 went once, 5 twice, 3 three times; 1.5 + (.5 − .2)/.5 = 2.1."""
    trips = np.array([1.0] * 2 + [2.0] * 5 + [3.0] * 3)
    assert grouped_median(trips, np.ones(10)) == pytest.approx(2.1)
    assert grouped_median(trips, np.full(10, 7.0)) == pytest.approx(2.1)
    assert grouped_median(np.array([1.0, 2.0, 3.0]), np.array([2.0, 5.0, 3.0])) == pytest.approx(2.1)


def test_where_all_say_the_same_the_limits_know_that_few_were_asked() -> None:
    """Thirty of thirty: .025^(1/30) = .8843 of all at least; if the rest lies below, m = 3.5 − .5/.8843 = 2.9346."""
    same = cases(np.full(30, 3.0))
    limits = woodruff(same)
    assert (grouped_median(same.values, same.weights), *limits) == pytest.approx((3.0, 2.9346, 3.0654), abs=1e-4)
    assert not influence_of(same, 3.0, limits).any()


def test_the_limits_are_where_a_test_of_one_half_turns() -> None:
    """By another route: a fine walk over places, at each the t test of a plain mean against one half."""
    trips = np.random.default_rng(5).choice([0.0, 1, 2, 3, 4], size=60, p=STEEP)
    kept = []
    for at in np.arange(-0.5, 4.5, 0.001):
        parts = curve_at(trips, at)
        error = parts.std(ddof=1) / np.sqrt(60)
        if abs(parts.mean() - 0.5) <= student.ppf(0.975, 59) * error:
            kept.append(at)
    assert woodruff(cases(trips)) == pytest.approx((kept[0], kept[-1]), abs=0.01)


@pytest.mark.parametrize("n", [30, 60, 400])
@pytest.mark.parametrize("chance", [SMOOTH, STEEP, TWO_HUMPED, CONCENTRATED])
def test_its_limits_hold_the_truth_as_often_as_they_say(n: int, chance: tuple[float, ...]) -> None:
    """A figure made of it alone, `m ∓ t se`, holds it at least as often, but where all say the same and se is 0."""
    random, t = np.random.default_rng(7), student.ppf(0.975, n - 1)
    reached = np.cumsum(chance)
    place = int(np.searchsorted(reached, 0.5 - 1e-12))
    truth = place - 0.5 + (0.5 - (reached[place] - chance[place])) / chance[place]
    held, held_by_error, alike = 0, 0, 0
    for _sample in range(SAMPLES):
        drawn = cases(random.choice([0.0, 1, 2, 3, 4], size=n, p=chance))
        median, (low, high) = grouped_median(drawn.values, drawn.weights), woodruff(drawn)
        influence = influence_of(drawn, median, (low, high))
        error = np.sqrt(n / (n - 1) * (influence**2).sum())
        held += low - 1e-9 <= truth <= high + 1e-9
        alike += not influence.any()
        held_by_error += abs(median - truth) <= t * error + 1e-9
    assert 0.92 <= held / SAMPLES <= 0.98
    assert held_by_error >= held - alike


def test_an_indicator_may_be_a_grouped_median() -> None:
    """2.1 trips between 0 and 5, fewer is better: 1 + 9 (1 − .42); its limits are those of the median, stretched."""
    trips = [1.0] * 8 + [2.0] * 20 + [3.0] * 12
    ratings = [{"response": f"r{place}", "unit": "A", "trips": one} for place, one in enumerate(trips)]
    ratings.append({"response": "none", "unit": "A", "trips": None})
    run = run_of([TRIPS], NODES, ratings)
    raw, score = figure(run, "A", "trips", "raw"), figure(run, "A", "trips")
    assert raw["estimate"] == pytest.approx(2.1)
    assert score["estimate"] == pytest.approx(1 + 9 * (1 - 2.1 / 5))
    low, high = woodruff(cases(np.array(trips)))
    assert (raw["lower"], raw["upper"]) == pytest.approx((low, high), rel=1e-3)
    assert (score["lower"], score["upper"]) == pytest.approx((10 - 9 * high / 5, 10 - 9 * low / 5), rel=1e-3)
    assert raw["se"] == pytest.approx(max(high - 2.1, 2.1 - low) / student.ppf(0.975, 39), rel=1e-3)
    assert score["se"] == pytest.approx(raw["se"] * 9 / 5)
    assert (raw["n"], score["interval"], figure(run, "A", "ALL")["interval"]) == (40, "woodruff", "t")
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

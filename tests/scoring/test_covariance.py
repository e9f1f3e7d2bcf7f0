"""The covariance rule against plain loops over strata and clusters, and against the jackknife."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Design, Refusal
from scoring.estimate.covariance import Clusters, covariance, covariance_between, shares_of


def sample(seed: int, rows: int = 60) -> pd.DataFrame:
    """Rows in three strata and twelve clusters with weights, two variables with gaps, and a group."""
    random = np.random.default_rng(seed)
    cluster = random.integers(0, 12, rows)
    return pd.DataFrame(
        {
            "stratum": cluster % 3,
            "cluster": cluster,
            "w": random.uniform(0.5, 4, rows),
            "y": np.where(random.random(rows) < 0.1, np.nan, random.normal(5, 2, rows)),
            "x": random.uniform(1, 3, rows),
            "group": random.choice(["a", "b"], rows),
            "yes": random.integers(0, 2, rows).astype(float),
        }
    )


def by_loops(frame: pd.DataFrame, z: np.ndarray) -> float:
    """The variance of Σ w z written out: strata, clusters, squares."""
    total = 0.0
    for _, stratum in frame.assign(wz=frame["w"] * z).groupby("stratum"):
        sums = [cluster["wz"].sum() for _, cluster in stratum.groupby("cluster")]
        mean = sum(sums) / len(sums)
        total += len(sums) / (len(sums) - 1) * sum((one - mean) ** 2 for one in sums)
    return total


@pytest.mark.parametrize("seed", range(4))
def test_a_mean_over_a_domain_equals_the_loops(seed: int) -> None:
    """Rows outside the domain and unanswered rows stay in with zero."""
    frame = sample(seed)
    row = Design(frame, "w", "stratum", "cluster").mean("y", by="group").iloc[0]
    inside = (frame["group"] == "a") & frame["y"].notna()
    weight = frame["w"][inside].sum()
    mean = (frame["w"] * frame["y"])[inside].sum() / weight
    z = np.where(inside, (frame["y"].fillna(0) - mean) / weight, 0)
    assert row["estimate"] == pytest.approx(mean)
    assert row["se"] == pytest.approx(np.sqrt(by_loops(frame, z)), rel=1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_a_ratio_equals_the_loops(seed: int) -> None:
    """Z = (y − R x) / Σ w x."""
    frame = sample(seed).assign(y=lambda table: table["y"].fillna(5))
    row = Design(frame, "w", "stratum", "cluster").ratio("y", "x").iloc[0]
    below = (frame["w"] * frame["x"]).sum()
    ratio = (frame["w"] * frame["y"]).sum() / below
    assert row["estimate"] == pytest.approx(ratio)
    assert row["se"] == pytest.approx(np.sqrt(by_loops(frame, (frame["y"] - ratio * frame["x"]) / below)), rel=1e-12)


def test_the_variance_of_a_total_equals_the_stratified_jackknife() -> None:
    """For a linear statistic the delete-one-cluster jackknife is exact: the same number another way."""
    frame = sample(9).assign(y=lambda table: table["y"].fillna(5))
    jackknife = 0.0
    whole = (frame["w"] * frame["y"]).sum()
    for _, stratum in frame.groupby("stratum"):
        labels = stratum["cluster"].unique()
        for label in labels:
            weight = frame["w"].where(
                frame["stratum"] != stratum["stratum"].iloc[0], frame["w"] * len(labels) / (len(labels) - 1)
            )
            left = (weight * frame["y"])[frame["cluster"] != label].sum()
            jackknife += (len(labels) - 1) / len(labels) * (left - whole) ** 2
    row = Design(frame, "w", "stratum", "cluster").total("y").iloc[0]
    assert row["se"] ** 2 == pytest.approx(jackknife, rel=1e-10)


def test_a_simple_random_sample_gives_the_textbook_variance_with_its_correction() -> None:
    """V(mean) = (1 − n/N) s²/n, here 5 of 20: s² = 2.5, V = .75 · 2.5 / 5 = .375."""
    frame = pd.DataFrame({"y": [1.0, 2, 3, 4, 5], "N": 20.0, "f": 0.25})
    for fpc in ("N", "f"):
        row = Design(frame, fpc=fpc).mean("y").iloc[0]
        assert row["se"] ** 2 == pytest.approx(0.375)
        assert (row["df"], row["n"]) == (4, 5)


def test_covariance_of_two_domains_is_that_of_their_difference() -> None:
    """V(a − b) = V(a) + V(b) − 2 Cov(a, b), with the left side from its own influence values."""
    frame = sample(3)
    design = Design(frame, "w", "stratum", "cluster")
    matrix = design.covariance("y", by="group").to_numpy()
    influence = design.influence("y", by="group")
    difference = by_loops(frame, influence.iloc[:, 0] - influence.iloc[:, 1])
    assert difference == pytest.approx(matrix[0, 0] + matrix[1, 1] - 2 * matrix[0, 1], rel=1e-12)


def test_domain_degrees_of_freedom_are_clusters_minus_strata_with_a_case() -> None:
    """Group c lies in two strata and three clusters: one degree of freedom."""
    frame = pd.DataFrame({"s": [1, 1, 2, 2, 1], "c": [1, 2, 3, 4, 2], "g": list("ccCcc"), "y": [1.0, 2, 3, 4, 5]})
    table = Design(frame, strata="s", clusters="c").mean("y", by="g").set_index("g")
    assert table.loc["c", "df"] == 1


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_covariance_between_units_equals_the_dense_rule(seed: int) -> None:
    """The product over meeting pairs equals the plain matrix with a column for each unit, lonely strata included."""
    random = np.random.default_rng(seed)
    rows, units, psus = 40, 4, 15
    stratum = np.sort(random.integers(0, 5, psus))
    stratum = np.unique(stratum, return_inverse=True)[1].astype(np.int64)
    size = np.bincount(stratum).astype(np.int64)
    clusters = Clusters(stratum, size, random.uniform(0, 0.5, len(size)))
    psu, unit = random.integers(0, psus, rows), random.integers(0, units, rows)
    values = random.normal(size=(rows, 2))
    for place in range(units):
        values[unit == place] -= values[unit == place].mean(axis=0) if (unit == place).any() else 0
    dense = np.zeros((psus, units))
    np.add.at(dense, (psu, unit), values[:, 1])
    between = covariance_between(shares_of(psu, unit, values, units), clusters, units)[:, :, 1]
    assert np.allclose(between, covariance(dense, clusters), atol=1e-12)


def test_a_share_of_one_has_exact_limits_whatever_the_interval() -> None:
    """All ten say yes: the lower limit is .025 ** (1/10) under every method."""
    frame = pd.DataFrame({"yes": [1.0] * 10})
    for interval in ("logit", "beta", "wilson", "t"):
        row = Design(frame).proportion("yes", interval=interval).iloc[0]
        assert (row["lower"], row["upper"]) == pytest.approx((0.025**0.1, 1.0))


def test_logit_limits_are_t_limits_on_the_log_odds() -> None:
    """P = .5 of 16: log-odds 0 ∓ t(15) · se / .25, taken back."""
    row = Design(pd.DataFrame({"yes": [0.0, 1.0] * 8})).proportion("yes").iloc[0]
    half = 2.131449545559323 * row["se"] / 0.25
    assert row["upper"] == pytest.approx(1 / (1 + np.exp(-half)))
    assert row["lower"] + row["upper"] == pytest.approx(1.0)


def test_a_stratum_with_one_cluster_is_refused_and_can_be_chosen() -> None:
    """`fail` refuses; `certainty` adds nothing, `average` the mean of the others, `adjust` something in between."""
    frame = pd.DataFrame({"s": [1, 1, 2], "y": [1.0, 3.0, 9.0]})
    with pytest.raises(Refusal, match="one cluster"):
        Design(frame, strata="s").mean("y")
    variance = {
        lonely: Design(frame, strata="s", lonely=lonely).total("y").iloc[0]["se"] ** 2
        for lonely in ("certainty", "average", "adjust")
    }
    assert variance == pytest.approx({"certainty": 4.0, "average": 8.0, "adjust": 4.0 + (9 - 13 / 3) ** 2})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"w": [1.0, None, 1.0]}, "weight column w"),
        ({"s": [1.0, None, 2.0]}, "Column s has empty"),
        ({"N": [0.5, 9.0, 9.0]}, "Column N must hold"),
    ],
)
def test_a_design_that_cannot_be_used_is_refused_in_one_sentence(
    change: dict[str, list[float | None]], says: str
) -> None:
    """Missing weights and strata and mixed population sizes are errors, never guesses."""
    frame = pd.DataFrame({"w": 1.0, "s": [1.0, 1.0, 1.0], "N": 9.0, "y": [1.0, 2.0, 3.0]}).assign(**change)
    with pytest.raises(Refusal, match=says):
        Design(frame, weights="w", strata="s", fpc="N", lonely="adjust").mean("y")


def test_a_subset_keeps_the_size_of_the_design() -> None:
    """Taking half the rows as a domain is not the same as throwing the others away."""
    frame = pd.DataFrame({"y": [1.0, 2, 3, 4, 10, 20, 30, 40]})
    half = frame["y"] < 5
    kept = Design(frame).subset(half).mean("y").iloc[0]
    z = np.where(half, (frame["y"] - 2.5) / 4, 0)
    assert kept["se"] ** 2 == pytest.approx(8 / 7 * (z**2).sum())

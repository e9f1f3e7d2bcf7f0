"""A run: fingerprint, files, intervals, aggregates, reliability, and the same bytes in another process."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from instruments.answers import check_document
from instruments.catalogue import shipped
from instruments.reading import read_instrument
from instruments.units import register
from scoring import Options, Refusal, alpha, compose, normalise, reliability
from scoring.files.columns import ESTIMATES
from scoring.run import Run, score
from scoring.simulation import Case, answer_documents, simulated_tables, truth_of
from scoring.snapshot import pack, read
from tests.scoring.conftest import World

MakeWorld = Callable[..., Any]
Row = Callable[..., pd.Series]
ITEMS = {"A": {"a1": "office", "a2": "office"}}
DAY = date(2026, 11, 20)


def ratings(seed: int = 1, units: int = 4, n: int = 40) -> list[dict[str, Any]]:
    """Offices whose people are satisfied more and more often."""
    random = np.random.default_rng(seed)
    return [
        {
            "response": f"o{unit}-{k:03}",
            "unit": f"o{unit}",
            **{item: int(random.choice([2, 4], p=[0.5 - unit / 10, 0.5 + unit / 10])) for item in ("a1", "a2")},
        }
        for unit in range(units)
        for k in range(n)
    ]


def simulated(n: int = 1500, seed: int = 3) -> Run:
    """The shipped instrument over the whole register."""
    file = shipped("sipas-giao-dich")
    instrument = read_instrument(file, "sipas").instrument
    assert instrument is not None
    units = [(unit, unit.block) for unit in register(DAY).values() if unit.block]
    return score(read(pack(simulated_tables(instrument, units, n, seed, DAY), instrument, file)))


def test_estimates_have_every_column_of_the_door(world: MakeWorld) -> None:
    """In the order written down, whatever the wave."""
    run = world(ITEMS).run(ratings())
    assert list(run.estimates.columns) == list(ESTIMATES)
    assert run.files()["estimates.csv"].decode().splitlines()[0] == ",".join(ESTIMATES)


def test_every_file_exists_with_a_header_even_when_empty(world: MakeWorld) -> None:
    """Changes, goalposts, model and sensitivity have nothing to say yet."""
    files = world(ITEMS).run(ratings()).files()
    assert files["goalposts.csv"] == b"indicator,block,lo,hi,source_waves,set_by,decision\n"
    assert {"changes.parquet", "model.parquet", "sensitivity.csv", "run.json", "instrument.yaml", "wave.csv"} <= set(
        files
    )


def test_the_fingerprint_moves_with_answers_and_options_only(world: MakeWorld) -> None:
    """Same snapshot, same run; one seed or answer more is another run."""
    made = world(ITEMS)
    prints = [
        run.meta["fingerprint"]
        for run in (
            made.run(ratings()),
            made.run(ratings()),
            made.run(ratings(), Options(seed=5)),
            made.run(ratings(2)),
        )
    ]
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3


def test_ranks_sets_and_tiers_stand_in_the_index_row(world: MakeWorld) -> None:
    """A rank lies inside both of its sets, and is of p."""
    table = world(ITEMS).run(ratings()).estimates
    index = table[(table["node"] == "T") & (table["measure"] == "score") & table["unit"].notna()]
    assert (index["rank_of"] == 4).all()
    for kind in ("", "_marginal"):
        assert ((index[f"rank_lower{kind}"] <= index["rank"]) & (index["rank"] <= index[f"rank_upper{kind}"])).all()
    assert index[index["official"]]["tier"].notna().all()
    assert table[table["measure"] == "raw"]["rank"].isna().all()


def test_tiers_may_be_parts_of_a_block(world: MakeWorld) -> None:
    """Half of four wards: the tier follows the rank, and its bounds follow the rank set."""
    file = world(ITEMS).file.replace(b"at_least: 80", b"top: 0.5").replace(b"at_least: 0", b"top: 1")
    table = World(file).run(ratings()).estimates
    index = table[(table["node"] == "T") & (table["measure"] == "score") & table["unit"].notna() & table["official"]]

    def tier(rank: float) -> str:
        return "good" if rank <= 2 else "fair"

    assert index["tier"].tolist() == [tier(rank) for rank in index["rank"]]
    assert set(index["tier"]) == {"good", "fair"}
    assert index["tier_upper"].tolist() == [tier(rank) for rank in index["rank_lower"]]
    assert index["tier_lower"].tolist() == [tier(rank) for rank in index["rank_upper"]]
    assert table.loc[table["node"] != "T", "tier"].isna().all()


def test_stored_critical_values_give_the_rank_sets_again(world: MakeWorld) -> None:
    """From estimates, covariance, floor and c alone: what a stranger does to verify."""
    run = world(ITEMS).run(ratings())
    record = next(one for one in run.meta["critical_values"] if one["definition"] == "top2_share")
    table = run.estimates[
        (run.estimates["node"] == "T")
        & (run.estimates["measure"] == "score")
        & run.estimates["official"]
        & run.estimates["unit"].notna()
    ]
    theta, n = table["estimate"].to_numpy() / 100, table["n"].to_numpy(dtype=float)
    shrunk = (n * theta + 2) / (n + 4)
    variance = np.maximum(table["se"].to_numpy() ** 2, 1e4 * record["dispersion"] * shrunk * (1 - shrunk) / n)
    spread = np.sqrt(variance[:, None] + variance[None, :])
    better = np.round(theta * 100, 2)[:, None] - np.round(theta * 100, 2)[None, :] > record["c"] * spread
    assert table["rank_lower"].tolist() == (1 + better.sum(axis=0)).tolist()
    assert table["rank_upper"].tolist() == (4 - better.sum(axis=1)).tolist()


def test_the_interval_of_the_index_is_the_pooled_beta(world: MakeWorld, row: Row) -> None:
    """φ = Σ n V / Σ θ(1−θ) over the ranked units, not below 1/2 with two items; n* = n/φ."""
    run = world(ITEMS).run(ratings())
    rows = [row(run, f"o{unit}", "T", measure="raw") for unit in range(4)]
    theta, variance = np.array([one["estimate"] for one in rows]), np.array([one["se"] ** 2 for one in rows])
    dispersion = max((40 * variance).sum() / (theta * (1 - theta)).sum(), 0.5)
    first = stats.beta.ppf([0.025, 0.975], 40 / dispersion * theta[0] + 0.5, 40 / dispersion * (1 - theta[0]) + 0.5)
    assert [rows[0]["lower"], rows[0]["upper"]] == pytest.approx(first.tolist())


def test_a_share_in_which_all_agree_keeps_a_width(world: MakeWorld, row: Row) -> None:
    """40 of 40 satisfied: se 0 and no design effect, lower limit .025 ** (1/40) of Clopper–Pearson."""
    everyone = [{"response": f"r{k}", "unit": "o1", "a1": 5, "a2": 2 + 2 * (k % 2)} for k in range(40)]
    found = row(world(ITEMS).run(everyone), "o1", "a1", measure="raw")
    assert (found["se"], found["upper"]) == (0.0, 1.0)
    assert found["lower"] == pytest.approx(0.025 ** (1 / 40))
    assert np.isnan(found["deff"])


def test_the_mean_of_a_block_and_the_province(world: MakeWorld, row: Row) -> None:
    """Block: mean over units. Province: all ballots together. Four units of 40 give the same figure twice."""
    run = world(ITEMS).run(ratings())
    units = [row(run, f"o{unit}", "T")["estimate"] for unit in range(4)]
    errors = [row(run, f"o{unit}", "T")["se"] for unit in range(4)]
    whole = run.estimates[
        run.estimates["unit"].isna()
        & (run.estimates["node"] == "T")
        & (run.estimates["measure"] == "score")
        & run.estimates["official"]
    ]
    block, province = whole[whole["block"] == "offices"].iloc[0], whole[whole["block"].isna()].iloc[0]
    assert (block["aggregation"], province["aggregation"]) == ("mean_of_units", "pooled")
    assert block["estimate"] == pytest.approx(np.mean(units))
    assert block["se"] == pytest.approx(np.sqrt(np.sum(np.square(errors))) / 4)
    assert province["estimate"] == pytest.approx(np.mean(units))
    assert (block["n"], province["n"]) == (160, 160)


def test_units_rated_by_the_same_people_have_covariance(world: MakeWorld) -> None:
    """40 people rate two offices alike: Cov = V; the response is the cluster across the units it rates."""
    both = [
        {"response": f"r{k}", "unit": unit, "a1": 5 if k % 4 else 1, "a2": 4}
        for k in range(40)
        for unit in ("o1", "o2")
    ]
    table = world(ITEMS).run(both).covariance
    item = table[(table["node"] == "a1") & (table["definition"] == "top2_share")].set_index(["unit_a", "unit_b"])["cov"]
    assert item[("o1", "o2")] == pytest.approx(item[("o1", "o1")])
    assert item[("o1", "o1")] == pytest.approx(1e4 * 0.75 * 0.25 / 39)


def test_the_period_correction_is_used_only_when_the_instrument_says_so(world: MakeWorld, row: Row) -> None:
    """`period`: 40 of 80 files answered halve the variance; `process` leaves it."""
    frame = pd.DataFrame({"cell": ["c"], "stratum": "s", "unit": "o1", "N": [80], "invited": 80, "used": 40})
    strata = pd.DataFrame({"stratum": ["s"], "unit": ["o1"], "N": [80]})
    made = world(ITEMS)
    answers = [dict(one, cell="c") for one in ratings(units=1)]
    process = made.run(answers, frame=frame, strata=strata)
    period = type(made)(made.file.replace(b"  ties: 2", b"  inference: period")).run(
        answers, frame=frame, strata=strata
    )
    assert row(period, "o0", "T")["se"] ** 2 == pytest.approx(row(process, "o0", "T")["se"] ** 2 / 2)


def test_reliability_advises_the_form() -> None:
    """λ = 1 − 6.25/25 = .75; errors larger than the differences give 0; alike units give none."""
    assert reliability([80, 85, 90], se=[2.5] * 3) == pytest.approx(0.75)
    assert reliability([80, 81], se=[5.0, 5.0]) == 0.0
    assert reliability([80, 80], se=[1.0, 1.0]) is None
    with pytest.raises(Refusal, match="exactly one"):
        reliability([80, 81])


def test_alpha_of_parallel_items_follows_spearman_and_brown() -> None:
    """Two items with correlation r and equal variance: α = 2r/(1 + r); here r = .6, α = .75."""
    first = np.array([1, 1, -1, -1] * 30, dtype=float)
    other = np.array([1, -1, 1, -1] * 30, dtype=float)
    items = pd.DataFrame({"x": first, "y": 0.6 * first + 0.8 * other})
    assert alpha(items) == pytest.approx(0.75)
    assert alpha(items, weights=[2.0] * 120) == pytest.approx(0.75)
    assert alpha(items.iloc[:40].assign(y=[np.nan, *items["y"][1:40]])) is None
    assert alpha(items[["x"]]) is None


def test_compose_carries_errors_and_rescales_while_two_thirds_are_there() -> None:
    """Weights .5 .3 .2; without the last .8 is left and rescales, without the first .5 is too little."""
    table = pd.DataFrame({"a": [60.0, 60, np.nan], "b": [80.0, 80, 80], "c": [90.0, np.nan, 90]})
    result = compose(table, {"a": 0.5, "b": 0.3, "c": 0.2})
    assert result.estimate.tolist() == pytest.approx([72.0, 67.5, np.nan], nan_ok=True)
    keys = pd.MultiIndex.from_product([[0], ["a", "b", "c"]])
    cov = pd.DataFrame(np.diag([4.0, 1.0, 0.0]), index=keys, columns=keys)
    found = compose(table, {"a": 0.5, "b": 0.3, "c": 0.2}, cov=cov).cov
    assert found is not None
    assert found.loc[0, 0] == pytest.approx(0.25 * 4 + 0.09)
    geometric = compose(table.iloc[:1], {"a": 1, "b": 1}, "geometric", cov=cov)
    assert geometric.estimate.iloc[0] == pytest.approx(np.sqrt(4800))
    assert geometric.cov is not None
    assert geometric.cov.iloc[0, 0] == pytest.approx(4800 / 4 * (4 / 3600 + 1 / 6400))


def test_normalise_between_goalposts() -> None:
    """0–100 to 1–10; outside stays outside unless clipped; a window without width gives the midpoint."""
    x = pd.Series([0.0, 50.0, 120.0])
    assert normalise(x, goalposts=(0, 100)).tolist() == pytest.approx([1, 5.5, 11.8])
    assert normalise(x, goalposts=(0, 100), direction=-1, outside="clip").tolist() == pytest.approx([10, 5.5, 1])
    assert normalise(pd.Series([7.0, 7.0])).tolist() == [5.5, 5.5]
    with pytest.raises(Refusal, match="equal"):
        normalise(pd.Series([7.0]), degenerate="fail")


def test_simulated_documents_pass_the_checks_of_real_ones_and_follow_the_truth() -> None:
    """4,000 people about one ward: every item within five errors of its true share."""
    instrument = read_instrument(shipped("sipas-giao-dich"), "sipas").instrument
    assert instrument is not None
    truth = truth_of(instrument, ["06652", "06658"], seed=4)
    cases = [Case({"noi_tiep_nhan": "06652", "co_quan_giai_quyet": "06652"})] * 4000
    documents = list(answer_documents(instrument, cases, truth, seed=4))
    allowed = {role.code: ["06652"] for role in instrument.roles}
    assert all(check_document(instrument, document, allowed) == () for document in documents[:200])
    for item in truth.items:
        answers = [one["answers"][item] for one in documents if item in one["answers"]]  # type: ignore[operator,index] # documents are plain JSON
        share, true = np.mean([answer >= 4 for answer in answers]), truth.of("06652", item)
        assert abs(share - true) < 5 * np.sqrt(true * (1 - true) / len(answers))
    assert documents == list(answer_documents(instrument, cases, truth, seed=4))


def test_most_intervals_of_a_simulated_wave_hold_the_truth() -> None:
    """The shipped instrument, 40 people a ward, 5 waves: at least 92 of 100 of the 150 intervals hold."""
    file = shipped("sipas-giao-dich")
    instrument = read_instrument(file, "sipas").instrument
    assert instrument is not None
    units = [(unit, unit.block) for unit in register(DAY).values() if unit.block == "phuong"]
    names = [unit.code for unit, _ in units]
    hits = []
    for seed in range(5):
        tables = simulated_tables(instrument, units, 40 * len(units), seed, DAY)
        table = score(read(pack(tables, instrument, file)), Options(draws=10)).estimates
        rows = table[
            (table["node"] == "SIPAS") & (table["measure"] == "raw") & table["official"] & table["unit"].notna()
        ].set_index("unit")
        true = pd.Series(truth_of(instrument, names, seed).share.mean(axis=1), index=names).loc[rows.index]
        hits += ((rows["lower"] <= true) & (true <= rows["upper"])).tolist()
    assert 0.92 <= np.mean(hits) <= 0.995


SCRIPT = """
import hashlib, json, sys
sys.path.insert(0, ".")
from tests.scoring.test_run import simulated
files = simulated(400).files()
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}))
"""


def test_two_processes_give_the_same_bytes() -> None:
    """Another hash seed, another process: every file of the run is the same."""
    # A child without bytecode compiles the libraries anew, which takes longer than the work itself.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT], env=inherited | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert b"estimates.parquet" in outputs[0]

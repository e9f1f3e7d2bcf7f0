"""Indicators scored between goalposts that a decision fixed from earlier waves, recomputed by hand and by numpy."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from scoring import Run, score
from scoring.errors import Refusal
from scoring.files.columns import GOALPOSTS
from scoring.files.encoding import typed
from scoring.snapshot import pack, read
from tests.ground.indicators import figure, people, snapshot_of

FROM = "goalposts_from: {waves: [dot-2024, dot-2025]}"
CLEAR = f"{{code: clear, recode: pct_codes, codes: [1], {FROM}}}"
TIES = f"{{code: ties, recode: pct_codes, codes: [1], direction: -1, {FROM}}}"
NODES = [
    "code: C1, kind: component, items: [clear, ties]",
    "code: ALL, kind: index, nodes: [C1], aggregation: nodes_equal",
]
N = 60
YES = {"A": {"clear": 12, "ties": 30}, "B": {"clear": 30, "ties": 12}, "C": {"clear": 54, "ties": 42}}
POSTS = {"clear": (0.25, 0.75), "ties": (0.1, 0.6)}


def posts(**changed: tuple[float, float]) -> pd.DataFrame:
    rows = [
        {
            "indicator": code,
            "block": "offices",
            "lo": low,
            "hi": high,
            "source_waves": "dot-2024 dot-2025",
            "set_by": "UBND tỉnh",
            "decision": "12/QĐ-UBND",
        }
        for code, (low, high) in (POSTS | changed).items()
    ]
    return typed(pd.DataFrame(rows), GOALPOSTS)


def run_between(table: pd.DataFrame) -> Run:
    """Three offices of sixty people; the snapshot goes through its files."""
    ratings = [row for unit, yes in YES.items() for row in people(unit, N, **yes)]
    snapshot = snapshot_of([CLEAR, TIES], NODES, ratings)
    files = pack(replace(snapshot.tables, goalposts=table), snapshot.instrument, snapshot.instrument_file)
    return score(read(files))


@pytest.fixture(scope="module")
def run() -> Run:
    return run_between(posts())


def test_scores_are_linear_between_the_stored_goalposts_and_not_clipped(run: Run) -> None:
    """A says clear at 20 %, below the goalpost of 25 %: −0.1 of the way."""
    assert figure(run, "A", "clear")["estimate"] == pytest.approx(1 + 9 * (0.2 - 0.25) / 0.5)
    for unit, yes in YES.items():
        clear = (yes["clear"] / N - 0.25) / 0.5
        ties = 1 - (yes["ties"] / N - 0.1) / 0.5
        assert figure(run, unit, "ties")["estimate"] == pytest.approx(1 + 9 * ties)
        assert figure(run, unit, "ALL")["estimate"] == pytest.approx(10 + 90 * (clear + ties) / 2)
        assert figure(run, unit, "ties", "raw")["estimate"] == pytest.approx(yes["ties"] / N)


def test_errors_are_those_of_the_raw_figure_over_the_width(run: Run) -> None:
    """p(1 − p)/n · 180/179 people, over .5 of nine points; every unit has its interval, the extremes too."""
    for unit, yes in YES.items():
        share = yes["clear"] / N
        row = figure(run, unit, "clear")
        assert row["se"] == pytest.approx(9 / 0.5 * np.sqrt(share * (1 - share) / N * 180 / 179))
        assert row["interval"] == "t"
        assert row["lower"] < row["estimate"] < row["upper"]
        assert figure(run, unit, "clear", "raw")["interval"] == "beta"


def test_the_run_keeps_the_goalposts_with_their_waves_and_decision(run: Run) -> None:
    """It is no relative run: the same goalposts in another wave give scores that can be compared."""
    found = run.goalposts.set_index("indicator")
    assert found.loc["ties", ["lo", "hi"]].tolist() == pytest.approx([0.1, 0.6])
    assert found.loc["ties", ["source_waves", "set_by", "decision"]].tolist() == [
        "dot-2024 dot-2025",
        "UBND tỉnh",
        "12/QĐ-UBND",
    ]
    assert run.meta["relative"] is False
    assert "range_inflation" not in run.meta


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (posts().iloc[1:], "lacks the goalposts of the indicator “clear” in the block “offices”"),
        (posts().iloc[:0], "lacks the goalposts of the indicator “clear” in the block “offices”"),
        (posts(kept=(0, 1)), "has goalposts of the indicator “kept” in the block “offices”, which takes none"),
        (posts(ties=(0.6, 0.1)), "“ties” in the block “offices” twice or crossed"),
    ],
)
def test_goalposts_that_do_not_fit_the_instrument_are_refused(table: pd.DataFrame, words: str) -> None:
    """One sentence names the first that is missing, unknown or the wrong way round."""
    with pytest.raises(Refusal, match=words):
        run_between(table)

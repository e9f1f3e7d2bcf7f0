"""A figure with a floor enters those above it no lower, whatever its variance; recomputed from the answers."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
import pytest

from scoring import Run
from tests.ground.indicators import LABEL, figure, people, run_of

KNOWN = "{code: clear, recode: points, points: {1: 1, 2: -1}, goalposts: [0, 1]}"
KEPT = "{code: kept, recode: pct_codes, codes: [1]}"
TIES = "{code: ties, recode: pct_codes, codes: [1]}"


def tree(floor: str) -> list[str]:
    """The floored node counts a quarter of PART, which counts half of the index."""
    return [
        "code: ALL, kind: index, nodes: [PART, OWN], aggregation: nodes_equal",
        "code: PART, kind: component, nodes: [KNOWN, SEEN], aggregation: nodes_weighted, weights: [1, 3]",
        f"code: KNOWN, kind: content, items: [clear]{floor}",
        "code: SEEN, kind: content, items: [kept]",
        "code: OWN, kind: component, items: [ties]",
    ]


@dataclass(frozen=True)
class Counted:
    """A unit's figures, made of its answers alone, without weights of items."""

    known: float
    part: float
    index: float
    se: float
    """Of the index with every part as it is."""


def counted(answers: pd.DataFrame, responses: int = 300) -> Counted:
    """Means of answers; the error is that of one number per respondent, in one stratum with those of other offices."""
    right = np.where(answers["clear"] == 1, 1.0, -1.0)
    kept, ties = (answers[name] == 1 for name in ("kept", "ties"))
    known = max(right.mean(), 0.0)
    part = (known + 3 * kept.mean()) / 4
    alone = ((right + 3 * kept) / 4 + ties) / 2
    return Counted(
        known, part, (part + ties.mean()) / 2, math.sqrt(alone.var(ddof=0) / len(alone) * responses / (responses - 1))
    )


def survey() -> list[dict[str, object]]:
    """Three offices in which 40, 49 and 75 of 100 know; other answers drawn with a fixed seed."""
    luck = np.random.default_rng(7)
    rows = []
    for unit, knowing in (("A", 40), ("B", 49), ("C", 75)):
        own = people(unit, 100, clear=knowing)
        kept, ties = luck.integers(1, 3, 100), luck.integers(1, 3, 100)
        rows += [row | {"kept": int(k), "ties": int(t)} for row, k, t in zip(own, kept, ties, strict=True)]
    return rows


def province(run: Run) -> pd.DataFrame:
    rows = run.estimates[run.estimates["block"].isna() & (run.estimates["measure"] == "score")]
    return rows.set_index("node")


def test_the_figures_above_a_floor_are_those_of_the_floored_part() -> None:
    """Recomputed person by person: the floor moves the figure of a unit and leaves its error."""
    ratings = survey()
    run = run_of([KNOWN, KEPT, TIES], tree(", floor: 0"), ratings, more="scales: {}")
    answers = pd.DataFrame(ratings)
    own = {str(unit): counted(rows) for unit, rows in answers.groupby("unit")}
    for unit, told in own.items():
        assert figure(run, unit, "KNOWN")["estimate"] == pytest.approx(100 * told.known)
        assert figure(run, unit, "PART")["estimate"] == pytest.approx(100 * told.part)
        assert figure(run, unit, "ALL")["estimate"] == pytest.approx(100 * told.index)
        assert figure(run, unit, "ALL")["se"] == pytest.approx(100 * told.se)
    assert [bool(figure(run, unit, "KNOWN")["floored"]) for unit in "ABC"] == [True, True, False]
    assert not figure(run, "A", "ALL")["floored"]
    whole = counted(answers)
    for node, name in (("KNOWN", "known"), ("PART", "part"), ("ALL", "index")):
        mean = np.mean([getattr(told, name) for told in own.values()])
        assert figure(run, None, node)["estimate"] == pytest.approx(100 * mean)
        assert province(run).loc[node, "estimate"] == pytest.approx(100 * getattr(whole, name))


def test_the_order_of_units_follows_the_floored_figures() -> None:
    """A knows less than nothing and is above B by what else it does: 0 counts there, not −60."""
    ratings = [*people("A", 100, clear=20, kept=90, ties=50), *people("B", 100, clear=50, kept=80, ties=50)]
    ranks = {
        words: [int(figure(run_of([KNOWN, KEPT, TIES], tree(words), ratings, more="scales: {}"), unit, "ALL")["rank"])
                for unit in "AB"]
        for words in (", floor: 0", "")
    }  # fmt: skip
    assert ranks == {", floor: 0": [1, 2], "": [2, 1]}


def test_floors_may_stand_above_floors() -> None:
    """−20 counts as 0 in the part, and the part of 15 as 20 in the index."""
    nodes = [one.replace("weights: [1, 3]", "weights: [1, 3], floor: 20") for one in tree(", floor: 0")]
    ratings = people("A", 100, clear=40, kept=20, ties=80)
    run = run_of([KNOWN, KEPT, TIES], nodes, ratings, more="scales: {}")
    found = [(figure(run, "A", node)["estimate"], figure(run, "A", node)["floored"]) for node in ("PART", "ALL")]
    assert found == [(pytest.approx(20), True), (pytest.approx(50), False)]


def test_a_geometric_mean_takes_its_parts_at_the_floor() -> None:
    """−20 of 100 is 1 on the scale from 1 to 101 with the floor at its end: √(1 · 81) = 9, and nothing is refused."""
    nodes = [
        "code: ALL, kind: index, nodes: [C1, C2], aggregation: nodes_geometric",
        "code: C1, kind: component, items: [clear], floor: 1",
        "code: C2, kind: component, items: [kept]",
    ]
    run = run_of(
        [KNOWN, KEPT],
        nodes,
        people("A", 100, clear=40, kept=80),
        more="scales: {component: [1, 101], index: [1, 101]}",
    )
    assert figure(run, "A", "ALL")["estimate"] == pytest.approx(9)


@pytest.mark.parametrize("window", ["all", "block"])
def test_a_floor_holds_beside_goalposts_of_the_wave(window: Literal["all", "block"]) -> None:
    """What a hard figure between the worst and best unit gives is the same with and without the floor beside it."""
    moving = (
        f"{{code: speed, source: hard, recode: value, template: generic, goalposts_from: {{current_wave: {window}}},"
        f" {LABEL}}}"
    )
    nodes = [one.replace("items: [ties]", "items: [speed]") for one in tree(", floor: 0")]
    hard = [("A", "speed", 10.0), ("B", "speed", 20.0), ("C", "speed", 15.0)]
    ratings = survey()
    run = run_of([KNOWN, KEPT, moving], nodes, ratings, hard, more="scales: {}")
    for unit, rows in pd.DataFrame(ratings).groupby("unit"):
        told, speed = counted(rows), {"A": 0.0, "B": 1.0, "C": 0.5}[str(unit)]
        assert figure(run, str(unit), "ALL")["estimate"] == pytest.approx(100 * (told.part + speed) / 2)

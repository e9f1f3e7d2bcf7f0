"""What soft and hard indicators weigh in effect where they meet, recomputed by numpy."""

import numpy as np
import pytest

from scoring import Run
from tests.ground.indicators import people, run_of

CLEAR = "{code: clear, recode: pct_codes, codes: [1]%s}"
KEPT = "{code: kept, recode: pct_codes, codes: [1]%s}"
HARD = "{code: hard, source: hard, recode: value, label: {vi: Cứng, en: Hard}, template: generic, %s}"
FROM = "goalposts_from: {current_wave: block}"
NODES = [
    "code: C1, kind: component, items: [clear, kept, hard], hard_share: 0.4",
    "code: ALL, kind: index, nodes: [C1], aggregation: nodes_equal",
]
CLEAR_YES, KEPT_YES, HARD_VALUES = (10, 30, 20, 40), (25, 20, 30, 25), (4.0, 4.2, 4.1, 4.5)


def scored(soft: str, hard: str) -> Run:
    ratings = [
        row
        for unit, clear, kept in zip("ABCD", CLEAR_YES, KEPT_YES, strict=True)
        for row in people(unit, 50, clear=clear, kept=kept)
    ]
    values = [(unit, "hard", value) for unit, value in zip("ABCD", HARD_VALUES, strict=True)]
    return run_of([CLEAR % soft, KEPT % soft, HARD % hard], NODES, ratings, values)


def expected(*columns: np.ndarray) -> list[float]:
    """Weights .3, .3 and .4 times the standard deviation of each column of scores."""
    moved = np.array([0.3, 0.3, 0.4]) * [column.std(ddof=1) for column in columns]
    return list(moved / moved.sum())


def test_a_hard_figure_of_little_spread_weighs_little_between_fixed_goalposts() -> None:
    """Half a point of nine, at 40 %."""
    run = scored("", "goalposts: [0, 9]")
    found = run.meta["effective_weights"]
    assert isinstance(found, dict)
    weights = list(found["offices"]["C1"].values())
    columns = np.array(CLEAR_YES) / 50, np.array(KEPT_YES) / 50, np.array(HARD_VALUES) / 9
    assert weights == pytest.approx(expected(*columns), abs=1e-4)
    assert weights[2] < 0.2


def test_stretched_to_the_whole_scale_it_weighs_as_much_as_any() -> None:
    """The same half a point, from the worst to the best unit of the wave."""
    run = scored(f", {FROM}", FROM)
    found = run.meta["effective_weights"]
    assert isinstance(found, dict)
    columns = [np.array(column, dtype=float) for column in (CLEAR_YES, KEPT_YES, HARD_VALUES)]
    stretched = [(column - column.min()) / (column.max() - column.min()) for column in columns]
    assert list(found["offices"]["C1"].values()) == pytest.approx(expected(*stretched), abs=1e-4)


def test_where_answers_stand_alone_nothing_is_said() -> None:
    """No node mixes anything."""
    run = run_of(
        [CLEAR % ""],
        ["code: C1, kind: component, items: [clear]", "code: ALL, kind: index, nodes: [C1]"],
        people("A", 40, clear=20),
    )
    assert "effective_weights" not in run.meta

"""A run with a figure at its floor, and with one on which too few of a unit hold an opinion."""

from scoring import Run
from tests.ground.indicators import people, run_of
from tests.reports.test_points_of_criteria import named

KNOWN = "{code: clear, recode: points, points: {1: 1, 2: -1}, goalposts: [0, 1]}"
MADE = [KNOWN, "{code: kept, recode: pct_codes, codes: [1]}", "{code: level, recode: pct_top2}"]
NODES = [
    "code: ALL, kind: index, nodes: [LESS, HEARD], aggregation: nodes_weighted, weights: [1, 3]",
    "code: LESS, kind: component, items: [clear], floor: 0",
    "code: HEARD, kind: component, items: [kept]",
    "code: HEAD, kind: module, items: [level], opinion: 0.5",
]


def remarked() -> Run:
    """Of A's 100 raters 40 know and 42 speak of the head; of B's 80 know and all speak."""
    few = [row | {"level": 4 if place < 42 else -5} for place, row in enumerate(people("A", 100, clear=40, kept=90))]
    many = [row | {"level": 4} for row in people("B", 100, clear=80, kept=90)]
    return named(run_of(MADE, NODES, [*few, *many], more="usable: 0.5"))

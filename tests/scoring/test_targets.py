"""Targets: met or missed where the whole interval says so; figures without error decide by themselves."""

import pytest

from scoring import Run
from scoring.run.targets import judged_targets
from tests.ground.indicators import figure, people, run_of

HARD = (
    "{code: settled, source: hard, recode: value, label: {vi: Đã giải quyết, en: Settled}, template: generic, "
    "goalposts: [0, 0.9]}"
)
TARGETS = """targets:
    - {node: clear, operator: ">=", value: 60, unit: percent, source: Kế hoạch}
    - {node: clear, operator: "<", value: 6.4, unit: points, source: Kế hoạch}
    - {node: settled, operator: ">", value: 95, unit: percent, source: Kế hoạch}
    - {node: kept, operator: ">", value: 0.2, unit: natural, source: Kế hoạch}"""


@pytest.fixture(scope="module")
def run() -> Run:
    """Of 200 people 160, 120 and 60 call A, B and C clear; of D only four speak. C brought no figure in."""
    many = {"A": (200, 160), "B": (200, 120), "C": (200, 60), "D": (4, 4)}
    return run_of(
        [
            "{code: clear, recode: pct_codes, codes: [1]}",
            "{code: kept, recode: pct_codes, codes: [1], published: false}",
            HARD,
        ],
        [
            "code: C1, kind: component, items: [clear, kept, settled]",
            "code: ALL, kind: index, nodes: [C1], aggregation: nodes_equal",
        ],
        [row for unit, (n, clear) in many.items() for row in people(unit, n, clear=clear, kept=clear)],
        [("A", "settled", 0.96), ("B", "settled", 0.95), ("D", "settled", 1.0)],
        f"scales: {{indicator: [1, 10], component: [1, 10], index: [10, 100]}}\n  {TARGETS}",
    )


def verdicts(run: Run, place: int) -> dict[str, str]:
    """By unit, of the target at that place."""
    index = run.instrument.index
    assert index is not None
    found = judged_targets(index, run.estimates, run.hard)
    return {one.unit: one.verdict for one in found if one.target == index.targets[place]}


def test_a_share_is_judged_by_its_interval(run: Run) -> None:
    """80 % lies above 60 with all its interval, 30 % below; 60 % itself may be more or less."""
    limits = {unit: figure(run, unit, "clear", "raw") for unit in "ABC"}
    assert limits["A"]["lower"] > 0.6 > limits["C"]["upper"]
    assert limits["B"]["lower"] < 0.6 < limits["B"]["upper"]
    assert verdicts(run, 0) == {"A": "met", "B": "unclear", "C": "missed"}


def test_points_are_those_published(run: Run) -> None:
    """6.4 of 10 is a share of 60 %: the same three answers turned round, as less is asked for."""
    assert verdicts(run, 1) == {"A": "missed", "B": "unclear", "C": "met"}


def test_a_figure_brought_in_has_no_interval_and_is_not_cut_at_its_goalposts(run: Run) -> None:
    """96 % is over 95, 95 % is not, whatever the goalpost of 90 %; without a figure nothing is known."""
    assert verdicts(run, 2) == {"A": "met", "B": "missed", "C": "unclear"}


def test_a_unit_whose_figures_are_not_printed_is_not_judged(run: Run) -> None:
    """Four ratings are suppressed, and so is what an office brought in about that unit."""
    assert "D" not in {unit for place in range(4) for unit in verdicts(run, place)}


def test_the_file_of_the_run_keeps_private_indicators_out(run: Run) -> None:
    """`kept` stands on the unit's own scorecard alone: judged there, absent here."""
    assert verdicts(run, 3) == {"A": "met", "B": "met", "C": "met"}
    lines = run.files()["targets.csv"].decode().splitlines()
    assert lines[0] == "block,unit,node,operator,value,measured_in,figure,lower,upper,verdict"
    assert "offices,A,settled,>,95.0,percent,96.0,96.0,96.0,met" in lines
    assert "offices,C,settled,>,95.0,percent,,,,unclear" in lines
    assert len(lines) == 1 + 3 * 3
    assert not any(",kept," in line for line in lines)


def test_an_index_without_targets_has_no_such_file() -> None:
    """The files of runs made before stay what they were."""
    plain = run_of(
        ["{code: clear, recode: pct_codes, codes: [1]}"],
        ["code: ALL, kind: index, items: [clear]"],
        people("A", 40, clear=20) + people("B", 40, clear=30),
    )
    assert "targets.csv" not in plain.files()

"""Goalposts out of earlier waves: the range of their ranked units, from waves that are comparable alone."""

from dataclasses import replace

import numpy as np
import pytest

from instruments.model import Instrument
from scoring import Run
from scoring.errors import Refusal
from scoring.run.earlier import window_goalposts
from tests.ground.indicators import people, run_of, snapshot_of

CLEAR = "{code: clear, recode: pct_codes, codes: [1]}"
TIES = "{code: ties, recode: pct_codes, codes: [1], direction: -1}"
NODES = ["code: C1, kind: component, items: [clear, ties]", "code: ALL, kind: index, nodes: [C1]"]
FIRST = {"A": (12, 30), "B": (30, 12), "C": (48, 42)}
SECOND = {"A": (18, 33), "B": (57, 27), "C": (45, 21)}
FROM = ", goalposts_from: {waves: [dot-2024, dot-2025]}}"
NOW = {"A": "offices", "B": "offices", "C": "offices"}


def wave_of(code: str, yes: dict[str, tuple[int, int]], clear: str = CLEAR) -> Run:
    """Sixty people about each office."""
    ratings = [row for unit, (one, other) in yes.items() for row in people(unit, 60, clear=one, ties=other)]
    run = run_of([clear, TIES], NODES, ratings)
    return replace(run, wave={**run.wave, "wave": code})


@pytest.fixture(scope="module")
def runs() -> tuple[Run, ...]:
    return wave_of("dot-2024", FIRST), wave_of("dot-2025", SECOND)


def asking(*more: str) -> Instrument:
    indicators = [one.removesuffix("}") + FROM for one in (CLEAR, TIES)]
    return snapshot_of([*indicators, *more], NODES, people("A", 1, clear=1, ties=1)).instrument


def test_goalposts_are_the_lowest_and_highest_figure_of_all_waves(runs: tuple[Run, ...]) -> None:
    """Out of six shares each, in natural units, whichever way is better."""
    found = window_goalposts(asking(), NOW, runs).set_index("indicator")
    shares = np.array([*FIRST.values(), *SECOND.values()]) / 60
    assert found["lo"].tolist() == pytest.approx(shares.min(axis=0))
    assert found["hi"].tolist() == pytest.approx(shares.max(axis=0))
    assert set(found["source_waves"]) == {"dot-2024 dot-2025"}


def test_a_unit_that_did_not_exist_then_is_named_with_the_wave(runs: tuple[Run, ...]) -> None:
    """So is one that is in another block now."""
    with pytest.raises(Refusal, match=r"wave dot-2024 cannot give goalposts: the unit E was in the block – "):
        window_goalposts(asking(), {**NOW, "E": "offices"}, runs)
    with pytest.raises(Refusal, match="unit C was in the block offices and is now in wards"):
        window_goalposts(asking(), {**NOW, "C": "wards"}, runs)


def test_a_wave_that_counted_otherwise_is_named_with_what_changed(runs: tuple[Run, ...]) -> None:
    """The second wave counted the other answer."""
    other = wave_of("dot-2025", SECOND, CLEAR.replace("[1]", "[2]"))
    with pytest.raises(Refusal, match=r"wave dot-2025 .* indicator clear: .*answers that count"):
        window_goalposts(asking(), NOW, (runs[0], other))


def test_figures_that_are_all_alike_make_no_goalposts() -> None:
    """Nothing lies between them."""
    alike = dict.fromkeys("ABC", (30, 30))
    with pytest.raises(Refusal, match=r"Indicator clear, block offices: .* no two different figures"):
        window_goalposts(asking(), NOW, (wave_of("dot-2024", alike), wave_of("dot-2025", alike)))

"""The scorecard of an index of many criteria: more pages, and no letter too small to read."""

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from reports.scorecard.scorecard import scorecard_pdf
from scoring.run import Run
from tests.ground.indicators import people, run_of
from tests.reports.reading import words

MANY = tuple(f"tc{number}" for number in range(60))
SMALLEST = 7.7
"""A hair under 8 points, which print as such."""
AXIS = 7.0
"""The numbers below an axis."""


@pytest.fixture(scope="module")
def run() -> Run:
    """Two offices, sixty criteria each."""
    made = [
        f"{{code: {code}, source: appraised, recode: value, template: tieu_chi, goalposts: [0, 3], "
        f"label: {{vi: Tiêu chí {code} về kế hoạch năm của đơn vị, en: Criterion {code}}}}}"
        for code in MANY
    ]
    tree = [
        "code: ALL, kind: index, nodes: [T1, T2], aggregation: sum_of_points",
        "code: T1, kind: component, items: [clear], points: 5",
        f"code: T2, kind: component, items: [{', '.join(MANY)}], points: 60",
    ]
    ratings = [*people("A", 40, clear=30), *people("B", 40, clear=40)]
    figures = [(unit, code, 2.1) for unit in "AB" for code in MANY]
    scale = "scales: {index: [0, 100]}\n  unit: points"
    scored = run_of(["{code: clear, recode: pct_codes, codes: [1]}", *made], tree, ratings, figures, scale)
    year = {"period_from": "2026-01-01", "period_to": "2026-12-31"}
    return replace(
        scored, wave={**scored.wave, **year}, units=scored.units.assign(name_vi="Sở " + scored.units["unit"])
    )


def test_sixty_criteria_flow_on_to_a_further_page(run: Run) -> None:
    """Every one is there, and no letter is shrunk."""
    card = scorecard_pdf(run, "A")
    assert len(PdfReader(io.BytesIO(card)).pages) > 2
    assert all(f"Tiêu chí {code} về" in words(card) for code in MANY)
    assert {size for size in _sizes(card) if size < SMALLEST} <= {AXIS}


def _sizes(card: bytes) -> list[float]:
    found: list[float] = []

    def visit(said: str, cm: Any, tm: Any, _font: Any, size: float) -> None:  # noqa: ANN401 - as the reader calls it
        if said.strip():
            found.append(size * abs(tm[3] * cm[3]))

    for page in PdfReader(io.BytesIO(card)).pages:
        page.extract_text(visitor_text=visit)
    return found

"""Targets in words: on the scorecard and the page of a unit, whose figures are printed."""

import math
from dataclasses import replace

import pytest

from reports.facts import facts_of
from reports.scorecard.scorecard import scorecard_pdf
from reports.tables import table_of
from reports.targets import target_lines
from scoring import Run
from survey.publishing.boards import showing
from tests.ground.indicators import people, run_of
from tests.reports.reading import words

HARD = (
    "{code: settled, source: hard, recode: value, label: {vi: Đã giải quyết, en: Settled}, template: generic, "
    "goalposts: [0, 1]}"
)
TARGETS = """targets:
    - {node: settled, operator: ">", value: 80, unit: percent, source: Kế hoạch mẫu, due: Hằng quý}
    - {node: kept, operator: ">=", value: 50, unit: percent, source: Kế hoạch mẫu, due: "2026-12-31"}
    - {node: ALL, operator: "<=", value: 70, unit: points, source: Kế hoạch mẫu}"""


@pytest.fixture(scope="module")
def run() -> Run:
    """Two offices; A has settled 90 % of requests, B brought no figure in; `kept` is for the office's own eyes."""
    kept = "{code: kept, label: {vi: Giữ lời, en: Kept}, recode: pct_codes, codes: [1], published: false}"
    made = run_of(
        ["{code: clear, recode: pct_codes, codes: [1]}", kept, HARD],
        ["code: ALL, kind: index, items: [clear, kept, settled]"],
        people("A", 100, clear=80, kept=50) + people("B", 100, clear=60, kept=90),
        [("A", "settled", 0.9)],
        TARGETS,
    )
    units = made.units.assign(name_vi="Sở " + made.units["unit"])
    return replace(made, units=units, wave=made.wave | {"period_from": "2026-10-01", "period_to": "2026-10-31"})


def lines(run: Run, unit: str, *, own: bool = False) -> list[tuple[str, str, str]]:
    facts = facts_of(run, own=own)
    table = table_of(facts, "offices", "vi")
    row = next(row for row in table.rows if row.unit == unit)
    return [(one.aim, one.figure, one.verdict) for one in target_lines(facts, table, row)]


def test_a_target_says_what_was_to_be_reached_by_which_paper_and_when(run: Run) -> None:
    """Hard figures have no interval; without one there is no ground for a verdict."""
    assert lines(run, "A")[0] == ("trên 80% (Kế hoạch mẫu, Hằng quý)", "90,0%", "đạt")
    assert lines(run, "B")[0] == ("trên 80% (Kế hoạch mẫu, Hằng quý)", "–", "chưa đủ căn cứ")


def test_what_is_for_the_office_alone_is_judged_on_its_own_scorecard(run: Run) -> None:
    """Half of A's people say so: the interval holds 50 %."""
    aim, figure, verdict = lines(run, "A", own=True)[1]
    assert (aim, verdict) == ("từ 50% trở lên (Kế hoạch mẫu, 31/12/2026)", "chưa đủ căn cứ")
    assert figure.startswith("50,0% (")
    assert not any("50%" in aim for aim, _, _ in lines(run, "A"))


def test_scorecard_and_page_say_the_same(run: Run) -> None:
    """The page of the unit has the lines of its public scorecard."""
    card = words(scorecard_pdf(run, "A"))
    shown = showing(run, "vi")
    board, row = shown.row_of("A")
    assert len(shown.targets(board, row)) == 2
    for one in shown.targets(board, row):
        assert one.name in card
        assert one.verdict in card
    assert "Mục tiêu" in card


def test_a_suppressed_unit_has_no_verdict(run: Run) -> None:
    """Once its figures are not printed, neither is what follows from them."""
    hidden = run.estimates.assign(state="suppressed", estimate=math.nan)
    assert facts_of(replace(run, estimates=hidden)).targets == {}

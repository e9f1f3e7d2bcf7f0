"""Targets in words: on scorecard and page of a unit whose figures are printed, in the annex and as open data."""

import csv
import io
import math
from dataclasses import replace

import pytest

from reports.documents import documents
from reports.facts import facts_of
from reports.hiding import shaped
from reports.paper.sheets import Imprint
from reports.public_form import PublicForm
from reports.ranking.annex import ranking_pdf
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


def test_the_annex_has_a_table_of_targets_with_a_line_a_unit(run: Run) -> None:
    """By block and unit, the verdict above the figure it rests on; what is for the office alone is not there."""
    annex = words(ranking_pdf(run))
    table = annex[annex.index("Mục tiêu “Chưa đủ căn cứ”") :][:1000]
    assert "Đã giải quyết: trên 80% (Kế hoạch mẫu, Hằng quý)" in table
    score = next(one for one in lines(run, "A") if one[0].startswith("không quá 70 điểm"))
    assert f"Sở A đạt 90,0% {score[2]} {score[1]}" in table
    assert "Sở B chưa đủ căn cứ –" in table
    assert "Giữ lời" not in table


def test_targets_are_open_data(run: Run) -> None:
    """A row a unit and target; a figure brought in has no limits, and none stands where none is known."""
    files = documents(run)
    rows = list(csv.DictReader(io.StringIO(files["muc-tieu.csv"].decode())))
    told = [
        (row["unit"], row["node"], row["operator"], row["target_value"], row["figure"], row["verdict"]) for row in rows
    ]
    assert ("A", "settled", ">", "80", "90", "met") in told
    assert ("B", "settled", ">", "80", "", "unclear") in told
    assert {row["node"] for row in rows} == {"settled", "ALL"}
    assert {(row["lower"], row["upper"]) for row in rows if row["node"] == "settled"} == {("", "")}
    assert all(row["lower"] < row["figure"] < row["upper"] for row in rows if row["node"] == "ALL" and row["figure"])
    head, *lines_of_excel = files["bang-muc-tieu.csv"].decode("utf-8-sig").splitlines()
    assert "Mục tiêu;Cách so;Mức cần đạt;Tính bằng;Văn bản đặt mục tiêu;Thời hạn;Đã đạt" in head
    assert any(";>;80;%;Kế hoạch mẫu;Hằng quý;90;;;đạt;không" in line for line in lines_of_excel)
    assert "targets.csv" in files


@pytest.mark.parametrize("kind", ["bands", "distribution"])
def test_a_form_without_scores_tells_of_no_target(run: Run, kind: str) -> None:
    """Whether a unit has reached 70 points would say on which side of 70 it lies."""
    form = PublicForm(kind, None, "45/QĐ-UBND")  # type: ignore[arg-type] - one of the kinds
    assert shaped(facts_of(run), form).targets == {}
    files = documents(run, imprint=Imprint(public=True, form=form))
    assert not {"muc-tieu.csv", "bang-muc-tieu.csv", "targets.csv"} & set(files)
    assert "Kế hoạch mẫu" not in words(files["phu-luc-xep-hang.pdf"])

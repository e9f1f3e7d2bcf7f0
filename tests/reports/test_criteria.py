"""Criteria that units assess themselves and others appraise: both stages with reason and evidence, wherever printed."""

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest

from reports.documents import documents
from reports.ranking.annex import ranking_pdf
from reports.scorecard.scorecard import scorecard_pdf
from scoring.files.columns import CRITERIA
from scoring.files.encoding import typed
from scoring.run import Run, read
from tests.ground.indicators import people, run_of
from tests.reports.reading import words

TREE = [
    "code: ALL, kind: index, nodes: [T1, T2], aggregation: sum_of_points",
    "code: T1, kind: component, items: [clear], points: 5",
    "code: T2, kind: component, items: [plan, inspection], points: 3",
]
LABELS = {"plan": "Kế hoạch năm", "inspection": "Tự kiểm tra"}
ROWS = [
    {
        "unit": "A", "indicator": "plan", "self_assessed": 3.0, "appraised": 2.1, "reason": "=Chậm một việc",
        "evidence": "Báo cáo năm", "evidence_number": "12/BC-UBND", "evidence_date": "2026-01-15",
        "evidence_issuer": "UBND phường",
    },
    {"unit": "A", "indicator": "inspection", "reason": "Mới thành lập", "not_applicable": True},
    {"unit": "B", "indicator": "plan", "self_assessed": 2.5, "evidence": "Báo cáo"},
    {"unit": "C", "indicator": "plan", "self_assessed": 1.0, "appraised": 1.0, "evidence": "Tệp riêng"},
]  # fmt: skip


def made(more: str = "") -> Run:
    """Offices A and B with forty answers each, C with two; A was appraised and corrected, B waits for it."""
    indicators = [
        f"{{code: {code}, source: appraised, recode: value, template: tieu_chi, goalposts: [0, 3], "
        f"label: {{vi: {name}, en: {name}}}{more}}}"
        for code, name in LABELS.items()
    ]
    ratings = [*people("A", 40, clear=30), *people("B", 40, clear=40), *people("C", 2, clear=2)]
    figures = [("A", "plan", 2.1), ("C", "plan", 1.0)]
    scale = "scales: {index: [0, 100]}\n  unit: points"
    run = run_of(["{code: clear, recode: pct_codes, codes: [1]}", *indicators], TREE, ratings, figures, scale)
    year = {"period_from": "2026-01-01", "period_to": "2026-12-31"}
    units = run.units.assign(name_vi=run.units["unit"].map("Sở {}".format))
    whole = replace(run, wave={**run.wave, **year}, units=units, criteria=typed(pd.DataFrame(ROWS), CRITERIA))
    return read(whole.files())


@pytest.fixture(scope="module")
def run() -> Run:
    """As read from its files: the run keeps criteria in one of their own."""
    return made()


def test_a_scorecard_shows_both_stages_with_reason_and_evidence(run: Run) -> None:
    """Corrected with a reason; declared not to apply; not yet appraised."""
    card = words(scorecard_pdf(run, "A"))
    assert (
        "tự chấm 3,00; thẩm định 2,10; lý do: =Chậm một việc; tài liệu kiểm chứng: Báo cáo năm, số 12/BC-UBND, "
        "ngày 15 tháng 01 năm 2026, UBND phường" in card
    )
    assert "không áp dụng; lý do: Mới thành lập" in card
    assert "tự chấm 2,50; thẩm định chưa có; tài liệu kiểm chứng: Báo cáo" in words(scorecard_pdf(run, "B"))
    english = words(scorecard_pdf(run, "A", "en"))
    assert (
        "self-assessed 3.00; appraised 2.10; reason: =Chậm một việc; evidence: Báo cáo năm, no. 12/BC-UBND" in english
    )


def test_a_component_that_does_not_apply_to_a_unit_is_not_said_to_lack_answers() -> None:
    """Declared so with a reason for A, not yet appraised of B."""
    run = made()
    left = run.estimates["unit"].eq("A") & run.estimates["node"].isin(["T2", "plan"])
    card = words(scorecard_pdf(replace(run, estimates=run.estimates[~left]), "A"))
    assert card.count("không áp dụng") == card.count("không áp dụng; lý do") + 1
    assert "chưa đủ phiếu" not in card
    assert "chưa đủ số liệu" in words(scorecard_pdf(run, "B"))


def test_the_annex_has_a_table_of_criteria_by_unit(run: Run) -> None:
    """Own points, points found, reason and evidence side by side; of C, which has no figure, it says nothing."""
    annex = words(ranking_pdf(run))
    table = annex[annex.index("Tiêu chí tự chấm và thẩm định") : annex.index("Tiêu chí tự chấm và thẩm định") + 1200]
    assert "Sở A Kế hoạch năm (tối đa 3) 3,00 2,10 =Chậm một việc Báo cáo năm, số 12/BC-UBND, ngày 15" in table
    assert "Tự kiểm tra (tối đa 3) – không áp dụng Mới thành lập –" in table
    assert "Sở B Kế hoạch năm (tối đa 3) 2,50 – – Báo cáo" in table
    assert "Tệp riêng" not in annex


def test_what_does_not_apply_to_a_unit_is_not_called_missing(run: Run) -> None:
    """A has no inspection: of the two offices that have one, C alone was appraised on it."""
    whole = replace(run, hard=pd.concat([run.hard, run.hard.iloc[:1].assign(unit="C", indicator="inspection")]))
    assert "tự kiểm tra (1/2 đơn vị)" in words(ranking_pdf(whole))


def test_a_cell_of_the_annex_says_that_a_component_does_not_apply_to_a_unit(run: Run) -> None:
    """A dash alone would say that too few have answered."""
    left = run.estimates["unit"].eq("A") & run.estimates["node"].isin(["T2", "plan"])
    before, after = (words(ranking_pdf(one)) for one in (run, replace(run, estimates=run.estimates[~left])))
    assert after.count("– không áp dụng Sở B") == before.count("– không áp dụng Sở B") + 1


def test_criteria_are_open_data_and_no_formula(run: Run) -> None:
    """A row a unit and criterion; an apostrophe stands before what a spreadsheet would reckon, in these files alone."""
    files = documents(run)
    rows = list(csv.DictReader(io.StringIO(files["tieu-chi.csv"].decode())))
    assert [(row["unit"], row["indicator"]) for row in rows] == [("A", "plan"), ("A", "inspection"), ("B", "plan")]
    first = rows[0]
    assert (first["self_assessed"], first["appraised"], first["criterion_most"]) == ("3", "2.1", "3")
    assert (first["reason"], first["evidence_date"]) == ("'=Chậm một việc", "2026-01-15")
    assert [row["not_applicable"] for row in rows] == ["false", "true", "false"]
    head, line, *_ = files["bang-tieu-chi.csv"].decode("utf-8-sig").splitlines()
    assert "Điểm tự chấm;Điểm thẩm định;Không áp dụng;Lý do;Tài liệu kiểm chứng" in head
    assert ";3;3;2,1;không;'=Chậm một việc;Báo cáo năm;" in line
    assert "criteria.csv" in files


def test_criteria_of_the_unit_alone_stay_with_the_unit() -> None:
    """What is not published stands in no file that everybody reads."""
    files = documents(made(", published: false"))
    assert not {"tieu-chi.csv", "bang-tieu-chi.csv", "criteria.csv"} & set(files)
    assert "12/BC-UBND" not in words(files["phu-luc-xep-hang.pdf"])

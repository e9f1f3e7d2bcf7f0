"""A form of publication leaves nothing behind in a result of every kind of figure: answers, hard figures, criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd
import pytest

from reports.documents import OWN, documents
from reports.facts import facts_of
from reports.hiding import shaped
from reports.paper.sheets import Imprint
from reports.public_form import PublicForm
from reports.tables import table_of
from scoring.files.columns import CRITERIA
from scoring.files.encoding import typed
from scoring.run import Run
from survey.publishing.public_pages import PublicationFacts, public_pages
from tests.ground.indicators import people, run_of
from tests.reports.reading import words

DECISION = "45/QĐ-UBND"
FORMS = {
    "full": PublicForm(),
    "top_k": PublicForm("top_k", 3, DECISION),
    "bands": PublicForm("bands", None, DECISION),
    "distribution": PublicForm("distribution", None, DECISION),
}
LESS = ("bands", "distribution", "top_k")
HARD = (
    "{code: settled, source: hard, recode: value, template: generic, label: {vi: Giải quyết, en: Settled}, "
    "goalposts: [0, 1]}"
)
CRITERION = (
    "{code: plan, source: appraised, recode: value, template: tieu_chi, label: {vi: Kế hoạch, en: Plan}, "
    "goalposts: [0, 3]}"
)
TREE = [
    "code: ALL, kind: index, nodes: [T1, T2, T3]",
    "code: T1, kind: component, items: [clear]",
    "code: T2, kind: component, items: [settled]",
    "code: T3, kind: component, items: [plan], points: 3",
    "code: M, kind: module, items: [kept]",
]
TARGETS = """targets:
    - {node: settled, operator: ">", value: 62, unit: percent, source: Kế hoạch mẫu}
    - {node: ALL, operator: ">=", value: 60, unit: points, source: Kế hoạch mẫu}"""
UNITS = tuple("ABCDEFGHIJ")
CLEAR = (190, 184, 178, 150, 141, 120, 101, 60, 52, 41)
KEPT = (23, 171, 38, 152, 67, 183, 90, 114, 136, 49)
SETTLED = (0.97, 0.91, 0.93, 0.71, 0.76, 0.63, 0.55, 0.43, 0.37, 0.31)
APPRAISED = (2.9, 2.7, 2.6, 2.3, 2.1, 1.7, 1.9, 1.3, 1.1, 0.7)
PEOPLE = 200


@cache
def _world() -> Run:
    """Ten offices; J has no hard figure and no rank, and the plan does not apply to H."""
    asked = zip(UNITS, CLEAR, KEPT, strict=True)
    ratings = [one for unit, clear, kept in asked for one in people(unit, PEOPLE, clear=clear, kept=kept)]
    settled = [(unit, "settled", value) for unit, value in zip(UNITS, SETTLED, strict=True) if unit != "J"]
    plans = [(unit, "plan", value) for unit, value in zip(UNITS, APPRAISED, strict=True) if unit != "H"]
    soft = [f"{{code: {code}, recode: pct_codes, codes: [1]}}" for code in ("clear", "kept")]
    run = run_of([*soft, HARD, CRITERION], TREE, ratings, [*settled, *plans], TARGETS)
    units = run.units.assign(name_vi="Sở " + run.units["unit"], name_en="Office " + run.units["unit"])
    year = {"period_from": "2026-01-01", "period_to": "2026-12-31"}
    return replace(run, units=units, wave=run.wave | year, criteria=typed(pd.DataFrame(_criteria()), CRITERIA))


def _criteria() -> list[dict[str, object]]:
    return [
        {
            "unit": unit, "indicator": "plan", "self_assessed": value + 0.1, "reason": f"Chậm {place} việc",
            "evidence": f"Báo cáo {place}", "not_applicable": unit == "H",
            "appraised": None if unit == "H" else value,
        }
        for place, (unit, value) in enumerate(zip(UNITS, APPRAISED, strict=True))
    ]  # fmt: skip


def _other_world(kind: str) -> Run:
    """The figures of hidden units handed on within what the form tells: to each other, or within their group."""
    run = _world()
    rows = table_of(shaped(facts_of(run), FORMS[kind]), "offices", "vi").rows
    alike: dict[str, list[str]] = {}
    for row in rows:
        if row.state == "listed":
            alike.setdefault(row.group or "", []).append(row.unit)
    return _exchanged(
        run, {one: other for group in alike.values() for one, other in zip(group, _next(group), strict=True)}
    )


def _next(group: Sequence[str]) -> list[str]:
    return [*group[1:], group[0]]


def _exchanged(run: Run, holders: Mapping[str, str]) -> Run:
    tables = {name: getattr(run, name) for name in ("estimates", "hard", "criteria", "distributions", "sums")}
    return replace(run, **{name: table.replace({"unit": dict(holders)}) for name, table in tables.items()})


@cache
def _public(kind: str, *, exchanged: bool = False) -> dict[str, bytes]:
    """Every file and page that the public gets of this world or the other."""
    form = FORMS[kind]
    run = _other_world(kind if kind != "full" else "top_k") if exchanged else _world()
    files = documents(run, imprint=Imprint(public=True, form=form))
    facts = PublicationFacts(1, date(2026, 12, 20), {name: len(data) for name, data in files.items()}, form=form)
    ours = {name: data for name, data in files.items() if not name.startswith(OWN)}
    return ours | {name: data for name, (_, data) in public_pages(run, facts).items()}


@pytest.mark.parametrize("kind", LESS)
def test_no_byte_of_the_public_files_tells_who_holds_which_hidden_figures(kind: str) -> None:
    """Score, module, hard figure, criterion with reason and evidence, verdict on targets: all of them exchanged."""
    one, other = (_public(kind, exchanged=exchanged) for exchanged in (False, True))
    assert set(one) == set(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_in_full_the_same_exchange_shows_in_every_kind_of_file() -> None:
    """The test above would see a leak of each of them."""
    one, other = (_public("full", exchanged=exchanged) for exchanged in (False, True))
    changed = {name for name in one if one[name] != other.get(name)}
    assert {
        *("pages/vi", "pages/E/vi", "phu-luc-xep-hang.pdf", "phieu-diem/E.pdf"),
        *("xep-hang.csv", "tieu-chi.csv", "bang-tieu-chi.csv", "muc-tieu.csv", "targets.csv"),
    } <= changed


@pytest.mark.parametrize("kind", LESS)
def test_reasons_evidence_and_points_of_hidden_units_stand_nowhere(kind: str) -> None:
    """Of D, the fourth: its evidence, its reason, its share of requests; of A, the first, where it is named."""
    files = _public(kind)
    said = " ".join(words(data) if name.endswith(".pdf") else data.decode() for name, data in files.items())
    for piece in ("Báo cáo 3", "Chậm 3 việc", "71,0%", "71.0%", "0.71"):
        assert piece not in said
    assert ("Báo cáo 0" in said, "97,0%" in said) == (kind == "top_k",) * 2

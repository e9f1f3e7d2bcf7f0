"""Indicators between goalposts, hard figures, points: the worked examples of the fact sheet on DDCI and PAR."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pytest

from instruments.reading import read_instrument
from scoring import Run, score
from scoring.errors import Refusal
from scoring.snapshot import Tables, pack, read

HEAD = """
code: ddci
version: "1"
title: {vi: Thử, en: Trial}
short_title: {vi: Thử, en: Trial}
intro: {vi: Thử., en: A trial.}
wording: adapted
source: {vi: Tự soạn, en: Own}
languages: [vi, en]
minutes: 1
unit_of_analysis: person
roles:
  - {code: met, label: {vi: Sở, en: Office}, question: {vi: Sở?, en: Which?}, blocks: [offices], loop: {at_most: 3}}
scales:
  - code: yn
    label: {vi: Có không, en: Yes or no}
    options: [{code: 1, label: {vi: Có, en: "Yes"}}, {code: 2, label: {vi: Không, en: "No"}}]
  - code: five
    label: {vi: Năm mức, en: Five}
    options:
      - {code: 1, label: {vi: Một, en: One}}
      - {code: 2, label: {vi: Hai, en: Two}}
      - {code: 3, label: {vi: Ba, en: Three}}
      - {code: 4, label: {vi: Bốn, en: Four}}
      - {code: 5, label: {vi: Năm, en: Five}}
sections:
  - {code: who, title: {vi: Ai, en: Who}, roles: [met]}
  - code: what
    title: {vi: Gì, en: What}
    items:
      - {code: ties, kind: single, scale: yn, role: met, text: {vi: Quen?, en: Ties?}}
      - {code: clear, kind: single, scale: yn, role: met, text: {vi: Rõ?, en: Clear?}}
      - {code: kept, kind: single, scale: yn, role: met, text: {vi: Giữ lời?, en: Kept?}}
      - {code: level, kind: single, scale: five, role: met, text: {vi: Mức?, en: Level?}}
      - {code: group, kind: single, scale: five, role: met, text: {vi: Nhóm?, en: Group?}}
      - {code: promote, kind: rating, minimum: 0, maximum: 10, role: met, text: {vi: Giới thiệu?, en: Recommend?}}
      - {code: trips, kind: number, minimum: 0, maximum: 30, role: met, text: {vi: Mấy lần?, en: Trips?}}
index:
  code: ALL
  label: {vi: Chỉ số, en: Index}
  official: indicators
  definition_label: {indicators: {vi: Điểm, en: Score}}
  missing: {at_least: 0.6}
"""
TAIL = """
  blocks:
    - {code: offices, label: {vi: Khối sở, en: Offices}, roles: [met]}
"""
TIES = "{code: ties, recode: pct_codes, codes: [1], direction: -1, goalposts: [0.2, 0.8]}"
CLEAR = "{code: clear, recode: pct_codes, codes: [1]}"
KEPT = "{code: kept, recode: pct_codes, codes: [1]}"
HARD = """code: hard
      source: hard
      recode: value
      label: {vi: Cứng, en: Hard}
      template: generic
      goalposts: [0, 9]"""
POINTS = "{indicator: [1, 10], component: [1, 10], index: [10, 100]}"
LABEL = "label: {vi: A, en: A}"


def run_of(
    indicators: Sequence[str],
    nodes: Sequence[str],
    ratings: Sequence[Mapping[str, object]],
    hard: Sequence[tuple[str, str, float]] = (),
    more: str = f"scales: {POINTS}",
) -> Run:
    """Ratings scored by an index of these indicators and nodes."""
    made = "\n".join(f"    - {one}" for one in indicators)
    tree = "\n".join(f"    - {{{one}, {LABEL}}}" for one in nodes)
    file = f"{HEAD}  {more}\n  indicators:\n{made}\n  nodes:\n{tree}{TAIL}".lstrip().encode()
    reading = read_instrument(file, "ddci.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    rows = pd.DataFrame(list(ratings))
    columns = {"ties": 2, "clear": 2, "kept": 2, "level": -1, "group": -1, "promote": None, "trips": None}
    rows = rows.assign(**{name: value for name, value in columns.items() if name not in rows}, roles="met")
    for name in ("promote", "trips"):
        rows[f"{name}__none"] = rows[name].isna().map({True: -1, False: 0})
    responses = pd.DataFrame({"response": rows["response"].unique()})
    responses = responses.assign(cell=None, psu=None, access="invited", mode="web", excluded=False, day=None)
    units = sorted(rows["unit"].unique())
    figures = pd.DataFrame(hard, columns=["unit", "indicator", "value"])
    tables = Tables(
        responses=responses,
        ratings=rows,
        units=pd.DataFrame({"unit": units, "block": "offices", "sort_key": units}),
        wave={"wave": "w", "snapshot": 1, "made": "2026-11-20", "name_vi": "A", "name_en": "A", "simulated": False},
        hard=figures,
    )
    return score(read(pack(tables, reading.instrument, file)))


def figure(run: Run, unit: str | None, node: str, measure: str = "score") -> "pd.Series[Any]":
    table = run.estimates
    rows = table[(table["node"] == node) & (table["measure"] == measure)]
    rows = rows[rows["unit"].isna() & rows["block"].notna()] if unit is None else rows[rows["unit"] == unit]
    assert len(rows) == 1
    return rows.iloc[0]


def people(unit: str, many: int, **yes: int) -> list[dict[str, object]]:
    """So many people of whom so many say yes to each item."""
    return [
        {"response": f"{unit}{place}", "unit": unit, **{item: 1 if place < count else 2 for item, count in yes.items()}}
        for place in range(many)
    ]


@pytest.fixture(scope="module")
def sheet() -> Run:
    """The fact sheet's four units: 20, 35, 50 and 80 % say one needs ties; unit A scores 6.4 and 7.1 beside it."""
    ratings = [
        row
        for unit, ties in (("A", 36), ("B", 63), ("C", 90), ("D", 144))
        for row in people(unit, 180, ties=ties, clear=108, kept=122)
    ]
    return run_of(
        [TIES, CLEAR, KEPT, HARD],
        [
            "code: C1, kind: component, items: [ties, clear, kept, hard], hard_share: 0.4",
            "code: ALL, kind: index, nodes: [C1], aggregation: nodes_equal",
            "code: OWN, kind: module, items: [clear, kept]",
        ],
        ratings,
        [(unit, "hard", 4.0) for unit in "ABCD"],
    )


@pytest.mark.parametrize(
    ("unit", "raw", "points"), [("A", 0.20, 10), ("B", 0.35, 7.75), ("C", 0.50, 5.5), ("D", 0.8, 1)]
)
def test_an_inverse_indicator_scores_as_the_fact_sheet_says(sheet: Run, unit: str, raw: float, points: float) -> None:
    """`s = 1 + 9 (max − x)/(max − min)` between 20 and 80 %; the raw share stays as it was counted."""
    assert figure(sheet, unit, "ties", "raw")["estimate"] == pytest.approx(raw)
    assert figure(sheet, unit, "ties")["estimate"] == pytest.approx(points)


def test_a_component_mixes_soft_and_hard_as_the_fact_sheet_says(sheet: Run) -> None:
    """Soft (10 + 6.4 + 7.1)/3 = 7.833; with a hard 5.0 at 40 %: 6.70; the index is ten times that."""
    assert figure(sheet, "A", "hard")["estimate"] == pytest.approx(5.0)
    assert figure(sheet, "A", "C1")["estimate"] == pytest.approx(6.70)
    assert figure(sheet, "A", "ALL")["estimate"] == pytest.approx(67.0)
    assert [figure(sheet, "A", node)["source"] for node in ("ties", "hard", "C1")] == ["soft", "hard", "mixed"]


def test_the_error_of_a_score_is_that_of_the_share_stretched(sheet: Run) -> None:
    """9 points over 60 % of the people; limits of an inverse indicator change places."""
    score_row, raw = figure(sheet, "A", "ties"), figure(sheet, "A", "ties", "raw")
    assert raw["se"] == pytest.approx(math.sqrt(0.2 * 0.8 / 180 * 720 / 719)), "one stratum of 720 responses"
    assert score_row["se"] == pytest.approx(9 / 0.6 * raw["se"])
    assert raw["lower"] < raw["estimate"] < raw["upper"]
    assert score_row["lower"] < score_row["estimate"] < score_row["upper"]
    assert score_row["upper"] == pytest.approx(1 + 9 * (0.8 - raw["lower"]) / 0.6)


def test_a_hard_figure_has_no_error_of_sampling(sheet: Run) -> None:
    """Neither an error nor an interval, and that is not the same as none."""
    row = figure(sheet, "A", "hard")
    assert (row["variance"], row["interval"]) == ("none", "none")
    assert row[["se", "lower", "upper"]].isna().all()


def test_ranks_come_from_the_index_and_a_module_stands_beside(sheet: Run) -> None:
    """Within its powers: a figure of its own, without a rank."""
    assert [figure(sheet, unit, "ALL")["rank"] for unit in "ABCD"] == [1, 2, 3, 4]
    assert figure(sheet, "A", "OWN")["estimate"] == pytest.approx(100 * (108 + 122) / 360)
    assert pd.isna(figure(sheet, "A", "OWN")["rank"])


def test_the_goalposts_are_published(sheet: Run) -> None:
    """Nobody can recompute a score without them."""
    posts = sheet.goalposts.set_index("indicator")[["lo", "hi"]]
    assert posts.loc["ties"].tolist() == [0.2, 0.8]
    assert posts.loc["hard"].tolist() == [0, 9]


def test_a_missing_hard_figure_is_never_zero() -> None:
    """One unit without it has no component; where nobody has it the soft items stand for the whole."""
    ratings = [*people("A", 40, clear=20), *people("B", 40, clear=30)]
    nodes = ["code: C1, kind: component, items: [clear, hard], hard_share: 0.5", "code: ALL, kind: index, nodes: [C1]"]
    some = run_of([CLEAR, HARD], nodes, ratings, [("A", "hard", 4.5)])
    assert figure(some, "A", "C1")["estimate"] == pytest.approx(5.5)
    assert figure(some, "B", "C1")["state"] == "suppressed"
    nobody = run_of([CLEAR, HARD], nodes, ratings)
    assert figure(nobody, "B", "C1")["estimate"] == pytest.approx(1 + 9 * 0.75)


PAR = [
    f"{{code: q_{group}, item: level, recode: mean, goalposts: [1, 5], base: {{item: group, codes: [{group}]}}}}"
    for group in (1, 3, 4)
]
PAR_NODES = [
    "code: CR, kind: component, items: [q_1, q_3, q_4], aggregation: items_weighted, weights: [0.3, 0.3, 0.4]",
    "code: ALL, kind: index, nodes: [CR]",
]


def group(number: int, many: int, levels: Sequence[int]) -> list[dict[str, object]]:
    return [
        {"response": f"g{number}{place}", "unit": "A", "level": levels[place % len(levels)], "group": number}
        for place in range(many)
    ]


@pytest.mark.parametrize(("without_first", "points"), [(False, 1.125), (True, 1.5 * 0.7285714)])
def test_groups_of_respondents_have_weights_of_their_own(*, without_first: bool, points: float) -> None:
    """PAR: at most 1.5 points; groups .3, .3, .4 at .80, .70, .75 give 1.125; without the first, 1.093."""
    ratings = [
        *([] if without_first else group(1, 20, (5, 4, 4, 4, 4))),
        *group(3, 20, (4, 4, 4, 4, 3)),
        *group(4, 20, (4,)),
    ]
    run = run_of(PAR, PAR_NODES, ratings, more="scales: {component: [0, 1.5], index: [0, 1.5]}")
    assert figure(run, "A", "CR")["estimate"] == pytest.approx(points)


def test_the_promoter_score_and_its_error() -> None:
    """12 promoters and 6 detractors of 30: 20; variance (p + d − (p − d)²)/(n − 1) on the scale of −1 to 1."""
    ratings = [
        {"response": f"r{place}", "unit": "A", "promote": float(value)}
        for place, value in enumerate([9, 10] * 6 + [0, 6] * 3 + [7, 8] * 6)
    ]
    run = run_of(
        ["{code: promote, recode: nps}"], ["code: ALL, kind: index, items: [promote]"], ratings, more="scales: {}"
    )
    row = figure(run, "A", "promote", "raw")
    assert row["estimate"] == pytest.approx(0.2)
    assert row["se"] == pytest.approx(math.sqrt((0.4 + 0.2 - 0.04) / 29))


def test_numbers_beyond_the_cap_count_as_the_cap() -> None:
    """Thirty trips pull a mean no further than ten do."""
    ratings = [{"response": f"r{place}", "unit": "A", "trips": 30.0 if place < 3 else 2.0} for place in range(30)]
    run = run_of(
        ["{code: trips, recode: winsorised_mean, cap: 10, direction: -1, goalposts: [0, 10]}"],
        ["code: ALL, kind: index, items: [trips]"],
        ratings,
    )
    assert figure(run, "A", "trips", "raw")["estimate"] == pytest.approx(2.8)
    assert figure(run, "A", "trips")["estimate"] == pytest.approx(1 + 9 * 0.72)


def test_a_difference_takes_false_alarms_from_hits() -> None:
    """61 % know the line, 9 % the decoy: adjusted recognition 52 %; it may fall below nothing, and stays there."""
    nodes = ["code: ALL, kind: index, items: [clear, ties], aggregation: difference"]
    recodes = ["{code: ties, recode: pct_codes, codes: [1]}", CLEAR]
    run = run_of(recodes, nodes, people("A", 100, clear=61, ties=9), more="scales: {}")
    assert figure(run, "A", "ALL")["estimate"] == pytest.approx(52)
    below = run_of(recodes, nodes, people("A", 100, clear=9, ties=61), more="scales: {}")
    assert figure(below, "A", "ALL")["estimate"] == pytest.approx(-52)


GEOMETRIC = [
    "code: C1, kind: component, items: [clear]",
    "code: C2, kind: component, items: [kept]",
    "code: ALL, kind: index, nodes: [C1, C2], aggregation: nodes_geometric",
]


def test_a_geometric_mean_is_on_the_scale_of_its_parts() -> None:
    """4 and 9 points: 6, where the arithmetic mean is 6.5; the error follows the slopes G/(2C)."""
    run = run_of([CLEAR, KEPT], GEOMETRIC, people("A", 180, clear=60, kept=160), more=f"scales: {POINTS}")
    row, first, second = (figure(run, "A", node) for node in ("ALL", "C1", "C2"))
    assert (first["estimate"], second["estimate"]) == (pytest.approx(4), pytest.approx(9))
    assert row["estimate"] == pytest.approx(60)
    between = 81 * (60 / 180 - (60 / 180) * (160 / 180)) / 179
    variance = (6 / 8) ** 2 * first["se"] ** 2 + (6 / 18) ** 2 * second["se"] ** 2 + 2 * (6 / 8) * (6 / 18) * between
    assert row["se"] == pytest.approx(10 * math.sqrt(variance))


def test_a_geometric_mean_of_nothing_is_refused() -> None:
    """On a scale from 0 a unit nobody is content with has no geometric mean."""
    with pytest.raises(Refusal, match="above 0"):
        run_of([CLEAR, KEPT], GEOMETRIC, people("A", 40, clear=0, kept=20), more="scales: {}")


def test_bonus_and_penalty_stand_beyond_the_maximum() -> None:
    """Two points more and half a point less, each on a line of its own."""
    beside = [
        f"{{code: {code}, source: appraised, recode: value, template: generic, goalposts: [0, 5], {LABEL}}}"
        for code in ("plus", "minus")
    ]
    run = run_of(
        [CLEAR, *beside],
        ["code: C1, kind: component, items: [clear]", "code: ALL, kind: index, nodes: [C1]"],
        [*people("A", 40, clear=40), *people("B", 40, clear=20)],
        [("A", "plus", 2.0), ("A", "minus", 0.5), ("B", "minus", 1.0)],
        more=f"scales: {POINTS}\n  bonus: [plus]\n  penalty: [minus]",
    )
    assert figure(run, "A", "ALL")["estimate"] == pytest.approx(100 + 2 - 0.5)
    assert figure(run, "B", "ALL")["estimate"] == pytest.approx(55 - 1)
    assert figure(run, "A", "plus")["estimate"] == pytest.approx(2.0)


def test_what_is_for_the_unit_alone_is_in_no_open_table() -> None:
    """Its component is published; sums and covariances of the single indicator are not."""
    private = "{code: kept, recode: pct_codes, codes: [1], published: false}"
    run = run_of(
        [CLEAR, private],
        ["code: ALL, kind: index, items: [clear, kept]"],
        [*people("A", 40, clear=30, kept=20), *people("B", 40, clear=30, kept=20)],
    )
    assert set(run.sums["item"]) == {"clear"}
    assert set(run.covariance["node"]) == {"clear", "ALL"}
    assert "kept" not in set(run.distributions["item"])

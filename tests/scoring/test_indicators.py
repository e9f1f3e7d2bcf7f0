"""Indicators between goalposts, hard figures, points: the worked examples of the fact sheet on DDCI and PAR."""

import math
from collections.abc import Sequence

import pandas as pd
import pytest
from scipy.optimize import brentq
from scipy.stats import binom

from scoring import Run
from tests.ground.indicators import POINTS, figure, people, run_of

TIES = "{code: ties, recode: pct_codes, codes: [1], direction: -1, goalposts: [0.2, 0.8]}"
CLEAR = "{code: clear, recode: pct_codes, codes: [1]}"
KEPT = "{code: kept, recode: pct_codes, codes: [1]}"
HARD = """code: hard
      source: hard
      recode: value
      label: {vi: Cứng, en: Hard}
      template: generic
      goalposts: [0, 9]"""


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


@pytest.mark.parametrize("direction", [1, -1])
def test_a_share_has_the_limits_of_a_share_whatever_its_goalposts(direction: int) -> None:
    """39 of 40 say yes: the exact limits of the binomial (Clopper and Pearson 1934), to what the design takes.

    Never above 100 %. The score between 50 and 90 % lies beyond its scale, where its limits are put with it.
    """
    clear = f"{{code: clear, recode: pct_codes, codes: [1], goalposts: [0.5, 0.9], direction: {direction}}}"
    ratings = [*people("A", 40, clear=39), *people("B", 40, clear=20)]
    run = run_of([clear], ["code: ALL, kind: index, items: [clear]"], ratings)
    raw, score_row = figure(run, "A", "clear", "raw"), figure(run, "A", "clear")
    lowest = brentq(lambda p: binom.sf(38, 40, p) - 0.025, 0.5, 0.9999)
    highest = brentq(lambda p: binom.cdf(39, 40, p) - 0.025, 0.9, 1 - 1e-12)
    assert (raw["interval"], score_row["interval"]) == ("beta", "beta")
    assert (raw["lower"], raw["upper"]) == (pytest.approx(lowest, abs=0.002), pytest.approx(highest, abs=0.002))
    assert raw["upper"] <= 1
    ends = [1 + 9 * (share - 0.5) / 0.4 for share in (raw["lower"], raw["estimate"], raw["upper"])]
    placed = ends if direction == 1 else [11 - end for end in reversed(ends)]
    assert list(score_row[["lower", "estimate", "upper"]]) == pytest.approx(placed)


def test_a_hard_figure_has_no_error_of_sampling(sheet: Run) -> None:
    """Neither an error nor an interval, and that is not the same as none."""
    row = figure(sheet, "A", "hard")
    assert (row["variance"], row["interval"]) == ("none", "none")
    assert row[["se", "lower", "upper"]].isna().all()
    province = sheet.estimates[sheet.estimates["block"].isna() & (sheet.estimates["measure"] == "score")]
    assert province.set_index("node").loc["hard", "estimate"] == pytest.approx(5.0)
    assert province.set_index("node").loc["ALL", "state"] == "reported"
    block = figure(sheet, None, "hard")
    assert (block["estimate"], block["interval"]) == (pytest.approx(5.0), "none")
    assert block[["se", "lower", "upper"]].isna().all()


def test_ranks_come_from_the_index_and_a_module_stands_beside(sheet: Run) -> None:
    """Within its powers: a figure of its own, without a rank."""
    assert [figure(sheet, unit, "ALL")["rank"] for unit in "ABCD"] == [1, 2, 3, 4]
    assert figure(sheet, "A", "OWN")["estimate"] == pytest.approx(100 * (108 + 122) / 360)
    assert pd.isna(figure(sheet, "A", "OWN")["rank"])


def test_a_tier_is_given_on_the_scale_it_was_written_for(sheet: Run) -> None:
    """Bounds of 100 points say nothing of a component on ten."""
    assert [figure(sheet, unit, "ALL")["tier"] for unit in "AD"] == ["good", "poor"]
    assert pd.isna(figure(sheet, "A", "C1")["tier"])


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


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.41, ("reported", "figures_missing: hard")), (0.39, ("ranked", ""))],
)
def test_a_hard_figure_that_costs_the_rank_is_named(share: float, told: tuple[str, str]) -> None:
    """Six tenths of this component must be measured: a figure that weighs over four tenths is needed for the rank."""
    ratings = [*people("A", 40, clear=20, kept=20), *people("B", 40, clear=30, kept=30)]
    nodes = [
        f"code: C1, kind: component, items: [clear, kept, hard], hard_share: {share}",
        "code: ALL, kind: index, nodes: [C1]",
    ]
    run = run_of([CLEAR, KEPT, HARD], nodes, ratings, [("A", "hard", 4.5)])
    found = figure(run, "B", "ALL")
    assert (found["state"], found["reason"]) == told
    assert figure(run, "A", "ALL")["state"] == "ranked"


def test_a_component_that_more_than_a_hard_figure_lacks_names_none() -> None:
    """With the figure it would lack answers all the same."""
    ratings = [*people("A", 40, clear=20, kept=20), *people("B", 40, clear=30)]
    ratings = [row | ({"kept": -2} if row["unit"] == "B" else {}) for row in ratings]
    nodes = [
        "code: C1, kind: component, items: [clear, kept, hard], hard_share: 0.1",
        "code: ALL, kind: index, nodes: [C1]",
    ]
    run = run_of([CLEAR, KEPT, HARD], nodes, ratings, [("A", "hard", 4.5)], f"scales: {POINTS}\n  usable: 0.4")
    assert figure(run, "B", "ALL")["reason"] == "component_missing"


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
    run = run_of(PAR, PAR_NODES, ratings, more="scales: {component: [0, 1.5], index: [0, 100]}")
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

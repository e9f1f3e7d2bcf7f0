"""The examples scored: simulated waves add up as their files say, and figures are those a reader finds by hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import prod

import pandas as pd
import pytest

from instruments.coding import coded_ratings, coded_response
from instruments.units import Unit
from scoring import Run, score
from scoring.files.columns import CRITERIA
from scoring.files.encoding import typed
from scoring.simulation import simulated_tables
from scoring.snapshot import Tables, pack, read
from tests.ground.examples import example, example_as_read
from tests.ground.indicators import figure

DAY = date(2026, 11, 20)
DIMENSIONS = [f"D{number}" for number in range(1, 9)]
LEVELS: dict[int, tuple[int, ...]] = {1: (5, 4, 4, 4, 4), 3: (4, 4, 4, 4, 3), 4: (4, 4, 4, 4, 4)}
"""What deputies, heads of communes and officials answer: .80, .70 and .75 of the way from 1 to 5 by group."""


def unit(code: str) -> Unit:
    return Unit(code, DAY, None, code, code, code, "commune", "phuong", None, None, None, None, None)


def simulated(code: str, n: int, *changes: tuple[str, str]) -> Run:
    """A run of n simulated answers about four wards, by an example with some words replaced."""
    instrument = example_as_read(code, *changes)
    tables = simulated_tables(instrument, [(unit(name), "phuong") for name in "abcd"], n, 3, DAY)
    return score(read(pack(tables, instrument, example(code, *changes))))


def answered(
    documents: Sequence[Mapping[str, object]],
    hard: Sequence[tuple[str, str, float]] = (),
    code: str = "par-khao-sat",
    left_out: Sequence[tuple[str, str]] = (),
) -> Run:
    """The run of some documents, each invited and of equal weight."""
    instrument = example_as_read(code)
    names = [f"r{place}" for place in range(len(documents))]
    rows = [
        {"response": name, **rating}
        for name, document in zip(names, documents, strict=True)
        for rating in coded_ratings(instrument, document)
    ]
    responses = pd.DataFrame([coded_response(instrument, document) for document in documents])
    fixed = {"cell": None, "psu": None, "access": "invited", "mode": "web", "excluded": False, "day": None}
    units = sorted({str(row["unit"]) for row in rows})
    tables = Tables(
        responses=responses.assign(response=names, **fixed),
        ratings=pd.DataFrame(rows),
        units=pd.DataFrame({"unit": units, "block": "phuong", "sort_key": units}),
        wave={"wave": "w", "snapshot": 1, "made": "2026-11-20", "name_vi": "A", "name_en": "A", "simulated": False},
        hard=pd.DataFrame(hard, columns=["unit", "indicator", "value"]),
        criteria=typed(pd.DataFrame(left_out, columns=["unit", "indicator"]).assign(not_applicable=True), CRITERIA),
    )
    return score(read(pack(tables, instrument, example(code))))


def of_group(group: int, many: int = 20) -> list[dict[str, object]]:
    """What people of a group say of A1 and A2, and the best of everything else they are asked."""
    instrument = example_as_read("par-khao-sat")
    asked = {
        one.made_from
        for one in (instrument.index.indicators if instrument.index else ())
        if one.base and group in one.base.codes
    }
    best = dict.fromkeys(sorted(asked), 5)
    levels = LEVELS.get(group, (5,))
    return [
        {
            "units": {"don_vi": "a"},
            "answers": {"nhom": group, **best} | ({"A1": levels[place % len(levels)]} if "A1" in asked else {}),
        }
        for place in range(many)
    ]


HARD = [("a", "A3", 1.2), ("a", "C3", 0.9), ("a", "sang_kien", 2.0), ("a", "cham_viec", 0.5)]


@pytest.mark.parametrize(("groups", "points"), [((1, 2, 3, 4, 5, 6), 1.125), ((2, 3, 4, 5, 6), 1.5 * 0.7285714)])
def test_a_criterion_of_six_groups_scores_as_the_fact_sheet_says(groups: tuple[int, ...], points: float) -> None:
    """Of 1.5 points .3, .3 and .4 at .80, .70 and .75: 1.125; without deputies 3/7 and 4/7: 1.093."""
    run = answered([one for group in groups for one in of_group(group)])
    assert figure(run, "a", "TC_A1")["estimate"] == pytest.approx(points)


def test_the_whole_index_adds_up_by_hand() -> None:
    """A1 1.125, A3 1.2, C3 0.9 and fifteen full criteria of 1.5 are 25.725 of 27: 95.28, and 1.5 points beside."""
    run = answered([one for group in range(1, 7) for one in of_group(group)], HARD)
    assert figure(run, "a", "LV_A")["estimate"] == pytest.approx(1.125 + 1.5 + 1.2)
    assert figure(run, "a", "LV_A")["scale_max"] == pytest.approx(4.5)
    assert figure(run, "a", "TC_A3")["estimate"] == pytest.approx(1.2)
    assert figure(run, "a", "PAR")["estimate"] == pytest.approx(100 * 25.725 / 27 + 2 - 0.5)
    assert [figure(run, "a", node)["source"] for node in ("A3", "C3", "PAR")] == ["appraised", "appraised", "mixed"]


def test_a_criterion_that_no_unit_of_the_block_has_lowers_the_maximum() -> None:
    """Without figures from offices 24 points are the most: 1.125 and fifteen times 1.5 of them."""
    run = answered([one for group in range(1, 7) for one in of_group(group)])
    for field, points in (("LV_A", 1.125 + 1.5), ("LV_C", 3)):
        assert figure(run, "a", field)["estimate"] == pytest.approx(points)
        assert figure(run, "a", field)["scale_max"] == pytest.approx(3)


def test_a_criterion_declared_not_to_apply_leaves_the_maximum_of_that_unit_alone() -> None:
    """The other unit has 1.2 of its 1.5 points: out of 4.5, while this one is out of 3."""
    documents = [one for group in range(1, 7) for one in of_group(group)]
    documents += [{**one, "units": {"don_vi": "b"}} for one in documents]
    run = answered(documents, [("b", "A3", 1.2)], left_out=[("a", "A3")])
    for name, points, most in (("a", 1.125 + 1.5, 3), ("b", 1.125 + 1.5 + 1.2, 4.5)):
        assert figure(run, name, "LV_A")["estimate"] == pytest.approx(points)
        assert figure(run, name, "LV_A")["scale_max"] == pytest.approx(most)
    assert figure(run, "a", "PAR")["estimate"] == pytest.approx(100 * (1.125 + 15 * 1.5) / 24)
    assert figure(run, "b", "PAR")["estimate"] == pytest.approx(100 * (1.125 + 1.2 + 15 * 1.5) / 25.5)


def test_the_mean_of_a_block_is_that_of_shares_of_each_units_own_maximum() -> None:
    """2.625 of 3 and 3.825 of 4.5 are 87.5 and 85 per cent; their mean, 86.25, of the 4.5 that apply to any of them."""
    documents = [one for group in range(1, 7) for one in of_group(group)]
    documents += [{**one, "units": {"don_vi": "b"}} for one in documents]
    run = answered(documents, [("b", "A3", 1.2)], left_out=[("a", "A3")])
    row = figure(run, None, "LV_A")
    assert (row["estimate"], row["scale_max"]) == (pytest.approx(4.5 * (0.875 + 0.85) / 2), pytest.approx(4.5))
    index = figure(run, None, "PAR")
    assert index["estimate"] == pytest.approx(
        (figure(run, "a", "PAR")["estimate"] + figure(run, "b", "PAR")["estimate"]) / 2
    )


def test_a_simulated_wave_of_reform_adds_up() -> None:
    """Points of eighteen criteria over 27, with bonus and penalty, in every ward; the best is first."""
    instrument = example_as_read("par-khao-sat")
    run = simulated("par-khao-sat", 1200)
    assert instrument.index is not None
    criteria = [node.code for node in instrument.index.nodes if node.kind == "component"]
    for name in "abcd":
        points = sum(figure(run, name, code)["estimate"] for code in criteria)
        beside = figure(run, name, "sang_kien")["estimate"] - figure(run, name, "cham_viec")["estimate"]
        assert figure(run, name, "PAR")["estimate"] == pytest.approx(100 * points / 27 + beside)
    assert sorted(figure(run, name, "PAR")["rank"] for name in "abcd") == [1, 2, 3, 4]


def test_dimensions_of_governance_are_added_up() -> None:
    """Eight of 1 to 10 are 8 to 80."""
    run = simulated("quan-tri-cap-xa", 400)
    for name in "abcd":
        total = sum(figure(run, name, code)["estimate"] for code in DIMENSIONS)
        assert figure(run, name, "QTX")["estimate"] == pytest.approx(total)
        assert 8 < total < 80


def test_dimensions_of_governance_are_multiplied_where_the_file_says_so() -> None:
    """The eighth root of their product, never above the arithmetic mean."""
    changes = (("aggregation: nodes_equal", "aggregation: nodes_geometric"), ("[8, 80]", "[1, 10]"))
    run = simulated("quan-tri-cap-xa", 400, *changes)
    values = [figure(run, "a", code)["estimate"] for code in DIMENSIONS]
    assert figure(run, "a", "QTX")["estimate"] == pytest.approx(prod(values) ** (1 / 8))
    assert figure(run, "a", "QTX")["estimate"] <= sum(values) / 8


def test_a_commune_by_hand() -> None:
    """40 people: 30 went to meetings, all were asked; 3 trips; marks of 7 and 9; waste “sometimes” is half."""
    says = dict.fromkeys(("TG2", "CK1", "CK2", "GT1", "GT2", "TT3", "MT2", "SO1", "SO2"), 4)
    says |= {"TN1": 2, "TN2": 4, "TT1": 1, "TT2": 3, "DV1": 7, "DV2": 9, "MT1": 2}
    documents = [{"units": {"noi_o": "a"}, "answers": says | {"TG1": 1 if place < 30 else 2}} for place in range(40)]
    run = answered(documents, code="quan-tri-cap-xa")
    by_hand = {
        "D1": 1 + 9 * (0.75 + 1) / 2,
        "D2": 10,
        "D3": 10,
        "D4": 1 + 9 * (1 + 0) / 2,
        "D5": 1 + 9 * (0.5 + 1) / 2,
        "D6": 1 + 9 * (0.7 + 0.9) / 2,
        "D7": 1 + 9 * (0.5 + 1) / 2,
        "D8": 10,
    }
    assert {code: figure(run, "a", code)["estimate"] for code in DIMENSIONS} == pytest.approx(by_hand)
    assert figure(run, "a", "QTX")["estimate"] == pytest.approx(sum(by_hand.values()))

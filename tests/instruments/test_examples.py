"""Instruments nobody thought of, written with no change of the program: what they ask of whom, and what they count."""

from collections import Counter

import pytest

from instruments.answers import check_document
from instruments.conditions import on_route
from instruments.index import Index
from instruments.indicator import Indicator
from instruments.model import Instrument
from instruments.reading import read_instrument
from tests.ground.examples import example, example_as_read, example_codes

GROUPS = range(1, 7)
MOST = 1.5
"""Points of a criterion at most."""


@pytest.fixture(scope="module")
def par() -> Instrument:
    """The survey on administrative reform."""
    return example_as_read("par-khao-sat")


@pytest.fixture(scope="module")
def communes() -> Instrument:
    """The survey on the governance of communes."""
    return example_as_read("quan-tri-cap-xa")


def index_of(instrument: Instrument) -> Index:
    assert instrument.index is not None
    return instrument.index


def group_of(indicator: Indicator) -> int | None:
    return indicator.base.codes[0] if indicator.base else None


@pytest.mark.parametrize("code", example_codes())
def test_an_example_can_be_issued_as_it_is(code: str) -> None:
    """No error and no warning, and the code is the name of the file."""
    reading = read_instrument(example(code), f"{code}.yaml")
    assert [one.sentence() for one in reading.mistakes] == []
    assert reading.instrument is not None
    assert reading.instrument.code == code


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_asked_what_counts_of_it_and_nothing_else(par: Instrument, group: int) -> None:
    """Deputies are not asked about counters, residents not about the division of labour within an office."""
    counted = {one.made_from for one in index_of(par).indicators if group_of(one) == group}
    assert on_route(par, {"nhom": group}) == counted | {"nhom"}
    assert 4 <= len(counted) <= 9


def test_whoever_names_no_group_is_asked_nothing_more(par: Instrument) -> None:
    """Their answers could count for nobody."""
    assert on_route(par, {}) == {"nhom"}


def test_each_criterion_has_weights_of_its_own_for_its_groups(par: Instrument) -> None:
    """They add up to 1; no group counts twice; two criteria come from offices instead."""
    index = index_of(par)
    criteria = [node for node in index.nodes if node.kind == "component"]
    surveyed = [node for node in criteria if node.aggregation == "items_weighted"]
    assert (len(criteria), len(surveyed)) == (18, 16)
    for node in surveyed:
        groups = Counter(group_of(one) for one in index.indicators if one.code in node.items)
        assert sum(node.weights) == pytest.approx(1)
        assert set(groups.values()) == {1}
    assert Counter(one.source for one in index.indicators if not one.is_soft) == {"appraised": 4}
    assessed = [one.code for one in index.indicators if one.template == "tieu_chi"]
    assert assessed == ["A3", "C3"]


def test_a_field_weighs_as_many_points_as_its_criteria_have(par: Instrument) -> None:
    """27 points in all, before bonus and penalty."""
    index = index_of(par)
    fields = index.node("PAR").nodes
    assert [index.points_of(field) for field in fields] == [4.5, 3, 4.5, 3, 3, 3, 3, 3]
    assert [MOST * len(index.node(field).nodes) for field in fields] == [index.points_of(field) for field in fields]
    assert index.points_of("PAR") == 27
    assert (index.bonus, index.penalty) == (("sang_kien",), ("cham_viec",))


def test_an_answer_of_a_council_deputy_is_taken(par: Instrument) -> None:
    """With the unit it is about; an answer to what residents are asked is not."""
    units = {"don_vi": ["so-y-te"]}
    document = {"units": {"don_vi": "so-y-te"}, "answers": {"nhom": 1, "A1": 4, "A2": {"none": "unknown"}, "H2": 5}}
    assert check_document(par, document, units) == ()
    off_route = {"units": {"don_vi": "so-y-te"}, "answers": {"nhom": 1, "C1": 4}}
    assert [one.place for one in check_document(par, off_route, units)] == ["answers.C1"]


def test_governance_has_eight_dimensions_of_one_to_ten(communes: Instrument) -> None:
    """Added up they are 8 to 80; every dimension has two figures."""
    index = index_of(communes)
    dimensions = [node for node in index.nodes if node.kind == "component"]
    assert [len(node.items) for node in dimensions] == [2] * 8
    assert (index.scale_of("component"), index.scale_of("index")) == ((1, 10), (8, 80))


def test_only_who_had_a_procedure_is_asked_about_it(communes: Instrument) -> None:
    """Trips and guidance; everybody is asked the rest."""
    assert on_route(communes, {"TT1": 1}) - on_route(communes, {"TT1": 2}) == {"TT2", "TT3"}


def test_a_geometric_mean_is_another_word_in_the_file() -> None:
    """Who lags in one dimension cannot make it good in another."""
    geometric = example_as_read(
        "quan-tri-cap-xa", ("aggregation: nodes_equal", "aggregation: nodes_geometric"), ("[8, 80]", "[1, 10]")
    )
    assert index_of(geometric).node("QTX").aggregation == "nodes_geometric"

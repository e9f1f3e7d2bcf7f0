"""How items weigh in nodes: equal items, equal nodes, given weights, and what missing parts do."""

import pytest

from instruments.index import Index, Missing, Node
from scoring.index.aggregation import parts_of

LABEL = {"vi": "x"}
ITEMS = {"A": ("a1", "a2", "a3"), "B": ("b1",)}
ALL = frozenset({"a1", "a2", "a3", "b1"})


def index(aggregation: str, weights: tuple[float, ...] = (), **missing: object) -> Index:
    """Component A of three items and B of one, below an index T."""
    parts = tuple(Node(code=code, kind="component", label=LABEL, items=items) for code, items in ITEMS.items())
    whole = Node(
        code="T",
        kind="index",
        label=LABEL,
        nodes=("A", "B"),
        aggregation=aggregation,  # type: ignore[arg-type] # one of the three names
        weights=weights,
    )
    return Index(
        code="T",
        label=LABEL,
        official="top2_share",
        definition_label={"top2_share": LABEL},
        nodes=(whole, *parts),
        blocks=({"code": "bb", "label": LABEL, "roles": ("r",)},),  # type: ignore[arg-type] # pydantic reads it
        missing=Missing(**missing),  # type: ignore[arg-type] # its own keywords
    )


@pytest.mark.parametrize(
    ("aggregation", "weights", "of_a", "of_b"),
    [("items_equal", (), 1 / 4, 1 / 4), ("nodes_equal", (), 1 / 6, 1 / 2), ("nodes_weighted", (3, 1), 1 / 4, 1 / 4)],
)
def test_three_ways_to_put_nodes_together(
    aggregation: str, weights: tuple[float, ...], of_a: float, of_b: float
) -> None:
    """Three items against one: 1/4 each, half a component each, or three to one."""
    found = parts_of(index(aggregation, weights), ALL, ALL)["T"]
    assert found.weights == pytest.approx({"a1": of_a, "a2": of_a, "a3": of_a, "b1": of_b})
    assert found.present == pytest.approx(1.0)


def test_a_component_that_does_not_apply_leaves_the_others_whole() -> None:
    """Without B the index is component A, and B has no row."""
    found = parts_of(index("nodes_equal"), ALL - {"b1"}, ALL - {"b1"})
    assert set(found) == {"T", "A"}
    assert found["T"].present == pytest.approx(1.0)


def test_a_missing_component_below_two_thirds_takes_the_index_with_it() -> None:
    """Equal nodes: without B half of the weight is there."""
    found = parts_of(index("nodes_equal"), ALL, ALL - {"b1"})
    assert (found["B"].missing, found["T"].missing, found["T"].present) == (True, True, pytest.approx(0.5))


def test_with_enough_left_the_weights_rescale() -> None:
    """Four items of which one was not measured: thirds; component A keeps two of three, which is just enough."""
    found = parts_of(index("items_equal"), ALL, ALL - {"a3"})
    assert found["T"].weights == pytest.approx({"a1": 1 / 3, "a2": 1 / 3, "b1": 1 / 3})
    assert found["A"].weights == pytest.approx({"a1": 1 / 2, "a2": 1 / 2})


def test_missing_parts_can_be_refused_or_counted() -> None:
    """`refuse` takes no gap; by count three of four items are enough where by weight half is not."""
    assert parts_of(index("items_equal", policy="refuse"), ALL, ALL - {"a3"})["T"].missing
    counted = parts_of(index("nodes_equal", by="count"), ALL, ALL - {"b1"})["T"]
    assert counted.weights == pytest.approx({"a1": 1 / 3, "a2": 1 / 3, "a3": 1 / 3})


def test_a_figure_for_some_blocks_is_made_for_no_other() -> None:
    """What lies in the hands of a commune says nothing of a department."""
    whole = index("nodes_equal")
    own = Node(code="OWN", kind="module", label=LABEL, items=("a1", "b1"), blocks=("communes",))
    beside = whole.model_copy(update={"nodes": (*whole.nodes, own)})
    assert parts_of(beside, ALL, ALL, "communes")["OWN"].weights == {"a1": 0.5, "b1": 0.5}
    assert "OWN" not in parts_of(beside, ALL, ALL, "departments")
    assert parts_of(beside, ALL, ALL, "departments")["T"] == parts_of(whole, ALL, ALL)["T"]


def test_a_node_may_refuse_what_the_index_rescales() -> None:
    """Two of three items: the index goes on with three of four, that node has no figure."""
    plain = index("items_equal")
    nodes = tuple(node.model_copy(update={"missing": "refuse"} if node.code == "A" else {}) for node in plain.nodes)
    found = parts_of(plain.model_copy(update={"nodes": nodes}), ALL, ALL - {"a3"})
    assert (found["A"].missing, found["T"].missing, found["T"].present) == (True, False, pytest.approx(3 / 4))
    assert not parts_of(plain, ALL, ALL - {"a3"})["A"].missing

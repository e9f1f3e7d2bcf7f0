"""A component of one item is that item: hiding one without the other hides nothing."""

from collections.abc import Callable
from typing import Any

import pandas as pd

MakeWorld = Callable[..., Any]
Row = Callable[..., pd.Series]


def test_a_component_of_one_hidden_item_is_hidden_with_a_second_one(world: MakeWorld, row: Row) -> None:
    """12 of 15 cases answered, the only item of C by 9: C goes, and B with it, or T would give it back."""
    items = {"A": dict.fromkeys(("a1", "a2", "a3"), "office"), "B": {"b1": "office"}, "C": {"c1": "office"}}
    frame = pd.DataFrame({"cell": ["c"], "stratum": "s", "unit": "o1", "N": [15], "invited": 15, "used": 12})
    strata = pd.DataFrame({"stratum": ["s"], "unit": ["o1"], "N": [15]})
    ratings = [
        {
            "response": f"r{k:02}",
            "unit": "o1",
            "cell": "c",
            **dict.fromkeys(("a1", "a2", "a3"), 4),
            "b1": 4 if k < 11 else -4,
            "c1": -1 if k < 3 else 5,
        }
        for k in range(12)
    ]
    run = world(items).run(ratings, frame=frame, strata=strata)
    assert row(run, "o1", "T")["state"] == "ranked"
    for node in ("c1", "C", "b1", "B"):
        assert row(run, "o1", node)["state"] == "suppressed"
        assert pd.isna(row(run, "o1", node)["estimate"])
    assert row(run, "o1", "A")["state"] == "ranked"

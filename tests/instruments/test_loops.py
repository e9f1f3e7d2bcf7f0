"""Units rated in turn: what a document holds about each, what is asked, and what lands in the data."""

from collections.abc import Mapping
from typing import Any

import pytest

from instruments.answers import check_document, rated_units
from instruments.coding import coded_ratings, coded_response, texts
from instruments.conditions import Asked, on_route
from instruments.model import Instrument

UNITS = {"met": ["s1", "s2", "s3"]}
WHOLE: dict[str, Any] = {
    "form": "a",
    "answers": {"kind": 1, "began": "2019-05-01", "recommend": 0},
    "choice": {"met": {"eligible": ["s1", "s2", "s3"], "drawn": ["s1", "s3"]}},
    "loops": {
        "met": {
            "s3": {"filed": 2, "easy": {"none": "unknown"}, "ties": 1},
            "s1": {"filed": 1, "trips": 3, "easy": 4, "ties": 5, "why": "Nhanh hơn"},
        }
    },
}


def faults(firms: Instrument, **parts: object) -> list[tuple[str, str]]:
    return [(error.place, error.code) for error in check_document(firms, {**WHOLE, **parts}, UNITS)]


def test_a_document_with_two_rated_units_is_accepted(firms: Instrument) -> None:
    """One set of answers a unit, and the choice they come from."""
    assert faults(firms) == []
    assert [one.unit for one in rated_units(firms, WHOLE)] == ["s1", "s3"]


def test_nobody_has_to_be_rated(firms: Instrument) -> None:
    """A firm that dealt with no office still answers about itself."""
    assert faults(firms, loops={}, choice={}) == []


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"loops": {"met": {"s9": {}}}}, [("choice.met", "choice-other")] * 2 + [("loops.met", "unit-not-allowed")]),
        ({"loops": {"desk": {}}}, [("loops.desk", "role-unknown")]),
        ({"loops": {"met": {"s1": 4}}}, [("loops.met.s1", "part-shape")]),
        ({"loops": {"met": {"s1": {"easy": 9}}}}, [("loops.met.s1.easy", "code-unknown")]),
        ({"loops": {"met": {"s1": {"kind": 1}}}}, [("loops.met.s1.kind", "item-unknown")]),
        ({"loops": {"met": {"s1": {"filed": 2, "trips": 3}}}}, [("loops.met.s1.trips", "off-route")]),
        ({"loops": {"met": {"s1": {"fair": 3}}}}, [("loops.met.s1.fair", "off-route")]),
        ({"answers": {"easy": 3}}, [("answers.easy", "item-unknown")]),
        ({"answers": {"began": "2019-02-30"}}, [("answers.began", "date-shape")]),
        ({"answers": {"recommend": 7.5}}, [("answers.recommend", "rating-shape")]),
        ({"answers": {"recommend": 11}}, [("answers.recommend", "number-high")]),
        ({"answers": {"thanks": "x"}}, [("answers.thanks", "note-answered")]),
        ({"form": "c", "loops": {}}, [("form", "form-unknown")]),
        ({"form": None}, [("form", "form-unknown")]),
        ({"units": {"met": "s1"}}, [("units.met", "role-unknown")]),
        ({"choice": {"met": {"eligible": ["s1"]}}}, [("choice.met", "choice-other")]),
        ({"loops": {"met": ["s1", {"free": "text"}]}}, [("loops.met", "part-shape")]),
        ({"choice": {"met": "s1"}}, [("choice.met", "part-shape")]),
        ({"choice": {"met": {"note": "0912"}}}, [("choice.met", "choice-shape")]),
        ({"choice": {"met": {"eligible": "s1"}}}, [("choice.met", "choice-shape")]),
        (
            {"loops": {"met": {"s1": {}, "s2": {}, "s3": {}}}, "choice": None},
            [("loops.met", "loop-many")],
        ),
    ],
)
def test_what_does_not_belong_is_refused_where_it_stands(
    firms: Instrument, parts: Mapping[str, object], expected: list[tuple[str, str]]
) -> None:
    """The place names the role, the unit and the item."""
    assert faults(firms, **parts) == expected


def test_each_unit_has_its_own_route(firms: Instrument) -> None:
    """Trips are asked where a file was handed in, and only about that unit."""
    answers = WHOLE["answers"]
    about = {unit: {**answers, **given} for unit, given in WHOLE["loops"]["met"].items()}
    assert "trips" in on_route(firms, about["s1"], Asked("a", "met"))
    assert on_route(firms, about["s3"], Asked("a", "met")) == {"filed", "easy", "ties", "why"}
    assert on_route(firms, answers, Asked("a")) == {"kind", "began", "recommend", "thanks"}


def test_each_rated_unit_is_a_row_of_the_data(firms: Instrument) -> None:
    """Codes, a reason not to answer, off the route, and not asked on this form are told apart."""
    first, second = coded_ratings(firms, WHOLE)
    assert (first["unit"], first["roles"], first["easy"], first["trips"], first["fair"]) == ("s1", "met", 4, 3.0, -2)
    assert (second["unit"], second["easy"], second["trips"], second["trips__none"]) == ("s3", -5, None, -3)
    assert coded_response(firms, WHOLE) == {
        "kind": 1,
        "began": 20190501.0,
        "began__none": 0,
        "recommend": 0.0,
        "recommend__none": 0,
    }


def test_a_text_is_about_the_unit_it_was_asked_for(firms: Instrument) -> None:
    """Nothing else connects the two."""
    assert [(text.item, text.unit) for text in texts(firms, WHOLE)] == [("why", "s1")]

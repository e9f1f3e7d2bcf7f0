"""Conditions are strict: the vectors shared with the browser hold here."""

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instruments.conditions import ARGUMENTS, OPERATORS, Asked, holds, on_route
from instruments.model import Instrument

VECTORS = json.loads((files("instruments") / "vectors" / "conditions.json").read_text(encoding="utf-8"))
_VALUES = (
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats() | st.text(max_size=2) | st.lists(st.integers(1, 3))
)


@pytest.mark.parametrize("vector", VECTORS["conditions"], ids=lambda vector: vector["name"])
def test_a_condition_is_what_the_vectors_say(vector: dict[str, object]) -> None:
    """The same file is run by the browser."""
    assert holds(vector["condition"], vector["answers"]) is vector["expected"]  # type: ignore[arg-type] # read from JSON


@pytest.mark.parametrize("vector", VECTORS["routes"], ids=lambda vector: vector["name"])
def test_a_route_is_what_the_vectors_say(vector: dict[str, object], small: Instrument) -> None:
    """Sections open and close with the answers before them; forms and units have routes of their own."""
    asked = Asked(vector.get("form"), vector.get("loop"))  # type: ignore[arg-type] # read from JSON
    assert on_route(_instrument(small, vector), vector["answers"], asked) == set(vector["expected"])  # type: ignore[arg-type, call-overload] # read from JSON


def _instrument(small: Instrument, vector: dict[str, object]) -> Instrument:
    sections, role = vector["sections"], small.roles[0].model_dump()
    assert isinstance(sections, list)
    looped = [{**role, "code": code, "loop": {"at_most": 2}} for code in vector.get("looped", [])]  # type: ignore[attr-defined] # read from JSON
    text = {"vi": "Câu"}
    whole = [
        {
            "code": f"s{number}",
            "title": text,
            **section,
            "items": [{"kind": "text", "text": text, **item} for item in section["items"]],
        }
        for number, section in enumerate(sections)
    ]
    changes = {"sections": whole, "index": None, "forms": vector.get("forms", []), "roles": looped}
    return Instrument.model_validate(small.model_dump() | changes)


def test_every_operator_has_its_number_of_arguments() -> None:
    """What the evaluator knows, the lint knows."""
    assert set(ARGUMENTS) == set(OPERATORS)


def test_every_operator_stands_in_the_vectors() -> None:
    """The browser is held to each of them."""
    written = json.dumps(VECTORS["conditions"])
    assert all(f'{{"{operator}":' in written for operator in OPERATORS)


def test_an_unknown_operator_is_an_error() -> None:
    """The lint refuses it before any answer arrives."""
    with pytest.raises(ValueError, match="unknown operator 'matches'"):
        holds({"matches": ["a", "b"]}, {})


@given(st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in"]), _VALUES, _VALUES)
def test_a_comparison_of_anything_is_true_or_false(operator: str, left: object, right: object) -> None:
    """No value a document can hold makes a comparison fail."""
    assert holds({operator: [{"var": "a"}, {"var": "b"}]}, {"a": left, "b": right}) in (True, False)
    if left is None or right is None:
        assert not holds({operator: [{"var": "a"}, {"var": "b"}]}, {"a": left, "b": right})

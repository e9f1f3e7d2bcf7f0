"""Every form, shipped or an example, is walked by answers of chance: each question is reached, nobody is stuck."""

from typing import Any

import pytest

from instruments.answers import check_document
from instruments.catalogue import shipped, shipped_codes
from instruments.coding import coded_ratings, coded_response, rating_columns, response_columns
from instruments.model import Instrument
from instruments.reading import read_instrument
from tests.ground.examples import example, example_codes
from tests.instruments.walking import reached, units_of, walks


@pytest.fixture(scope="module", params=[*shipped_codes(), *example_codes()])
def instrument(request: pytest.FixtureRequest) -> Instrument:
    """Each shipped instrument in turn, and each example."""
    file = example(request.param) if request.param in example_codes() else shipped(request.param)
    found = read_instrument(file, request.param).instrument
    assert found is not None
    return found


@pytest.fixture(scope="module")
def documents(instrument: Instrument) -> list[dict[str, Any]]:
    """What people who answer by chance send."""
    return list(walks(instrument))


def test_every_question_can_be_reached(instrument: Instrument, documents: list[dict[str, Any]]) -> None:
    """A question nobody is ever asked is a mistake of the routes."""
    asked: set[str] = set().union(*(reached(instrument, document) for document in documents))
    assert {item.code for item in instrument.items()} - asked == set()


def test_every_walk_ends_in_a_document_that_is_accepted(
    instrument: Instrument, documents: list[dict[str, Any]]
) -> None:
    """Nobody who answers what is asked is refused in the end, whatever was passed over."""
    units = units_of(instrument)
    for document in documents:
        assert check_document(instrument, document, units) == ()


def test_every_walk_fills_every_column_of_the_data(instrument: Instrument, documents: list[dict[str, Any]]) -> None:
    """No answer is ever a plain null."""
    whole, about = {one.name for one in response_columns(instrument)}, {one.name for one in rating_columns(instrument)}
    for document in documents:
        assert set(coded_response(instrument, document)) == whole
        for rating in coded_ratings(instrument, document):
            assert set(rating) == about | {"unit", "roles"}

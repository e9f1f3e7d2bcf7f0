"""A row of a file becomes an answer document, whatever kinds of questions the instrument asks."""

from instruments.answers import check_document
from instruments.catalogue import shipped
from instruments.model import Instrument
from instruments.reading import read_instrument
from survey.collecting.answer_cells import answer_columns, document_of


def test_a_day_and_the_form_of_a_split_ballot_are_taken_from_their_columns(firms: Instrument) -> None:
    """The form is part of the document where the instrument has forms."""
    assert {"began", "began__none"} <= set(answer_columns(firms))
    document = document_of([{"kind": "1", "began": "2020-01-31", "form": "a"}], firms)
    assert document == {"units": {}, "answers": {"kind": 1, "began": "2020-01-31"}, "form": "a"}
    assert [error.place for error in check_document(firms, document, {})] == []


def test_a_rating_has_a_column_of_reasons_and_a_note_has_none() -> None:
    """The brand survey asks with both."""
    brand = read_instrument(shipped("thuong-hieu"), "thuong-hieu.yaml").instrument
    assert brand is not None
    columns = answer_columns(brand)
    assert {"B_N1a", "B_N1a__none"} <= set(columns)
    assert "truth" not in columns
    answers = document_of([{"B_R": "1", "B_N1a": "9", "B_N1b__none": "98"}], brand)["answers"]
    assert answers == {"B_R": 1, "B_N1a": 9, "B_N1b": {"none": "unknown"}}

"""Words behind an option in files of answers and in the form without script."""

import pytest
from werkzeug.datastructures import MultiDict

from instruments.answers import check_document
from instruments.model import Instrument
from survey.closing.export import rows_of
from survey.collecting.answer_cells import answer_columns, document_of
from survey.pages.respond import typed
from tests.ground.files import as_read
from tests.instruments.test_words import FILE

ANSWERS = {"heard": [1, 9], "heard__other": "Hàng xóm", "job": 7, "job__other": "=1+1"}


@pytest.fixture(name="instrument", scope="module")
def instrument_fixture() -> Instrument:
    return as_read(FILE)


def test_words_have_a_column_behind_their_item(instrument: Instrument) -> None:
    """An export without texts leaves it empty; one with texts escapes formulas as in every text."""
    columns = answer_columns(instrument)
    assert columns[-6:] == ("heard__1", "heard__9", "heard__none", "heard__other", "job", "job__other")
    (bare,) = rows_of({"answers": ANSWERS}, instrument, has_texts=False)
    assert bare == {"heard__1": "1", "heard__9": "1", "job": "7"}
    (whole,) = rows_of({"answers": ANSWERS}, instrument, has_texts=True)
    assert (whole["heard__other"], whole["job__other"]) == ("Hàng xóm", "'=1+1")


def test_a_row_without_the_tick_is_refused_with_its_words(instrument: Instrument) -> None:
    """A row makes the document that the form would send, and the same check reads it."""
    ticked = {"heard__9": "1", "heard__other": "Hàng xóm"}
    document = document_of([ticked], instrument)
    assert document["answers"] == {"heard": [9], "heard__other": "Hàng xóm"}
    assert check_document(instrument, document, {}) == ()
    without = document_of([ticked | {"heard__9": "0"}], instrument)
    assert [one.place for one in check_document(instrument, without, {})] == ["answers.heard__other"]


def test_without_script_words_go_with_their_tick_or_are_told_of(instrument: Instrument) -> None:
    """The review page says that something typed is left out, and the way back keeps the words."""
    kept = typed.typed_in(MultiDict([("a.job", "7"), ("a.job__other", "Chạy xe ôm")]))
    document = typed.document_of(instrument, kept)
    assert document["answers"] == {"job": 7, "job__other": "Chạy xe ôm"}
    assert typed.typed_of(document).value("a.job__other") == "Chạy xe ôm"
    assert not typed.leaves_out(instrument, kept, document)
    stray = typed.typed_in(MultiDict([("a.job", "1"), ("a.job__other", "Chạy xe ôm")]))
    assert typed.document_of(instrument, stray)["answers"] == {"job": 1}
    assert typed.leaves_out(instrument, stray, typed.document_of(instrument, stray))

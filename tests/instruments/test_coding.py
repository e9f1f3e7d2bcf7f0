"""Checked documents become the columns of a snapshot, where each way of not answering has its code."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from instruments.answers import check_document
from instruments.coding import (
    ENTRY_CODES,
    MISSING_CODES,
    REASON_CODES,
    Column,
    Text,
    coded_ratings,
    coded_response,
    rating_columns,
    response_columns,
    texts,
)
from instruments.model import Instrument

CHOSEN = {"desk": "06652", "office": "so-y-te"}


def document(**answers: object) -> dict[str, object]:
    return {"units": CHOSEN, "answers": answers}


def test_items_without_a_role_are_columns_of_the_response(small: Instrument) -> None:
    """One column per option of a multiple choice, two for a number, none for a text."""
    assert response_columns(small) == (
        Column("ways__1", "code"),
        Column("ways__2", "code"),
        Column("ways__3", "code"),
        Column("trips", "number"),
        Column("trips__none", "none"),
    )


def test_items_with_a_role_are_columns_of_the_rating(small: Instrument) -> None:
    """The remark is text and lies elsewhere."""
    assert rating_columns(small) == (Column("polite", "code"), Column("swift", "code"))


def test_answers_keep_their_codes(small: Instrument) -> None:
    """What was ticked is 1, what was not is 0, a number is a number."""
    assert coded_response(small, document(ways=[1, 3], trips=2)) == {
        "ways__1": 1,
        "ways__2": 0,
        "ways__3": 1,
        "trips": 2.0,
        "trips__none": 0,
    }


def test_a_blank_is_minus_one_and_off_the_route_minus_three(small: Instrument) -> None:
    """Without ways, trips is not asked at all."""
    assert coded_response(small, document()) == {
        "ways__1": -1,
        "ways__2": -1,
        "ways__3": -1,
        "trips": None,
        "trips__none": -3,
    }
    assert coded_response(small, document(ways=[1]))["trips__none"] == -1


def test_a_reason_stands_beside_a_number(small: Instrument) -> None:
    """Refused is −6, don't know −5."""
    row = coded_response(small, document(ways=[1], trips={"none": "refused"}))
    assert (row["trips"], row["trips__none"]) == (None, -6)


def test_each_unit_is_rated_in_the_role_it_holds(small: Instrument) -> None:
    """An item about a role that the row's unit does not hold is −2."""
    assert coded_ratings(small, document(polite={"none": "unknown"}, swift=3)) == [
        {"unit": "06652", "roles": "desk", "polite": -5, "swift": -2},
        {"unit": "so-y-te", "roles": "office", "polite": -2, "swift": 3},
    ]


def test_a_unit_with_both_roles_has_one_row(small: Instrument) -> None:
    """Receiving point and deciding office are one ward."""
    value = {"units": {"desk": "06652", "office": "06652"}, "answers": {"polite": 1}}
    assert coded_ratings(small, value) == [{"unit": "06652", "roles": "desk;office", "polite": 1, "swift": -1}]


def test_who_rates_nobody_has_no_row(small: Instrument) -> None:
    """The response counts all the same."""
    assert coded_ratings(small, {}) == []
    assert coded_response(small, {})["ways__1"] == -1


def test_texts_name_the_unit_they_are_about(small: Instrument, sipas: Instrument) -> None:
    """A remark about the desk belongs to its unit, a general one to nobody."""
    assert texts(small, document(remark="Tốt")) == [Text("remark", "06652", "Tốt")]
    assert texts(small, document()) == []
    assert texts(sipas, {"answers": {"q11": "Nhanh hơn"}}) == [Text("q11", None, "Nhanh hơn")]


def test_the_codes_of_paper_and_of_the_data_speak_of_the_same_reasons() -> None:
    """97, 98 and 99 become −4, −5 and −6."""
    assert [REASON_CODES[ENTRY_CODES[code]] for code in (97, 98, 99)] == [-4, -5, -6]
    assert sorted(MISSING_CODES) == [-6, -5, -4, -3, -2, -1]


def test_sipas_has_sixteen_rating_columns_and_its_profile_in_the_response(sipas: Instrument) -> None:
    """9.24 to 9.39 rate units; the rest is about the person."""
    assert [column.name for column in rating_columns(sipas)] == [f"q9_{number}" for number in range(24, 40)]
    assert {"respondent", "channel", "q5", "q6", "q7_1", "q10_10", "A2", "feedback_sent"} <= {
        column.name for column in response_columns(sipas)
    }


_ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "polite": st.sampled_from([1, 2, 3, {"none": "unknown"}, None]),
        "swift": st.sampled_from([1, 2, 3]),
        "ways": st.lists(st.sampled_from([1, 2, 3]), min_size=1, unique=True),
        "trips": st.integers(0, 30) | st.just({"none": "refused"}),
        "remark": st.just("Tốt"),
    },
)


@settings(deadline=None)
@given(answers=_ANSWERS, desk=st.sampled_from(["06652", "so-y-te"]))
def test_every_accepted_document_fills_every_column(
    small: Instrument, answers: Mapping[str, object], desk: str
) -> None:
    """No code column is ever null, and rows have exactly the columns announced."""
    value = {"units": {"desk": desk, "office": "so-y-te"}, "answers": answers}
    if check_document(small, value, {"desk": {"06652", "so-y-te"}, "office": {"so-y-te"}}):
        return
    row = coded_response(small, value)
    assert list(row) == [column.name for column in response_columns(small)]
    assert all(row[column.name] is not None for column in response_columns(small) if column.kind != "number")
    for rating in coded_ratings(small, value):
        assert list(rating) == ["unit", "roles", *(column.name for column in rating_columns(small))]

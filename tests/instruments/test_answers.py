"""An answer document is stored only when it fits its instrument, and is refused in words a person understands."""

import json
import time
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instruments.answers import AnswerError, RatedUnit, check_document, digest, rated_units
from instruments.answers.texts import ANSWER_TEXTS
from instruments.model import Instrument

UNITS = {"desk": {"06652", "06658"}, "office": {"06652", "so-y-te"}}
CHOSEN = {"desk": "06652", "office": "so-y-te"}


def document(answers: Mapping[str, object], **parts: object) -> dict[str, object]:
    return {"units": CHOSEN, "answers": answers, **parts}


def found(instrument: Instrument, value: object) -> list[tuple[str, str]]:
    return [(one.place, one.code) for one in check_document(instrument, value, UNITS)]


def test_a_whole_document_is_accepted(small: Instrument) -> None:
    """Codes, several codes, a number, a reason and words."""
    answers = {"polite": {"none": "unknown"}, "swift": 3, "ways": [1, 3], "trips": 2, "remark": "Tốt"}
    assert found(small, document(answers)) == []


def test_blanks_are_accepted(small: Instrument) -> None:
    """Absent and null are both blank; a required item may be left blank too."""
    assert found(small, document({})) == []
    assert found(small, document({"polite": None}, loops=None, choice={})) == []


def test_required_items_of_sipas_may_be_left_blank(sipas: Instrument) -> None:
    """The form asks again, the server keeps what a person chose to say."""
    assert sipas.item("q9_24").required
    units = {"noi_tiep_nhan": "06652", "co_quan_giai_quyet": "06652"}
    allowed = {"noi_tiep_nhan": {"06652"}, "co_quan_giai_quyet": {"06652"}}
    assert check_document(sipas, {"units": units, "answers": {}}, allowed) == ()


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"polite": 4}, "code-unknown"),
        ({"polite": 0}, "code-unknown"),
        ({"polite": 10**400}, "code-unknown"),
        ({"polite": 3.0}, "code-shape"),
        ({"polite": True}, "code-shape"),
        ({"polite": "3"}, "code-shape"),
        ({"polite": [3]}, "code-shape"),
        ({"polite": {"none": "refused"}}, "reason-not-offered"),
        ({"polite": {"none": ["unknown"]}}, "reason-not-offered"),
        ({"polite": {"none": "unknown", "why": 1}}, "reason-shape"),
        ({"polite": {}}, "reason-shape"),
        ({"ways": 1}, "codes-shape"),
        ({"ways": []}, "codes-shape"),
        ({"ways": [1, 1]}, "codes-shape"),
        ({"ways": [True]}, "codes-shape"),
        ({"ways": [1, 2, 3, 1]}, "codes-shape"),
        ({"ways": [1, 9]}, "code-unknown"),
        ({"ways": [1], "trips": "2"}, "number-shape"),
        ({"ways": [1], "trips": False}, "number-shape"),
        ({"ways": [1], "trips": float("nan")}, "number-shape"),
        ({"ways": [1], "trips": float("inf")}, "number-shape"),
        ({"ways": [1], "trips": -1}, "number-low"),
        ({"ways": [1], "trips": 10**400}, "number-high"),
        ({"ways": [2], "trips": 2}, "off-route"),
        ({"remark": 5}, "text-shape"),
        ({"remark": " \n"}, "text-shape"),
        ({"remark": "x" * 21}, "text-long"),
        ({"remark": "a\x00b"}, "text-characters"),
        ({"remark": "a\ud800b"}, "text-characters"),
        ({"colour": 1}, "item-unknown"),
        ({"": 1}, "item-unknown"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(small: Instrument, answers: dict[str, object], code: str) -> None:
    """Nothing is trimmed silently: the document is refused with the place."""
    (error,) = check_document(small, document(answers), UNITS)
    assert error.code == code
    assert error.place == f"answers.{list(answers)[-1]}"


@pytest.mark.parametrize(
    ("value", "errors"),
    [
        ([], [("document", "document-shape")]),
        (None, [("document", "document-shape")]),
        ({"units": CHOSEN, "extra": 1}, [("document.extra", "part-unknown")]),
        ({"units": CHOSEN, "answers": []}, [("answers", "part-shape")]),
        ({"units": CHOSEN, "loops": {"b": {}}}, [("loops", "part-not-used")]),
        (
            {"units": "06652"},
            [("units", "part-shape"), ("units.desk", "unit-missing"), ("units.office", "unit-missing")],
        ),
        ({"units": {**CHOSEN, "home": "06652"}}, [("units.home", "role-unknown")]),
        ({"units": {**CHOSEN, "desk": "so-y-te"}}, [("units.desk", "unit-not-allowed")]),
        ({"units": {**CHOSEN, "desk": ["06652"]}}, [("units.desk", "unit-not-allowed")]),
        ({"units": {"office": "so-y-te"}}, [("units.desk", "unit-missing")]),
        (
            {"units": {"office": "so-y-te"}, "answers": {"polite": 1}},
            [("units.desk", "unit-missing"), ("answers.polite", "unit-not-named")],
        ),
    ],
)
def test_a_document_of_another_shape_is_refused(
    small: Instrument, value: object, errors: list[tuple[str, str]]
) -> None:
    """Parts, roles and units are checked like answers."""
    assert found(small, value) == errors


def test_a_role_without_units_in_the_wave_is_not_asked(small: Instrument) -> None:
    """A wave of departments alone asks for no ward."""
    assert check_document(small, {"units": {"office": "so-y-te"}}, {"office": {"so-y-te"}}) == ()


def test_a_role_off_the_route_is_refused(small: Instrument) -> None:
    """Where its section is not shown, no unit can hold the role."""
    closed = small.sections[0].model_copy(update={"when": {"==": [1, 2]}})
    instrument = small.model_copy(update={"sections": (closed,)})
    assert found(instrument, {"units": {"desk": "06652"}}) == [("units.desk", "role-off-route")]


def test_line_breaks_of_a_form_count_once(small: Instrument) -> None:
    """A browser posts a line break as two characters and counts it as one."""
    assert found(small, document({"remark": "x\r\n" * 10})) == []


def test_the_reason_is_said_in_both_languages(small: Instrument) -> None:
    """With the number of the question, or its text where it has none."""
    polite, swift = check_document(small, document({"polite": 9, "swift": 9}), UNITS)
    assert polite.message == {
        "vi": "Câu “1”: không có lựa chọn 9; hãy chọn một trong 1, 2, 3.",
        "en": "Question “1” has no choice 9; please choose one of 1, 2, 3.",
    }
    assert swift.message["vi"].startswith("Câu “Kết quả đúng hẹn”: ")
    (unit,) = check_document(small, {"units": {**CHOSEN, "desk": "x" * 100}}, UNITS)
    assert unit.message["vi"] == (
        f"“Nơi tiếp nhận”: đơn vị {'x' * 60}… không có trong danh sách của đợt khảo sát; hãy chọn trong danh sách."
    )


def test_a_flood_of_mistakes_is_cut(small: Instrument) -> None:
    """Ten thousand unknown items give fifty sentences."""
    assert len(check_document(small, document({f"x{number}": 1 for number in range(10_000)}), UNITS)) == 50


def test_every_sentence_exists_in_both_languages() -> None:
    """And ends as a sentence."""
    assert all(set(text) == {"vi", "en"} for text in ANSWER_TEXTS.values())
    assert all(sentence.endswith(".") for text in ANSWER_TEXTS.values() for sentence in text.values())


def test_checking_one_sipas_document_takes_under_a_millisecond(sipas: Instrument) -> None:
    """The check stands in the way of every submission; the best of many runs is what the code costs."""
    answers = {item.code: 4 for item in sipas.items() if item.scale == "sat5"}
    whole = {"units": {"noi_tiep_nhan": "06652", "co_quan_giai_quyet": "so-y-te"}, "answers": answers}
    allowed = {"noi_tiep_nhan": {"06652"}, "co_quan_giai_quyet": {"so-y-te"}}

    def seconds() -> float:
        start = time.perf_counter()
        assert check_document(sipas, whole, allowed) == ()
        return time.perf_counter() - start

    assert min(seconds() for _ in range(50)) < 0.001


def test_the_digest_knows_the_content_and_not_its_order() -> None:
    """The same answers again are the same response."""
    assert digest({"answers": {"b": 1, "a": 2.0}}) == digest({"answers": {"a": 2, "b": 1, "c": None}})
    assert digest({"answers": {"a": 2}}) != digest({"answers": {"a": 3}})


def test_a_document_beyond_all_sense_has_no_digest() -> None:
    """It equals no digest stored, and the check refuses it."""
    value: object = []
    for _ in range(500):
        value = [value]
    assert digest({"answers": value}) == ""
    assert digest({"answers": {"a": object()}}) == ""


def test_a_unit_with_two_roles_is_rated_once(small: Instrument) -> None:
    """One rating holds both roles, sorted."""
    assert rated_units(small, {"units": {"office": "06652", "desk": "06652"}}) == (
        RatedUnit("06652", ("desk", "office")),
    )
    assert rated_units(small, {"units": {"office": "so-y-te", "desk": "06652"}}) == (
        RatedUnit("06652", ("desk",)),
        RatedUnit("so-y-te", ("office",)),
    )
    assert rated_units(small, {}) == ()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["06652", "unknown", 1, 2]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["units", "answers", "desk", "office", "polite", "ways", "trips", "remark", "none", "loops"]
            )
            | st.text(),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@settings(deadline=None)
@given(value=_JSON)
def test_any_json_is_accepted_or_refused(small: Instrument, value: object) -> None:
    """Nothing raises, and what is accepted survives being written and read again."""
    errors = check_document(small, value, UNITS)
    assert all(isinstance(one, AnswerError) and one.message["vi"] and one.message["en"] for one in errors)
    assert len(digest(value)) == 64
    if not errors:
        again = json.loads(json.dumps(value))
        assert digest(again) == digest(value)

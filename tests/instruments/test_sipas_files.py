"""SIPAS for residents and as a quick survey: what they ask of whom, and what may be made of the answers."""

import re
from collections import Counter

import pytest

from instruments.answers import check_document
from instruments.catalogue import shipped
from instruments.conditions import on_route
from instruments.index import Node
from instruments.model import Instrument
from instruments.reading import read_instrument

HOME, DESK, OFFICE = "noi_cu_tru", "noi_tiep_nhan", "co_quan_giai_quyet"
SIZES = {"I_A": 2, "I_B": 2, "I_C": 9, "I_D": 10, "II_A": 3, "II_B": 4, "II_C": 3, "II_D": 3, "II_E": 3}
UNITS = {HOME: ["07090"], DESK: ["07090"], OFFICE: ["07090", "so-y-te"]}
MOST_SPOKEN = 12


def read(code: str) -> Instrument:
    found = read_instrument(shipped(code), code).instrument
    assert found is not None
    return found


@pytest.fixture(scope="module")
def residents() -> Instrument:
    """The long form."""
    return read("sipas-dan-cu")


@pytest.fixture(scope="module")
def quick() -> Instrument:
    """The form of one minute."""
    return read("sipas-nhanh")


def nodes(instrument: Instrument, kind: str) -> list[Node]:
    assert instrument.index is not None
    return [node for node in instrument.index.nodes if node.kind == kind]


def scored(instrument: Instrument) -> tuple[str, ...]:
    assert instrument.index is not None
    return instrument.index.items_below(instrument.index.code)


def answered(roles: tuple[str, ...], **answers: int) -> dict[str, object]:
    return {"units": {role: UNITS[role][0] for role in roles}, "answers": answers}


def mistakes(instrument: Instrument, document: dict[str, object]) -> list[tuple[str, str]]:
    return [(one.place, one.code) for one in check_document(instrument, document, UNITS)]


# ---- Residents


def test_communes_have_a_second_figure_over_what_lies_in_their_hands(residents: Instrument) -> None:
    """Hospitals, power and high schools are in other hands; how a commune handles procedures is in its own."""
    (own,) = nodes(residents, "module")
    assert own.blocks == ("phuong", "xa-dac-khu")
    tagged = [code for code in scored(residents) if residents.item(code).authority in {"xa", None}]
    assert list(own.items) == tagged
    assert len(own.items) == 28


def test_thirty_nine_items_are_scored_twenty_three_and_sixteen(residents: Instrument) -> None:
    """In nine components as in the form of the ministry; each item weighs 1/39 of the index."""
    assert [residents.item(code).number for code in scored(residents)] == [f"9.{n:02}" for n in range(1, 40)]
    assert {node.code: len(node.items) for node in nodes(residents, "component")} == SIZES
    assert residents.index is not None
    contents = {node.code: len(residents.index.items_below(node.code)) for node in nodes(residents, "content")}
    assert contents == {"I": 23, "II": 16}
    assert {node.aggregation for node in residents.index.nodes if node.nodes} == {"items_equal"}


def test_only_the_scale_of_satisfaction_is_scored_and_offers_no_way_out(residents: Instrument) -> None:
    """Five points, satisfied from 4, no “don't know”: as the official form; a blank is accepted all the same."""
    items = [residents.item(code) for code in scored(residents)]
    assert {(item.scale, item.none, item.required) for item in items} == {("sat5", (), True)}
    assert residents.scale("sat5").favourable_from == 4


def test_the_other_questions_are_those_of_the_form(residents: Instrument) -> None:
    """Nine interests, seven ways, three ways of filing, seven experiences, ten wants, five of the profile."""
    groups = Counter(
        (item.number or "").split(".")[0] for item in residents.items() if item.code not in scored(residents)
    )
    del groups[""]
    assert dict(groups) == {
        "1": 9, "2": 1, "3": 7, "4": 1, "5": 1, "6": 1, "7": 3, "8": 7, "10": 10, "11": 1,
        "A1": 1, "A2": 1, "A3": 1, "A4": 1, "A5": 1,
    }  # fmt: skip
    assert [len(residents.options_of(residents.item(code))) for code in ("q2", "q4", "q5", "q6")] == [7, 4, 3, 3]


def test_what_the_form_of_the_ministry_does_not_ask_says_so(residents: Instrument) -> None:
    """Two questions are ours: adults of the household, for weights, and whether there was a procedure at all."""
    assert all(item.source for item in residents.items())
    ours = [item.code for item in residents.items() if (item.source or "").startswith("Câu thêm")]
    assert ours == ["adults", "dealt_this_year"]


def test_each_item_rates_the_unit_that_answers_for_it(residents: Instrument) -> None:
    """Residence: content I; receiving point: II.A, II.C, 9.37; deciding office: II.B, II.D, 9.38, 9.39."""
    of_role = {
        role: [code for code in scored(residents) if residents.item(code).role == role] for role in (HOME, DESK, OFFICE)
    }
    assert of_role[HOME] == [f"q9_{n:02}" for n in range(1, 24)]
    assert of_role[DESK] == ["q9_24", "q9_25", "q9_26", "q9_31", "q9_32", "q9_33", "q9_37"]
    assert of_role[OFFICE] == ["q9_27", "q9_28", "q9_29", "q9_30", "q9_34", "q9_35", "q9_36", "q9_38", "q9_39"]


def test_a_commune_is_judged_in_all_roles_and_a_department_by_what_it_decides(residents: Instrument) -> None:
    """Nobody pays for another's counter."""
    assert residents.index is not None
    roles = {block.code: (block.roles, block.ranked) for block in residents.index.blocks}
    assert roles["phuong"] == roles["xa-dac-khu"] == ((HOME, DESK, OFFICE), True)
    assert roles["so-ban-nganh"] == roles["nganh-doc"] == ((OFFICE,), True)
    assert roles["khong-xep-hang"] == ((DESK, OFFICE), False)


def test_who_had_no_procedure_is_led_past_content_two(residents: Instrument) -> None:
    """No file, no desk and no office to name; content I is asked all the same."""
    asked = on_route(residents, {"dealt_this_year": 2})
    assert not {code for code in asked if residents.item(code).role in (DESK, OFFICE)}
    assert {code for code in asked if residents.item(code).role == HOME} == set(scored(residents)[:23])
    assert mistakes(residents, answered((HOME,), dealt_this_year=2, q9_01=4)) == []
    assert ("units.noi_tiep_nhan", "role-off-route") in mistakes(residents, answered((HOME, DESK), dealt_this_year=2))


def test_who_had_a_procedure_names_both_units_and_is_asked_all_sixteen(residents: Instrument) -> None:
    """Also 9.37 to 9.39 of people who never sent feedback: else the component stays unmeasured."""
    answers = {"dealt_this_year": 1, "q8_7": 2}
    assert set(scored(residents)[23:]) <= on_route(residents, answers)
    assert mistakes(residents, answered((HOME, DESK, OFFICE), **answers, q9_39=3)) == []
    missing = mistakes(residents, answered((HOME,), **answers))
    assert [code for _, code in missing] == ["unit-missing", "unit-missing"]


@pytest.mark.parametrize(
    ("answers", "follows"), [({"q2": [1, 7]}, "q2__other"), ({"A4": 6}, "A4__other"), ({"A5": 7}, "A5__other")]
)
def test_another_answer_is_asked_for_in_words_only_where_it_is_chosen(
    residents: Instrument, answers: dict[str, object], follows: str
) -> None:
    """Never for the ethnic group: sensitive, and in a small commune a name in words tells who it was."""
    assert follows in on_route(residents, answers)
    assert follows not in on_route(residents, {})
    assert residents.item("A2").sensitive
    assert "A2__other" not in {item.code for item in residents.items()}


def test_only_the_ethnic_group_is_sensitive(residents: Instrument) -> None:
    """Harassment and payments are published as shares; sensitive items never are."""
    assert [item.code for item in residents.items() if item.sensitive] == ["A2"]


def test_no_screen_is_long(residents: Instrument) -> None:
    """Seven questions at most, five of them on five points: a person of seventy is not sent down an endless page."""
    assert max(len(section.items) for section in residents.sections) <= 7
    on_five = [sum(item.scale == "sat5" for item in section.items) for section in residents.sections]
    assert max(on_five) <= 5


def test_residents_are_grown_up_persons(residents: Instrument) -> None:
    """The frame lists persons; the first words say from which age."""
    assert residents.unit_of_analysis == "person"
    assert "từ 18 tuổi trở lên" in residents.intro["vi"]


# ---- The quick survey


def test_six_taps_and_a_word(quick: Instrument) -> None:
    """One question a screen, so that a kiosk never scrolls; the place is asked apart, where it is not known."""
    assert quick.minutes == 1
    assert [item.kind for item in quick.items()] == ["single"] * 6 + ["text"]
    assert {item.scale for item in quick.items()} == {"sat5", None}
    assert [(len(section.roles), len(section.items)) for section in quick.sections] == [(1, 0)] + [(0, 1)] * 7
    assert not any(item.required for item in quick.items())


def test_the_five_components_are_scored_and_the_overall_stands_beside(quick: Instrument) -> None:
    """One item for each component of content II; overall satisfaction is a figure of its own."""
    parts = {node.code: node.items for node in nodes(quick, "component")}
    assert list(parts) == ["II_A", "II_B", "II_C", "II_D", "II_E"]
    assert [len(items) for items in parts.values()] == [1] * 5
    assert [node.items for node in nodes(quick, "module")] == [("n_overall",)]
    assert "n_overall" not in scored(quick)


def test_the_quick_survey_ranks_nobody(quick: Instrument) -> None:
    """Volunteers at the place they rate: no rank, no tier, and every report says what it is."""
    assert quick.index is not None
    assert {block.ranked for block in quick.index.blocks} == {False}
    assert quick.index.tiers == ()
    assert quick.index.access == ("kiosk", "open", "invited")
    assert quick.index.note is not None
    assert quick.index.note["vi"] == (
        "Ý kiến nhanh của người tự nguyện bấm chọn; không dùng để xếp hạng, không gộp với kết quả chính thức."
    )


def test_the_quick_survey_rates_the_receiving_point_alone(quick: Instrument) -> None:
    """Whoever stands at a desk knows that desk."""
    assert {item.role for item in quick.items()} == {DESK}
    assert quick.index is not None
    assert {block.roles for block in quick.index.blocks} == {(DESK,)}


def test_whoever_has_no_result_yet_need_not_guess(quick: Instrument) -> None:
    """A file just handed in has no result, and few have ever sent feedback."""
    ways_out = {item.code: item.none for item in quick.items() if item.none}
    assert ways_out == {"n_outcome": ("not_applicable",), "n_feedback": ("not_applicable",)}


def test_quick_sentences_are_short_enough_to_be_heard_once(quick: Instrument) -> None:
    """Twelve words at most, in what is asked and in what explains it; each says where it comes from."""
    asked = [text for item in quick.items() for text in (item.text, item.plain) if text]
    asked += [role.question for role in quick.roles]
    longest = max(
        (len(re.findall(r"[\w/]+", sentence)), sentence) for text in asked for sentence in text["vi"].split(".")
    )
    assert longest[0] <= MOST_SPOKEN, longest
    assert all(item.source for item in quick.items())

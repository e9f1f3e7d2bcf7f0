"""The shipped instruments are whole, and SIPAS is what the offices decided."""

import re

import pytest

from instruments.catalogue import shipped, shipped_codes
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.units import register_rows

DESK, OFFICE = "noi_tiep_nhan", "co_quan_giai_quyet"


@pytest.mark.parametrize("code", shipped_codes())
def test_a_shipped_instrument_is_read_without_a_word(code: str) -> None:
    """No error and no warning; its code is the name of its file."""
    reading = read_instrument(shipped(code), f"{code}.yaml")
    assert reading.mistakes == ()
    assert reading.instrument is not None
    assert reading.instrument.code == code


def test_an_instrument_that_is_not_shipped_is_not_found() -> None:
    """Nor is a path that leads elsewhere."""
    with pytest.raises(KeyError):
        shipped("../registers/communes")


def test_sipas_scores_sixteen_items_on_five_points(sipas: Instrument) -> None:
    """9.24 to 9.39, satisfied from 4 upward, with no way to say don't know."""
    assert sipas.index is not None
    scored = [sipas.item(code) for code in sipas.index.items_below("SIPAS")]
    assert [item.number for item in scored] == [f"9.{number}" for number in range(24, 40)]
    assert {(item.scale, item.none, item.required) for item in scored} == {("sat5", (), True)}
    assert sipas.scale("sat5").favourable_from == 4


def test_sipas_components_hold_three_four_three_three_three_items(sipas: Instrument) -> None:
    """II.A to II.E."""
    assert sipas.index is not None
    sizes = {node.code: len(node.items) for node in sipas.index.nodes if node.kind == "component"}
    assert sizes == {"II_A": 3, "II_B": 4, "II_C": 3, "II_D": 3, "II_E": 3}


def test_sipas_judges_the_desk_and_the_office_by_their_own_items(sipas: Instrument) -> None:
    """The receiving point: II.A, II.C, 9.37; the deciding office: II.B, II.D, 9.38, 9.39, nine in all."""
    desk = {"q9_24", "q9_25", "q9_26", "q9_31", "q9_32", "q9_33", "q9_37"}
    roles = {item.code: item.role for item in sipas.items() if item.role}
    assert {code for code, role in roles.items() if role == DESK} == desk
    assert sum(role == OFFICE for role in roles.values()) == 9


def test_sipas_blocks_are_judged_in_the_decided_roles(sipas: Instrument) -> None:
    """Departments answer for what they decide, not for another's counter."""
    assert sipas.index is not None
    assert {block.code: (block.roles, block.ranked) for block in sipas.index.blocks} == {
        "so-ban-nganh": ((OFFICE,), True),
        "phuong": ((DESK, OFFICE), True),
        "xa-dac-khu": ((DESK, OFFICE), True),
        "nganh-doc": ((OFFICE,), True),
        "khong-xep-hang": ((DESK, OFFICE), False),
    }


def test_every_unit_of_the_register_stands_in_a_block_of_sipas(sipas: Instrument) -> None:
    """Register and instrument speak of the same blocks."""
    assert sipas.index is not None
    assert {unit.block for unit in register_rows()} == {block.code for block in sipas.index.blocks}
    assert sipas.index.block("phuong").label["vi"] == "Khối phường"


def test_sipas_publishes_the_share_satisfied_with_the_mean_beside(sipas: Instrument) -> None:
    """Two definitions, each with its own name, ties at two decimals, five tiers."""
    index = sipas.index
    assert index is not None
    assert (index.official, index.beside, index.ties) == ("top2_share", ("mean_percent",), 2)
    assert index.definition_label["top2_share"]["vi"] == "Tỷ lệ hài lòng (%)"
    assert [(tier.code, tier.at_least) for tier in index.tiers] == [
        ("xuat_sac", 90),
        ("tot", 80),
        ("kha", 70),
        ("trung_binh", 60),
        ("can_cai_thien", 0),
    ]


def test_sipas_promises_a_time_that_forty_questions_need(sipas: Instrument) -> None:
    """Some ten seconds a question and a unit to find."""
    questions = len(sipas.items()) + len(sipas.roles)
    assert sipas.minutes * 60 >= 10 * questions


def test_sipas_calls_one_paper_by_one_name() -> None:
    """Whoever filed holds a "giấy hẹn"; another name would send them looking for another paper."""
    text = shipped("sipas-giao-dich").decode("utf-8")
    assert "giấy hẹn" in text
    assert "giấy tiếp nhận" not in text


def test_sipas_answers_whether_something_happens_with_yes_or_no(sipas: Instrument) -> None:
    """An option read alone says what it affirms."""
    assert [option.label["vi"].split()[0].rstrip(",") for option in sipas.options_of(sipas.item("q6"))] == [
        "Không",
        "Có",
        "Có",
    ]


def test_sipas_asks_a_person_and_an_organisation_for_different_profiles(sipas: Instrument) -> None:
    """Whoever leaves the question blank is asked as a person."""
    profile, organisation = sipas.sections[-3], sipas.sections[-2]
    assert profile.when == {"!": {"==": [{"var": "respondent"}, 2]}}
    assert organisation.when == {"==": [{"var": "respondent"}, 2]}


def test_no_shipped_text_names_the_province_or_an_office() -> None:
    """Names are dated data; only national bodies are named."""
    for code in shipped_codes():
        text = shipped(code).decode("utf-8")
        assert not re.search(r"Quảng Ninh|Sở [A-ZĐ]|Hạ Long", text)

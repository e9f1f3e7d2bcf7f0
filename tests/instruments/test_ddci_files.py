"""The two shipped DDCI instruments hold what the offices decided: components, core items, routes, hard figures."""

from collections import Counter
from functools import cache

import pytest

from instruments.answers import check_document, rated_units
from instruments.catalogue import shipped
from instruments.conditions import Asked, on_route
from instruments.index import Index
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.units import register_rows

DEPARTMENTS, LOCALITIES = "ddci-so-nganh", "ddci-dia-phuong"
CORE = {"T3", "D1", "Z1", "Z2", "Z4", "Z5", "K1", "B1a", "B1b", "S3", "P1", "P3", "H1"}
SENSITIVE = {"K1", "K2", "K3", "K4", "K5"}
FILED_ONLINE, INSPECTED, IN_DIALOGUE = 1, 3, 4
MOST_FOR_A_SHOP = 42


@cache
def ddci(code: str) -> Instrument:
    instrument = read_instrument(shipped(code), f"{code}.yaml").instrument
    assert instrument is not None
    return instrument


def index_of(code: str) -> Index:
    index = ddci(code).index
    assert index is not None
    return index


def asked_about_an_office(contacts: list[int], form: str = "a") -> frozenset[str]:
    """Items a company is asked about one of its offices, after what it dealt with that office about."""
    return on_route(ddci(DEPARTMENTS), {"Q1": 1, "L0": contacts}, Asked(form, "don_vi"))


def asked_about_a_commune(answers: dict[str, object], form: str) -> frozenset[str]:
    return on_route(ddci(LOCALITIES), answers, Asked(form))


def test_departments_have_eight_components() -> None:
    """C1 to C8 of equal weight; an item made of two questions counts as two."""
    index = index_of(DEPARTMENTS)
    sizes = {node.code: len(node.items) for node in index.nodes if node.kind == "component"}
    assert sizes == {"C1": 8, "C2": 5, "C3": 8, "C4": 5, "C5": 5, "C6": 5, "C7": 3, "C8": 3}
    assert index.node("DDCI").aggregation == "nodes_equal"


def test_localities_add_public_order_and_a_ninth_component() -> None:
    """C7 also counts order; C9 is land and green development, without roads and power; of B2 one half is kept."""
    index = index_of(LOCALITIES)
    sizes = {node.code: len(node.items) for node in index.nodes if node.kind == "component"}
    assert sizes == {"C1": 8, "C2": 5, "C3": 8, "C4": 5, "C5": 4, "C6": 5, "C7": 6, "C8": 3, "C9": 4}
    assert {"P4", "P5a", "P5b"} <= set(index.node("C7").items)
    assert not {"G4a", "G4b", "G4c", "G4d"} & set(index.counted())


def test_what_lies_within_a_communes_powers_leaves_out_land_and_leases() -> None:
    """Beside the index stands the mean of what the commune itself decides."""
    index, instrument = index_of(LOCALITIES), ddci(LOCALITIES)
    beyond = {item.code for item in instrument.items() if item.authority not in (None, "xa")}
    assert set(index.items_below("DDCI")) - set(index.node("CAP_XA").items) == {"G1", "G3"}
    assert beyond == {"G1", "G3", "G4a", "G4b", "G4c", "G4d"}


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_overall_satisfaction_and_advice_are_not_scored(code: str) -> None:
    """E1 checks the index, E2 is for the office to act on; whether help was given only opens the next question."""
    assert not {"E1", "E2", "S1", "S3_gui"} & set(index_of(code).counted())


def halved(code: str) -> dict[str, tuple[str, ...]]:
    """The scored items that only some forms ask, with those forms."""
    scored = [ddci(code).item(one.made_from) for one in index_of(code).indicators if one.is_soft]
    return {item.code: item.forms for item in scored if item.forms}


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_core_items_stand_on_both_forms(code: str) -> None:
    """Every response answers them, and says what it thinks all in all."""
    assert ddci(code).forms == ("a", "b")
    assert not CORE & halved(code).keys()
    assert [ddci(code).item(item).forms for item in ("S1", "S3_gui", "E1", "E2")] == [()] * 4


def test_items_of_departments_beyond_the_core_are_halved() -> None:
    """A company rates up to three departments: each other item is asked of half of them, as many on either form."""
    scored = {one.made_from for one in index_of(DEPARTMENTS).indicators if one.is_soft}
    assert halved(DEPARTMENTS).keys() == scored - CORE
    assert Counter(halved(DEPARTMENTS).values()) == {("a",): 13, ("b",): 13}


def test_items_of_communes_that_few_can_answer_are_asked_on_both_forms() -> None:
    """With thirty ballots a half of what a third has met would measure nothing and leave the commune without a rank."""
    assert (
        not {"Z1", "Z2", "Z3", "Z4", *SENSITIVE, "S2", "S3", "S4", "S5", "G1", "G3", "G5"} & halved(LOCALITIES).keys()
    )


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_a_unit_that_inspected_nobody_still_has_every_component(code: str) -> None:
    """Without what depends on an inspection two thirds of each component remain."""
    instrument, index = ddci(code), index_of(code)
    of_inspections = {item.code for item in instrument.items() if item.when == {"in": [INSPECTED, {"var": "L0"}]}}
    assert of_inspections == {"Z6", "Z7", "K4"}
    for node in (node for node in index.nodes if node.kind == "component"):
        assert len(of_inspections & set(node.items)) / len(node.items) < 1 - index.missing.at_least


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_both_forms_ask_something_of_every_component(code: str) -> None:
    """A component that only one form measures would rest on half of the answers."""
    instrument, index = ddci(code), index_of(code)
    for node in (node for node in index.nodes if node.kind == "component"):
        items = [instrument.item(one) for one in node.items if one in {item.code for item in instrument.items()}]
        assert all(any(form in (item.forms or instrument.forms) for item in items) for form in instrument.forms)


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_components_of_opinions_mix_good_and_bad_statements(code: str) -> None:
    """Whoever ticks the same answer all the way contradicts himself."""
    index = index_of(code)
    directions = {one.code: one.direction for one in index.indicators}
    for component in ("C1", "C2", "C3", "C4", "C5"):
        assert {directions[item] for item in index.node(component).items} == {1, -1}


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_informal_charges_may_be_left_out_and_are_never_published_one_by_one(code: str) -> None:
    """K1 to K5 are about firms of the same line; only their component is printed outside the unit's own card."""
    instrument, index = ddci(code), index_of(code)
    assert {item.code for item in instrument.items() if item.sensitive} == SENSITIVE
    assert {instrument.item(item).none for item in SENSITIVE} == {("unknown", "refused")}
    assert {one.code for one in index.indicators if one.published is False} == SENSITIVE


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_three_hard_figures_weigh_four_tenths_of_their_component(code: str) -> None:
    """Files online, files on time, requests settled within the quarter, from the named templates."""
    index = index_of(code)
    hard = {one.code: (one.template, one.numerator, one.denominator) for one in index.indicators if not one.is_soft}
    assert hard == {
        "TH1": ("ho_so_tthc", "online", "received"),
        "ZH1": ("ho_so_tthc", "on_time", "received"),
        "SH1": ("kien_nghi", "in_quarter", "received"),
    }
    shares = {node.code: node.hard_share for node in index.nodes if set(node.items) & hard.keys() and node.hard_share}
    assert shares == {"C1": 0.4, "C3": 0.4, "C6": 0.4}


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_every_indicator_cites_its_source_and_says_who_fixed_its_goalposts(code: str) -> None:
    """In the first wave goalposts are theoretical; counts are cut where their goalpost ends."""
    for one in index_of(code).indicators:
        assert one.cites
        assert one.label is not None
        assert "{" not in one.label["vi"] + one.label["en"]
        if one.goalposts:
            assert "mốc lý thuyết của đợt đầu" in (one.goalposts_source or "").lower()
        if one.recode == "winsorised_mean":
            assert one.goalposts == (0, one.cap)


@pytest.mark.parametrize("code", [DEPARTMENTS, LOCALITIES])
def test_scores_are_points_from_ten_to_a_hundred_and_the_index_is_a_sample(code: str) -> None:
    """Until its owner issues it, every report says so."""
    index = index_of(code)
    assert (index.official, index.unit, index.ties) == ("indicators", "points", None)
    assert [index.scale_of(kind) for kind in ("indicator", "component", "index")] == [(1, 10), (1, 10), (10, 100)]
    assert index.note is not None
    assert index.note["vi"] == "Bộ chỉ số mẫu, chờ cơ quan chủ trì ban hành."


def test_a_company_rates_at_most_three_offices_and_never_the_organiser() -> None:
    """The body that runs the survey stands in the block of unranked units, which nobody can choose."""
    role = ddci(DEPARTMENTS).role("don_vi")
    assert role.loop is not None
    assert role.loop.at_most == 3
    organiser = next(unit for unit in register_rows() if unit.code == "ban-xuc-tien-dau-tu")
    assert organiser.block not in role.blocks
    assert organiser.block not in {block.code for block in index_of(DEPARTMENTS).blocks}


def test_a_firm_rates_the_one_commune_where_it_is() -> None:
    """Hence no draw among communes, and an invitation can name the place."""
    role = ddci(LOCALITIES).role("dia_phuong")
    assert role.loop is None
    assert set(role.blocks) == {"phuong", "xa-dac-khu"}


def test_nobody_is_asked_about_an_inspection_that_did_not_happen() -> None:
    """What an office dealt with a firm about opens its questions; nothing ticked, nothing asked."""
    filed, inspected = asked_about_an_office([FILED_ONLINE]), asked_about_an_office([INSPECTED])
    assert {"Z1", "Z2", "Z3"} <= filed
    assert "Z7" not in filed
    assert "Z7" in inspected
    assert not {"Z1", "Z2", "Z3"} & inspected
    assert asked_about_an_office([]) == {"L0"}


def test_a_company_that_rates_two_offices_gives_each_its_own_answers() -> None:
    """What it dealt with one of them about opens nothing for the other; a refusal is an answer of its own."""
    document = {
        "form": "a",
        "answers": {"Q1": 1, "Q4": 2},
        "loops": {
            "don_vi": {
                "so-tu-phap": {"L0": [FILED_ONLINE], "T3": 2, "Z1": 0, "K1": {"none": "refused"}},
                "thue": {"L0": [INSPECTED], "T3": {"none": "unknown"}, "Z7": 4},
            }
        },
    }
    units = {"don_vi": ["so-tu-phap", "thue"]}
    assert check_document(ddci(DEPARTMENTS), document, units) == ()
    assert [one.unit for one in rated_units(ddci(DEPARTMENTS), document)] == units["don_vi"]


def test_questions_about_help_follow_the_help() -> None:
    """S2 after S1, S3 and S4 after a request sent."""
    answers: dict[str, object] = {"Q1": 1, "L0": [IN_DIALOGUE], "S1": 2, "S3_gui": 1}
    asked = on_route(ddci(DEPARTMENTS), answers, Asked("a", "don_vi"))
    assert {"S3", "S4"} <= asked
    assert "S2" not in asked


def test_a_household_business_is_sent_to_the_form_about_its_commune() -> None:
    """The form about departments asks it nothing more."""
    assert on_route(ddci(DEPARTMENTS), {"Q1": 3}, Asked("a")) == {"Q1", "household_note"}


def test_a_firm_without_dealings_with_its_commune_does_not_rate_it() -> None:
    """Rating needs an experience of the last twelve months."""
    asked = asked_about_a_commune({"Q1": 3, "Q10": 2}, "a")
    assert asked == {"Q1", "Q10", "Q3", "Q4", "Q5", "Q6", "Q8"}


@pytest.mark.parametrize("form", ["a", "b"])
def test_a_shop_owner_meets_no_long_form(form: str) -> None:
    """The 46 items of the sheet are too many for a shop; what one form asks, after what really happened, is less."""
    answers: dict[str, object] = {"Q1": 3, "Q10": 1, "L0": [FILED_ONLINE], "S1": 2, "S3_gui": 2}
    about_it = {item for item in asked_about_a_commune(answers, form) if not item.startswith("Q")}
    assert len(about_it) <= MOST_FOR_A_SHOP

"""The shipped brand instrument: the line is recalled before it is shown, and what was made up is told in the end."""

import pytest

from instruments.catalogue import shipped
from instruments.conditions import on_route
from instruments.index import Index
from instruments.indicator import Indicator
from instruments.model import Instrument
from instruments.reading import read_instrument

CODE = "thuong-hieu"
LINE = "phục vụ người dân và doanh nghiệp"
RESIDENT, FIRM = 1, 2
YES, NO = 1, 2
TRUE_LINE = "B_F2a_1"
DECOYS = ("B_F2a_2", "B_F2a_3")
PROMISES, MADE_UP = ("B_K1", "B_K2"), ("B_K3", "B_K4")
AWARE_ONLY, USERS_ONLY = {"B_E1", "B_E5"}, {"B_E2", "B_E3", "B_E4"}


@pytest.fixture(scope="module", name="brand")
def _brand() -> Instrument:
    instrument = read_instrument(shipped(CODE), f"{CODE}.yaml").instrument
    assert instrument is not None
    return instrument


@pytest.fixture(scope="module", name="index")
def _index(brand: Instrument) -> Index:
    assert brand.index is not None
    return brand.index


def indicator(index: Index, code: str) -> Indicator:
    one = index.indicator(code)
    assert one is not None
    return one


def section_of(brand: Instrument, item: str) -> int:
    """Number of the section that asks an item."""
    return next(number for number, section in enumerate(brand.sections) if item in {one.code for one in section.items})


def test_nothing_shows_the_line_before_it_is_recalled(brand: Instrument) -> None:
    """Title, intro and the first screen never speak of serving; the first section asks one open question only."""
    first = brand.sections[0]
    assert [(item.code, item.kind) for item in first.items] == [("B_F1", "text")]
    assert first.roles == ()
    seen = [brand.title, brand.short_title, brand.intro, first.title, first.items[0].text, first.items[0].plain or {}]
    assert not any(word in text["vi"].lower() for text in seen for word in ("phục vụ", "doanh nghiệp"))
    assert not any(word in text["en"].lower() for text in seen for word in ("serve", "business"))


def test_the_line_stands_among_made_up_ones_in_an_order_of_chance(brand: Instrument) -> None:
    """Two lines that nobody ever used measure who says yes to everything."""
    lines = brand.sections[section_of(brand, TRUE_LINE)]
    assert lines.shuffled
    assert {item.code for item in lines.items} == {TRUE_LINE, *DECOYS}
    assert [item.code for item in lines.items if LINE in item.text["vi"]] == [TRUE_LINE]
    assert lines.items[0].code != TRUE_LINE, "nor does it lead the list where nothing is shuffled, as on paper"


def test_not_knowing_is_an_answer_and_no_gap(brand: Instrument) -> None:
    """Whoever does not know counts in the denominator of awareness and of knowledge."""
    for code in (TRUE_LINE, *DECOYS, *PROMISES, *MADE_UP):
        assert brand.item(code).none == ()
    assert [option.label["vi"] for option in brand.scale("truth3").options] == ["Đúng", "Sai", "Không biết"]


def test_a_guess_at_a_promise_earns_nothing_on_average(brand: Instrument, index: Index) -> None:
    """Right 1, wrong −1, unknown 0; a made-up promise is right when called false."""
    assert brand.sections[section_of(brand, "B_K1")].shuffled
    assert {tuple(indicator(index, code).points.items()) for code in PROMISES} == {((1, 1), (2, -1), (3, 0))}
    assert {tuple(indicator(index, code).points.items()) for code in MADE_UP} == {((1, -1), (2, 1), (3, 0))}


def test_everybody_is_told_at_the_end_what_was_made_up(brand: Instrument) -> None:
    """The note comes right after the checks, whatever was answered, and states the true promise."""
    number = section_of(brand, "truth")
    note = brand.item("truth")
    assert number == section_of(brand, MADE_UP[0]) + 1
    assert (note.kind, note.when, brand.sections[number].when) == ("note", None, None)
    assert note.text["vi"].startswith("Trong các câu vừa rồi có câu đặt ra để kiểm tra. Cam kết thật là: ")
    assert LINE in note.text["vi"]
    shown_later = [item.text["vi"] for section in brand.sections[number:] for item in section.items]
    assert not any(brand.item(code).text["vi"] in text for code in (*DECOYS, *MADE_UP) for text in shown_later)


@pytest.mark.parametrize(("aware", "user"), [(YES, YES), (YES, NO), (NO, YES), (NO, NO)])
def test_effectiveness_is_asked_of_those_who_can_tell(brand: Instrument, aware: int, user: int) -> None:
    """Words and their promise: of aware people; changes at the counter: of users."""
    asked = on_route(brand, {TRUE_LINE: aware, "B_D": user, "B_R": RESIDENT})
    assert (asked >= AWARE_ONLY, asked >= USERS_ONLY) == (aware == YES, user == YES)
    assert ("B_CH" in asked, set(PROMISES) <= asked) == (aware == YES, aware == YES)
    assert {"B_T1", "B_T2", "B_S1"} <= asked


def test_a_conditional_figure_names_its_base(index: Index) -> None:
    """Awareness-conditional measures rest on aware people, experience on users, and say so."""
    bases = {one.code: (one.base.item, one.base.codes) for one in index.indicators if one.base}
    assert {code for code, base in bases.items() if base == (TRUE_LINE, (YES,))} == {*AWARE_ONLY, *PROMISES, *MADE_UP}
    assert {code for code, base in bases.items() if base == ("B_D", (YES,))} == USERS_ONLY


def test_a_firm_recommends_a_place_to_invest_a_resident_one_to_live(brand: Instrument) -> None:
    """Zero to ten, one question each."""
    resident, firm = (on_route(brand, {"B_R": kind}) for kind in (RESIDENT, FIRM))
    assert "B_N1a" in resident
    assert not {"B_N1b", "B_N2", "Q1"} & resident
    assert {"B_N1b", "B_N2", "Q1"} <= firm
    assert not {"B_N1a", "A3"} & firm
    assert {(brand.item(code).minimum, brand.item(code).maximum) for code in ("B_N1a", "B_N1b")} == {(0, 10)}


def test_four_headline_measures_stand_each_for_itself(index: Index) -> None:
    """Awareness, effectiveness, satisfaction, trust; recommendation and unaided recall beside."""
    labels = {node.code: node.label["vi"] for node in index.nodes}
    assert [labels[code] for code in ("NB", "HQ", "HL", "NT")] == [
        "Mức độ nhận biết",
        "Hiệu quả triển khai",
        "Mức độ hài lòng",
        "Niềm tin",
    ]
    assert {node.code for node in index.nodes if node.kind == "module"} == {"NT", "TU_NHO", "GT_SONG", "GT_DAU_TU"}


def test_aided_awareness_is_what_false_recognition_leaves(index: Index) -> None:
    """The true line less the mean of the made-up ones; it may be negative and is kept."""
    node = index.node("NB_GN")
    assert (node.items, node.aggregation) == ((TRUE_LINE, *DECOYS), "difference")


def test_unaided_recall_is_brought_in_after_people_have_read_the_answers(index: Index) -> None:
    """Words are coded by people; the share comes as a hard figure."""
    one = indicator(index, "B_U")
    assert (one.source, one.template, one.recode) == ("hard", "generic", "value")
    assert index.node("TU_NHO").items == ("B_U",)


def test_the_combined_index_ranks_nobody(index: Index) -> None:
    """The engine needs one node on top; a place where too few are aware has none, and no block has ranks or tiers."""
    assert index.node("BI").nodes == ("NB", "HQ", "HL")
    assert [block.ranked for block in index.blocks] == [False, False]
    assert index.tiers == ()
    assert index.missing.policy == "refuse"
    assert index.note is not None
    assert "không công bố thành bảng xếp hạng" in index.note["vi"]


def test_every_indicator_cites_its_source(index: Index) -> None:
    """And says who fixed its goalposts, where it has its own."""
    assert all(one.cites for one in index.indicators)
    fixed = [one for one in index.indicators if one.goalposts]
    assert all((one.goalposts_source or "").startswith("Mốc lý thuyết của đợt đầu") for one in fixed)

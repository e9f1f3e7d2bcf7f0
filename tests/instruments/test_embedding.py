"""A survey put into another: unaided recall comes first, the host stays, the brand follows the scored part."""

from typing import Any

import pytest

from instruments.answers import check_document
from instruments.catalogue import shipped
from instruments.coding import coded_ratings, coded_response, rating_columns, response_columns
from instruments.fingerprint import fingerprint
from instruments.model import Instrument
from instruments.reading import read_instrument
from tests.instruments.embedded import BRAND, HOSTS, put_into, survey, with_brand
from tests.instruments.walking import reached, units_of, walks

UNAIDED = "B_F1"
BRAND_SECTIONS = ["who", "lines", "promises", "correction"]
PROFILE = {"A1", "A3", "A5"}
HALVED = "sipas-giao-dich"


@pytest.fixture(scope="module", params=HOSTS)
def host(request: pytest.FixtureRequest) -> Instrument:
    """Each host in turn."""
    return survey(shipped(request.param)).instrument


@pytest.fixture(scope="module")
def whole(host: Instrument) -> Instrument:
    """The host with the brand survey inside."""
    return with_brand(host.code).instrument


@pytest.fixture(scope="module")
def brand() -> Instrument:
    """The brand survey by itself."""
    return survey(shipped(BRAND)).instrument


def codes(instrument: Instrument) -> list[str]:
    return [item.code for item in instrument.items()]


def test_lint_has_nothing_to_say_of_it(host: Instrument) -> None:
    """Neither a mistake nor a warning of practice."""
    made = put_into(shipped(host.code), shipped(BRAND), HOSTS[host.code])
    assert [one.sentence() for one in made.mistakes] == []


def test_what_comes_to_mind_is_asked_before_anything_else(whole: Instrument) -> None:
    """Unaided recall is worth nothing once a screen has spoken of serving."""
    assert [item.code for item in whole.sections[0].items] == [UNAIDED]
    assert whole.sections[0].opening
    assert whole.sections[0].roles == ()


def test_the_host_asks_what_it_asked_in_the_same_order(host: Instrument, whole: Instrument) -> None:
    """Its questions are untouched, to the letter."""
    known = set(codes(host))
    assert [item for item in whole.items() if item.code in known] == list(host.items())
    assert [section for section in whole.sections if section in host.sections] == list(host.sections)


def test_the_brand_block_follows_the_scored_part(host: Instrument, whole: Instrument) -> None:
    """After the last question that counts; what is asked about several units in turn is not torn apart."""
    assert host.index is not None
    asked = codes(whole)
    counted = [asked.index(code) for code in host.index.counted() if code in asked]
    assert max(counted) < asked.index("B_R") < asked.index("B_F2a_2")
    about_units = [item.role in whole.looped for item in whole.items()]
    assert str(about_units).count("False, True") <= 1


def test_what_the_host_asks_is_not_asked_again(host: Instrument, whole: Instrument, brand: Instrument) -> None:
    """The profile that both have is the host's; a section left without questions is gone."""
    assert sorted(codes(whole)) == sorted({*codes(host), *codes(brand)})
    assert not any(not section.items and not section.roles for section in whole.sections)
    assert len({section.code for section in whole.sections}) == len(whole.sections)
    is_asked = {role for section in whole.sections for role in section.roles}
    assert is_asked == {role.code for role in host.roles} | ({"noi_o"} - set(HOSTS[host.code]))


def test_the_index_of_the_host_is_what_it_was(host: Instrument, whole: Instrument) -> None:
    """Nodes, indicators, blocks, tiers and rules; the module's figures are added behind them."""
    assert host.index is not None
    assert whole.index is not None
    before, after = host.index, whole.index
    assert after.nodes[: len(before.nodes)] == before.nodes
    assert after.indicators[: len(before.indicators)] == before.indicators
    assert after.blocks[: len(before.blocks)] == before.blocks
    kept = ("code", "official", "beside", "definition_label", "tiers", "minimum", "usable", "missing", "access", "ties")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    assert [before.scale_of(kind) for kind in ("indicator", "component", "content", "index")] == [
        after.scale_of(kind) for kind in ("indicator", "component", "content", "index")
    ]


def test_every_figure_of_the_module_stands_beside(host: Instrument, whole: Instrument, brand: Instrument) -> None:
    """Its tree stays as it is, and where it has no figure for want of a part it has none here either."""
    assert host.index is not None
    assert whole.index is not None
    assert brand.index is not None
    added = whole.index.nodes[len(host.index.nodes) :]
    as_module = {"kind": "module", "missing": "refuse", "floor": None}
    kept = [node.model_dump() | as_module for node in brand.index.nodes]
    assert [node.model_dump() | {"floor": None} for node in added] == kept
    assert whole.index.indicators[len(host.index.indicators) :] == brand.index.indicators


def test_figures_beside_keep_their_scale_unless_the_host_has_such_figures(host: Instrument, whole: Instrument) -> None:
    """0 to 100 as in the module; what lies within a commune's powers stays on the scale it had."""
    assert whole.index is not None
    expected = (10, 100) if host.code == "ddci-dia-phuong" else (0, 100)
    assert whole.index.scale_of("module") == expected


def test_a_floor_stays_where_it_was_on_the_scale_of_the_host(host: Instrument, whole: Instrument) -> None:
    """Nothing known, less guessing: 0 of 100, and 10 on the scale from 10 to 100."""
    assert whole.index is not None
    expected = 10 if host.code == "ddci-dia-phuong" else 0
    assert {node.code: node.floor for node in whole.index.nodes if node.floor is not None} == {"NB_HB": expected}


def test_blocks_the_host_lacks_come_without_rank() -> None:
    """Departments are ranked; wards and communes have brand figures only."""
    index = with_brand("ddci-so-nganh").instrument.index
    assert index is not None
    assert [(block.code, block.roles, block.ranked) for block in index.blocks] == [
        ("so-ban-nganh", ("don_vi",), True),
        ("nganh-doc", ("don_vi",), True),
        ("phuong", ("noi_o",), False),
        ("xa-dac-khu", ("noi_o",), False),
    ]


def test_source_and_note_say_what_was_put_together(host: Instrument, whole: Instrument, brand: Instrument) -> None:
    """Every report made with it does."""
    assert whole.index is not None
    assert whole.index.note is not None
    inside = f"{brand.short_title['vi']} ({BRAND} {brand.version})"
    assert inside in whole.source["vi"]
    assert inside in whole.index.note["vi"]
    assert whole.source["vi"].startswith(host.source["vi"])
    assert (whole.minutes, whole.wording) == (host.minutes + brand.minutes, "adapted")


def test_every_question_can_be_reached_and_nobody_is_stuck(whole: Instrument) -> None:
    """Whoever answers by chance what is asked is never refused, and no answer is a plain null."""
    documents = list(walks(whole))
    asked: set[str] = set().union(*(reached(whole, document) for document in documents))
    assert set(codes(whole)) - asked == set()
    units = units_of(whole)
    response, rating = ({one.name for one in columns(whole)} for columns in (response_columns, rating_columns))
    for document in documents:
        assert check_document(whole, document, units) == ()
        assert set(coded_response(whole, document)) == response
        assert all(set(row) == rating | {"unit", "roles"} for row in coded_ratings(whole, document))


def halved() -> Instrument:
    made = put_into(shipped(HALVED), shipped(BRAND), {"noi_o": "noi_tiep_nhan"}, half=True)
    assert made.data is not None
    return survey(made.data).instrument


def test_a_random_half_is_asked_the_module() -> None:
    """A split ballot: form a has the module inside, form b is the host as it was."""
    whole, host = halved(), survey(shipped(HALVED)).instrument
    assert whole.forms == ("a", "b")
    assert {item.code for item in whole.items() if item.forms != ("a",)} == set(codes(host))
    documents: list[dict[str, Any]] = list(walks(whole))
    asked = {form: [reached(whole, one) for one in documents if one["form"] == form] for form in whole.forms}
    assert all(UNAIDED in one for one in asked["a"])
    assert set().union(*asked["b"]) == set(codes(host))


def test_the_file_is_one_that_people_read() -> None:
    """A comment tells what it was made of; one thing a line, Vietnamese first, versions in quotes."""
    made = put_into(shipped("sipas-nhanh"), shipped(BRAND), {"noi_o": "noi_tiep_nhan"})
    assert made.data is not None
    lines = made.data.decode().splitlines()
    assert lines[0].startswith(f"# Ghép {BRAND} 2026.1 (")
    assert lines[2:5] == ["code: whole", "version: '1'", "title:"]
    assert lines[5].startswith("  vi: ")
    assert "languages: [vi, en]" in lines
    assert "    when: {==: [{var: B_F2a_1}, 1]}" in lines
    assert "        role: noi_tiep_nhan" in lines


def test_the_same_two_give_the_same_file() -> None:
    """Byte for byte."""
    once, again = (put_into(shipped("sipas-nhanh"), shipped(BRAND)).data for _ in range(2))
    assert once == again
    assert once is not None
    reading = read_instrument(once, "whole.yaml").instrument
    assert reading is not None
    assert fingerprint(reading) == fingerprint(survey(once).instrument)

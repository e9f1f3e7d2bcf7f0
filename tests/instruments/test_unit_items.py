"""Items answered by a unit of the register: named as text, rating nobody; checked, coded, compared, put elsewhere."""

from datetime import date

import pytest

from instruments.answering_time import minutes_to_answer
from instruments.answers import check_document, rated_units
from instruments.coding import Column, coded_ratings, coded_response, response_columns
from instruments.comparing import compare
from instruments.conditions import on_route
from instruments.fingerprint import fingerprint
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.units import register, register_blocks, register_rows
from tests.ground.files import as_read, form, refused

FILE = form("""\
      - code: seat
        kind: unit
        blocks: [phuong, xa-dac-khu]
        none: [refused]
        text: {vi: Trụ sở ở đâu?, en: Where is the head office?}
      - code: island
        kind: text
        when: {"==": [{var: seat}, "07192"]}
        text: {vi: Việc đi lại ra đảo thế nào?, en: How is the way to the island?}
""")
CODES = {"seat": ("06652", "07192")}


@pytest.fixture(name="firm", scope="module")
def firm_fixture() -> Instrument:
    found = read_instrument(FILE.encode(), "form.yaml")
    assert found.mistakes == ()
    assert found.instrument is not None
    return found.instrument


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("06652", None),
        ({"none": "refused"}, None),
        ("6652", "unit-near"),
        ("so-y-te", "unit-unknown"),
        (6652, "unit-unknown"),
        (["06652"], "unit-unknown"),
        ({"none": "unknown"}, "reason-not-offered"),
    ],
)
def test_the_answer_is_the_code_of_a_unit_as_text(firm: Instrument, answer: object, code: str | None) -> None:
    """A code whose zero a spreadsheet took is not guessed at: the sentence names the one most like it."""
    found = check_document(firm, {"answers": {"seat": answer}}, CODES)
    assert [one.code for one in found] == ([code] if code else [])
    if code == "unit-near":
        assert found[0].message["vi"].endswith("mã gần giống nhất là 06652.")


def test_conditions_read_the_code_and_a_reason_is_no_code(firm: Instrument) -> None:
    """Text is compared with text."""
    assert on_route(firm, {"seat": "07192"}) == {"seat", "island"}
    assert on_route(firm, {"seat": "06652"}) == on_route(firm, {"seat": {"none": "refused"}}) == {"seat"}


def test_the_unit_named_is_rated_by_nobody(firm: Instrument) -> None:
    """It is an answer of the response, in no row of ratings."""
    document = {"answers": {"seat": "06652"}}
    assert rated_units(firm, document) == ()
    assert coded_ratings(firm, document) == []


@pytest.mark.parametrize(
    ("answers", "columns"),
    [
        ({"seat": "06652"}, {"seat": "06652", "seat__none": 0}),
        ({}, {"seat": None, "seat__none": -1}),
        ({"seat": {"none": "refused"}}, {"seat": None, "seat__none": -6}),
    ],
)
def test_its_column_holds_text_and_why_there_is_none_stands_beside(
    firm: Instrument, answers: dict[str, object], columns: dict[str, object]
) -> None:
    """Zeros in front stay; no answer is ever a plain null."""
    assert response_columns(firm) == (Column("seat", "text"), Column("seat__none", "none"))
    assert coded_response(firm, {"answers": answers}) == columns


@pytest.mark.parametrize(
    ("before", "after", "mistake"),
    [
        ("        blocks: [phuong, xa-dac-khu]\n", "", "unit-blocks"),
        ("xa-dac-khu", "xa-dackhu", "unit-block-unknown"),
        ("kind: unit", "kind: text", "blocks-unused"),
        ("none: [refused]", "minimum: 1", "bounds-unused"),
        ("none: [refused]", "options: [{code: 1, label: {vi: Một, en: One}}]", "answers-none"),
        ("none: [refused]", "role: seat_of", "unit-rates"),
    ],
)
def test_what_does_not_fit_an_item_that_names_a_unit(before: str, after: str, mistake: str) -> None:
    """Blocks of the register and nothing else; who is rated is asked for by a role."""
    assert mistake in refused(FILE, (before, after))


def test_it_cannot_be_scored() -> None:
    """No unit is better than another as an answer."""
    index = """
index:
  code: all
  label: {vi: Chung, en: All}
  official: top2_share
  definition_label: {top2_share: {vi: Tỷ lệ, en: Share}}
  nodes:
    - {code: all, kind: index, label: {vi: Chung, en: All}, items: [seat]}
  blocks:
    - {code: phuong, label: {vi: Phường, en: Wards}, roles: [place]}
"""
    roles = """
roles:
  - code: place
    label: {vi: Nơi nộp, en: Place}
    question: {vi: Nộp ở đâu?, en: Where?}
    blocks: [phuong]
sections:"""
    assert "item-not-scored" in refused(f"{FILE}{index}", ("\nsections:", roles))


def test_other_blocks_are_a_change_to_take_care_of(firm: Instrument) -> None:
    """Others can be named; the order in which they are listed says nothing."""
    fewer = as_read(FILE, ("[phuong, xa-dac-khu]", "[phuong]"))
    changes = compare(firm, fewer).changes
    assert [(one.code, one.place, one.verdict) for one in changes] == [("item-blocks", "seat", "with_care")]
    assert compare(firm, as_read(FILE, ("[phuong, xa-dac-khu]", "[xa-dac-khu, phuong]"))).changes == ()
    assert fingerprint(fewer) != fingerprint(firm)


def test_finding_a_unit_takes_ten_seconds() -> None:
    """As it does for the unit of a role: six such questions take a minute longer."""
    item = FILE[FILE.index("      - code: seat") : FILE.index("      - code: island")]
    more = "".join(item.replace("code: seat", f"code: seat{number}") for number in range(6))
    plain = more.replace("kind: unit", "kind: number").replace("        blocks: [phuong, xa-dac-khu]\n", "")
    island = "      - code: island"
    whole, numbers = (as_read(FILE, (island, f"{text}{island}")) for text in (more, plain))
    assert minutes_to_answer(whole) - minutes_to_answer(numbers) == 1


def test_every_block_of_the_register_has_a_name() -> None:
    """The list is grouped by it; and both files agree on which blocks there are."""
    assert set(register_blocks()) == {unit.block for unit in register_rows()}
    assert all(names["vi"] and names["en"] for names in register_blocks().values())
    assert register(date(2026, 9, 1))["07192"].block in register_blocks()

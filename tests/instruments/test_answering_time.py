"""The time that answering takes is estimated from what is read and decided along the longest way through the form."""

import pytest

from instruments.answering_time import minutes_to_answer
from instruments.model import Instrument
from instruments.reading import read_instrument

HEAD = """\
code: long-form
version: "1"
title: {vi: Phiếu}
short_title: {vi: Phiếu}
intro: {vi: Mời}
wording: adapted
source: {vi: Mẫu}
languages: [vi]
minutes: 1
unit_of_analysis: person
"""
ROLE = "roles:\n  - {{code: met, label: {{vi: N}}, question: {{vi: N}}, blocks: [b]{loop}}}\n"
GATE = """\
    items:
      - {code: gate, kind: single, text: {vi: Câu}, options: [{code: 1, label: {vi: Có}}, {code: 2, label: {vi: Chưa}}]}
"""
OPEN_GATE = "{'==': [{var: gate}, 2]}"


def form(*sections: str, before: str = "") -> Instrument:
    listed = "".join(f"  - code: s{number}\n    title: {{vi: Phần}}\n{one}" for number, one in enumerate(sections))
    reading = read_instrument(f"{HEAD}{before}sections:\n{listed}".encode(), "long.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    return reading.instrument


def items(count: int, rest: str) -> str:
    lines = "".join(f"      - {{code: q{number}, text: {{vi: Câu}}, {rest}}}\n" for number in range(count))
    return f"    items:\n{lines}"


def scale() -> str:
    labels = "".join(f"      - {{code: {code}, label: {{vi: Mức {code}}}}}\n" for code in range(1, 6))
    return f"scales:\n  - code: five\n    label: {{vi: Thang}}\n    options:\n{labels}"


@pytest.mark.parametrize(
    ("instrument", "minutes"),
    [
        (form(items(1, "kind: number")), 1),
        (form(items(58, "kind: number")), 5),  # 58 x (5 s + 1 syllable of 0.16 s) = 299 s
        (form(items(58, "kind: note")), 1),  # read only: 9 s
        (form(items(58, "kind: text")), 5),  # may be left out, so it is only read and passed
        (form(items(58, "kind: text, required: true")), 19),  # 58 x 20.16 s = 1169 s
        (form(items(58, "kind: single, scale: five"), before=scale()), 2),  # a table: 7 s, then 57 lines of 2.16 s
        (form(items(58, "kind: multiple, options: [{code: 1, label: {vi: A}}, {code: 2, label: {vi: B}}]")), 7),
    ],
)
def test_each_kind_of_item_takes_its_time(instrument: Instrument, minutes: int) -> None:
    """Seconds a question, a line of a table, a tick and a written text, and a sixth of a second a syllable."""
    assert minutes_to_answer(instrument) == minutes


def test_the_way_that_opens_most_is_taken() -> None:
    """One answer opens the long section, another the short one: nobody answers both."""
    shut = f"    when: {{'!': {OPEN_GATE}}}\n    items:\n      - {{code: last, kind: number, text: {{vi: Câu}}}}\n"
    assert minutes_to_answer(form(GATE, f"    when: {OPEN_GATE}\n" + items(58, "kind: number"), shut)) == 5


def test_a_tick_and_a_number_open_what_depends_on_both() -> None:
    """All ticks, and the highest number of times, although each alone opens nothing."""
    gates = """\
    items:
      - {code: ways, kind: multiple, text: {vi: Câu}, options: [{code: 1, label: {vi: A}}, {code: 2, label: {vi: B}}]}
      - {code: times, kind: number, text: {vi: Câu}, minimum: 0, maximum: 9}
"""
    opened = "    when: {and: [{in: [2, {var: ways}]}, {'>': [{var: times}, 5]}]}\n" + items(58, "kind: number")
    assert minutes_to_answer(form(gates, opened)) == 5


def test_the_longest_form_of_a_split_ballot_counts() -> None:
    """Each person answers one of them."""
    split = (
        items(58, "kind: number, forms: [a]") + items(20, "kind: number, forms: [b]").replace("code: q", "code: r")[10:]
    )
    assert minutes_to_answer(form(split, before="forms: [a, b]\n")) == 5


@pytest.mark.parametrize(("loop", "minutes"), [("", 5), (", loop: {at_most: 3}", 15)])
def test_units_rated_in_turn_take_their_time_each(loop: str, minutes: int) -> None:
    """The questions are answered for three units, each of which is found in a list."""
    asked = form("    roles: [met]\n", items(56, "kind: number, role: met"), before=ROLE.format(loop=loop))
    assert minutes_to_answer(asked) == minutes


def test_words_of_another_first_language_are_read_as_words() -> None:
    """184 words a minute: 300 of them take 98 seconds, as syllables they would take 49."""
    section = "  - {code: s, title: {en: P}, items: [{code: q, kind: note, text: {en: " + "word " * 300 + "}}]}\n"
    file = f"{HEAD}sections:\n".replace("languages: [vi]", "languages: [en]").replace("{vi: ", "{en: ") + section
    reading = read_instrument(file.encode(), "x.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    assert minutes_to_answer(reading.instrument) == 2

"""Lint warns of what survey practice advises against, and of nothing else; a warning never forbids the file."""

from collections.abc import Callable

import pytest

from instruments.reading import read_instrument

Mistakes = Callable[..., list[tuple[str, str | None]]]

SWIFT = "vi: Kết quả đúng hẹn"
SCALE = "scales:\n"
TRIPS = "        none: [unknown, refused]\n"
SUIT = """scales:
  - code: suit4
    label: {vi: Phù hợp, en: Suitable}
    options:
      - {code: 1, label: {vi: Không phù hợp, en: Not suitable}}
      - {code: 2, label: {vi: Khá phù hợp, en: Fairly suitable}}
      - {code: 3, label: {vi: Phù hợp, en: Suitable}}
      - {code: 4, label: {vi: Rất phù hợp, en: Very suitable}}
"""
GREAT = "      - {code: 4, label: {vi: Rất hài lòng, en: Very}}\nsections:"


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Không cán bộ nào không lịch sự", "reading-denials"),
        ("Tôi không thể không chờ lâu", "reading-denials"),
        ("Cán bộ không đòi thêm giấy tờ, không hẹn lại", ""),
        ("Cán bộ có đòi thêm giấy tờ không?", ""),
        ("Cán bộ không đòi thêm giấy tờ, đúng hay không?", ""),
        ("Cán bộ không chỉ nói mà làm, không hẹn lại", ""),
        ("Ở phòng chờ có đủ không khí không?", ""),
        ("Cán bộ lịch sự, phải không?", "question-leads"),
        ("Ông/Bà có đồng ý rằng cán bộ lịch sự không?", "question-leads"),
        ("Chắc hẳn cán bộ đã lịch sự hơn trước", "question-leads"),
        ("Ông/Bà có phải chờ lâu không?", ""),
        ("Giấy tờ ghi có đúng không?", ""),
    ],
)
def test_denials_and_leading_words_are_warned_of(mistakes_after: Mistakes, sentence: str, code: str) -> None:
    """Two denials in one clause, or an answer told beforehand; asking with “không?” denies nothing."""
    found = mistakes_after((SWIFT, f'vi: "{sentence}"'))
    assert found == ([(code, "sections[0].items[1].text")] if code else [])


def test_an_explanation_clears_a_double_negative_and_no_leading_question(mistakes_after: Mistakes) -> None:
    """Who reads the line below understands; who is told the answer has been told it."""
    plain = "\n        plain: {vi: Cán bộ lịch sự, en: Polite}"
    text = f"text: {{{SWIFT}, en: On time}}"
    denying = 'text: {vi: "Không cán bộ nào không lịch sự", en: Polite}'
    leading = 'text: {vi: "Cán bộ lịch sự, phải không?", en: Polite}'
    assert mistakes_after((text, denying + plain)) == []
    assert mistakes_after((text, leading + plain)) == [("question-leads", "sections[0].items[1].text")]


@pytest.mark.parametrize(
    ("replacements", "is_warned"),
    [
        ([("sections:", GREAT)], False),
        ([("sections:", GREAT), ("favourable_from: 3", "favourable_from: 2")], True),
        ([("favourable_from: 3", "favourable_from: 2")], True),
        ([("scales:\n", SUIT), ("scale: sat3\n        role: office", "scale: suit4\n        role: office")], True),
    ],
)
def test_a_scale_with_a_heavier_side_is_warned_of(
    mistakes_after: Mistakes, replacements: list[tuple[str, str]], *, is_warned: bool
) -> None:
    """Two of four is even, one of three has a middle; three of four and two of three lean, if the index counts them."""
    lean = [("    label: {vi: Phù hợp, en: Suitable}\n", "    label: {vi: Phù hợp, en: S}\n    favourable_from: 2\n")]
    found = mistakes_after(*replacements, *(lean if replacements[0][1] == SUIT else []))
    assert found == ([("scale-unbalanced", "scales[0]")] if is_warned else [])


def test_an_official_scale_of_intensity_may_lean_outside_the_index(mistakes_after: Mistakes) -> None:
    """One side of `suit4` has three answers of four: the decision wrote it so, and no figure is made of it."""
    lean = ("    label: {vi: Phù hợp, en: Suitable}\n", "    label: {vi: Phù hợp, en: S}\n    favourable_from: 2\n")
    described = ("scale: sat3\n        role: office", "scale: suit4\n        role: office")
    uncounted = ("items: [polite, swift]", "items: [polite]")
    assert mistakes_after((SCALE, SUIT), described, uncounted, lean) == []


def test_a_scale_is_counted_through_an_indicator_too(firms_file: str) -> None:
    """Where indicators make the figures, nodes name those."""
    leaning = firms_file.replace("favourable_from: 4", "favourable_from: 3", 1)
    found = read_instrument(leaning.encode(), "firms.yaml").mistakes
    assert [(one.code, one.path) for one in found] == [("scale-unbalanced", "scales[0]")]


def test_a_questionnaire_without_an_index_has_no_side_to_lean_to(mistakes_after: Mistakes, small_file: str) -> None:
    """Nothing is counted as satisfied there."""
    index = small_file[small_file.index("index:") :]
    assert mistakes_after((index, ""), ("favourable_from: 3", "favourable_from: 2")) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("{vi: Bình thường, en: So-so}", "{vi: HÀI  LÒNG, en: So-so}", "scales[0].options[2].label.vi"),
        ("{vi: Qua mạng, en: Online}", "{vi: Qua mạng, en: in person}", "sections[0].items[2].options[1].label.en"),
    ],
)
def test_answers_called_alike_are_warned_of(mistakes_after: Mistakes, old: str, new: str, path: str) -> None:
    """Nobody can tell them apart, in whatever case they are written."""
    assert mistakes_after((old, new)) == [("label-twice", path)]


def test_a_sensitive_item_needs_a_way_out(mistakes_after: Mistakes) -> None:
    """As a reason not to answer, or as an answer of its own."""
    trips = [("sensitive-no-way-out", "sections[0].items[3]")]
    assert mistakes_after((TRIPS, "        none: [unknown]\n        sensitive: true\n")) == trips
    assert mistakes_after((TRIPS, TRIPS + "        sensitive: true\n")) == []
    ways, sensitive = "        kind: multiple\n", "        kind: multiple\n        sensitive: true\n"
    assert mistakes_after((ways, sensitive)) == [("sensitive-no-way-out", "sections[0].items[2]")]
    assert mistakes_after((ways, sensitive), ("vi: Bưu điện", "vi: Không muốn trả lời")) == []


@pytest.mark.parametrize(
    ("told", "code"), [("minutes: 1", "minutes-too-few"), ("minutes: 4", ""), ("minutes: 7", "minutes-too-many")]
)
def test_minutes_told_are_held_against_the_estimate(
    mistakes_after: Mistakes, small_file: str, told: str, code: str
) -> None:
    """Forty further questions of about four seconds: three minutes, where the form may say three to six."""
    asked = "        text: {vi: Cán bộ lịch sự, en: Officials are polite}\n        scale: sat3\n"
    further = "".join(f"      - code: more{number}\n        kind: single\n{asked}" for number in range(40))
    found = mistakes_after(("      - code: ways\n", f"{further}      - code: ways\n"), ("minutes: 1", told))
    assert found == ([(code, "minutes")] if code else [])
    assert read_instrument(small_file.encode(), "small.yaml").mistakes == ()


def test_a_form_that_cannot_be_gone_through_has_no_estimate(mistakes_after: Mistakes) -> None:
    """The mistake is named, and nothing is said about minutes."""
    found = mistakes_after(("minutes: 1", "minutes: 60"), ("{in: [1, {var: ways}]}", "{matches: [1, {var: ways}]}"))
    assert found == [("condition-operator", "sections[0].items[3].when")]


def test_warnings_leave_the_instrument_as_it_was(small_file: str) -> None:
    """Official words are never changed by lint: it reads bytes and gives sentences."""
    data = small_file.replace(SWIFT, "vi: Công chức niêm yết giấy hẹn").encode()
    reading = read_instrument(data, "small.yaml")
    assert {one.severity for one in reading.mistakes} == {"warning"}
    assert reading.instrument is not None
    assert reading.instrument.item("swift").text["vi"] == "Công chức niêm yết giấy hẹn"
    assert reading.mistakes[0].sentence("vi") == (
        "small.yaml, dòng 42, sections[0].items[1].text: từ “niêm yết” khó hiểu với nhiều người; "
        "dùng từ thường ngày hoặc thêm lời giải thích `plain`."
    )


@pytest.mark.parametrize(
    ("old", "new", "falling"),
    [
        ("", "", []),
        ("goalposts: [0, 10]", "goalposts: [0, 5]", [("geometric-falls", "index.nodes[2]")]),
        ("template: ho_so_tthc", "template: generic", [("geometric-falls", "index.nodes[2]")]),
    ],
)
def test_what_a_geometric_mean_cannot_take_is_told_while_drafting(
    firms_file: str, old: str, new: str, falling: list[tuple[str, str]]
) -> None:
    """Ten trips where five are the worst goalpost score below 0, and a figure brought in may lie anywhere."""
    text = firms_file.replace("aggregation: nodes_equal}", "aggregation: nodes_geometric}").replace(old, new)
    found = read_instrument(text.encode(), "firms.yaml").mistakes
    assert [(one.code, one.path) for one in found if one.code == "geometric-falls"] == falling

"""What does not fit is named in the module's file, one sentence each, and nothing is made of it."""

from collections.abc import Mapping

import pytest

from instruments.catalogue import shipped
from tests.instruments.embedded import BRAND, put_into, survey

MODULE = """\
code: niem-tin
version: "1"
title: {vi: Niềm tin, en: Trust}
short_title: {vi: Niềm tin, en: Trust}
intro: {vi: Mời Ông/Bà cho ý kiến., en: Please tell us.}
wording: official
source: {vi: Tự soạn, en: Our own}
languages: [vi, en]
minutes: 1
unit_of_analysis: person
roles:
  - {code: home, label: {vi: Nơi ở, en: Home}, question: {vi: Ông/Bà ở đâu?, en: Where?}, blocks: [wards]}
scales:
  - code: sat3
    label: {vi: Hài lòng, en: Satisfaction}
    favourable_from: 3
    options:
      - {code: 1, label: {vi: Không, en: "No"}}
      - {code: 2, label: {vi: Bình thường, en: So-so}}
      - {code: 3, label: {vi: Hài lòng, en: "Yes"}}
sections:
  - code: mind
    title: {vi: Nhớ tới, en: In mind}
    opening: true
    items:
      - {code: recall, kind: text, text: {vi: Ông/Bà nhớ điều gì?, en: What do you recall?}}
  - code: first
    title: {vi: Niềm tin, en: Trust}
    roles: [home]
    items:
      - {code: trust, kind: single, scale: sat3, role: home, text: {vi: Tin tưởng, en: Trust}}
      - code: trips
        kind: number
        minimum: 0
        maximum: 30
        text: {vi: Ông/Bà đi mấy lần?, en: How many trips?}
      - code: why
        kind: text
        text: {vi: Vì sao?, en: Why?}
        when: {"==": [{var: trust}, 1]}
index:
  code: TIN
  label: {vi: Niềm tin, en: Trust}
  official: top2_share
  definition_label: {top2_share: {vi: Tỷ lệ, en: Share}}
  nodes:
    - {code: TIN, kind: index, label: {vi: Niềm tin, en: Trust}, items: [trust]}
  blocks:
    - {code: wards, label: {vi: Khối phường, en: Wards}, roles: [home]}
"""
NODES = "  nodes:\n"
EXTRA = (
    "{code: extra, source: hard, recode: value, goalposts: [0, 1], label: {vi: Thưởng, en: Bonus}, template: generic}"
)
BONUS = f"  indicators:\n    - {EXTRA}\n  bonus: [extra]\n{NODES}"
WHOLE = "label: {vi: Niềm tin, en: Trust}, items: [trust]}"
GEOMETRIC = """label: {vi: Niềm tin, en: Trust}, nodes: [P], aggregation: nodes_geometric}
    - {code: P, kind: component, label: {vi: Phần, en: Part}, items: [trust]}"""
POINTS = """label: {vi: Niềm tin, en: Trust}, nodes: [P], aggregation: sum_of_points}
    - {code: P, kind: component, label: {vi: Phần, en: Part}, items: [trust], points: 2.5}"""
SCALED = f"  scales: {{component: [1, 10], index: [0, 100]}}\n{NODES}"
INDICATOR = f"  indicators:\n    - {{code: trust, recode: pct_top2}}\n{NODES}"
COUNTS_POLITE = (("trust", "polite"),)
IN_TURN = (
    ("[wards]}", "[so-ban-nganh], loop: {at_most: 2}}"),
    ("code: wards", "code: so-ban-nganh"),
    ("    roles: [home]\n", "    roles: [home]\n  - code: rated\n    title: {vi: Nơi đó, en: That place}\n"),
)
FORMS = "unit_of_analysis: person\nforms: [x, y]\n"
Changes = tuple[tuple[str, str], ...]


def changed(text: str, changes: Changes) -> str:
    """The text with every one of these words replaced."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def found(host: str, module: str, roles: Mapping[str, str] | None = None, *, half: bool = False) -> list[str]:
    """What is said of a module, each as its code and its place."""
    made = put_into(host.encode(), module.encode(), roles, half=half)
    assert (made.data is None) == bool(made.mistakes)
    return [f"{one.code} {one.path}" for one in made.mistakes]


def test_a_module_without_fault_fits(small_file: str) -> None:
    """Its place may be a role of the host or one of its own; `trips` is the host's own question."""
    assert found(small_file, MODULE) == found(small_file, MODULE, {"home": "desk"}) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((("code: niem-tin", "code: cong-xa"),), "embed-itself code"),
        ((("en: So-so", "en: Middling"),), "embed-scale-other scales[0]"),
        ((("favourable_from: 3", "favourable_from: 2"),), "embed-scale-other scales[0]"),
        ((("maximum: 30", "maximum: 9"),), "embed-item-other sections[1].items[1].code"),
        ((("home", "office"),), "embed-role-same roles[0]"),
        ((("home", "ways"),), "embed-code-shared roles[0].code"),
        ((("TIN", "ALL"),), "embed-code-shared index.nodes[0].code"),
        ((("recall", "desk"),), "embed-code-shared sections[0].items[0].code"),
        ((("    roles: [home]", "    opening: true\n    roles: [home]"), ("var: trust", "var: trips")),
         "embed-route-later sections[1].items[2].when"),
        ((("top2_share", "mean_percent"),), "embed-indicator-needed index.nodes[0].items[0]"),
        (((NODES, BONUS),), "embed-points index.bonus"),
        (((WHOLE, GEOMETRIC), (NODES, SCALED)), "embed-geometric index.nodes[0].aggregation"),
    ],
)  # fmt: skip
def test_each_misfit_is_named_at_its_place(small_file: str, changes: Changes, expected: str) -> None:
    """In the module's own file, for that is what can be changed."""
    assert found(small_file, changed(MODULE, changes)) == [expected]


def test_a_definition_that_the_host_lacks_needs_an_indicator(small_file: str) -> None:
    """With one the same item fits, for an indicator decides for its code whatever the definition."""
    other = changed(MODULE, (("top2_share", "mean_percent"), (NODES, INDICATOR)))
    assert found(small_file, other) == []


def test_a_figure_may_be_made_of_what_the_host_asks(small_file: str) -> None:
    """Counted as the host counts it; an indicator of the module would change the host's own figure."""
    polite = changed(MODULE, COUNTS_POLITE)
    assert found(small_file, polite, {"home": "desk"}) == []
    assert found(small_file, polite) == ["embed-item-other sections[1].items[0].code"]
    by_indicator = changed(MODULE, ((NODES, INDICATOR), *COUNTS_POLITE))
    assert found(small_file, by_indicator, {"home": "desk"}) == ["embed-indicator-other index.indicators"]


def test_points_of_a_module_stand_beside_out_of_their_most(small_file: str) -> None:
    """A share of 100 as an index, 2.5 points at most as a figure beside: the same share, in its own points."""
    alone = survey(changed(MODULE, ((WHOLE, POINTS),)).encode())
    made = put_into(small_file.encode(), alone.file)
    assert made.data is not None
    whole = survey(made.data).instrument
    assert alone.instrument.index is not None
    assert whole.index is not None
    assert alone.instrument.index.range_of("TIN") == (0, 100)
    assert whole.index.range_of("TIN") == whole.index.range_of("P") == (0, 2.5)


def test_a_geometric_mean_fits_where_its_scale_keeps_its_ratio(small_file: str) -> None:
    """1 to 10 below, 10 to 100 above: the same mean, ten times as large."""
    scaled = changed(MODULE, ((WHOLE, GEOMETRIC), (NODES, SCALED.replace("[0, 100]", "[10, 100]"))))
    assert found(small_file, scaled) == []


def test_a_module_goes_in_once(small_file: str) -> None:
    """The second time there is nothing to put in."""
    made = put_into(small_file.encode(), MODULE.encode())
    assert made.data is not None
    assert found(made.data.decode(), MODULE) == ["embed-twice code"]


def test_figures_need_an_index_to_stand_beside(small_file: str) -> None:
    """A module that counts nothing needs none, nor does its host."""
    (host, _, _), (module, _, _) = small_file.partition("index:\n"), MODULE.partition("index:\n")
    assert found(host, MODULE) == ["embed-no-index index"]
    assert found(small_file, module) == found(host, module) == []


def test_where_nothing_is_scored_the_module_comes_last(small_file: str) -> None:
    """Only what opens comes first."""
    host, module = (text.partition("index:\n")[0] for text in (small_file, MODULE))
    made = put_into(host.encode(), module.encode(), {"home": "desk"})
    assert made.data is not None
    codes = [item.code for item in survey(made.data).instrument.items()]
    assert codes == ["recall", "polite", "swift", "ways", "trips", "remark", "trust", "why"]


def test_units_in_turn_are_rated_by_both_in_one_go() -> None:
    """A looped role may stand for another: its questions follow those of the host about the same unit."""
    before, _, _ = changed(MODULE, IN_TURN).partition("      - code: trips")
    _, _, after = changed(MODULE, ((NODES, INDICATOR), IN_TURN[1])).partition("index:\n")
    module = f"{before}index:\n{after}"
    made = put_into(shipped("ddci-so-nganh"), module.encode(), {"home": "don_vi"})
    assert [one.sentence() for one in made.mistakes] == []
    assert made.data is not None
    whole = survey(made.data).instrument
    codes = [item.code for item in whole.items()]
    assert codes[codes.index("trust") - 1] == "E2"
    assert whole.item("trust").role == "don_vi"


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ({"hom": "desk"}, "embed-role-module roles"),
        ({"home": "dek"}, "embed-role-host roles[0]"),
    ],
)
def test_a_role_that_is_misspelt_is_named(small_file: str, roles: dict[str, str], expected: str) -> None:
    """On either side."""
    assert found(small_file, MODULE, roles) == [expected]


@pytest.mark.parametrize(
    ("host", "role", "expected"),
    [
        ("ddci-so-nganh", "don_vi", "embed-role-loop roles[0]"),
        ("sipas-dan-cu", "noi_tiep_nhan", "embed-role-some roles[0]"),
    ],
)
def test_a_role_must_be_one_that_everybody_answers_once(host: str, role: str, expected: str) -> None:
    """Several offices in turn, or a desk only some have seen, cannot stand for where people live."""
    assert found(shipped(host).decode(), shipped(BRAND).decode(), {"noi_o": role}) == [expected]


def test_what_has_forms_is_not_halved(small_file: str) -> None:
    """Nor are two kinds of forms mixed; those of the host alone, or of the module alone, stay as they are."""
    person = "unit_of_analysis: person\n"
    halves, others = small_file.replace(person, f"{person}forms: [a, b]\n"), MODULE.replace(person, FORMS)
    assert found(halves, MODULE) == found(small_file, others) == found(small_file, MODULE, half=True) == []
    assert found(halves, MODULE, half=True) == found(small_file, others, half=True) == ["embed-half-forms forms"]
    assert found(halves, others) == ["embed-forms-other forms"]


def test_wording_is_official_where_both_are(small_file: str) -> None:
    """One adapted sentence makes an adapted form."""
    official = small_file.replace("wording: adapted", "wording: official")
    wordings = [put_into(host.encode(), MODULE.encode()).data or b"" for host in (small_file, official)]
    assert [survey(data).instrument.wording for data in wordings] == ["adapted", "official"]


def test_the_sentence_tells_what_to_do(small_file: str) -> None:
    """In both languages, with the line of the module's file."""
    made = put_into(small_file.encode(), changed(MODULE, (("home", "office"),)).encode())
    (one,) = made.mistakes
    assert one.sentence("en") == (
        "module.yaml, line 12, roles[0]: “cong-xa” has a role “office” too; "
        "add `--role office=office` if they are one, else give it another code."
    )
    assert one.sentence("vi").startswith("module.yaml, dòng 12, roles[0]: “cong-xa” cũng có vai trò")

"""Indicators: what a file may say of how a figure is made, and each mistake by its code and path."""

import pytest

from instruments.model import Instrument
from instruments.reading import read_instrument


def mistakes(text: str) -> list[tuple[str, str | None]]:
    return [(one.code, one.path) for one in read_instrument(text.encode(), "firms.yaml").mistakes]


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("goalposts: [0, 10]}", "goalposts: [10, 0]}", "goalposts-crossed", "index.indicators[0].goalposts"),
        (
            "goalposts: [0, 10]}",
            "goalposts: [0, 10], goalposts_from: {current_wave: all}}",
            "goalposts-twice",
            "index.indicators[0].goalposts_from",
        ),
        ("goalposts: [0, 10]}", "goalposts_from: {current_wave: all}}", "goalposts-mixed", "index.nodes[1].items"),
        ("goalposts: [0, 10]}", "goalposts_from: {waves: [w-2025]}}", "goalposts-mixed", "index.nodes[1].items"),
        (
            "easy, recode: pct_top2}",
            "easy, recode: pct_top2, goalposts_from: {waves: []}}",
            "goalposts-source",
            "index.indicators[1].goalposts_from",
        ),
        (
            "easy, recode: pct_top2}",
            "easy, recode: pct_top2, goalposts_from: {current_wave: all, waves: [w-2025]}}",
            "goalposts-source",
            "index.indicators[1].goalposts_from",
        ),
        (
            "easy, recode: pct_top2}",
            "easy, recode: pct_top2, goalposts_from: {current_wave: all, over: all}}",
            "goalposts-over",
            "index.indicators[1].goalposts_from.over",
        ),
        (
            "easy, recode: pct_top2}",
            "easy, recode: pct_top2, goalposts_from: {waves: [w-2025, w-2024, w-2025]}}",
            "goalposts-wave-twice",
            "index.indicators[1].goalposts_from.waves[2]",
        ),
        ("cap: 10, ", "", "indicator-needs", "index.indicators[0]"),
        ("recode: winsorised_mean, cap: 10,", "recode: pct_top2,", "indicator-kind", "index.indicators[0]"),
        ("{code: easy, recode: pct_top2}", "{code: easy, recode: nps}", "indicator-kind", "index.indicators[1]"),
        (
            "{code: easy, recode: pct_top2}",
            "{code: easy, recode: pct_codes, codes: [4, 6]}",
            "indicator-code",
            "index.indicators[1]",
        ),
        ("{code: easy, recode", "{code: easy, item: esay, recode", "indicator-item", "index.indicators[1].item"),
        (
            "{code: easy, recode",
            "{code: easy, base: {item: trips, codes: [1]}, recode",
            "base-unknown",
            "index.indicators[1].base.item",
        ),
        ("    - {code: fair, recode: pct_top2}\n", "", "indicator-missing", "index.indicators"),
        ("items: [easy, ties]}", "items: [easy]}", "indicator-unused", "index.indicators[2]"),
        (
            "      numerator: on_time\n",
            "      numerator: in_time\n",
            "template-column",
            "index.indicators[4].numerator",
        ),
        ("      numerator: on_time\n", "", "indicator-needs", "index.indicators[4]"),
        ("      recode: value\n", "      recode: mean\n", "indicator-hard", "index.indicators[4]"),
        (
            "      template: ho_so_tthc\n      numerator: on_time\n      denominator: received\n",
            "      template: tieu_chi\n",
            "indicator-appraised",
            "index.indicators[4].source",
        ),
        ("component: [1, 10]", "component: [10, 1]", "scale-crossed", "index.scales.component"),
        (
            "  blocks:\n    - {code: off",
            "  bonus: [easy]\n  blocks:\n    - {code: off",
            "points-beside",
            "index.bonus[0]",
        ),
        ("aggregation: nodes_equal}", "aggregation: nodes_equal, hard_share: 0.5}", "hard-share-unused", None),
        ("items: [easy, fair]}", "items: [easy], aggregation: difference}", "difference-few", "index.nodes[3]"),
        ("items: [easy, ties]}", "items: [easy, ties], weights: [1, 2]}", "weights-unused", "index.nodes[0].weights"),
        (
            "items: [easy, ties]}",
            "items: [easy, ties], aggregation: items_weighted, weights: [1]}",
            "weights-count",
            "index.nodes[0].weights",
        ),
        ("items: [easy, ties]}", "items: [easy, ties], blocks: [offices]}", "node-blocks", "index.nodes[0].blocks"),
        ("kind: index,", "kind: index, floor: 20,", "floor-whole", "index.nodes[2].floor"),
        ("items: [easy, fair]}", "items: [easy, fair], floor: 0}", "floor-outside", "index.nodes[3].floor"),
        ("items: [easy, fair]}", "items: [easy, fair], points: 5, floor: 6}", "floor-outside", "index.nodes[3].floor"),
        ("items: [easy, fair]}", "items: [easy, fair], blocks: [office]}", "block-unknown", "index.nodes[3].blocks[0]"),
        (
            "{code: easy, recode: pct_top2}",
            "{code: easy, recode: points, points: {5: 100}}",
            "points-outside",
            "index.indicators[1].points",
        ),
        (
            "{code: easy, recode",
            "{code: easy, base: {item: kind, codes: [7]}, recode",
            "indicator-code",
            "index.indicators[1].base.codes",
        ),
        ("forms: [a]", "forms: [c]", "form-unknown", "sections[1].items[3].forms[0]"),
        ("forms: [a, b]\n", "forms: [a]\n", "forms-few", "forms"),
        ("        maximum: 10\n", "", "bounds-needed", "sections[2].items[0]"),
        (
            "        kind: note\n",
            "        kind: note\n        required: true\n",
            "note-answers",
            "sections[2].items[1]",
        ),
        ("    roles: [met]\n", "", "loop-early", "sections[1]"),
        ("        kind: rating\n", "        kind: rating\n        role: met\n", "loop-mixed", "sections[2]"),
        (
            "        kind: note\n",
            '        kind: note\n        when: {"==": [{var: filed}, 1]}\n',
            "route-loop",
            "sections[2].items[1].when",
        ),
    ],
)
def test_a_mistake_is_named_where_it_stands(firms_file: str, old: str, new: str, code: str, path: str | None) -> None:
    """Each with one sentence in both languages."""
    assert old in firms_file
    found = dict(mistakes(firms_file.replace(old, new, 1)))
    assert code in found
    assert path is None or found[code] == path


@pytest.mark.parametrize("scale", ["component: [0, 10]", "content: [1, 10]"])
def test_a_geometric_mean_needs_parts_on_one_scale_above_nothing(firms_file: str, scale: str) -> None:
    """Where they begin at 0, or one is on another scale, no product of them means anything."""
    text = firms_file.replace("aggregation: nodes_equal}", "aggregation: nodes_geometric}")
    assert mistakes(text) == []
    other = text.replace("component: [1, 10]", scale)
    assert ("geometric-parts", "index.nodes[2]") in mistakes(other)


@pytest.mark.parametrize(
    ("nodes", "code", "path"),
    [
        ("nodes: [SUM, GONE], aggregation: sum_of_points", "node-unknown", "index.nodes[4].nodes[1]"),
        ("nodes: [SUM], aggregation: sum_of_points", "node-twice", "index.nodes[5].nodes[0]"),
        ("nodes: [GEO], aggregation: sum_of_points", "node-unreached", "index.nodes[4]"),
        ("nodes: [GONE]", "node-unknown", "index.nodes[4].nodes[0]"),
        ("items: [easy], aggregation: nodes_geometric", "geometric-parts", "index.nodes[4]"),
    ],
)
def test_a_broken_tree_is_told_whatever_is_to_be_made_of_it(firms_file: str, nodes: str, code: str, path: str) -> None:
    """A geometric mean and a sum of points look at what lies below them, which may be unknown, or they themselves."""
    own = "items: [easy, fair]}"
    label = "kind: module, label: {vi: Thử, en: Trial}"
    text = firms_file.replace(
        own,
        f"{own}\n    - {{code: SUM, {label}, {nodes}}}"
        f"\n    - {{code: GEO, {label}, nodes: [SUM], aggregation: nodes_geometric}}",
        1,
    )
    assert (code, path) in mistakes(text)


def test_a_section_about_a_unit_may_depend_on_what_was_said_about_it(firms_file: str) -> None:
    """A section asked once for each unit has that unit's answers to go by."""
    later = '  - code: later\n    title: {vi: Thêm, en: More}\n    when: {"==": [{var: filed}, 1]}\n    items:\n'
    split = firms_file.replace("      - code: why\n", f"{later}      - code: why\n")
    assert mistakes(split) == []


def test_a_code_counted_by_no_indicator_but_a_share_needs_none(firms: Instrument) -> None:
    """An index by the share satisfied is counted as ever: the definition decides."""
    assert firms.index is not None
    assert firms.index.counted() == ("easy", "ties", "trips", "fair", "on_time")


def test_a_module_may_count_what_the_index_counts_too(firms: Instrument) -> None:
    """A second figure over some of the items: what lies within the unit's own powers."""
    assert firms.index is not None
    assert firms.index.items_below("OWN") == ("easy", "fair")


def test_goalposts_of_shares_and_of_the_promoter_score_are_given_by_nature(firms: Instrument) -> None:
    """Nobody has to write 0 and 1."""
    assert firms.index is not None
    assert [one.bounds for one in firms.index.indicators] == [(0, 10), (0, 1), (0, 1), (0, 1), (0, 1)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("        maximum: 10\n", "        maximum: 300000\n", "bounds-wide"),
        ("vi: Cơ sở của Ông/Bà", 'vi: "{unit}: cơ sở của Ông/Bà"', "placeholder-outside"),
        ("vi: Cơ sở của Ông/Bà", 'vi: "Cơ sở\\x01 của Ông/Bà"', "text-control"),
        ("  unit: points\n", "  unit: points\n  usable: 9\n", "out-of-range"),
    ],
)
def test_what_would_break_later_is_found_in_the_file(firms_file: str, old: str, new: str, code: str) -> None:
    """Buttons by the thousand, signs no paper prints, shares above one."""
    assert old in firms_file
    assert code in dict(mistakes(firms_file.replace(old, new, 1)))


def test_a_mean_of_numbers_without_bounds_is_no_indicator(firms_file: str) -> None:
    """One answer of a thousand billions would move a unit to the end of the table."""
    text = firms_file.replace("recode: winsorised_mean, cap: 10,", "recode: mean,")
    assert mistakes(text) == []
    assert ("mean-unbounded", "index.indicators[0]") in mistakes(text.replace("        maximum: 30\n", ""))


def test_a_floor_below_what_counts_items_one_by_one_is_refused(firms_file: str) -> None:
    """The index would pass its figure by."""
    floored = firms_file.replace("items: [easy, ties]}", "items: [easy, ties], floor: 2}")
    assert mistakes(floored) == []
    one_by_one = floored.replace("aggregation: nodes_equal", "aggregation: items_equal")
    assert ("floor-inside", "index.nodes[0].floor") in mistakes(one_by_one)

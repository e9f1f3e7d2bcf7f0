"""An instrument that is well formed may still mean nothing; each such mistake has its code and its path."""

from collections.abc import Callable

import pytest

Mistakes = Callable[..., list[tuple[str, str | None]]]

POLITE = "        text: {vi: Cán bộ lịch sự, en: Officials are polite}\n        scale: sat3\n"
TREE = "- {code: ALL, kind: index, label: {vi: Chung, en: All}, items: [polite, swift]}"
LABEL = "label: {vi: A, en: A}"


def aimed(target: str) -> tuple[str, str]:
    """The index with one target."""
    return "  blocks:\n", f'  targets: [{{operator: ">", source: Kế hoạch, {target}}}]\n  blocks:\n'


def tree(*nodes: str) -> tuple[str, str]:
    return TREE, "\n    ".join(f"- {{{node}, {LABEL}}}" for node in nodes)


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("code: swift", "code: polite", "code-twice", "sections[0].items[1].code"),
        (
            "- {code: 2, label: {vi: Qua",
            "- {code: 1, label: {vi: Qua",
            "code-twice",
            "sections[0].items[2].options[1].code",
        ),
        ("- {code: 2, label: {vi: Bình", "- {code: 1, label: {vi: Bình", "code-twice", "scales[0].options[1].code"),
        ("code: office", "code: desk", "code-twice", "roles[1].code"),
        ("code: swift", "code: weight", "code-reserved", "sections[0].items[1].code"),
        ("code: swift", "code: ALL", "code-shared", "sections[0].items[1].code"),
        ("code: swift", "code: office", "code-shared", "sections[0].items[1].code"),
        ("scale: sat3", "scale: sat33", "scale-unknown", "sections[0].items[0].scale"),
        ("role: office", "role: offic", "role-unknown", "sections[0].items[1].role"),
        ("roles: [desk, office]", "roles: [desk, ofice]", "role-unknown", "sections[0].roles[1]"),
        ("roles: [desk, office]", "roles: [desk, office, desk]", "role-asked-twice", "sections[0].roles[2]"),
        ("roles: [desk, office]", "roles: [desk]", "role-not-asked", "roles[1]"),
        ("blocks: [wards]", "blocks: [ward]", "block-unknown", "roles[0].blocks[0]"),
        ("roles: [desk, office]}", "roles: [desc]}", "role-unknown", "index.blocks[0].roles[0]"),
        (POLITE, POLITE.replace("        scale: sat3\n", ""), "answers-one-list", "sections[0].items[0]"),
        ("kind: multiple", "kind: multiple\n        scale: sat3", "answers-options", "sections[0].items[2]"),
        ("kind: number", "kind: number\n        scale: sat3", "answers-none", "sections[0].items[3]"),
        ("kind: multiple", "kind: multiple\n        minimum: 1", "bounds-unused", "sections[0].items[2]"),
        ("minimum: 0", "minimum: 31", "bounds-crossed", "sections[0].items[3].maximum"),
        (
            "role: office",
            "role: office\n        sensitive: true\n        required: true",
            "sensitive-required",
            "sections[0].items[1].required",
        ),
        ("favourable_from: 3", "favourable_from: 4", "favourable-unknown", "scales[0].favourable_from"),
        ("{in: [1, {var: ways}]}", "{in: [1, {var: way}]}", "route-unknown", "sections[0].items[3].when"),
        ("{in: [1, {var: ways}]}", "{in: [1, {var: remark}]}", "route-later", "sections[0].items[3].when"),
        ("{in: [1, {var: ways}]}", "{in: [1, {var: trips}]}", "route-later", "sections[0].items[3].when"),
        ("    roles: [desk", "    when: {var: swift}\n    roles: [desk", "route-later", "sections[0].when"),
        ("{in: [1, {var: ways}]}", "{var: [ways]}", "", None),
        ("{in: [1, {var: ways}]}", "{matches: [1, {var: ways}]}", "condition-operator", "sections[0].items[3].when"),
        (
            "{in: [1, {var: ways}]}",
            "{in: [1, {var: ways}], and: []}",
            "condition-operator",
            "sections[0].items[3].when",
        ),
        ("{in: [1, {var: ways}]}", "{}", "condition-operator", "sections[0].items[3].when"),
        ("{in: [1, {var: ways}]}", "{in: [1]}", "condition-arguments", "sections[0].items[3].when"),
        ("{in: [1, {var: ways}]}", "{in: [1, {var: 5}]}", "condition-variable", "sections[0].items[3].when"),
        ("{in: [1, {var: ways}]}", '{in: [1, {var: ""}]}', "condition-variable", "sections[0].items[3].when"),
        (
            "{in: [1, {var: ways}]}",
            "{some: [{var: ways}, {var: ways}]}",
            "condition-variable",
            "sections[0].items[3].when",
        ),
        ("{in: [1, {var: ways}]}", '{some: [{var: ways}, {in: [{var: ""}, [1, 2]]}]}', "", None),
        ("{in: [1, {var: ways}]}", "{'!': " * 20 + "true" + "}" * 20, "condition-deep", "sections[0].items[3].when"),
        ("code: ALL\n", "code: ALLL\n", "node-unknown", "index.code"),
        ("items: [polite, swift]", "items: [polite, swif]", "item-unknown", "index.nodes[0].items[1]"),
        ("items: [polite, swift]", "items: [polite, polite]", "item-counted-twice", "index.nodes[0].items[1]"),
        ("items: [polite, swift]", "items: [polite, ways]", "item-not-scored", "index.nodes[0].items[1]"),
        ("items: [polite, swift]", "weights: [1]", "node-empty", "index.nodes[0]"),
        ("    favourable_from: 3\n", "", "favourable-missing", "index.nodes[0].items[0]"),
        ("top2_share\n", "top2_share\n  beside: [top2_share]\n", "definition-twice", "index.beside"),
        ("top2_share\n", "top2_share\n  beside: [mean_percent]\n", "definition-unnamed", "index.definition_label"),
        ("  blocks:\n", "  minimum: {printed: 40}\n  blocks:\n", "minimum-crossed", "index.minimum.ranked"),
        (
            "  blocks:\n",
            f"  tiers: [{{code: a, at_least: 5, {LABEL}}}, {{code: b, at_least: 5, {LABEL}}}]\n  blocks:\n",
            "tiers-order",
            "index.tiers[1].at_least",
        ),
        (
            "  blocks:\n",
            f"  tiers: [{{code: a, at_least: 5, {LABEL}}}, {{code: b, top: 1, {LABEL}}}]\n  blocks:\n",
            "tiers-mixed",
            "index.tiers[0]",
        ),
        (
            "  blocks:\n",
            f"  tiers: [{{code: a, top: 0.5, {LABEL}}}, {{code: b, top: 0.5, {LABEL}}}]\n  blocks:\n",
            "tiers-order",
            "index.tiers[1].top",
        ),
        (
            "  blocks:\n",
            f"  tiers: [{{code: a, top: 0.2, {LABEL}}}, {{code: b, top: 0.5, {LABEL}}}]\n  blocks:\n",
            "tiers-part",
            "index.tiers[1].top",
        ),
        (*aimed("node: swif, value: 80, unit: percent"), "target-unknown", "index.targets[0].node"),
        (*aimed("node: swift, value: 80, unit: natural"), "target-unit", "index.targets[0].unit"),
        (*aimed("node: ALL, value: 101, unit: points"), "target-value", "index.targets[0].value"),
        (*aimed("node: ALL, value: 80, unit: percent"), "", None),
        (*aimed("node: ALL, value: 80, unit: points, blocks: [x]"), "block-unknown", "index.targets[0].blocks[0]"),
        (*tree("code: ALL, kind: index, nodes: [X]"), "node-unknown", "index.nodes[0].nodes[0]"),
        (
            *tree("code: ALL, kind: index, nodes: [X, X]", "code: X, kind: component, items: [swift]"),
            "node-twice",
            "index.nodes[0].nodes[1]",
        ),
        (*tree("code: ALL, kind: index, nodes: [ALL]"), "node-twice", "index.nodes[0].nodes[0]"),
        (
            *tree("code: ALL, kind: index, items: [swift]", "code: X, kind: content, nodes: [X]"),
            "node-unreached",
            "index.nodes[1]",
        ),
        (
            *tree(
                "code: ALL, kind: index, nodes: [X], items: [polite], aggregation: nodes_equal",
                "code: X, kind: component, items: [swift]",
            ),
            "node-mixed",
            "index.nodes[0]",
        ),
        ("  nodes:\n", "  publication: {form: top_k}\n  nodes:\n", "publication-first", "index.publication"),
        ("  nodes:\n", "  publication: {form: bands, first: 3}\n  nodes:\n", "publication-first", "index.publication"),
        (
            *tree("code: ALL, kind: index, items: [swift], aggregation: nodes_weighted"),
            "parts-lacking",
            "index.nodes[0].aggregation",
        ),
        (
            *tree("code: ALL, kind: index, items: [swift], aggregation: nodes_geometric"),
            "parts-lacking",
            "index.nodes[0].aggregation",
        ),
        (
            *tree(
                "code: ALL, kind: index, nodes: [X], aggregation: items_weighted",
                "code: X, kind: component, items: [swift]",
            ),
            "parts-lacking",
            "index.nodes[0].aggregation",
        ),
        (
            *tree(
                "code: ALL, kind: index, nodes: [X], aggregation: nodes_weighted, weights: [1, 2]",
                "code: X, kind: component, items: [swift]",
            ),
            "weights-count",
            "index.nodes[0].weights",
        ),
        (
            *tree(
                "code: ALL, kind: index, nodes: [X], aggregation: nodes_weighted, weights: [0]",
                "code: X, kind: component, items: [swift]",
            ),
            "weights-positive",
            "index.nodes[0].weights",
        ),
        (
            *tree("code: ALL, kind: index, items: [swift], aggregation: sum_of_points"),
            "points-missing",
            "index.nodes[0]",
        ),
        (
            *tree(
                "code: ALL, kind: index, nodes: [X], aggregation: sum_of_points",
                "code: X, kind: component, items: [swift]",
            ),
            "points-missing",
            "index.nodes[0]",
        ),
        (*tree("code: ALL, kind: index, items: [swift], points: 2"), "points-unused", "index.nodes[0].points"),
        (*tree("code: ALL, kind: index, items: [swift], weights: [1]"), "weights-unused", "index.nodes[0].weights"),
        ("{vi: Kết quả đúng hẹn, en: On time}", "{en: On time}", "text-missing", "sections[0].items[1].text"),
        (
            "{vi: Kết quả đúng hẹn, en: On time}",
            "{vi: Kết quả đúng hẹn}",
            "translation-missing",
            "sections[0].items[1].text",
        ),
        (
            "{vi: Kết quả đúng hẹn, en: On time}",
            "{vi: Đúng hẹn, en: On time, fr: A temps}",
            "language-unlisted",
            "sections[0].items[1].text.fr",
        ),
        ("{vi: Kết quả đúng hẹn, en: On time}", '{vi: " ", en: On time}', "text-empty", "sections[0].items[1].text.vi"),
        (
            "{vi: Kết quả đúng hẹn, en: On time}",
            "{vi: <b>Đúng hẹn</b>, en: On time}",
            "text-html",
            "sections[0].items[1].text.vi",
        ),
        (
            "{vi: Kết quả đúng hẹn, en: On time}",
            "{vi: Đúng&nbsp;hẹn, en: On time}",
            "text-html",
            "sections[0].items[1].text.vi",
        ),
        ("Kết quả đúng hẹn, en", '"{unit} trả đúng hẹn", en', "placeholder-outside", "sections[0].items[1].text.vi"),
        ("Kết quả đúng hẹn, en", '"{office} trả đúng hẹn", en', "placeholder-none", "sections[0].items[1].text.vi"),
        ("Kết quả đúng hẹn", "rất " * 21, "reading-long", "sections[0].items[1].text"),
        ("vi: Kết quả đúng hẹn", 'vi: "Nhanh, đúng hẹn và đủ"', "reading-ideas", "sections[0].items[1].text"),
        ("Kết quả đúng hẹn", "Công chức đúng hẹn", "reading-word", "sections[0].items[1].text"),
        ("Kết quả đúng hẹn", "Dân nhận đúng hẹn", "reading-people", "sections[0].items[1].text"),
    ],
)
def test_a_mistake_of_meaning_is_placed(
    mistakes_after: Mistakes, old: str, new: str, code: str, path: str | None
) -> None:
    """Each gives its code and its path; an empty code means that there is nothing to mend."""
    found = mistakes_after((old, new))
    assert (code, path) in found if code else found == []


def test_an_explanation_clears_a_finding_of_the_reading_lint(mistakes_after: Mistakes) -> None:
    """Official text stays as it is; the line below it must be plain."""
    official = "text: {vi: Công chức niêm yết thủ tục, en: On time}"
    plain = "\n        plain: {vi: Cán bộ dán giấy hướng dẫn, en: Posted}"
    text = "text: {vi: Kết quả đúng hẹn, en: On time}"
    assert mistakes_after((text, official + plain)) == []
    assert mistakes_after((text, official + plain.replace("Cán bộ", "Công chức"))) == [
        ("reading-word", "sections[0].items[1].plain")
    ]


def test_words_that_only_contain_dan_are_no_finding(mistakes_after: Mistakes) -> None:
    """Người dân, nhân dân, dân tộc are whole words of their own."""
    assert mistakes_after(("Kết quả đúng hẹn", "Người dân và nhân dân các dân tộc")) == []


def test_an_unused_scale_is_a_warning(mistakes_after: Mistakes) -> None:
    """Nothing breaks, but somebody forgot something."""
    second = """scales:
  - code: two
    label: {vi: A, en: A}
    options: [{code: 1, label: {vi: A, en: A}}, {code: 2, label: {vi: B, en: B}}]"""
    assert mistakes_after(("scales:", second)) == [("scale-unused", "scales[0]")]


def test_a_questionnaire_needs_no_index(mistakes_after: Mistakes, small_file: str) -> None:
    """Brand questions are asked and reported without an index of their own."""
    assert mistakes_after((small_file[small_file.index("index:") :], "")) == []


def test_a_weighted_tree_is_sound(mistakes_after: Mistakes) -> None:
    """One weight a node, each above zero."""
    weighted = tree(
        "code: ALL, kind: index, nodes: [X, Y], aggregation: nodes_weighted, weights: [60, 40]",
        "code: X, kind: component, items: [polite]",
        "code: Y, kind: component, items: [swift]",
    )
    assert mistakes_after(weighted) == []

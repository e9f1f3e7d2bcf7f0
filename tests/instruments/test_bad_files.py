"""Files made to break the reader are each answered with one clear sentence, at once, and nothing in them runs."""

from collections.abc import Callable

import pytest

from instruments.reading import read_instrument

WHEN = "{in: [1, {var: ways}]}"
TRIPS = "form.yaml, line 58, sections[0].items[3].when: "
MINUTES = "form.yaml, line 9, minutes: "
TAG = "is not allowed: a file holds text, numbers, lists and mappings only; remove the tag."
NEST = "{'!': " * 19 + "true" + "}" * 19
FORGED = '!!python/object/apply:os.system ["touch forged"]'

Sentences = Callable[..., list[str]]


@pytest.fixture
def sentences(small_file: str) -> Sentences:
    """The English sentences about the small instrument with one of its words replaced."""

    def read(old: str, new: str) -> list[str]:
        assert old in small_file
        reading = read_instrument(small_file.replace(old, new, 1).encode(), "form.yaml")
        assert reading.instrument is None
        return [one.sentence() for one in reading.mistakes]

    return read


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        pytest.param(
            WHEN,
            "{'==': [{var: trips}, 1]}",
            TRIPS + "the condition reads the item “trips”, which is not asked before; "
            "move that item up or change the condition.",
            id="an item that waits for itself",
        ),
        pytest.param(
            "items: [polite, swift]",
            "items: [polite, swift], weights: [sixty, 40]",
            "form.yaml, line 70, index.nodes[0].weights[0]: the value must be a number; write a number without quotes.",
            id="text in a weight",
        ),
        pytest.param(
            "{vi: Trực tiếp, en: In person}",
            '{vi: "<b>Trực tiếp</b>", en: In person}',
            "form.yaml, line 49, sections[0].items[2].options[0].label.vi: the text holds HTML; "
            "write plain text without tags and without &…;.",
            id="HTML in a label",
        ),
        pytest.param(
            "label: {vi: Hài lòng, en: Satisfaction}",
            'label: {vi: "<script>alert(1)</script>", en: Satisfaction}',
            "form.yaml, line 22, scales[0].label.vi: the text holds HTML; "
            "write plain text without tags and without &…;.",
            id="a script in a label",
        ),
        pytest.param(
            WHEN,
            "{method: [x, __import__]}",
            TRIPS + "the condition has the operator “method”, which is not known; "
            "use one of var, ==, !=, <, <=, >, >=, in, and, or, !, some, all, one at a time.",
            id="an operator that calls",
        ),
        pytest.param(
            WHEN,
            '{"==": [{var: "__class__.__mro__"}, 1]}',
            TRIPS + "the condition reads the item “__class__.__mro__”, which does not exist; "
            "use “polite”, “swift”, “ways”, “trips”, “remark”.",
            id="a variable that reaches into the program",
        ),
        pytest.param(
            "minutes: 1",
            f"minutes: {FORGED}",
            f"{MINUTES}the YAML tag “tag:yaml.org,2002:python/object/apply:os.system” {TAG}",
            id="an object of the program as a value",
        ),
        pytest.param(
            WHEN,
            FORGED,
            f"{TRIPS}the YAML tag “tag:yaml.org,2002:python/object/apply:os.system” {TAG}",
            id="an object of the program as a condition",
        ),
        pytest.param(
            "minutes: 1", "minutes: !mine 1", f"{MINUTES}the YAML tag “!mine” {TAG}", id="a tag of somebody's own"
        ),
        pytest.param(
            WHEN,
            f"{{and: [{NEST}, {NEST}]}}",
            TRIPS + "the condition is nested deeper than 20 levels; write a simpler condition.",
            id="two deep nests, said once",
        ),
        pytest.param(
            WHEN,
            f"{{or: [{', '.join([WHEN] * 2000)}]}}",
            TRIPS + "the operator “or” has a wrong number of arguments; "
            "give comparisons two arguments, `!` and `var` one, `and` and `or` twenty at most.",
            id="an endless row of conditions",
        ),
        pytest.param(
            WHEN,
            "{and: [&a {or: [true, true]}, &b {or: [*a, *a, *a]}, &c {or: [*b, *b, *b]}, &d {or: [*c, *c, *c, *c]}, "
            "&e {or: [*d, *d, *d, *d]}, &f {or: [*e, *e, *e, *e]}, &g {or: [*f, *f, *f, *f]}, *g]}",
            "form.yaml, line 58: the file holds too many values (over 20,000), perhaps because aliases (*) repeat each "
            "other; shorten it and use fewer aliases.",
            id="a condition that unfolds without end",
        ),
    ],
)
def test_one_sentence_says_what_is_wrong(sentences: Sentences, old: str, new: str, sentence: str) -> None:
    """The place, what is wrong and what to do; none of the file is used."""
    assert sentences(old, new) == [sentence]


def test_items_that_wait_for_each_other_are_named_at_the_first(sentences: Sentences) -> None:
    """Only what was asked before can be read, so no two items can."""
    (found,) = sentences(
        "      - code: swift\n",
        "      - {code: a, kind: number, text: {vi: A, en: A}, when: {'>': [{var: b}, 1]}}\n"
        "      - {code: b, kind: number, text: {vi: B, en: B}, when: {'>': [{var: a}, 1]}}\n"
        "      - code: swift\n",
    )
    assert found.startswith("form.yaml, line 40, sections[0].items[1].when: the condition reads the item “b”")


def test_an_object_of_the_program_in_place_of_the_file_is_named_once() -> None:
    """What follows from it is not said as well."""
    reading = read_instrument(FORGED.encode(), "form.yaml")
    assert [one.sentence() for one in reading.mistakes] == [
        f"form.yaml, line 1: the YAML tag “tag:yaml.org,2002:python/object/apply:os.system” {TAG}"
    ]


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("{code: q%d, kind: text, text: {vi: a}}", "holds too many values (over 20,000)"),
        ("{code: question_%04d, kind: single, text: {vi: Cán bộ lịch sự}, scale: sat3}", "is larger than 300 KB"),
    ],
)
def test_five_thousand_items_are_refused_as_a_whole(sentences: Sentences, item: str, sentence: str) -> None:
    """Not with five thousand sentences."""
    many = "".join(f"      - {item % number}\n" for number in range(5000))
    (found,) = sentences("index:\n", f"{many}index:\n")
    assert sentence in found


def test_a_form_of_eight_hundred_turns_is_estimated_all_the_same(small_file: str) -> None:
    """Each item waits for the one before: the ways tried are counted, not the ways there are."""
    item = "      - {code: q%d, kind: number, text: {vi: A, en: A}, when: {'>': [{var: q%d}, 1]}}\n"
    turns = "".join(item % (number + 1, number) for number in range(800))
    first = "      - {code: q0, kind: number, text: {vi: A, en: A}}\n"
    file = small_file.replace("index:\n", f"{first}{turns}index:\n", 1)
    assert read_instrument(file.encode(), "form.yaml").instrument is not None


@pytest.mark.parametrize(("old", "new"), [("kind: single", "kind: singel"), ("direction: -1", "direction: 0")])
def test_words_to_choose_from_are_listed_in_no_language(firms_file: str, old: str, new: str) -> None:
    """The checker's “or” stands in no Vietnamese sentence."""
    assert old in firms_file
    found = read_instrument(firms_file.replace(old, new, 1).encode(), "firms.yaml").mistakes
    told = next(one for one in found if one.code == "not-one-of")
    assert " or " not in told.sentence()
    assert "'" not in told.sentence()
    assert {"single, multiple" in told.sentence(), "1, -1" in told.sentence()} == {True, False}

"""Two versions of an instrument side by side: what changed, and what can still be compared."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import instruments.comparing
from instruments.comparing import Comparison, compare
from instruments.comparing.catalogue import CHANGES
from instruments.model import Instrument
from instruments.reading import read_instrument
from tests.ground.files import as_read

Compared = Callable[..., Comparison]


@pytest.fixture
def after(small: Instrument, small_file: str) -> Compared:
    """The small instrument against itself with some words replaced."""

    def compared(*replacements: tuple[str, str]) -> Comparison:
        return compare(small, as_read(small_file, *replacements))

    return compared


def told(found: Comparison) -> list[tuple[str, str]]:
    return [(change.code, change.subject) for change in found.changes]


def test_an_instrument_compared_with_itself_changed_nothing(after: Compared) -> None:
    """Every figure is comparable, and the version is an erratum of itself."""
    found = after()
    assert (found.changes, found.is_erratum) == ((), True)
    assert [(one.node, one.verdict) for one in found.nodes] == [("ALL", "comparable")]


def test_a_title_or_a_note_is_in_no_figure(after: Compared) -> None:
    """What nobody answers leaves every figure alone."""
    assert after(("title: {vi: Phiếu thử", "title: {vi: Phiếu mới")).changes == ()


@pytest.mark.parametrize("newer", ["Cán bộ lịch sự.", "cán bộ  lịch sự", "Cán bô lịch sự", "Cán bộ lich sự"])
def test_a_mended_spelling_leaves_every_figure_comparable(after: Compared, newer: str) -> None:
    """Punctuation, capitals, spaces, a mark in a word or two: an erratum for an open wave."""
    found = after(("vi: Cán bộ lịch sự", f"vi: {newer}"))
    assert told(found) == [("item-spelling", "polite")]
    assert found.is_erratum


@pytest.mark.parametrize("newer", ["Cán bộ rất lịch sự", "Cán bộ không lịch sự", "Cán bộ lịch thiệp"])
def test_other_words_are_compared_with_care(after: Compared, newer: str) -> None:
    """Both sentences are told, and nothing replaces a version inside an open wave."""
    found = after(("vi: Cán bộ lịch sự", f"vi: {newer}"))
    assert told(found) == [("item-wording", "polite")]
    assert (found.nodes[0].verdict, found.is_erratum) == ("with_care", False)
    sentence = found.changes[0].sentence("vi")
    assert "“Cán bộ lịch sự”" in sentence
    assert newer in sentence


@pytest.mark.parametrize(
    ("old", "new", "code", "subject"),
    [
        ("        role: office\n", "        role: desk\n", "item-role", "swift"),
        ("favourable_from: 3", "favourable_from: 2", "item-favourable", "polite"),
        ("official: top2_share", "official: mean_percent", "index-official", ""),
        ("items: [polite, swift]", "items: [polite]", "node-parts", "ALL"),
        ("unit_of_analysis: person", "unit_of_analysis: transaction", "analysis-unit", ""),
        ("roles: [desk, office]}", "roles: [desk]}", "block-roles", "wards"),
    ],
)
def test_what_is_counted_otherwise_is_not_comparable(
    after: Compared, old: str, new: str, code: str, subject: str
) -> None:
    """Another role, cut, definition, tree, frame or block."""
    replacements = [(old, new)]
    if code == "index-official":
        replacements.append(("{top2_share: {vi: Tỷ lệ", "{mean_percent: {vi: Tỷ lệ"))
    found = after(*replacements)
    assert (code, subject) in told(found)
    assert found.nodes[0].verdict == "not_comparable"


def test_an_item_outside_the_index_changes_no_figure(after: Compared) -> None:
    """Bounds of the number of trips: told, and no figure rests on it; but it is no erratum."""
    found = after(("maximum: 30", "maximum: 40"))
    assert told(found) == [("item-bounds", "trips")]
    assert (found.nodes[0].verdict, found.is_erratum) == ("comparable", False)


def test_tiers_and_minimum_counts_leave_the_figures_comparable(after: Compared) -> None:
    """They are about classes and states, not about the figure."""
    found = after(("  nodes:\n", "  ties: 2\n  nodes:\n"))
    assert told(found) == [("index-ties", "")]
    assert found.nodes[0].verdict == "comparable"


def test_a_target_changes_no_figure(after: Compared) -> None:
    """What should be reached may be set anew; it is told, and every figure stays comparable."""
    target = '{node: ALL, operator: ">", value: 80, unit: percent, source: Kế hoạch}'
    found = after(("  nodes:\n", f"  targets: [{target}]\n  nodes:\n"))
    assert told(found) == [("index-targets", "")]
    assert found.nodes[0].verdict == "comparable"


def test_the_form_of_publication_changes_no_figure(after: Compared) -> None:
    """What is offered when a result is prepared; every rank is what a file without the key means."""
    found = after(("  nodes:\n", "  publication: {form: bands}\n  nodes:\n"))
    assert told(found) == [("index-publication", "")]
    assert found.nodes[0].verdict == "comparable"
    assert told(after(("  nodes:\n", "  publication: {form: full}\n  nodes:\n"))) == []


def test_one_item_that_moved_is_one_change(small_file: str) -> None:
    """The others stayed, though each has another number from the top."""
    before = read_instrument(small_file.encode(), "before.yaml").instrument
    assert before is not None
    document = before.model_dump(mode="json")
    first, *rest = document["sections"][0]["items"]
    document["sections"][0]["items"] = [*rest[:2], first, *rest[2:]]
    turned = Instrument.model_validate(document)
    assert told(compare(before, turned)) == [("item-moved", first["code"])]


def test_items_that_came_and_went_are_named(small_file: str) -> None:
    """An item new in the index makes what it enters another figure."""
    before = read_instrument(small_file.encode(), "before.yaml").instrument
    newer = read_instrument(small_file.replace("swift", "prompt").encode(), "after.yaml").instrument
    assert before is not None
    assert newer is not None
    found = compare(before, newer)
    assert told(found) == [("item-added", "prompt"), ("item-removed", "swift"), ("node-parts", "ALL")]
    assert found.nodes[0].verdict == "not_comparable"


def test_every_change_of_the_catalogue_is_one_that_is_found() -> None:
    """Words for a change nobody looks for, or a change without words, would be found here."""
    levels = "|".join(sorted({code.partition("-")[0] for code in CHANGES}))
    found = {
        code
        for path in Path(instruments.comparing.__file__).parent.glob("*.py")
        if path.name != "catalogue.py"
        for code in re.findall(rf'"((?:{levels})-[a-z]+)"', path.read_text(encoding="utf-8"))
    }
    assert found == set(CHANGES)

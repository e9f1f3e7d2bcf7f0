"""Two versions of a survey of firms: units rated in turn, a split ballot, indicators between goalposts."""

from collections.abc import Callable

import pytest

from instruments.comparing import Comparison, compare
from instruments.model import Instrument
from instruments.reading import read_instrument
from tests.ground.files import as_read

Compared = Callable[..., Comparison]
C, CARE, NOT = "comparable", "with_care", "not_comparable"
TRIPS = "{code: trips, recode: winsorised_mean, cap: 10, direction: -1, goalposts: [0, 10]}"
EASY = "{code: easy, recode: pct_top2}"


@pytest.fixture
def after(firms: Instrument, firms_file: str) -> Compared:
    """The survey of firms against itself with some words replaced."""

    def compared(*replacements: tuple[str, str]) -> Comparison:
        return compare(firms, as_read(firms_file, *replacements))

    return compared


def told(found: Comparison) -> list[tuple[str, str]]:
    return [(change.code, change.subject) for change in found.changes]


def verdicts(found: Comparison) -> dict[str, str]:
    return {one.node: one.verdict for one in found.nodes}


def test_goalposts_of_the_wave_are_compared_with_nothing(firms_file: str) -> None:
    """Not even with the same file, where no key changed: the worst and the best unit are others in each wave."""
    relative = firms_file.replace(EASY, "{code: easy, recode: pct_top2, goalposts_from: {current_wave: block}}")
    instrument = read_instrument(relative.encode(), "relative.yaml").instrument
    assert instrument is not None
    found = compare(instrument, instrument)
    assert found.is_erratum
    assert not found.changes
    assert verdicts(found) == {"C1": NOT, "C2": C, "ALL": NOT, "OWN": NOT}


@pytest.mark.parametrize(
    ("old", "new", "code", "subject"),
    [
        (TRIPS, TRIPS.replace("cap: 10", "cap: 9"), "indicator-cap", "trips"),
        (TRIPS, TRIPS.replace("[0, 10]", "[0, 5]"), "indicator-goalposts", "trips"),
        (TRIPS, TRIPS.replace("-1", "1"), "indicator-direction", "trips"),
        (TRIPS, TRIPS.replace("winsorised_mean, cap: 10", "mean"), "indicator-recode", "trips"),
        (TRIPS, TRIPS.replace("{", "{base: {item: kind, codes: [1]}, "), "indicator-base", "trips"),
        ("source: hard", "source: appraised", "indicator-source", "on_time"),
        ("numerator: on_time", "numerator: online", "indicator-columns", "on_time"),
        ("hard_share: 0.4", "hard_share: 0.5", "node-share", "C2"),
    ],
)
def test_a_figure_made_otherwise_is_not_comparable_wherever_it_counts(
    after: Compared, old: str, new: str, code: str, subject: str
) -> None:
    """All of these count in time (C2) and in the index, and in nothing else."""
    found = after((old, new))
    assert (code, subject) in told(found)
    assert verdicts(found) == {"C1": C, "C2": NOT, "ALL": NOT, "OWN": C}


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        (EASY, "{code: easy, recode: pct_codes, codes: [5]}", ["indicator-recode", "indicator-codes"]),
        (EASY, "{code: easy, recode: points, points: {5: 1, 4: 0.5}}", ["indicator-recode", "indicator-points"]),
        (EASY, "{code: easy, item: ties, recode: pct_top2}", ["indicator-item"]),
    ],
)
def test_another_way_from_answers_to_a_figure_is_told_key_by_key(
    after: Compared, old: str, new: str, codes: list[str]
) -> None:
    """Openness counts it, the module too; time does not."""
    found = after((old, new))
    assert told(found) == [(code, "easy") for code in codes]
    assert verdicts(found) == {"C1": NOT, "C2": C, "ALL": NOT, "OWN": NOT}


@pytest.mark.parametrize("key", ["goalposts_source: Mốc của đợt đầu", "cites: Câu hỏi mẫu"])
def test_who_fixed_a_goalpost_and_where_an_indicator_comes_from_are_no_figure(after: Compared, key: str) -> None:
    """Words about a figure change nothing in it."""
    assert after((EASY, EASY.replace("}", f", {key}}}"))).changes == ()


def test_a_name_may_change_and_what_is_published_too(after: Compared) -> None:
    """Figures stay comparable; but only the name may be mended in an open wave."""
    named = after(("vi: Hồ sơ đúng hạn", "vi: Hồ sơ trả đúng hạn"))
    assert (told(named), named.is_erratum) == ([("indicator-label", "on_time")], True)
    kept = after((EASY, EASY.replace("}", ", published: false}")))
    assert (told(kept), kept.is_erratum) == ([("indicator-published", "easy")], False)
    assert set(verdicts(kept).values()) == {C}


def test_indicators_that_came_and_went_are_named(after: Compared) -> None:
    """A new figure over an old question; one that is gone."""
    found = after((EASY, "{code: simple, item: easy, recode: pct_top2}"), *[("items: [easy,", "items: [simple,")] * 2)
    assert told(found) == [
        ("indicator-added", "simple"),
        ("indicator-removed", "easy"),
        ("node-parts", "C1"),
        ("node-parts", "OWN"),
    ]
    assert verdicts(found) == {"C1": NOT, "C2": C, "ALL": NOT, "OWN": NOT}


def test_the_question_of_a_base_counts_as_well(after: Compared, firms_file: str) -> None:
    """Who is counted rests on how the kind of firm was asked."""
    based = firms_file.replace(EASY, EASY.replace("}", ", base: {item: kind, codes: [1]}}"))
    before, newer = (
        read_instrument(text.encode(), "firms.yaml").instrument
        for text in (based, based.replace("vi: Loại hình", "vi: Cơ sở kinh doanh dưới hình thức nào"))
    )
    assert before is not None
    assert newer is not None
    assert verdicts(compare(before, newer)) == {"C1": CARE, "C2": C, "ALL": CARE, "OWN": CARE}
    assert set(verdicts(after(("vi: Loại hình", "vi: Cơ sở kinh doanh"))).values()) == {C}


def test_another_scale_is_about_the_figures_of_its_kind(after: Compared) -> None:
    """Points of 1 to 100 for components: the index is made of shares and stays what it was."""
    found = after(("component: [1, 10]", "component: [1, 100]"))
    assert told(found) == [("kind-scale", "component")]
    assert verdicts(found) == {"C1": NOT, "C2": NOT, "ALL": C, "OWN": C}


def test_a_geometric_mean_rests_on_the_scale_of_its_parts(firms_file: str) -> None:
    """4 and 9 points are 6, and 40 and 90 points are not the same between 1 and 100."""
    geometric = firms_file.replace("nodes: [C1, C2], aggregation: nodes_equal", "nodes: [C1, C2], aggregation: ?")
    before, newer = (
        read_instrument(geometric.replace("?", "nodes_geometric").replace(*change).encode(), "firms.yaml").instrument
        for change in (("", ""), ("component: [1, 10]", "component: [1, 100]"))
    )
    assert before is not None
    assert newer is not None
    assert verdicts(compare(before, newer))["ALL"] == NOT


def test_how_scores_are_printed_is_no_figure(after: Compared) -> None:
    """Points or percent: told, comparable, and not for an open wave."""
    found = after(("unit: points", "unit: percent"))
    assert (told(found), found.is_erratum) == ([("index-unit", "")], False)
    assert set(verdicts(found).values()) == {C}


@pytest.mark.parametrize("key", ["bonus", "penalty"])
def test_points_beyond_the_maximum_touch_the_index_alone(after: Compared, key: str) -> None:
    """Components stay what they were."""
    plus = "{code: plus, source: hard, recode: value, goalposts: [0, 5], template: generic, label: {vi: Cộng}}"
    found = after(
        (EASY, f"{EASY}\n    - {plus}"),
        ("  blocks:\n    - {code: off", f"  {key}: [plus]\n  blocks:\n    - {{code: off"),
    )
    assert told(found) == [(f"node-{key}", "ALL"), ("indicator-added", "plus")]
    assert verdicts(found) == {"C1": C, "C2": C, "ALL": NOT, "OWN": C}


@pytest.mark.parametrize(
    ("old", "new", "change", "verdict"),
    [
        ("    loop: {at_most: 2}\n", "    loop: {at_most: 3}\n", ("role-most", "met"), CARE),
        ("Which offices did you", "Which offices of the province did you", ("role-wording", "met"), CARE),
        ("Which offices did you deal with?", "Which offices did you deal with", ("role-spelling", "met"), C),
        ("forms: [a]\n        text", "text", ("item-forms", "ties"), CARE),
        ('"About {unit}"', '"Your view of {unit}"', ("section-wording", "rated"), CARE),
        ('"About {unit}"', '"About {unit}:"', ("section-spelling", "rated"), C),
        ('"About {unit}"}\n', '"About {unit}"}\n    shuffled: true\n', ("section-shuffled", "rated"), CARE),
        ("en: Surely", "en: Perhaps", ("item-ends", "recommend"), C),
        ("en: Surely", "en: surely", ("item-spelling", "recommend"), C),
        ("languages: [vi, en]", "languages: [vi]", ("instrument-languages", ""), CARE),
        ("forms: [a, b]\n", "forms: [a, b, c]\n", ("instrument-forms", ""), CARE),
        ("kind: date", "kind: text", ("item-kind", "began"), C),
    ],
)
def test_what_is_asked_otherwise_touches_the_figures_made_of_it(
    after: Compared, old: str, new: str, change: tuple[str, str], verdict: str
) -> None:
    """Openness is made of answers about offices on either form; of the firm itself and the end it counts nothing."""
    found = after((old, new))
    assert told(found) == [change]
    assert verdicts(found)["C1"] == verdict


def test_units_of_more_blocks_to_choose_from_are_compared_with_care(after: Compared) -> None:
    """Who rates what depends on what can be chosen; another block alone changes no figure."""
    wards = "- {code: wards, label: {vi: Khối phường, en: Wards}, roles: [met]}"
    found = after(
        ("blocks: [offices]\n    loop", "blocks: [offices, wards]\n    loop"),
        ("  blocks:\n", f"  blocks:\n    {wards}\n"),
    )
    assert told(found) == [("role-blocks", "met"), ("block-added", "wards")]
    assert set(verdicts(found).values()) == {CARE}


def test_units_no_longer_rated_in_turn_are_another_figure(after: Compared) -> None:
    """One office a firm instead of two, which no text can name any more."""
    named = [("{unit}", words) for _text in range(4) for words in ("đơn vị", "the office")]
    found = after(("    loop: {at_most: 2}\n", ""), *named)
    assert ("role-loop", "met") in told(found)
    assert set(verdicts(found).values()) == {NOT}


def test_an_item_under_another_heading_moved(after: Compared) -> None:
    """Though it comes as the same number from the top."""
    later = "  - code: later\n    title: {vi: Thêm, en: More}\n    items:\n      - code: fair\n"
    found = after(("      - code: fair\n", later))
    assert told(found) == [("section-added", "later"), ("item-moved", "fair"), ("item-moved", "why")]
    assert verdicts(found) == {"C1": C, "C2": CARE, "ALL": CARE, "OWN": CARE}


def test_a_difference_rests_on_which_item_comes_first(firms_file: str) -> None:
    """Hits less false alarms, and false alarms less hits."""
    less = firms_file.replace("items: [easy, fair]}", "items: [easy, fair], aggregation: difference}")
    before, newer = (
        read_instrument(text.encode(), "firms.yaml").instrument
        for text in (less, less.replace("items: [easy, fair],", "items: [fair, easy],"))
    )
    assert before is not None
    assert newer is not None
    found = compare(before, newer)
    assert told(found) == [("node-parts", "OWN")]
    assert verdicts(found)["OWN"] == NOT

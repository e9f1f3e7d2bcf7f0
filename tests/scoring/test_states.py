"""States come from counts alone, in a fixed order; what is not printed leaves no trace anywhere in a run."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Options, Run
from tests.scoring.conftest import World, instrument_text

MakeWorld = Callable[..., Any]
Row = Callable[..., pd.Series]
ONE = {"A": {"a1": "office", "a2": "office"}, "B": {"b1": "office", "b2": "office"}}
NUMBERS = ["estimate", "se", "lower", "upper", "df", "n", "n_kish", "n_frame", "n_answers", "n_na", "n_missing"]
NUMBERS += ["weight_present", "n_psu", "n_eff", "deff", "rank", "rank_of", "rank_lower", "rank_upper"]


def people(unit: str, count: int, answer: int = 4, **more: object) -> list[dict[str, Any]]:
    """So many people who give one answer to all four items, every fifth one a 2."""
    return [
        {
            "response": f"{unit}-{place:03}",
            "unit": unit,
            **dict.fromkeys(("a1", "a2", "b1", "b2"), answer if place % 5 else 2),
            **{name: value(place) if callable(value) else value for name, value in more.items()},
        }
        for place in range(count)
    ]


def state(row: pd.Series) -> tuple[str, str]:
    """State and reason of a row."""
    return row["state"], row["reason"]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(9, ("suppressed", "few_ratings")), (10, ("reported", "below_minimum")), (30, ("ranked", ""))],
)
def test_the_number_of_usable_ratings_decides(
    world: MakeWorld, row: Row, count: int, expected: tuple[str, str]
) -> None:
    """Under 10 nothing is shown, from 10 the figure, from 30 a rank."""
    run = world(ONE).run(people("o1", count) + people("o2", 40))
    assert state(row(run, "o1", "T")) == expected


def test_a_small_frame_answered_by_most_gives_a_rank(world: MakeWorld, row: Row) -> None:
    """12 of 20 cases answered is 60 %; 11 of 20 is not."""
    strata = pd.DataFrame({"stratum": ["s1", "s2"], "unit": ["o1", "o2"], "N": [20, 20]})
    frame = pd.DataFrame(
        {"cell": ["c1", "c2"], "stratum": ["s1", "s2"], "unit": ["o1", "o2"], "N": 20, "invited": 20, "used": 12}
    )
    ratings = people("o1", 12, cell="c1") + people("o2", 11, cell="c2")
    run = world(ONE).run(ratings, frame=frame, strata=strata)
    assert state(row(run, "o1", "T")) == ("ranked", "")
    assert state(row(run, "o2", "T")) == ("reported", "below_minimum")
    assert row(run, "o1", "T")["n_frame"] == 20


def test_a_frame_is_unknown_where_ratings_come_from_strata_of_other_units(world: MakeWorld, row: Row) -> None:
    """One rating of o1 by a person drawn for o2 closes the small-frame branch for o1."""
    strata = pd.DataFrame({"stratum": ["s1", "s2"], "unit": ["o1", "o2"], "N": [20, 20]})
    frame = pd.DataFrame(
        {"cell": ["c1", "c2"], "stratum": ["s1", "s2"], "unit": ["o1", "o2"], "N": 20, "invited": 20, "used": 12}
    )
    ratings = people("o1", 12, cell=lambda place: "c2" if place == 0 else "c1") + people("o2", 12, cell="c2")
    run = world(ONE).run(ratings, frame=frame, strata=strata)
    assert state(row(run, "o1", "T")) == ("reported", "below_minimum")
    assert pd.isna(row(run, "o1", "T")["n_frame"])


def test_very_unequal_weights_cost_the_rank(world: MakeWorld, row: Row) -> None:
    """31 people of whom one stands for a thousand: Kish n is about 1."""
    frame = pd.DataFrame(
        {"cell": ["big", "small"], "stratum": "s", "unit": "o1", "N": [1000, 30], "invited": 30, "used": 30}
    )
    ratings = people("o1", 31, cell=lambda place: "small" if place else "big")
    found = row(world(ONE).run(ratings, frame=frame), "o1", "T")
    assert state(found) == ("reported", "below_minimum")
    assert found["n_kish"] == pytest.approx(1030**2 / (1000**2 + 30))


def test_three_clusters_are_not_enough_for_a_rank(world: MakeWorld, row: Row) -> None:
    """Sixty people in three villages are reported, in four villages ranked."""
    three = people("o1", 60, psu=lambda place: f"v{place % 3}")
    four = people("o2", 60, psu=lambda place: f"u{place % 4}")
    run = world(ONE).run(three + four)
    assert state(row(run, "o1", "T")) == ("reported", "few_clusters")
    assert state(row(run, "o2", "T")) == ("ranked", "")
    assert (row(run, "o2", "T")["n_psu"], row(run, "o2", "T")["df"]) == (4, 3)


def test_a_recorded_decision_withholds_before_everything_else(world: MakeWorld, row: Row) -> None:
    """The reason of the decision stands in the row, every number is gone."""
    run = world(ONE).run(people("o1", 40) + people("o2", 40), Options(withheld={"o1": "field work disputed"}))
    found = row(run, "o1", "T")
    assert state(found) == ("withheld", "decision: field work disputed")
    assert found[NUMBERS].isna().all()
    assert row(run, "o2", "T")["rank_of"] == 1


def test_units_of_an_unranked_block_are_reported(world: MakeWorld, row: Row) -> None:
    """They have a figure with its interval and no rank or tier."""
    found = row(world(ONE).run(people("x1", 40)), "x1", "T")
    assert state(found) == ("reported", "block_not_ranked")
    assert found["lower"] < found["estimate"] < found["upper"]
    assert found[["rank", "tier"]].isna().all()


def test_a_kiosk_wave_answered_in_different_ways_has_no_ranks(world: MakeWorld, row: Row) -> None:
    """One office lets staff hold the device: the block is not comparable."""
    made = world(ONE)
    own = people("o1", 40, access="kiosk", mode="kiosk")
    helped = people("o2", 40, access="kiosk", mode="assisted")
    file = made.file.replace(b"  ties: 2", b"  ties: 2\n  access: [kiosk]")
    run = type(made)(file).run(own + helped)
    assert state(row(run, "o1", "T")) == ("reported", "kiosk_access")
    alike = type(made)(file).run(own + people("o2", 40, access="kiosk", mode="kiosk"))
    assert state(row(alike, "o1", "T")) == ("ranked", "")


def test_a_component_that_was_hardly_measured_is_missing_and_costs_the_rank(world: MakeWorld, row: Row) -> None:
    """Item b2 was not asked of most: half of B is measured, less than two thirds."""
    ratings = people("o1", 40, b2=lambda place: 4 if place < 5 else -2)
    run = world(ONE).run(ratings)
    assert state(row(run, "o1", "B")) == ("suppressed", "component_missing")
    assert state(row(run, "o1", "b2")) == ("suppressed", "few_answers")
    whole = row(run, "o1", "T")
    assert state(whole) == ("reported", "component_missing")
    assert whole["weight_present"] == pytest.approx(0.75)


def asking(world: MakeWorld) -> bytes:
    """B needs an opinion of half of those asked; a rating is usable with half of its answers."""
    file: bytes = world(ONE).file.replace(b"items: [b1, b2]", b"items: [b1, b2], opinion: 0.5")
    return file.replace(b"  ties: 2", b"  ties: 2\n  usable: 0.5")


@pytest.mark.parametrize(("knowing", "told"), [(20, ("ranked", "")), (19, ("suppressed", "few_opinions"))])
def test_a_component_on_which_too_few_hold_an_opinion_has_no_figure(
    world: MakeWorld, row: Row, knowing: int, told: tuple[str, str]
) -> None:
    """Forty are asked two questions each: with half of the answers it counts, with one less it does not."""
    run = World(asking(world)).run(
        people("o1", 40, b1=lambda place: 4 if place < knowing else -5, b2=lambda place: 2 if place >= 20 else -6)
    )
    assert state(row(run, "o1", "T")) == told
    assert state(row(run, "o1", "A"))[0] == ("ranked" if knowing == 20 else "reported")
    assert row(run, "o1", "B")["opinion"] == pytest.approx((knowing + 20) / 80)
    assert pd.isna(row(run, "o1", "A")["opinion"])


def test_what_lies_off_the_route_was_not_asked_for_an_opinion(world: MakeWorld, row: Row) -> None:
    """Only who was asked can lack one; the figure of the question itself stays."""
    file = asking(world)
    unasked = people("o1", 40, b1=lambda place: 4 if place < 12 else -3, b2=lambda place: 4 if place < 12 else -4)
    assert state(row(World(file).run(unasked), "o1", "B")) == ("ranked", "")
    silent = people("o1", 40, b1=lambda place: 4 if place < 12 else -6, b2=lambda place: 4 if place < 12 else -1)
    run = World(file).run(silent)
    assert state(row(run, "o1", "B")) == ("suppressed", "few_opinions")
    assert row(run, "o1", "b1")["estimate"] > 0


def test_a_figure_beside_the_index_without_opinions_is_not_why_a_component_is_missing(
    world: MakeWorld, row: Row
) -> None:
    """Too few know about a1; B is missing because b2 was hardly asked, and that is the reason given."""
    beside = b"  blocks:\n    - {code: wards"
    module = b"    - {code: M, kind: module, label: {vi: M, en: M}, items: [a1], opinion: 0.9}\n"
    file = asking(world)
    assert file.count(beside) == 1
    ratings = people("o1", 40, a1=lambda place: 4 if place < 30 else -5, b2=lambda place: 4 if place < 5 else -2)
    run = World(file.replace(beside, module + beside)).run(ratings)
    assert state(row(run, "o1", "M")) == ("suppressed", "few_opinions")
    assert state(row(run, "o1", "T")) == ("reported", "component_missing")


def test_a_module_over_the_same_items_says_nothing_of_a_component_that_is_not_made_of_it(
    world: MakeWorld, row: Row
) -> None:
    """M and B both count b1: too few answer it for M, and B is missing because b2 was hardly asked."""
    beside = b"  blocks:\n    - {code: wards"
    module = b"    - {code: M, kind: module, label: {vi: M, en: M}, items: [b1], opinion: 0.9}\n"
    ratings = people("o1", 40, b1=lambda place: 4 if place < 30 else -5, b2=lambda place: 4 if place < 5 else -2)
    run = World(asking(world).replace(beside, module + beside)).run(ratings)
    assert state(row(run, "o1", "M")) == ("suppressed", "few_opinions")
    assert state(row(run, "o1", "B")) == ("suppressed", "component_missing")


def test_items_of_roles_a_block_is_not_judged_in_rescale(world: MakeWorld, row: Row) -> None:
    """An office is judged in two of four items; its index is their mean and its other items have no row."""
    roles = {"A": {"a1": "desk", "a2": "desk"}, "B": {"b1": "office", "b2": "office"}}
    office = people("o1", 40, a1=-2, a2=-2, b1=5, b2=1)
    run = world(roles).run(office + people("w1", 40))
    assert row(run, "o1", "T")["estimate"] == pytest.approx(50.0)
    assert row(run, "o1", "T")["weight_present"] == 1.0
    assert set(run.estimates[run.estimates["unit"] == "o1"]["node"]) == {"b1", "b2", "B", "T"}
    assert "a1" in set(run.estimates[run.estimates["unit"] == "w1"]["node"])


def test_a_rating_with_too_many_blanks_counts_nowhere_but_in_the_design(world: MakeWorld, row: Row) -> None:
    """Two of four answered is under 80 %; the person stays in n_h, as a zero."""
    run = world(ONE).run(
        people("o1", 40, b1=lambda place: -1 if place < 4 else 4, b2=lambda place: -1 if place < 4 else 4)
    )
    found = row(run, "o1", "a1", measure="raw")
    share = 29 / 36
    assert found["n"] == 36
    assert found["estimate"] == pytest.approx(share)
    z = np.r_[np.full(29, (1 - share) / 36), np.full(7, -share / 36), np.zeros(4)]
    assert found["se"] ** 2 == pytest.approx(40 / 39 * (z**2).sum())


def test_answers_outside_the_official_access_classes_stay_out(world: MakeWorld, row: Row) -> None:
    """Volunteers of an open link are counted in the mix and nowhere else."""
    openly = [dict(person, response=f"open-{person['response']}") for person in people("o1", 25, 1, access="open")]
    found = row(world(ONE).run(people("o1", 30, access="invited") + openly), "o1", "T")
    assert (found["n"], found["estimate"]) == (30, pytest.approx(80.0))
    assert found["access_mix"] == "invited:30 open:25"


def test_ratings_of_units_chosen_freely_are_in_no_count(world: MakeWorld, row: Row) -> None:
    """The mix of ways adds up to the ratings that the figure counts."""
    freely = [dict(person, response=f"own-{person['response']}", own_choice=True) for person in people("o1", 12, 1)]
    found = row(world(ONE).run(people("o1", 30) + freely), "o1", "T")
    assert (found["n"], found["access_mix"]) == (30, "invited:30")


def test_excluded_responses_leave_estimate_and_design(world: MakeWorld, row: Row) -> None:
    """A recorded exclusion takes the person out of n and of n_h."""
    run = world(ONE).run(people("o1", 40, excluded=lambda place: place >= 35))
    assert (row(run, "o1", "T")["n"], row(run, "o1", "T")["n_psu"]) == (35, 35)


def test_a_hidden_item_takes_a_companion_with_it(world: MakeWorld, row: Row) -> None:
    """12 of 15 cases answered, item b2 by 9: it enters B but is never printed, so b1 is hidden too."""
    strata = pd.DataFrame({"stratum": ["s"], "unit": ["o1"], "N": [15]})
    frame = pd.DataFrame({"cell": ["c"], "stratum": "s", "unit": "o1", "N": [15], "invited": 15, "used": 12})
    items = {"A": {"a1": "office", "a2": "office", "a3": "office"}, "B": {"b1": "office", "b2": "office"}}
    ratings = people("o1", 12, cell="c", a3=4, b2=lambda place: -1 if place < 3 else 4)
    run = world(items).run(ratings, frame=frame, strata=strata)
    assert state(row(run, "o1", "T")) == ("ranked", "")
    assert state(row(run, "o1", "B")) == ("ranked", "")
    assert state(row(run, "o1", "b2")) == state(row(run, "o1", "b1")) == ("suppressed", "few_answers")
    assert set(run.sums["item"]) == {"a1", "a2", "a3"}
    assert not set(run.covariance["node"]) & {"b1", "b2"}
    assert run.distributions.set_index("item").loc[["b1", "b2"], ["n", "share"]].isna().all(axis=None)


def traces(run: Run, unit: str) -> list[str]:
    """Tables of a run that say a number about a unit."""
    rows = run.estimates[run.estimates["unit"] == unit]
    found = ["estimates"] if rows[NUMBERS].notna().any(axis=None) or rows["access_mix"].notna().any() else []
    if (run.covariance[["unit_a", "unit_b"]] == unit).any(axis=None):
        found.append("covariance")
    return found + [name for name in ("sums", "distributions") if (getattr(run, name)["unit"] == unit).any()]


@settings(max_examples=4, deadline=None)
@given(few=st.integers(0, 9), many=st.integers(10, 45), seed=st.integers(0, 99))
def test_a_suppressed_unit_leaves_no_trace(few: int, many: int, seed: int) -> None:
    """No row, sum or covariance speaks of it, and no block mean or total moves with its answers."""
    made = World(instrument_text(ONE))
    random = np.random.default_rng(seed)
    shown = people("o1", many) + people("o2", 40)
    first = made.run(shown + people("o9", few), units=["o1", "o2", "o9"])
    other = made.run(shown + people("o9", few, int(random.integers(1, 6))), units=["o1", "o2", "o9"])
    assert traces(first, "o9") == []
    totals = [run.estimates[run.estimates["unit"].isna()]["estimate"].to_numpy() for run in (first, other)]
    assert np.array_equal(totals[0], totals[1], equal_nan=True)

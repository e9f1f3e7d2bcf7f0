"""A snapshot as files: same bytes for the same wave, weights from cells, days widened, nothing altered unnoticed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instruments.reading import read_instrument
from scoring.errors import Refusal
from scoring.files import read_directory, write_directory
from scoring.run import read as read_run
from scoring.run import score
from scoring.snapshot import pack, read
from scoring.snapshot.days import widened
from scoring.weights import trimmed
from tests.scoring.conftest import World, instrument_text

MakeWorld = Callable[..., Any]
Row = Callable[..., pd.Series]
ONE = {"A": {"a1": "office", "a2": "office"}}
WORLD = World(instrument_text(ONE))


def people(unit: str, count: int, cell: str | None = None, answer: int = 4) -> list[dict[str, Any]]:
    """So many people of one cell who give the same two answers."""
    return [
        {"response": f"{unit}{cell}{place:03}", "unit": unit, "cell": cell, "a1": answer, "a2": 1 + place % 5}
        for place in range(count)
    ]


def packed(ratings: list[dict[str, Any]], **more: Any) -> dict[str, bytes]:  # noqa: ANN401 - tables of any kind
    """The files of a wave."""
    instrument = read_instrument(WORLD.file, "tiny.yaml").instrument
    assert instrument is not None
    return pack(WORLD.tables(ratings, **more), instrument, WORLD.file)


FRAME = pd.DataFrame(
    {"cell": ["c1", "c2"], "stratum": ["s", "s"], "unit": "o1", "N": [100, 300], "invited": [50, 50], "used": [20, 20]}
)


def test_a_weight_is_cases_of_the_cell_over_its_responses() -> None:
    """100 cases and 20 answers weigh 5; 300 and 15 weigh 20; the base weight is cases over invitations."""
    responses = read(packed(people("o1", 20, "c1") + people("o1", 15, "c2"), frame=FRAME)).tables.responses
    found = responses.groupby("cell")[["base_weight", "weight"]].first()
    assert found.to_numpy().tolist() == [[2.0, 5.0], [6.0, 20.0]]
    assert set(responses["stratum"]) == {"s"}


def test_without_a_frame_every_weight_is_one_and_the_stratum_is_the_unit() -> None:
    """The base weight is empty, which reads as not weighted."""
    responses = read(packed(people("o1", 12) + people("o2", 12, "loose"))).tables.responses
    assert responses["weight"].eq(1).all()
    assert responses["base_weight"].isna().all()
    assert set(responses["stratum"]) == {"unit:o1", "loose"}


def test_weights_move_the_figure(row: Row) -> None:
    """Cell one all satisfied (100 cases), cell two not (300): 25 %, not the 57 % of the answers."""
    ratings = people("o1", 20, "c1", 5) + people("o1", 15, "c2", 1)
    run = WORLD.run(ratings, frame=FRAME)
    assert row(run, "o1", "a1")["estimate"] == pytest.approx(25.0)
    assert row(run, "o1", "a1")["n_kish"] == pytest.approx(400**2 / (20 * 25 + 15 * 400))


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 1000), st.integers(2, 9))
def test_the_size_of_weights_and_the_order_of_rows_change_nothing(seed: int, factor: int) -> None:
    """Multiplying every N leaves the figures; shuffling rows leaves every byte."""
    ratings = people("o1", 20, "c1", 5) + people("o1", 15, "c2", 1)
    shuffled = [ratings[place] for place in np.random.default_rng(seed).permutation(len(ratings))]
    first, second = packed(ratings, frame=FRAME), packed(shuffled, frame=FRAME)
    assert first == second
    larger = score(read(packed(ratings, frame=FRAME.assign(N=FRAME["N"] * factor)))).estimates
    for column in ("estimate", "se", "lower", "upper", "deff"):
        same = score(read(first)).estimates[column]
        assert np.allclose(larger[column], same, rtol=1e-9, equal_nan=True)


def test_a_rating_weight_over_five_medians_is_cut_and_spread() -> None:
    """Total stays: of 9 against a median of 1, four go to the three others."""
    weights = trimmed(np.array([1.0, 1.0, 1.0, 9.0]))
    assert weights.tolist() == pytest.approx([7 / 3, 7 / 3, 7 / 3, 5.0])


def test_a_rating_chosen_by_chance_weighs_by_that_chance() -> None:
    """Drawn with probability one half: twice the weight."""
    ratings = [
        dict(person, chosen_prob=0.5 if person["unit"] == "o1" else 1.0) for person in people("o1", 5) + people("o2", 5)
    ]
    assert read(packed(ratings)).tables.ratings.groupby("unit")["weight"].first().tolist() == [2.0, 1.0]


def test_ratings_that_nobody_draws_leave_those_drawn_as_they_are() -> None:
    """One drawn with probability one ninth is cut against the others drawn, however many stand beside them."""
    drawn = [dict(person, chosen_prob=1 / 9 if place == 0 else 1.0) for place, person in enumerate(people("o1", 4))]
    table = read(packed([*drawn, *people("o2", 20)])).tables.ratings
    assert sorted(table.loc[table["unit"] == "o1", "weight"]) == pytest.approx([7 / 3, 7 / 3, 7 / 3, 5.0])
    assert set(table.loc[table["unit"] == "o2", "weight"]) == {1.0}


def test_days_of_invited_responses_are_widened_until_ten_share_a_range() -> None:
    """Six on day one, five on day two, four on day three: one range of eleven would leave four, so all share one."""
    days = ["2026-11-01"] * 6 + ["2026-11-02"] * 5 + ["2026-11-03"] * 4
    table = pd.DataFrame({"access": "invited", "cell": "c", "psu": "p", "day": days})
    assert set(zip(widened(table)["day"], widened(table)["day_to"], strict=True)) == {("2026-11-01", "2026-11-03")}
    more = pd.concat([table, table.assign(day="2026-11-09")], ignore_index=True)
    found = set(zip(widened(more)["day"], widened(more)["day_to"], strict=True))
    assert found == {("2026-11-01", "2026-11-02"), ("2026-11-03", "2026-11-09")}


def test_the_day_of_a_small_group_is_dropped_and_of_a_kiosk_kept() -> None:
    """Nine invited people share no range; a kiosk answer came without an invitation."""
    table = pd.DataFrame({"access": ["invited"] * 9 + ["kiosk"], "cell": "c", "psu": "p", "day": "2026-11-01"})
    found = widened(table)
    assert found["day"].isna().tolist() == [True] * 9 + [False]
    assert found["day_to"].isna().tolist() == [True] * 9 + [False]


def test_the_description_names_every_file_with_size_hash_and_columns() -> None:
    """A Frictionless data package that also publishes what the codes below zero mean."""
    files = packed(people("o1", 12))
    package = json.loads(files["datapackage.json"])
    assert {entry["path"] for entry in package["resources"]} == set(files) - {"datapackage.json"}
    assert package["codes"]["-2"].startswith("not asked")
    ratings = next(entry for entry in package["resources"] if entry["path"] == "ratings.parquet")
    assert [field["name"] for field in ratings["schema"]["fields"]][:2] == ["response", "unit"]


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("ratings.parquet", lambda data: data + b" ", "ratings.parquet is not the file"),
        ("strata.csv", lambda _: None, "lacks strata.csv"),
        ("datapackage.json", lambda _: None, "lacks datapackage.json"),
        ("datapackage.json", lambda _: b"{", "datapackage.json cannot be read"),
    ],
)
def test_an_altered_snapshot_is_refused_by_name(name: str, change: Callable[[bytes], bytes | None], says: str) -> None:
    """One sentence with the file, in both languages."""
    files = packed(people("o1", 12))
    altered = change(files.pop(name))
    with pytest.raises(Refusal, match=says) as caught:
        read(files if altered is None else {**files, name: altered})
    assert name in caught.value.vi


def test_a_run_read_back_is_the_run(tmp_path: Path) -> None:
    """Files written, read and written again are the same bytes."""
    files = score(read(packed(people("o1", 40) + people("o2", 12)))).files()
    write_directory(tmp_path / "run", files)
    assert read_run(read_directory(tmp_path / "run")).files() == files


def test_a_run_with_a_missing_file_is_refused(tmp_path: Path) -> None:
    """The sentence names it; a directory that is not there or not empty is refused too."""
    with pytest.raises(Refusal, match=r"lacks run\.json"):
        read_run({})
    with pytest.raises(Refusal, match="no directory"):
        read_directory(tmp_path / "nowhere")
    (tmp_path / "kept").write_text("mine")
    with pytest.raises(Refusal, match="already holds"):
        write_directory(tmp_path, {})
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]

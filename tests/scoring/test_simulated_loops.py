"""Simulated answers about units rated in turn: sound documents, known probabilities, and a truth that scoring finds."""

from datetime import date

import numpy as np
import pytest
from scipy.stats import binom

from instruments.answers import check_document
from instruments.model import Instrument
from instruments.units import Unit
from scoring import Run, score
from scoring.simulation import Case, answer_documents, simulated_tables, truth_of
from scoring.snapshot import Tables, pack, read

NAMES = [f"s{number}" for number in range(8)]
DAY = date(2026, 11, 20)


def unit(code: str) -> Unit:
    return Unit(code, DAY, None, code, code, code, "agency", "offices", None, None, None, None, None)


@pytest.fixture(scope="module")
def tables(firms: Instrument) -> Tables:
    """Two thousand firms that dealt with up to five of eight offices and rated at most two."""
    return simulated_tables(firms, [(unit(code), "offices") for code in NAMES], 2000, 5, DAY)


@pytest.fixture(scope="module")
def run(tables: Tables, firms: Instrument, firms_file: str) -> Run:
    """Their run."""
    return score(read(pack(tables, firms, firms_file.encode())))


def test_every_simulated_document_could_have_been_sent(firms: Instrument) -> None:
    """Routes, forms, units drawn: the door of the house refuses none of them."""
    random = np.random.default_rng(1)
    cases = [
        Case({}, {"met": tuple(random.choice(NAMES, size=many, replace=False))}, random.bytes(16).hex())
        for many in random.integers(0, 6, 300)
    ]
    documents = list(answer_documents(firms, cases, truth_of(firms, NAMES, 1), 1))
    assert [error for document in documents for error in check_document(firms, document, {"met": NAMES})] == []
    assert {document["form"] for document in documents} == {"a", "b"}


def test_a_rating_keeps_the_probability_its_unit_was_drawn_with(tables: Tables) -> None:
    """Two of up to five: never certain where there were more."""
    ratings = tables.ratings
    assert ratings.groupby("response").size().max() == 2
    assert sorted(ratings["chosen_prob"].unique()) == [2 / 5, 2 / 4, 2 / 3, 1.0]


def test_the_truth_lies_where_the_intervals_say(run: Run, firms: Instrument) -> None:
    """Single shares of all units and both forms: fewer hits than this come once in a thousand 95 % intervals."""
    truth = truth_of(firms, NAMES, 5)
    rows = run.estimates[(run.estimates["measure"] == "score") & run.estimates["unit"].notna()]
    held = [
        row.lower <= 1 + 9 * truth.of(row.unit, row.node) <= row.upper
        for row in rows.itertuples()
        if row.node in {"easy", "ties", "fair"}
    ]
    assert len(held) == 24
    assert sum(held) >= binom.ppf(0.001, len(held), 0.95)


def test_a_split_item_rests_on_half_of_the_ratings(run: Run) -> None:
    """Who had the other form was not asked, and is missing nowhere."""
    rows = run.estimates[(run.estimates["measure"] == "score") & (run.estimates["unit"] == "s1")].set_index("node")
    whole = rows.loc["easy", "n_answers"]
    assert rows.loc["ties", "n_answers"] + rows.loc["fair", "n_answers"] == pytest.approx(whole, rel=0.05)
    assert rows.loc["ties", "n_na"] >= rows.loc["fair", "n_answers"]


def test_hard_figures_come_with_the_wave(tables: Tables) -> None:
    """One of each unit, out of a thousand files."""
    assert sorted(tables.hard["unit"]) == NAMES
    assert (tables.hard["denominator"] == 1000).all()

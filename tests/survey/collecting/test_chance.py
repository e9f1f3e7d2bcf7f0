"""Units and form of a response are those its identifier gives; a drawn unit may be declined, not replaced."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from survey.collecting.submit import Channel, Outcome
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.records import Rating, Response
from tests.survey.firms import ABOUT, OFFICES, document, firms_wave, submission
from tests.survey.questionnaire import Opened, consent_in, sent

IDENTIFIER = UUID("c1626e53-a130-43b0-a6c4-8bbf33feff92")


@pytest.fixture
def wave(database: Database, keys: Keys) -> Opened:
    return firms_wave(database, keys)


@pytest.fixture
def consent(database: Database, wave: Opened) -> str:
    assert wave
    with database.reading() as tx:
        return consent_in(tx)


def places(database: Database, wave: Opened, consent: str, **parts: object) -> list[str]:
    with pytest.raises(Refused) as caught:
        sent(database, wave, submission(wave, consent, IDENTIFIER, **parts))
    return [place for place, _sentences in caught.value.places]


def test_two_of_five_offices_are_stored_with_their_probability(database: Database, wave: Opened, consent: str) -> None:
    """One row a rated unit, and the form beside the answers."""
    assert sent(database, wave, submission(wave, consent, IDENTIFIER)) == Outcome("stored")
    whole = document(IDENTIFIER)
    with database.reading() as tx:
        row = tx.get_one(Response, IDENTIFIER)
        ratings = tx.execute(select(Rating.unit, Rating.roles, Rating.chosen_prob, Rating.own_choice)).all()
    assert (row.form, row.item_order) == (whole["form"], 7)
    assert sorted(ratings) == sorted((unit, "met", 0.4, False) for unit in whole["loops"]["met"])  # type: ignore[index] # a mapping by role


@pytest.mark.parametrize(("many", "chance"), [(1, 1.0), (2, 1.0), (3, 2 / 3)])
def test_few_offices_are_all_rated(database: Database, wave: Opened, consent: str, many: int, chance: float) -> None:
    """Two at most may be: up to then nobody draws."""
    sent(database, wave, submission(wave, consent, eligible=OFFICES[:many]))
    with database.reading() as tx:
        assert set(tx.scalars(select(Rating.chosen_prob))) == {chance}


def test_a_drawn_office_may_be_left_unrated(database: Database, wave: Opened, consent: str) -> None:
    """Who rates one of two keeps its probability; who rates none still counts as a response."""
    one = next(iter(document(IDENTIFIER)["loops"]["met"]))  # type: ignore[index] # a mapping by role
    sent(database, wave, submission(wave, consent, IDENTIFIER, loops={"met": {one: ABOUT}}))
    sent(database, wave, submission(wave, consent, loops={}))
    sent(database, wave, submission(wave, consent, loops={}, choice={}))
    with database.reading() as tx:
        assert tx.execute(select(Rating.unit, Rating.chosen_prob)).all() == [(one, 0.4)]


def test_another_office_cannot_take_the_place_of_a_drawn_one(database: Database, wave: Opened, consent: str) -> None:
    """Neither openly, nor with another draw beside it, nor with no choice named."""
    chosen = document(IDENTIFIER)["choice"]["met"]["drawn"]  # type: ignore[index] # a mapping by role
    other = next(unit for unit in OFFICES if unit not in chosen)
    swapped = {"met": {other: ABOUT}}
    for choice in (
        {"met": {"eligible": list(OFFICES), "drawn": [chosen[0], other]}},
        {"met": {"eligible": list(OFFICES)}},
        {},
    ):
        assert places(database, wave, consent, loops=swapped, choice=choice) == ["choice.met"]
    false = {"met": {"eligible": list(OFFICES), "drawn": [chosen[0], other]}}
    assert places(database, wave, consent, loops={}, choice=false) == ["choice.met"]


def test_nobody_chooses_a_form(database: Database, wave: Opened, consent: str) -> None:
    """The other form is refused where it is named."""
    other = "a" if document(IDENTIFIER)["form"] == "b" else "b"
    assert places(database, wave, consent, form=other) == ["form"]


def test_an_interviewer_draws_on_paper(database: Database, wave: Opened, consent: str) -> None:
    """Nothing of the identifier is asked then; the probability follows from the list."""
    loops = {"met": {OFFICES[0]: ABOUT}}
    choice = {"met": {"eligible": list(OFFICES[:4])}}
    given = submission(wave, consent, uuid4(), form="b", loops=loops, choice=choice)
    sent(database, wave, given, Channel(mode="interviewer"))
    with database.reading() as tx:
        assert tx.execute(select(Rating.unit, Rating.chosen_prob)).all() == [(OFFICES[0], 0.5)]

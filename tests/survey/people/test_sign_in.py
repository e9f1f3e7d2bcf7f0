"""Signing in: the same words for every wrong try, slower each time, never locked."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from survey.database import Database
from survey.errors import Refused
from survey.people import accounts
from survey.people import sign_in as signing
from survey.people.accounts import NewAccount, add_account
from survey.people.sign_in import (
    FREE_TRIES,
    HOURS_SIGNED_IN,
    LONGEST_WAIT_SECONDS,
    Caller,
    person_of,
    sign_in,
    sign_out,
)
from tests.survey.office import HOME, NOW, PASSWORD

WRONG = "a wrong password"


@pytest.fixture(autouse=True)
def _lan(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with database.writing() as tx:
        add_account(tx, NewAccount("lan", PASSWORD, "approver", HOME), NOW)


def _refusal(database: Database, name: str, password: str, seconds: int = 0) -> str:
    with pytest.raises(Refused) as refused:
        sign_in(database, name, password, NOW + timedelta(seconds=seconds))
    return refused.value.code


def test_the_right_password_names_the_person_with_the_roles(database: Database) -> None:
    """However the name is spelled."""
    key = sign_in(database, " LAN ", PASSWORD, NOW)
    with database.reading() as tx:
        person = person_of(tx, key, NOW)
    assert person is not None
    assert (person.name, [grant.role for grant in person.grants]) == ("lan", ["approver"])


def test_a_wrong_password_and_an_unknown_name_get_the_same_words(database: Database) -> None:
    """Nobody learns which names exist."""
    assert _refusal(database, "lan", WRONG) == _refusal(database, "minh", WRONG) == "sign-in-wrong"


def test_an_unknown_name_costs_the_check_of_a_password_too(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time tells no more than words: a password is verified for every try."""
    checked: list[str] = []
    fits = signing.fits
    monkeypatch.setattr(signing, "fits", lambda kept, password: checked.append(kept) or fits(kept, password))
    _refusal(database, "minh", WRONG)
    _refusal(database, "lan", WRONG)
    assert len(checked) == 2
    assert all(kept.startswith("$argon2id$") for kept in checked)


def test_wrong_tries_slow_a_name_down_and_never_lock_it(database: Database) -> None:
    """Tries that come too early are not counted, so the wait never grows while somebody knocks."""
    codes = [_refusal(database, "lan", WRONG) for _ in range(FREE_TRIES + 3)]
    assert codes == ["sign-in-wrong"] * FREE_TRIES + ["sign-in-wait"] * 3
    assert sign_in(database, "lan", PASSWORD, NOW + timedelta(seconds=2))


def test_the_wait_is_told_in_seconds_and_has_an_end(database: Database) -> None:
    """It doubles up to half a minute."""
    seconds = 0
    for _ in range(12):
        _refusal(database, "lan", WRONG, seconds)
        seconds += LONGEST_WAIT_SECONDS
    with pytest.raises(Refused) as refused:
        sign_in(database, "lan", PASSWORD, NOW + timedelta(seconds=seconds - LONGEST_WAIT_SECONDS))
    assert str(refused.value) == "Too many wrong tries. Wait 30 seconds and try again."
    assert sign_in(database, "lan", PASSWORD, NOW + timedelta(seconds=seconds))


def test_a_sign_in_lasts_a_working_day(database: Database) -> None:
    """Twelve hours after it began it names nobody."""
    key = sign_in(database, "lan", PASSWORD, NOW)
    with database.reading() as tx:
        assert person_of(tx, key, NOW + timedelta(hours=HOURS_SIGNED_IN, seconds=-1))
        assert person_of(tx, key, NOW + timedelta(hours=HOURS_SIGNED_IN)) is None


def test_signing_out_ends_it_at_once(database: Database) -> None:
    """Doing it again changes nothing."""
    key = sign_in(database, "lan", PASSWORD, NOW)
    for _ in range(2):
        with database.writing() as tx:
            sign_out(tx, key)
    with database.reading() as tx:
        assert person_of(tx, key, NOW) is None


def test_a_stranger_who_guesses_elsewhere_makes_nobody_wait_here(database: Database) -> None:
    """The delay belongs to a name on a network."""
    for _ in range(FREE_TRIES + 3):
        with pytest.raises(Refused):
            sign_in(database, "lan", WRONG, NOW, Caller("elsewhere"))
    assert sign_in(database, "lan", PASSWORD, NOW, Caller("office"))


def test_a_name_no_database_can_hold_is_a_wrong_name(database: Database) -> None:
    """A NUL in it is nobody's."""
    assert _refusal(database, "la\0m", PASSWORD) == "sign-in-wrong"

"""The second step of signing in: codes of a phone, each once, and recovery codes for the day it is lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import pyotp
import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.people import accounts
from survey.people.accounts import NewAccount, add_account, forget_device, person_named
from survey.people.code_device import (
    codes_left,
    confirm_device,
    has_second_factor,
    offer_device,
    remove_device,
    renew_codes,
)
from survey.people.second_step import SecondStep, give_code, waits_for_code
from survey.people.sessions import is_strong
from survey.people.sign_in import FREE_TRIES, person_of, sign_in
from tests.survey.office import HOME, NOW, PASSWORD

KEYS = Keys("a secret of the tests that is long enough")
LATER = NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _lan(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with database.writing() as tx:
        add_account(tx, NewAccount("lan", PASSWORD, "approver", HOME), NOW)
        add_account(tx, NewAccount("minh", PASSWORD, "approver", HOME), NOW)


def code(secret: str, moment: datetime) -> str:
    """What the phone shows at a moment."""
    return pyotp.TOTP(secret).at(moment)


def taken_on(database: Database, name: str = "lan") -> tuple[str, tuple[str, ...]]:
    """A phone taken on now: its secret and the recovery codes."""
    with database.writing() as tx:
        person = person_named(tx, name)
        assert person is not None
        secret = offer_device(tx, person, KEYS).secret
        return secret, confirm_device(tx, person, code(secret, NOW), NOW, KEYS)


def refusal(database: Database, key: UUID, given: str, moment: datetime = LATER) -> str:
    """The code of the refusal that a code meets."""
    with pytest.raises(Refused) as refused:
        give_code(database, KEYS, SecondStep(key, given), moment)
    return refused.value.code


def is_in(database: Database, key: UUID) -> bool:
    """Whether the key names a person."""
    with database.reading() as tx:
        return person_of(tx, key, LATER) is not None


def test_with_a_phone_a_password_alone_signs_nobody_in(database: Database) -> None:
    """The code completes it, and the session counts as strong."""
    secret, _codes = taken_on(database)
    key = sign_in(database, "lan", PASSWORD, LATER)
    assert not is_in(database, key)
    with database.reading() as tx:
        assert waits_for_code(tx, key, LATER)
    give_code(database, KEYS, SecondStep(key, code(secret, LATER)), LATER)
    assert is_in(database, key)
    with database.reading() as tx:
        assert is_strong(tx, key)
        assert not waits_for_code(tx, key, LATER)


def test_a_code_is_taken_once(database: Database) -> None:
    """Who looked over a shoulder comes too late; the code that took the phone on is used up too."""
    secret, _codes = taken_on(database)
    first, second = (sign_in(database, "lan", PASSWORD, LATER) for _ in range(2))
    give_code(database, KEYS, SecondStep(first, code(secret, LATER)), LATER)
    assert refusal(database, second, code(secret, LATER)) == "code-wrong"
    assert refusal(database, second, code(secret, NOW)) == "code-wrong"
    after = LATER + timedelta(seconds=30)
    give_code(database, KEYS, SecondStep(second, code(secret, after)), after)


@pytest.mark.parametrize(("seconds", "accepted"), [(-30, True), (30, True), (-90, False), (90, False)])
def test_a_clock_may_be_half_a_minute_wrong(database: Database, seconds: int, accepted: bool) -> None:  # noqa: FBT001 - what a case says
    """The neighbouring half minutes count, others do not."""
    secret, _codes = taken_on(database)
    key = sign_in(database, "lan", PASSWORD, LATER)
    shown = code(secret, LATER + timedelta(seconds=seconds))
    if accepted:
        give_code(database, KEYS, SecondStep(key, shown), LATER)
    else:
        assert refusal(database, key, shown) == "code-wrong"
    assert is_in(database, key) is accepted


def test_a_recovery_code_works_once_however_it_is_written(database: Database) -> None:
    """Small letters and spaces do not matter; another person's code does nothing."""
    _secret, codes = taken_on(database)
    _other, others = taken_on(database, "minh")
    key = sign_in(database, "lan", PASSWORD, LATER)
    assert refusal(database, key, others[0]) == "code-wrong"
    give_code(database, KEYS, SecondStep(key, f" {codes[0].lower().replace('-', ' ')} "), LATER)
    again = sign_in(database, "lan", PASSWORD, LATER)
    assert refusal(database, again, codes[0]) == "code-wrong"
    with database.reading() as tx:
        person = person_named(tx, "lan")
        assert person is not None
        assert codes_left(tx, person.number) == len(codes) - 1


def test_wrong_codes_slow_down_and_lock_nobody_out(database: Database) -> None:
    """As with passwords: a million codes cannot be tried, and the right one works after a short wait."""
    secret, _codes = taken_on(database)
    key = sign_in(database, "lan", PASSWORD, LATER)
    found = [refusal(database, key, "000000") for _ in range(FREE_TRIES + 2)]
    assert found == ["code-wrong"] * FREE_TRIES + ["sign-in-wait"] * 2
    after = LATER + timedelta(seconds=3)
    give_code(database, KEYS, SecondStep(key, code(secret, after)), after)


def test_nothing_waits_under_a_strangers_key_or_after_a_day(database: Database) -> None:
    """A key alone is worth nothing, and a password of yesterday neither."""
    secret, _codes = taken_on(database)
    key = sign_in(database, "lan", PASSWORD, NOW)
    tomorrow = NOW + timedelta(days=1)
    assert refusal(database, UUID(int=7), code(secret, LATER)) == "sign-in-needed"
    assert refusal(database, key, code(secret, tomorrow), tomorrow) == "sign-in-needed"


def test_new_codes_make_the_old_ones_worthless(database: Database) -> None:
    """A printed sheet that was lost opens nothing."""
    _secret, codes = taken_on(database)
    with database.writing() as tx:
        person = person_named(tx, "lan")
        assert person is not None
        fresh = renew_codes(tx, person, LATER)
    key = sign_in(database, "lan", PASSWORD, LATER)
    assert refusal(database, key, codes[1]) == "code-wrong"
    give_code(database, KEYS, SecondStep(key, fresh[1]), LATER)


def test_a_phone_counts_only_when_it_has_shown_a_code(database: Database) -> None:
    """A page that was only looked at locks nobody out; the secret stays the same until it is confirmed."""
    with database.writing() as tx:
        person = person_named(tx, "lan")
        assert person is not None
        first = offer_device(tx, person, KEYS)
        assert offer_device(tx, person, KEYS) == first
        assert not has_second_factor(tx, person.number)
        with pytest.raises(Refused, match="code is wrong"):
            confirm_device(tx, person, "000000", NOW, KEYS)
    assert is_in(database, sign_in(database, "lan", PASSWORD, LATER))


def test_the_secret_is_sealed_in_the_database(database: Database) -> None:
    """A dump without the installation's key makes no code."""
    secret, codes = taken_on(database)
    with database.reading() as tx:
        kept = str(tx.execute(text("SELECT * FROM code_device")).all()) + str(
            tx.execute(text("SELECT * FROM recovery_code")).all()
        )
    assert secret not in kept
    assert not any(one in kept or one.replace("-", "") in kept for one in codes)


def test_an_administrator_takes_a_lost_phone_off_and_the_person_is_signed_out(database: Database) -> None:
    """Then the password alone signs in, until a new phone is taken on."""
    secret, _codes = taken_on(database)
    key = sign_in(database, "lan", PASSWORD, LATER)
    give_code(database, KEYS, SecondStep(key, code(secret, LATER)), LATER)
    with database.writing() as tx:
        forget_device(tx, "lan", LATER)
    assert not is_in(database, key)
    assert is_in(database, sign_in(database, "lan", PASSWORD, LATER))
    with database.writing() as tx, pytest.raises(Refused, match="no device"):
        remove_device(tx, 1, LATER, None)


def test_a_page_loaded_twice_at_once_offers_one_secret(database: Database) -> None:
    """Whichever picture is photographed, its device is the one."""

    def offered(_load: int) -> str:
        with database.writing() as tx:
            person = person_named(tx, "lan")
            assert person is not None
            return offer_device(tx, person, KEYS).secret

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(offered, range(8)))) == 1

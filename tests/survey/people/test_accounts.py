"""Accounts: made with one role, listed, disabled; every mistake in one sentence."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from survey.database import Database
from survey.errors import Refused
from survey.people.accounts import NewAccount, add_account, disable_account, list_accounts
from survey.people.sign_in import person_of, sign_in
from survey.records import Account
from tests.survey.office import HOME, NOW, PASSWORD

LAN = NewAccount("lan", PASSWORD, "method_officer", HOME)


def test_an_account_keeps_its_password_as_argon2id_alone(database: Database) -> None:
    """The password itself is nowhere."""
    with database.writing() as tx:
        add_account(tx, LAN, NOW)
    with database.reading() as tx:
        kept = tx.scalars(select(Account.password)).one()
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


def test_accounts_are_listed_in_the_order_they_were_made(database: Database) -> None:
    """With their roles; the name is kept in one spelling."""
    with database.writing() as tx:
        add_account(tx, replace(LAN, name=" Lan "), NOW)
        add_account(tx, NewAccount("xem-06652", PASSWORD, "unit_viewer", HOME, "06652"), NOW)
    with database.reading() as tx:
        listed = [(account.name, account.roles[0].role, account.roles[0].unit) for account in list_accounts(tx)]
    assert listed == [("lan", "method_officer", None), ("xem-06652", "unit_viewer", "06652")]


def test_the_number_of_an_erased_account_is_never_given_again(database: Database) -> None:
    """The record of acts names people by number, so a number means one person for ever."""
    with database.writing() as tx:
        first = add_account(tx, LAN, NOW)
        for role in first.roles:
            tx.delete(role)
        tx.delete(first)
    with database.writing() as tx:
        second = add_account(tx, LAN, NOW)
    assert second.number > first.number


MISTAKES = {
    "account-exists": (LAN, "There is an account “lan” already. Choose another name."),
    "account-name": (replace(LAN, name="lan anh"), "cannot be used: no spaces"),
    "password-length": (replace(LAN, name="anh", password="short"), "A password has 10 to 200 characters"),
    "role-unknown": (replace(LAN, name="anh", role="boss"), "There is no role “boss”; the roles are administrator"),
    "role-unit": (replace(LAN, name="anh", role="unit_viewer"), "The role unit_viewer needs one unit"),
    "unit-unknown": (replace(LAN, name="anh", organisation_unit="so-moi"), "The register has no unit “so-moi”"),
}


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_is_refused_in_one_sentence(database: Database, code: str) -> None:
    """Nothing is made."""
    wrong, sentence = MISTAKES[code]
    with database.writing() as tx:
        add_account(tx, LAN, NOW)
    with pytest.raises(Refused) as refused, database.writing() as tx:
        add_account(tx, wrong, NOW)
    assert refused.value.code == code
    assert sentence in str(refused.value)
    with database.reading() as tx:
        assert len(list_accounts(tx)) == 1


def test_disabling_an_account_signs_it_out_everywhere(database: Database) -> None:
    """The open sign-in names nobody from then on."""
    with database.writing() as tx:
        add_account(tx, LAN, NOW)
    key = sign_in(database, "lan", PASSWORD, NOW)
    with database.writing() as tx:
        disable_account(tx, "LAN", NOW)
    with database.reading() as tx:
        assert person_of(tx, key, NOW) is None
    with pytest.raises(Refused, match="Name or password is wrong"):
        sign_in(database, "lan", PASSWORD, NOW)


def test_disabling_nobody_is_refused(database: Database) -> None:
    """The sentence names the command that lists the accounts."""
    with (
        pytest.raises(Refused, match=r"There is no account “minh”\. See the list of accounts\."),
        database.writing() as tx,
    ):
        disable_account(tx, "minh", NOW)

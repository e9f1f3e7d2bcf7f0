"""Accounts and the record of acts, from the terminal."""

import json

from survey.database import Database
from tests.commands.conftest import Thuocdo


def test_an_account_gets_a_password_that_is_shown_once(thuocdo: Thuocdo) -> None:
    """Without a terminal and without one given, a password is made."""
    made = json.loads(thuocdo("user", "add", "hoa", "--role", "method_officer", "--json").stdout)
    assert (made["name"], made["role"]) == ("hoa", "method_officer")
    assert len(made["password"]) >= 16
    listed = thuocdo("user", "list").stdout
    assert "hoa" in listed
    assert made["password"] not in listed


def test_a_password_can_come_from_standard_input(thuocdo: Thuocdo) -> None:
    """Then it is not printed."""
    words = ("user", "add", "binh", "--role", "approver", "--password-stdin")
    assert "không ai biết" not in thuocdo(*words, typed="không ai biết\n").stdout


def test_a_name_in_use_is_refused(thuocdo: Thuocdo) -> None:
    """The second account of a name is not made."""
    thuocdo("user", "add", "hoa", "--role", "approver")
    assert "hoa" in thuocdo("user", "add", "Hoa", "--role", "approver", status=1).stderr
    assert len(json.loads(thuocdo("user", "list", "--json").stdout)) == 1


def test_a_disabled_account_is_listed_as_such(thuocdo: Thuocdo) -> None:
    """Disabling is recorded, and an unknown name is refused."""
    thuocdo("user", "add", "hoa", "--role", "approver")
    thuocdo("user", "disable", "hoa")
    assert json.loads(thuocdo("user", "list", "--json").stdout)[0]["state"] == "disabled"
    thuocdo("user", "disable", "nobody", status=1)


def test_the_record_of_acts_is_verified(thuocdo: Thuocdo, database: Database) -> None:
    """A changed row breaks the chain where it stands."""
    thuocdo("user", "add", "hoa", "--role", "approver")
    thuocdo("user", "disable", "hoa")
    assert json.loads(thuocdo("audit", "verify", "--json").stdout) == {"ok": True, "count": 2}
    count, mark = thuocdo("audit", "head").stdout.split()
    assert (count, len(mark)) == ("2", 64)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE audit_event SET text = replace(text, 'approver', 'auditor') WHERE n = 1")
    assert "row 1" in thuocdo("audit", "verify", status=1).stderr

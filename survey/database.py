"""Opens the database and gives out transactions; the only place that knows which database it is."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from survey.config import SettingError

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "busy_timeout = 10000",
    "foreign_keys = ON",
    "secure_delete = ON",
)

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
OPTIONS: dict[str, dict[str, Any]] = {
    "sqlite": {"connect_args": {"isolation_level": None}},
    "postgresql": {"pool_pre_ping": True},
}
ADDRESSES = "write sqlite:///path/to/file.db or postgresql://name:password@host/database."


class Database:
    """One database with its two kinds of transaction."""

    def __init__(self, url: str) -> None:
        """Opens nothing yet; raises SettingError for an address that no database of ours can have."""
        self.engine = _engine(url)
        self._reading = self.engine.execution_options(reads_only=True)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that may write; it commits at the end and undoes everything on an exception."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that sees one state of the database and writes nothing; what was read stays readable after."""
        with Session(self._reading, expire_on_commit=False) as session:
            yield session

    def fold_journal(self) -> None:
        """Empties SQLite's write-ahead log, which keeps every commit apart from its neighbours until then."""
        if self.engine.dialect.name != "sqlite":
            return
        with closing(self.engine.raw_connection()) as connection:  # outside any transaction, as SQLite demands
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @property
    def file(self) -> Path | None:
        """Where a database of one file lies; None for any other."""
        url = self.engine.url
        is_file = url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:"
        return Path(url.database) if is_file and url.database else None

    def close(self) -> None:
        """Gives all connections back."""
        self.engine.dispose()


def one_at_a_time(tx: Session, number: int) -> None:
    """Waits until no other transaction holds this number, and holds it until the end of this one.

    On SQLite nothing waits here: a transaction that writes is the only one already.
    """
    if tx.get_bind().dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(number)))


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
        if backend not in DRIVERS:
            raise SettingError(f"THUOCDO_DATABASE_URL names a database of the kind {backend}: {ADDRESSES}")
        engine = create_engine(parsed.set(drivername=DRIVERS[backend]), **OPTIONS[backend])
    except (ArgumentError, ValueError) as problem:
        # The address is not repeated: there may be a password in it.
        raise SettingError(f"THUOCDO_DATABASE_URL cannot be read: {ADDRESSES}") from problem
    if backend != "sqlite":
        return engine
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: SqliteConnection, _: ConnectionPoolEntry) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A deferred transaction that turns into a writer fails at once with "database is locked", whatever the timeout.
    reads_only = connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")

"""An empty, migrated database for each test that asks for one: every such test runs on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL

from survey.database import Database
from survey.schema import upgrade_schema
from tests.ground.postgres import drop_database, make_database, postgres_server

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy from."""
    path = tmp_path_factory.mktemp("template") / "thuocdo.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[URL]:
    """A running PostgreSQL server, one for each process of the test run."""
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres: URL) -> Iterator[str]:
    """The name of a migrated PostgreSQL database to copy from."""
    name = f"thuocdo_template_{uuid4().hex[:8]}"
    _migrate(make_database(postgres, name).render_as_string(hide_password=False))
    yield name
    drop_database(postgres, name)


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Which of the two databases the test runs on."""
    return str(request.param)


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty, migrated database, as THUOCDO_DATABASE_URL names it."""
    if database_kind == "sqlite":
        path = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "thuocdo.db")
        yield f"sqlite:///{path}"
        return
    server, name = request.getfixturevalue("postgres"), f"thuocdo_test_{uuid4().hex[:12]}"
    copy = make_database(server, name, template=request.getfixturevalue("postgres_template"))
    yield copy.set(drivername="postgresql").render_as_string(hide_password=False)
    drop_database(server, name)


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a single table."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server, name = request.getfixturevalue("postgres"), f"thuocdo_empty_{uuid4().hex[:12]}"
    yield make_database(server, name).set(drivername="postgresql").render_as_string(hide_password=False)
    drop_database(server, name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty, migrated database."""
    opened = Database(database_url)
    yield opened
    opened.close()


def _migrate(url: str) -> None:
    database = Database(url)
    upgrade_schema(database)
    database.close()

"""Headers, marks and cookies do not depend on the database: these tests run on one."""

import pytest


@pytest.fixture
def database_kind() -> str:
    """SQLite alone."""
    return "sqlite"

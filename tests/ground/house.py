"""The outside world a test hands to the program: settings, keys, and a clock that stands still until it is moved."""

import socket
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from survey.config import Settings
from survey.keys import Keys

SECRET = "a secret of the tests alone"
MORNING = datetime(2026, 9, 15, 2, 0, tzinfo=UTC)


class StillClock:
    """Gives the same moment until the test moves it."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The moment shown."""
        return self.moment

    def forward(self, **duration: float) -> datetime:
        """Moves on, by `days=1` or `hours=2`; returns the new moment."""
        self.moment += timedelta(**duration)
        return self.moment


@pytest.fixture
def clock() -> StillClock:
    """Nine in the morning of 15 September 2026 where the office is."""
    return StillClock(MORNING)


@pytest.fixture
def keys(settings: Settings) -> Keys:
    """The keys of the tests' secret."""
    return Keys(settings.secret_key)


@pytest.fixture
def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def settings(database_url: str, free_port: int) -> Settings:
    """Settings of a site on this machine, with the test's database behind it."""
    return Settings(
        database_url=database_url,
        secret_key=SECRET,
        public_url=f"http://127.0.0.1:{free_port}",
        trusted_proxies=0,
        font_directory=None,
    )


@pytest.fixture
def environment(settings: Settings) -> Mapping[str, str]:
    """The settings of the test's house as environment variables."""
    return {
        "THUOCDO_DATABASE_URL": settings.database_url,
        "THUOCDO_SECRET_KEY": settings.secret_key,
        "THUOCDO_PUBLIC_URL": settings.public_url,
    }

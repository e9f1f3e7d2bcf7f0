"""The site and its worker start and end together."""

import signal
from collections.abc import Mapping
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

from tests.ground.running import SAID, served


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_serving_ends_with_all_its_processes(environment: Mapping[str, str], tmp_path: Path, free_port: int) -> None:
    """SIGTERM, as a service manager sends it, leaves nobody behind."""
    with served(environment, tmp_path, free_port) as site:
        with urlopen(f"http://127.0.0.1:{free_port}/healthz", timeout=10) as answer:
            assert answer.status == 200
        family = psutil.Process(site.pid).children(recursive=True)
        assert len(family) >= 3  # gunicorn with two processes of its own, and the worker
        site.send_signal(signal.SIGTERM)
        assert site.wait(20) == 0
        assert psutil.wait_procs(family, timeout=5)[1] == []


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_site_whose_worker_died_ends_with_a_reason(
    environment: Mapping[str, str], tmp_path: Path, free_port: int
) -> None:
    """A service manager sees it and starts it again."""
    with served(environment, tmp_path, free_port) as site:
        family = psutil.Process(site.pid).children()
        next(one for one in family if one.cmdline()[-1] == "work").kill()
        assert site.wait(20) == 1
        assert psutil.wait_procs(family, timeout=5)[1] == []
        assert "ended by itself" in (tmp_path / SAID).read_text()

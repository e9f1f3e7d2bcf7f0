"""The site and its worker start and end together."""

import re
import signal
import socket
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

from survey.commands.site import answers, place_in_address
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
def test_a_body_too_large_gets_its_sentence(environment: Mapping[str, str], tmp_path: Path, free_port: int) -> None:
    """A browser sends all of it before it reads, and must not find the line cut."""
    with served(environment, tmp_path, free_port):
        browser = HTTPConnection("127.0.0.1", free_port, timeout=30)
        browser.request("POST", "/console/sign-in", b"x" * 30_000_000)
        answer = browser.getresponse()
        page = answer.read().decode()
        browser.close()
        assert answer.status == 413
        assert 'lang="vi"' in page
        assert len(re.findall(r"<h1>", page)) == 1


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


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_site_tells_the_address_it_stands_at(environment: Mapping[str, str], tmp_path: Path, free_port: int) -> None:
    """A number of IPv6 stands in brackets; a machine without any serves the older one."""
    host = "::1" if _has("::1") else "127.0.0.1"
    own = {name: value for name, value in environment.items() if name != "THUOCDO_PUBLIC_URL"}
    with served(own, tmp_path, free_port, "--host", host):
        assert answers(host, free_port)
        assert f"The site is at http://{place_in_address(host, free_port)} " in (tmp_path / SAID).read_text()


def test_a_number_of_ipv6_stands_in_brackets() -> None:
    """Its colons would be taken for the one before the port."""
    assert place_in_address("::1", 8000) == "[::1]:8000"
    assert place_in_address("127.0.0.1", 8000) == "127.0.0.1:8000"


def test_a_site_that_says_nothing_is_not_there_yet(free_port: int) -> None:
    """Whether nobody listens, or somebody who is silent."""
    assert not answers("127.0.0.1", free_port)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert not answers("127.0.0.1", silent.getsockname()[1], patience=0.1)


def _has(host: str) -> bool:
    try:
        with socket.create_server((host, 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False

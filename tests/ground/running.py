"""The real site as processes of its own, for tests that stop or kill it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PATIENCE_SECONDS = 120
SAID = "site.log"
"""Where the site's own words go, in its directory."""


@contextmanager
def served(
    environment: Mapping[str, str], directory: Path, port: int, *more: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """`thuocdo serve` in a process group of its own, answering; whatever is left of it is killed at the end."""
    with (directory / SAID).open("w") as said:
        site = subprocess.Popen(
            [sys.executable, "-m", "survey.commands", "serve", "--port", str(port), *more],
            env={**os.environ, **environment},
            cwd=directory,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        _wait(site, directory)
        yield site
    finally:
        kill(site)


def kill(site: "subprocess.Popen[bytes]") -> None:
    """Ends every process of the site at once, as a power cut would."""
    if site.returncode is None:
        os.killpg(site.pid, signal.SIGKILL)
        site.wait()


def _wait(site: "subprocess.Popen[bytes]", directory: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if site.poll() is not None:
            raise AssertionError((directory / SAID).read_text())
        if "The site is at" in (directory / SAID).read_text():
            return
        time.sleep(0.1)
    raise AssertionError("the site did not answer")

"""Chromium for the tests that need one; where it is missing they count as not run, never as passed."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PROGRAMS = {"browser": ("chromium",), "poppler": ("pdftoppm", "pdftotext", "pdffonts")}
NOT_RUN = pytest.StashKey[int]()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as installed on the machine; tests that use it are marked `browser`."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        yield opened
        opened.close()


def pytest_configure(config: pytest.Config) -> None:
    """Starts the count of tests that could not run."""
    config.stash[NOT_RUN] = 0
    config.addinivalue_line("markers", "poppler: needs pdftoppm and its kin, installed by make browsers")


@pytest.hookimpl(trylast=True)  # so that tests deselected by hand are not counted
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Takes out what needs a program the machine lacks, and counts it."""
    lacking = [mark for mark, names in PROGRAMS.items() if not all(map(shutil.which, names))]
    out = [item for item in items if any(item.get_closest_marker(mark) for mark in lacking)]
    if out:
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]
    config.stash[NOT_RUN] = len(out)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Carries the count to the process that reports; with CI set, a test that could not run is a failure."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["not_run"] = session.config.stash[NOT_RUN]
    elif session.config.stash[NOT_RUN] and os.environ.get("CI") and session.exitstatus == 0:
        session.exitstatus = 1


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Takes over the count of a process of pytest-xdist; each collects everything, so they all say the same."""
    output = getattr(node, "workeroutput", {})
    config: pytest.Config = node.config  # type: ignore[attr-defined] # xdist publishes no type for its nodes
    config.stash[NOT_RUN] = max(config.stash[NOT_RUN], output.get("not_run", 0))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Says as the very last line what did not run and what brings it."""
    count = config.stash.get(NOT_RUN, 0)
    if count and not hasattr(config, "workerinput"):
        print(f"NOT RUN: {count} browser tests; sudo make browsers")  # noqa: T201 - the last line of the test run

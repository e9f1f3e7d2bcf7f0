"""The running site: gunicorn and one worker, two processes that start and end together."""

import signal
import socket
import subprocess
import sys
import time
from types import FrameType
from urllib.error import URLError
from urllib.request import urlopen

import click

from survey.commands.refusing import Sentence

START_SECONDS = 30.0
END_SECONDS = 10.0
LOOK_SECONDS = 0.1
APPLICATION = "survey.commands.application:application()"
WEB = ("--preload", "--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning")
"""No access log: it would tell when an invitation was used (engineering §3)."""


def refuse_busy_port(host: str, port: int) -> None:
    """Raises Sentence where somebody already listens."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise Sentence(
                f"Port {port} cannot be used ({problem.strerror}): stop the program that listens there,"
                f" or choose another port, such as `make run PORT={port + 80}` or `thuocdo serve --port {port + 80}`."
            ) from problem


def run_site(host: str, port: int, address: str) -> None:
    """Starts both processes, says where the site is, and waits until one ends or somebody says stop."""
    signal.signal(signal.SIGTERM, _stop)
    web = [sys.executable, "-m", "gunicorn", "--bind", f"{host}:{port}", *WEB, APPLICATION]
    processes = [
        subprocess.Popen(web),  # noqa: S603 - our own program
        subprocess.Popen([sys.executable, "-m", "survey.commands", "work"]),
    ]
    try:
        _wait_for_answer(f"http://{host}:{port}/healthz", processes)
        click.echo(f"The site is at {address} (Ctrl-C ends it).")
        _watch(processes)
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        _end(processes)


def _wait_for_answer(address: str, processes: list[subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        _refuse_ended(processes)
        try:
            with urlopen(address, timeout=START_SECONDS):  # noqa: S310 - the address is ours
                return
        except URLError:
            time.sleep(LOOK_SECONDS)
    raise Sentence(f"The site did not answer within {START_SECONDS:.0f} seconds: see the lines above for the reason.")


def _watch(processes: list[subprocess.Popen[bytes]]) -> None:
    while True:
        _refuse_ended(processes)
        time.sleep(LOOK_SECONDS * 5)


def _refuse_ended(processes: list[subprocess.Popen[bytes]]) -> None:
    if any(process.poll() is not None for process in processes):
        raise Sentence("A process of the site ended by itself: see the lines above for the reason, then start again.")


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


def _stop(_: int, __: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt

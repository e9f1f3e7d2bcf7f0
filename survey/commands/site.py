"""The running site: gunicorn and one worker, two processes that start and end together."""

import signal
import socket
import subprocess
import sys
import time
from errno import EADDRNOTAVAIL
from http.client import HTTPConnection, HTTPException
from types import FrameType

import click

from survey.commands.refusing import Sentence

START_SECONDS = 60.0
END_SECONDS = 10.0
LOOK_SECONDS = 0.1
PROBE_SECONDS = 5.0
"""A site that took a question and does not answer in this time is asked again."""
LAST_PORT = 65535
ANOTHER_PORT = 80
"""So far above a busy port lies the one that is proposed."""
APPLICATION = "survey.commands.application:application()"
WEB = ("--preload", "--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning")
"""No access log: it would tell when an invitation was used."""


def place_in_address(host: str, port: int) -> str:
    """Host and port as an address has them: a number of IPv6 stands in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def refuse_unusable_place(host: str, port: int) -> None:
    """Raises Sentence where somebody already listens, and for a host that is none of this machine's."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (socket.gaierror, UnicodeError) as problem:
            raise Sentence(_no_host(host)) from problem
        except OSError as problem:
            raise Sentence(_no_host(host) if problem.errno == EADDRNOTAVAIL else _no_port(port, problem)) from problem


def _no_host(host: str) -> str:
    return f"{host} is no address of this machine: give --host 127.0.0.1 for this machine alone, or 0.0.0.0 for all."


def _no_port(port: int, problem: OSError) -> str:
    other = port + ANOTHER_PORT if port + ANOTHER_PORT <= LAST_PORT else port - ANOTHER_PORT
    return (
        f"Port {port} cannot be used ({problem.strerror}): stop the program that listens there,"
        f" or choose another port, such as `make run PORT={other}` or `thuocdo serve --port {other}`."
    )


def run_site(host: str, port: int, address: str) -> None:
    """Starts both processes, says where the site is, and waits until one ends or somebody says stop."""
    signal.signal(signal.SIGTERM, _stop)
    processes = [_started("gunicorn", "--bind", place_in_address(host, port), *WEB, APPLICATION)]
    try:
        _wait_for_answer(host, port, processes)
        processes.append(_started("survey.commands", "work"))
        click.echo(f"The site is at {address} (Ctrl-C ends it).")
        _watch(processes)
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        _end(processes)


def _started(module: str, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", module, *words])  # noqa: S603 - our own programs


def _wait_for_answer(host: str, port: int, processes: list[subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        _refuse_ended(processes)
        if answers(host, port):
            return
        time.sleep(LOOK_SECONDS)
    raise Sentence(f"The site did not answer within {START_SECONDS:.0f} seconds: see the lines above for the reason.")


def answers(host: str, port: int, patience: float = PROBE_SECONDS) -> bool:
    """Whether the site answers by now; nobody there, a cut line and silence all mean not yet."""
    # Not through urllib: an office's proxy would be asked for a page of this very machine.
    connection = HTTPConnection(host, port, timeout=patience)
    try:
        connection.request("GET", "/healthz")
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


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

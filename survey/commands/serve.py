"""Serves the site until it is told to stop, and works on waiting jobs."""

import os
import signal
from types import FrameType

import click
from sqlalchemy import func, select

from reports.sheets import Paper
from survey.commands.db import make_ready
from survey.commands.demo import fill
from survey.commands.desk import Desk, desk
from survey.commands.refusing import Sentence
from survey.commands.site import refuse_busy_port, run_site
from survey.config import LOOPBACK
from survey.jobs.worker import work_forever
from survey.records import Account, Wave


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="The port to listen at, also PORT=.")
@click.option("--demo", "with_demo", is_flag=True, help="First make the database and fill it with simulated waves.")
def serve(host: str, port: int, *, with_demo: bool) -> None:
    """Serve the site until Ctrl-C, with a worker beside it.

    Example: thuocdo serve --port 8080
    """
    refuse_busy_port(host, port)
    os.environ.setdefault("THUOCDO_PUBLIC_URL", f"http://127.0.0.1:{port}")
    if with_demo:
        with desk(checked=False) as at:
            make_ready(at.database)
            fill(at)
    with desk() as at:
        refuse_simulation_in_public(host, at)
        address = at.settings.public_url
    run_site(host, port, address)


@click.command()
def work() -> None:
    """Do waiting jobs until Ctrl-C: what the console asked to close, score and publish.

    Example: thuocdo work
    """
    signal.signal(signal.SIGTERM, _stop_working)
    with desk() as at:
        work_forever(at.database, at.keys, Paper(at.settings.font_directory, at.settings.public_url))


def refuse_simulation_in_public(host: str, at: Desk) -> None:
    """Raises Sentence where others could reach a site that holds invented accounts or answers (engineering §14)."""
    if host in LOOPBACK and at.settings.on_loopback:
        return
    with at.database.reading() as tx:
        accounts = tx.scalar(select(func.count()).select_from(Account).where(Account.demo)) or 0
        waves = tx.scalar(select(func.count()).select_from(Wave).where(Wave.simulated)) or 0
    if accounts or waves:
        raise Sentence(
            f"This database holds {accounts} demo accounts and {waves} simulated waves, and {host} with"
            f" {at.settings.public_url} is open to others: serve it on 127.0.0.1, or use a database without them."
        )


def _stop_working(_: int, __: FrameType | None) -> None:
    raise SystemExit(0)

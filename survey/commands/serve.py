"""Serves the site until it is told to stop.

It loads no numerics and no pages: its children do, at the same time, so that a filled site stands in seconds.
"""

import os
import subprocess
import sys

import click
from sqlalchemy import func, select

from survey.commands.db import make_ready
from survey.commands.desk import Desk, desk
from survey.commands.refusing import Sentence
from survey.commands.site import LAST_PORT, place_in_address, refuse_unusable_place, run_site
from survey.config import LOOPBACK
from survey.database import Database
from survey.records import Account, Publication, Wave


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    envvar="PORT",
    type=click.IntRange(1, LAST_PORT),
    help="The port to listen at, also PORT=.",
)
@click.option("--demo", "with_demo", is_flag=True, help="First make the database and fill it with simulated waves.")
def serve(host: str, port: int, *, with_demo: bool) -> None:
    """Serve the site until Ctrl-C, with a worker beside it.

    Example: thuocdo serve --port 8080
    """
    host = host.strip("[]")  # as in an address, where an IPv6 number stands in brackets
    refuse_unusable_place(host, port)
    here = host if host == "::1" else "127.0.0.1"
    os.environ.setdefault("THUOCDO_PUBLIC_URL", f"http://{place_in_address(here, port)}")
    if with_demo:
        with desk(checked=False) as at:
            make_ready(at.database)
            is_filled = has_demo(at.database)
        if not is_filled:
            fill_in_a_process()
    with desk() as at:
        refuse_simulation_in_public(host, at)
        address = at.settings.public_url
    run_site(host, port, address)


def has_demo(database: Database) -> bool:
    """Whether the demo was filled in to its last step: a published simulated wave and an open one."""
    published = select(func.count()).select_from(Publication).join(Wave, Wave.id == Publication.wave)
    with database.reading() as tx:
        opened = select(func.count()).select_from(Wave).where(Wave.simulated, Wave.open_access)
        return bool(tx.scalar(published.where(Wave.simulated)) and tx.scalar(opened))


def fill_in_a_process() -> None:
    """Runs `thuocdo demo`; raises SystemExit with its status where it refuses."""
    done = subprocess.run([sys.executable, "-m", "survey.commands", "demo"], check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def refuse_simulation_in_public(host: str, at: Desk) -> None:
    """Raises Sentence where others could reach a site that holds invented accounts or answers."""
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

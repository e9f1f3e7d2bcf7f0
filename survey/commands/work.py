"""Works on waiting jobs until it is told to stop."""

import signal
from types import FrameType

import click

from reports.paper.sheets import Paper
from survey.commands.desk import desk
from survey.jobs.worker import work_forever


@click.command()
def work() -> None:
    """Do waiting jobs until Ctrl-C: what the console asked to close, score and publish.

    Example: thuocdo work
    """
    signal.signal(signal.SIGTERM, _stop_working)
    with desk() as at:
        work_forever(at.database, at.keys, Paper(at.settings.font_directory, at.settings.public_url))


def _stop_working(_: int, __: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # a second one, from the site, must not disturb the leaving
    raise SystemExit(0)

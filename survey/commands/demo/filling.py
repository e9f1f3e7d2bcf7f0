"""Fills a database with the demo, step by step; a step that was done is passed over, so a killed demo goes on."""

from collections.abc import Callable

import click
from sqlalchemy import func, select

from survey.commands.demo.answering import answer_invitations
from survey.commands.demo.further import further_waves
from survey.commands.demo.interviews import begin_second_wave, import_interviews
from survey.commands.demo.plan import PUBLISHED
from survey.commands.demo.publishing import publish_result
from survey.commands.demo.waves import begin, close, open_second_wave, score
from survey.commands.desk import Desk, desk
from survey.commands.refusing import Sentence
from survey.commands.speaking import told
from survey.records import Wave

Step = Callable[[Desk], None]
STEPS: tuple[tuple[str, Step], ...] = (
    ("Drawing invitations", begin),
    ("Answering", answer_invitations),
    ("Importing interviews", import_interviews),
    ("Closing", close),
    ("Scoring", score),
    ("Opening a second wave", open_second_wave),
    ("Interviewing for it", begin_second_wave),
    ("Publishing", publish_result),
)


@click.command()
@click.option("--full", is_flag=True, help="Then one published wave of every other shipped instrument as well.")
def demo(*, full: bool) -> None:
    """Fill an empty database with two simulated waves: one published, one open.

    Units are real, answers and accounts invented; everything made of them says so. Asking again changes nothing.

    Example: thuocdo demo
    """
    with desk() as at:
        fill(at)
        if full:
            further_waves(at)


def fill(at: Desk) -> None:
    """Makes what is missing of the demo; refuses a database that holds waves of somebody else and no demo."""
    _refuse_foreign(at)
    for words, step in STEPS:
        with told(words):
            step(at)


def _refuse_foreign(at: Desk) -> None:
    with at.database.reading() as tx:
        known = set(tx.scalars(select(Wave.code)))
        real = tx.scalar(select(func.count()).select_from(Wave).where(~Wave.simulated)) or 0
    if known and PUBLISHED not in known:
        raise Sentence(f"This database holds {len(known)} waves ({real} of them real): the demo fills empty ones only.")

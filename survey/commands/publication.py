"""Results on their way to the public: prepared by one person, approved by another, published once."""

from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from instruments.publication import PublicationForm
from reports.paper.sheets import Paper
from reports.public_form import PublicForm
from scoring.run import Run
from survey.closing.latest import latest_run
from survey.closing.score import run_of
from survey.commands.acting import acting_option, needed_person
from survey.commands.desk import desk
from survey.commands.given import DAY, GIVEN_FILE
from survey.commands.noun import Noun
from survey.commands.speaking import waiting
from survey.preparing.wave import wave_by_code
from survey.publishing.approve import PaperFacts, Yes, next_step
from survey.publishing.approve import approve as approve_publication
from survey.publishing.decide import SignedPaper
from survey.publishing.decide import enter_decision as enter_decision_of
from survey.publishing.form import KINDS, Chosen, usual_form
from survey.publishing.latest import latest_publication
from survey.publishing.prepare import prepare as prepare_publication
from survey.publishing.publish import publish as publish_publication
from survey.publishing.send_back import send_back
from survey.publishing.signed import read_roots


class PaperWords(TypedDict):
    """What stands on the paper of a step."""

    number: str
    signer: str


class Deciding(TypedDict):
    """Who signed a decision, and who enters it."""

    signer: str
    account: str | None


class Form(TypedDict):
    """In what form a result is to be made public."""

    form: PublicationForm | None
    first: int | None
    decision: str | None


@click.group(cls=Noun)
def publication() -> None:
    """Results on their way to the public; two people stand behind each.

    Example: thuocdo publication prepare my-wave --as hoa
    """


@publication.command()
@click.argument("wave")
@click.option(
    "--form",
    type=click.Choice(KINDS),
    help="What is made public; full: every rank. Without it: the form that the instrument names.",
)
@click.option("--first", type=int, help="How many ranks the form top_k names.")
@click.option("--decision", help="The decision that a form other than full rests on.")
@click.option("--reason", help="Why more is printed than the reliability of the figures advises.")
@acting_option
def prepare(wave: str, account: str | None, reason: str | None, **form: Unpack[Form]) -> None:
    """Prepare the latest run of a wave for approval, in full or in a form that a decision sets.

    Example: thuocdo publication prepare my-wave --form bands --decision 45/QĐ-UBND --as hoa
    """
    with desk() as at, at.database.writing() as tx:
        run = latest_run(tx, wave_by_code(tx, wave))
        chosen = Chosen(_chosen(run_of(tx, run), form), reason)
        prepared = prepare_publication(tx, run, at.now, needed_person(tx, account), chosen)
        number = prepared.number
    click.echo(f"Publication {number} of {wave} is prepared: somebody else approves it.")


def _chosen(run: Run, given: Form) -> PublicForm:
    """The form given, or the one that the instrument names, with its own number of ranks unless one is given."""
    if given["form"] is not None:
        return PublicForm(given["form"], given["first"], given["decision"])
    usual = usual_form(run)
    return PublicForm(usual.kind, given["first"] or usual.first, given["decision"])


@publication.command()
@click.argument("wave")
@click.option("--number", default="", help="Of the step's paper, where the step has one: its number.")
@click.option("--day", type=DAY, help="The day of the paper.")
@click.option("--signer", default="", help="Who signed the paper.")
@acting_option
def approve(wave: str, account: str | None, day: datetime | None, **paper: Unpack[PaperWords]) -> None:
    """Approve what somebody else prepared: the next step of the wave's chain.

    Example: thuocdo publication approve my-wave --as binh
    """
    facts = PaperFacts(paper["number"], day.date() if day else None, paper["signer"])
    with desk() as at, at.database.writing() as tx:
        found = latest_publication(tx, wave_by_code(tx, wave))
        approve_publication(tx, found, at.now, needed_person(tx, account), Yes(paper=facts))
        step = next_step(tx, found)
        words = f"next is step {step.step} ({step.title_en})" if step else f"`thuocdo publication publish {wave}`"
    click.echo(f"The publication of {wave} is approved: {words}.")


@publication.command("return")
@click.argument("wave")
@click.option("--reason", required=True, help="What has to be mended.")
@acting_option
def return_it(wave: str, reason: str, account: str | None) -> None:
    """Send what was prepared back; its approvals lapse.

    Example: thuocdo publication return my-wave --reason "Two wards are missing" --as binh
    """
    with desk() as at, at.database.writing() as tx:
        found = latest_publication(tx, wave_by_code(tx, wave))
        send_back(tx, found, reason, at.now, needed_person(tx, account))
    click.echo(f"The publication of {wave} was sent back: prepare it again with `thuocdo publication prepare {wave}`.")


@publication.command()
@click.argument("wave")
@click.argument("number")
@click.option("--day", required=True, type=DAY, help="The day of the decision.")
@click.option("--signer", default="", help="Who signed the decision.")
@click.option("--signed", type=GIVEN_FILE, help="The PDF of the decision with its annex, as it came back signed.")
@acting_option
def decide(wave: str, number: str, day: datetime, signed: Path | None, **paper: Unpack[Deciding]) -> None:
    """Enter the decision by which a real result becomes public, and its signed PDF.

    Example: thuocdo publication decide my-wave 12/QĐ-UBND --day 2026-11-20 --signer "Chủ tịch" --signed qd.pdf --as hoa
    """
    data = signed.read_bytes() if signed else None
    with desk() as at, at.database.writing() as tx:
        found = latest_publication(tx, wave_by_code(tx, wave))
        facts = PaperFacts(number, day.date(), paper["signer"])
        decision = SignedPaper(facts, data, read_roots(at.settings.trust_roots))
        enter_decision_of(tx, found, decision, at.now, needed_person(tx, paper["account"]))
        by = f"; signed by {found.signed_by}" if found.signed_by else ""
    click.echo(f"Decision {number} stands with the publication of {wave}{by}.")


@publication.command()
@click.argument("wave")
@acting_option
def publish(wave: str, account: str | None) -> None:
    """Publish an approved result: pages and documents are made once and frozen.

    Example: thuocdo publication publish my-wave --as binh
    """
    with waiting("Publishing"), desk() as at, at.database.writing() as tx:
        found = latest_publication(tx, wave_by_code(tx, wave))
        paper = Paper(at.settings.font_directory, at.settings.public_url)
        publish_publication(tx, found, at.now, needed_person(tx, account), paper)
    click.echo(f"The result is public at /results/{wave}.")

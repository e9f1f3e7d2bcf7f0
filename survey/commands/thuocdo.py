"""The command `thuocdo`: the list of its commands, each loaded only when it is called."""

from importlib import import_module

import click

from survey.commands.refusing import RefusingGroup

COMMANDS = {
    "serve": ("serve:serve", "Serve the site, with a worker beside it."),
    "work": ("work:work", "Do waiting jobs; a worker alone."),
    "demo": ("demo:demo", "Fill an empty database with simulated waves."),
    "db": ("db:db", "The form of the database."),
    "user": ("user:user", "The people who sign in."),
    "audit": ("audit:audit", "The chained record of who did what."),
    "instrument": ("instrument:instrument", "Questionnaires and the index computed from them."),
    "consultation": ("consultation:consultation", "Drafts of instruments sent for comment."),
    "units": ("units:units", "The codes of units, for a wave."),
    "wave": ("wave:wave", "The life of a wave."),
    "invite": ("invite:invite", "Draw invitations from a frame."),
    "responses": ("responses:responses", "Answers as files."),
    "hard": ("hard:hard", "Figures an office keeps, as files that two people stand behind."),
    "history": ("history:history", "Figures published before, as files that two people stand behind."),
    "chain": ("chain:chain", "Who approves a wave's result, step by step."),
    "publication": ("publication:publication", "Results on their way to the public."),
    "simulate": ("simulate:simulate", "A snapshot of simulated answers; no database."),
    "snapshot": ("snapshot:snapshot", "The closed wave as files."),
    "score": ("score:score", "A snapshot's estimates and ranks as files; no database."),
    "report": ("report:report", "A run's documents; no database."),
}


class HouseGroup(RefusingGroup):
    """Knows its commands by name without loading them: numbers and documents take seconds to load."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order of a wave's life."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Loads one command."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(f"survey.commands.{module}"), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Lists the commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=HouseGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="thuocdo", message="%(prog)s %(version)s")
def main() -> None:
    """Surveys for public offices: from the questionnaire to a published ranking.

    Exit status: 0 done, 1 refused with one sentence, 2 wrong usage.

    Example: thuocdo wave status
    """

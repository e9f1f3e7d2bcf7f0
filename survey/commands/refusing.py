"""Turns whatever goes wrong into one sentence and exit status 1; no traceback reaches a user."""

import os
import sys
from typing import IO, Any

import click
from sqlalchemy.exc import DatabaseError, DataError

from survey.config import SettingError
from survey.errors import Refused, place_of
from survey.schema import SchemaError

PIPE_CLOSED = 141
"""The status a shell gives a program that nobody reads any more: 128 and the number of SIGPIPE."""
SENTENCES = (Refused, SettingError, SchemaError)
"""Exceptions whose text already is the sentence."""
COMMANDS = {
    "account-unknown": " The command is `thuocdo user list`.",
    "version-unknown": " The command is `thuocdo instrument list`.",
    "consultation-unknown": " The command is `thuocdo consultation list`.",
    "not-closed": " The command is `thuocdo wave close CODE`.",
    "not-scored": " The command is `thuocdo wave score CODE`.",
    "not-prepared": " The command is `thuocdo publication prepare CODE`.",
}
"""How the step that a refusal asks for is taken at the terminal; on a page it is a button or a list."""


class Sentence(click.ClickException):
    """One sentence for the person at the terminal; further lines name the places concerned."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints the sentence as it is, on stderr."""
        click.echo(self.message, file=file, err=True)


class RefusingGroup(click.Group):
    """A group of commands that refuse in sentences."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; whatever it raises ends as a sentence."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except BrokenPipeError:
            # Whoever reads has seen enough, as `| head` does; what is left in the buffer must not be tried again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(PIPE_CLOSED) from None
        except Exception as problem:
            raise Sentence(sentence_of(problem)) from problem


def sentence_of(problem: Exception) -> str:
    """What is said of an exception."""
    if isinstance(problem, Refused):
        return "\n".join([f"{problem}{COMMANDS.get(problem.code, '')}", *_further(problem)])
    # What scoring refuses is known by its English sentence: loading its class would load all numerics first.
    if isinstance(problem, SENTENCES) or hasattr(problem, "en"):
        return str(problem)
    if isinstance(problem, DataError):
        return (
            f"A value is too long or too large for the database ({place_of(problem)}) and nothing was done:"
            " shorten what you gave."
        )
    if isinstance(problem, DatabaseError):
        return (
            f"The database did not answer ({_first_line(problem.orig)}): check THUOCDO_DATABASE_URL and that it runs."
        )
    if isinstance(problem, OSError):
        return f"{problem.filename or 'A file'}: {problem.strerror or problem}; check the path and who may write there."
    return f"The program failed ({place_of(problem)}) and nothing was done: report this line to its makers."


def _further(problem: Refused) -> list[str]:
    """A line for each place; mistakes of a file tell theirs themselves, and the first of them is told already."""
    if problem.code == "file-mistakes":
        return [f"  {message['en']}" for _, message in problem.places[1:]]
    return [f"  {place}: {message['en']}" for place, message in problem.places]


def _first_line(problem: BaseException | None) -> str:
    return str(problem).strip().partition("\n")[0]

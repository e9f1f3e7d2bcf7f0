"""Files and days that commands are given: a file that is not there is refused in a sentence, like anything else."""

from pathlib import Path

import click

from survey.commands.refusing import Sentence


class GivenFile(click.ParamType[Path]):
    """The path of a file that is there; raises Sentence for any other."""

    name = "file"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002 - click's signature
        """The path as typed."""
        path = Path(value)
        if not path.exists():
            raise Sentence(f"There is no file {path}: check the path.")
        if not path.is_file():
            raise Sentence(f"{path} is no file: give the path of one.")
        return path


GIVEN_FILE = GivenFile()
DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
"""A day as a program or a person writes it."""

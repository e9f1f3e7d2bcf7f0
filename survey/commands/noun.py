"""A noun of the command line: its verbs are listed as they follow each other in a wave's life."""

import click


class Noun(click.Group):
    """A group whose commands stand in the order in which they are written."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The verbs in order."""
        return list(self.commands)

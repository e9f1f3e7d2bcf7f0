"""Two people stand behind figures that are brought in: the files they name, and who may confirm them."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from survey.errors import Refused
from survey.people.roles import Person

FEWEST_DIGITS = 8
"""Digits of its SHA-256 by which a file is named: whoever confirms names the very bytes that were looked at."""
DIGITS = frozenset("0123456789abcdef")


class Brought(Protocol):
    """A file of figures as kept."""

    @property
    def blob(self) -> str:
        """SHA-256 of its bytes."""

    @property
    def prepared_by(self) -> int:
        """Number of the account that brought it in."""


File = TypeVar("File", bound=Brought)


def file_marked(files: Sequence[File], mark: str) -> File:
    """The newest of the files (given oldest first) whose SHA-256 begins so; refuses unknown and ambiguous marks."""
    wanted = mark.replace(" ", "").lower()
    found = [one for one in files if one.blob.startswith(wanted)]
    if not found or len(wanted) < FEWEST_DIGITS or not set(wanted) <= DIGITS:
        raise Refused("figures-unknown", {"mark": mark, "digits": FEWEST_DIGITS})
    if len({one.blob for one in found}) > 1:
        raise Refused("figures-ambiguous", {"mark": mark})
    return found[-1]


def demand_second(person: Person, brought: Brought) -> None:
    """Refuses (own-figures) who brought the file in."""
    if person.number == brought.prepared_by:
        raise Refused("own-figures")

"""Who acts, and when."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class By:
    """The moment of an act and the number of the account; the command line acts as nobody."""

    now: datetime
    actor: int | None = None

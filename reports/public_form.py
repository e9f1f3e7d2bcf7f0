"""In what form a result is made public: every rank, the first k, three groups, or the distribution of scores alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from instruments.publication import PublicationForm

GroupCode = Literal["leading", "middle", "improving"]
GROUPS: tuple[GroupCode, ...] = ("leading", "middle", "improving")
LISTED = "listed"
"""The state of a unit that has been rated, and whose rank and score the form of publication leaves out."""


@dataclass(frozen=True, slots=True)
class PublicForm:
    """The form chosen for a publication; `first`: how many ranks `top_k` names; `decision`: the number it rests on."""

    kind: PublicationForm = "full"
    first: int | None = None
    decision: str | None = None

    @property
    def names_only(self) -> bool:
        """Whether no unit's score is printed at all."""
        return self.kind in ("bands", "distribution")


FULL_FORM = PublicForm()


@dataclass(frozen=True, slots=True)
class Group:
    """A group of units of a block that cannot be told from its first, or from its last, or neither."""

    code: GroupCode
    size: int


@dataclass(frozen=True, slots=True)
class ScoreClass:
    """How many units of a block have a score from `low` to under `high`."""

    low: float
    high: float
    units: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """What a form of publication says in place of what it leaves out: groups by block and unit, classes by block."""

    form: PublicForm = FULL_FORM
    groups: Mapping[tuple[str, str], Group] = field(default_factory=lambda: MappingProxyType({}))
    spreads: Mapping[str, tuple[ScoreClass, ...]] = field(default_factory=lambda: MappingProxyType({}))


AS_IT_IS = Shaped()

"""Two instruments to be made one: the host stays as it is, the module is put into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from instruments.model import Instrument, Item, Role, Section

FORMS = ("a", "b")
"""Forms of a survey of which a random half gets the module: the first asks it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: how the new instrument is called, which roles are one, and whether half the people do."""

    code: str
    version: str
    roles: Mapping[str, str] = field(default_factory=dict)
    """Role of the module → role of the host that stands for it."""
    half: bool = False


@dataclass(frozen=True)
class Pair:
    """Host and module, and what their codes have to do with each other."""

    host: Instrument
    module: Instrument
    wish: Wish

    @cached_property
    def left_to_host(self) -> frozenset[str]:
        """Codes of the module's items that the host asks already."""
        return frozenset({item.code for item in self.module.items()} & {item.code for item in self.host.items()})

    @cached_property
    def added_roles(self) -> tuple[Role, ...]:
        """Roles of the module that no role of the host stands for."""
        return tuple(role for role in self.module.roles if role.code not in self.wish.roles)

    def role_of(self, item: Item) -> str | None:
        """The role that an item of the module rates in the host."""
        return self.wish.roles.get(item.role, item.role) if item.role else None

    @cached_property
    def place(self) -> int:
        """How many sections of the host come before the module: the scored part, and the units the module rates.

        All of them where nothing is scored.
        """
        sections = self.host.sections if self._counted else ()
        asked = [number for number, section in enumerate(sections) if self._comes_first(section)]
        place = max(asked, default=len(self.host.sections) - 1) + 1
        # What is asked about several units in turn goes on until the last of them.
        while (
            0 < place < len(self.host.sections) and self._loop(place - 1) and self._loop(place - 1) == self._loop(place)
        ):
            place += 1
        return place

    @cached_property
    def asked_before(self) -> frozenset[str]:
        """Codes of the host's items that come before the module."""
        return frozenset(item.code for section in self.host.sections[: self.place] for item in section.items)

    @cached_property
    def _counted(self) -> frozenset[str]:
        index = self.host.index
        if index is None:
            return frozenset()
        made = {one.code: one.made_from for one in index.indicators}
        return frozenset(made.get(code, code) for code in index.counted())

    def _comes_first(self, section: Section) -> bool:
        return bool(self._counted & {item.code for item in section.items}) or any(
            role in self.wish.roles.values() for role in section.roles
        )

    def _loop(self, number: int) -> str | None:
        return next((item.role for item in self.host.sections[number].items if item.role in self.host.looped), None)

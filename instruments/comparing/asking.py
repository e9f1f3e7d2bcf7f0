"""What changed around the items: the survey as a whole, the questions about units, the headings of sections."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from instruments.comparing.change import EVERYTHING, Change
from instruments.comparing.rules import Words, reworded, ruled
from instruments.model import Instrument, Role, Section

_SURVEY: Final[Mapping[str, Callable[[Instrument], object]]] = MappingProxyType(
    {
        "instrument-code": lambda one: one.code,
        "instrument-languages": lambda one: one.languages,
        "instrument-forms": lambda one: one.forms,
        "analysis-unit": lambda one: one.unit_of_analysis,
    }
)
_ROLES: Final[Mapping[str, Callable[[Role], object]]] = MappingProxyType(
    {
        "role-blocks": lambda role: tuple(sorted(set(role.blocks))),
        "role-loop": lambda role: role.loop is not None,
    }
)
_ABOUT_UNITS: Final = Words("role-spelling", "role-wording")
_NAMED: Final = Words("role-spelling", "role-label")
_HEADING: Final = Words("section-spelling", "section-wording")
_INTRO: Final = Words("intro-spelling", "intro-wording")


def asking_changes(before: Instrument, after: Instrument) -> Iterator[Change]:
    """Every change of the survey as a whole, then of roles, then of sections."""
    yield from ruled(_SURVEY, EVERYTHING, before, after)
    yield from reworded(_INTRO, EVERYTHING, (before.intro, after.intro), asked_in_both(before, after))
    yield from _roles(before, after)
    yield from _sections(before, after)


def asked_in_both(before: Instrument, after: Instrument) -> tuple[str, ...]:
    """Languages in which both versions are asked: words of another have nothing to be compared with."""
    return tuple(language for language in after.languages if language in before.languages)


def _roles(before: Instrument, after: Instrument) -> Iterator[Change]:
    old = {role.code: role for role in before.roles}
    new = {role.code: role for role in after.roles}
    for code, role in new.items():
        if code not in old:
            yield Change("role-added", code)
            continue
        yield from _role(old[code], role, asked_in_both(before, after))
        if _asked_at(before, code) != _asked_at(after, code):
            yield Change("role-moved", code)
    yield from (Change("role-removed", code) for code in old if code not in new)


def _role(old: Role, new: Role, languages: tuple[str, ...]) -> Iterator[Change]:
    yield from reworded(_NAMED, new.code, (old.label, new.label), languages)
    yield from reworded(_ABOUT_UNITS, new.code, (old.question, new.question), languages)
    yield from reworded(_ABOUT_UNITS, new.code, (old.hint, new.hint), languages)
    yield from ruled(_ROLES, new.code, old, new)
    if old.loop and new.loop and old.loop != new.loop:
        yield Change("role-most", new.code, str(old.loop.at_most), str(new.loop.at_most))


def _asked_at(instrument: Instrument, role: str) -> list[tuple[str, object]]:
    return [(section.code, section.when) for section in instrument.sections if role in section.roles]


def _sections(before: Instrument, after: Instrument) -> Iterator[Change]:
    old = {section.code: section for section in before.sections}
    new = {section.code: section for section in after.sections}
    for code, section in new.items():
        if code in old:
            yield from _section(old[code], section, asked_in_both(before, after))
        else:
            yield Change("section-added", code)
    yield from (Change("section-removed", code) for code in old if code not in new)


def _section(old: Section, new: Section, languages: tuple[str, ...]) -> Iterator[Change]:
    yield from reworded(_HEADING, new.code, (old.title, new.title), languages)
    yield from reworded(_HEADING, new.code, (old.intro, new.intro), languages)
    if old.shuffled != new.shuffled:
        yield Change("section-shuffled", new.code)

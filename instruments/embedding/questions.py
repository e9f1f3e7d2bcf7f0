"""The questions of both: what opens first, the host as it is, the module after the host's scored part."""

from collections.abc import Iterator

from instruments.embedding.pair import FORMS, Pair
from instruments.model import Item, Role, Scale, Section


def sections_of(pair: Pair) -> tuple[Section, ...]:
    """The sections of both in the order asked."""
    added = tuple(_added(pair))
    opening = tuple(section for section in added if section.opening)
    others = tuple(section for section in added if not section.opening)
    return (*opening, *pair.host.sections[: pair.place], *others, *pair.host.sections[pair.place :])


def roles_of(pair: Pair) -> tuple[Role, ...]:
    """The roles of both, those of the host first: the first of them tells in which stratum a response lies."""
    return (*pair.host.roles, *pair.added_roles)


def scales_of(pair: Pair) -> tuple[Scale, ...]:
    """The scales of the host, and those of the module that one of its own questions still uses."""
    known = {scale.code for scale in pair.host.scales}
    used = {item.scale for section in _added(pair) for item in section.items}
    return (*pair.host.scales, *(one for one in pair.module.scales if one.code in used - known))


def forms_of(pair: Pair) -> tuple[str, ...]:
    """The forms of whichever has some; two of them where half the people are asked the module."""
    return FORMS if pair.wish.half else pair.host.forms or pair.module.forms


def _added(pair: Pair) -> Iterator[Section]:
    """Sections of the module that still ask something; a code that the host has for a section gets a number."""
    taken = {section.code for section in pair.host.sections}
    for section in pair.module.sections:
        items = tuple(_put(pair, item) for item in section.items if item.code not in pair.left_to_host)
        roles = tuple(role for role in section.roles if role not in pair.wish.roles)
        if items or roles:
            code = _free(section.code, taken)
            taken.add(code)
            yield section.model_copy(update={"code": code, "items": items, "roles": roles})


def _put(pair: Pair, item: Item) -> Item:
    changed: dict[str, object] = {"role": pair.role_of(item)} if item.role else {}
    return item.model_copy(update=changed | ({"forms": FORMS[:1]} if pair.wish.half else {}))


def _free(code: str, taken: set[str]) -> str:
    number, free = 2, code
    while free in taken:
        number, free = number + 1, f"{code}_{number}"
    return free

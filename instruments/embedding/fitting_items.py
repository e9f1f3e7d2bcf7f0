"""Whether the questions of a module can follow those of a host: codes, answers, and what conditions read."""

from collections.abc import Iterator

from instruments.checking.codes import item_paths
from instruments.checking.finding import Finding
from instruments.conditions import items_read
from instruments.embedding.pair import Pair
from instruments.model import Item, Option, Scale
from instruments.source import Path


def item_misfits(pair: Pair) -> Iterator[Finding]:
    """What is wrong with shared scales and items, and with conditions that read them."""
    yield from _scales(pair)
    yield from _items(pair)
    yield from _codes(pair)
    yield from _routes(pair)


def _scales(pair: Pair) -> Iterator[Finding]:
    known = {scale.code: scale for scale in pair.host.scales}
    used = {item.scale for item in pair.module.items() if item.code not in pair.left_to_host}
    for number, scale in enumerate(pair.module.scales):
        other = known.get(scale.code)
        if other and scale.code in used and not _same_scale(scale, other):
            yield Finding("embed-scale-other", ("scales", number), {"scale": scale.code, "host": pair.host.code})


def _same_scale(scale: Scale, other: Scale) -> bool:
    return _same_answers(scale.options, other.options) and scale.favourable_from == other.favourable_from


def _same_answers(options: tuple[Option, ...], others: tuple[Option, ...]) -> bool:
    """The same answers in the same order, asking for the same words, called alike in every language that both have."""
    return len(options) == len(others) and all(
        (one.code, one.words) == (other.code, other.words)
        and all(one.label[language] == other.label[language] for language in one.label.keys() & other.label)
        for one, other in zip(options, others, strict=True)
    )


def _items(pair: Pair) -> Iterator[Finding]:
    for path, code in item_paths(pair.module):
        if code in pair.left_to_host and not _asks_alike(pair, pair.module.item(code), pair.host.item(code)):
            yield Finding("embed-item-other", (*path, "code"), {"item": code, "host": pair.host.code})


def _asks_alike(pair: Pair, item: Item, other: Item) -> bool:
    options = pair.module.options_of(item), pair.host.options_of(other)
    role = pair.role_of(item)
    return _asked_of(item, role) == _asked_of(other, other.role) and _same_answers(*options)


def _asked_of(item: Item, role: str | None) -> tuple[object, ...]:
    """What decides which answers can be given, besides the list of answers."""
    return role, item.kind, item.minimum, item.maximum, sorted(set(item.blocks))


def _codes(pair: Pair) -> Iterator[Finding]:
    """A code that means one thing in the module and another in the host."""
    host, module = pair.host, pair.module
    nodes = {node.code for node in host.index.nodes} if host.index else set[str]()
    roles = {role.code for role in host.roles}
    items = {item.code for item in host.items()}
    for path, code in item_paths(module):
        if code in nodes | roles:
            yield Finding("embed-code-shared", (*path, "code"), {"code": code, "host": host.code})
    for number, role in enumerate(module.roles):
        if role in pair.added_roles and role.code in items | nodes:
            yield Finding("embed-code-shared", ("roles", number, "code"), {"code": role.code, "host": host.code})
    for number, node in enumerate(module.index.nodes if module.index else ()):
        if node.code in items | nodes | roles:
            yield Finding(
                "embed-code-shared", ("index", "nodes", number, "code"), {"code": node.code, "host": host.code}
            )


def _routes(pair: Pair) -> Iterator[Finding]:
    """A condition of the module may read what the host asks only where the host asks it before."""
    for number, section in enumerate(pair.module.sections):
        before = frozenset[str]() if section.opening else pair.asked_before
        path: Path = ("sections", number)
        conditions = [((*path, "when"), section.when)]
        conditions += [
            ((*path, "items", place, "when"), item.when)
            for place, item in enumerate(section.items)
            if item.code not in pair.left_to_host
        ]
        for where, when in conditions:
            for item in sorted((items_read(when) & pair.left_to_host) - before):
                yield Finding("embed-route-later", where, {"item": item, "host": pair.host.code})

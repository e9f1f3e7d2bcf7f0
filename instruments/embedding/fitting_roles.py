"""Whether the units of a module can be those of a host: each role known, asked of everybody, in turn or not."""

from collections.abc import Iterator

from instruments.checking.finding import Finding
from instruments.embedding.pair import Pair
from instruments.mistakes import nearest
from instruments.source import Path


def role_misfits(pair: Pair) -> Iterator[Finding]:
    """What is wrong with the roles that are to be one, and with those that are added."""
    places = {role.code: number for number, role in enumerate(pair.module.roles)}
    known = [role.code for role in pair.host.roles]
    for code, other in pair.wish.roles.items():
        if code not in places:
            values = {"role": code, "near": nearest(code, list(places)) or "-"}
            yield Finding("embed-role-module", ("roles",), values)
        elif other not in known:
            values = {"role": other, "host": pair.host.code, "near": nearest(other, known) or "-"}
            yield Finding("embed-role-host", ("roles", places[code]), values)
        else:
            yield from _of_two(pair, code, other, ("roles", places[code]))
    for role in pair.added_roles:
        if role.code in known:
            values = {"role": role.code, "host": pair.host.code}
            yield Finding("embed-role-same", ("roles", places[role.code]), values)


def _of_two(pair: Pair, code: str, other: str, path: Path) -> Iterator[Finding]:
    values = {"role": code, "other": other}
    if (code in pair.module.looped) != (other in pair.host.looped):
        yield Finding("embed-role-loop", path, values)
    elif other not in pair.host.looped and any(one.when and other in one.roles for one in pair.host.sections):
        yield Finding("embed-role-some", path, values)

"""Whether a module fits into a host: every reason why it does not, each placed in the module."""

from collections.abc import Iterator

from instruments.checking.finding import Finding
from instruments.embedding.fitting_index import index_misfits
from instruments.embedding.fitting_items import item_misfits
from instruments.embedding.fitting_roles import role_misfits
from instruments.embedding.pair import Pair


def misfits(pair: Pair) -> tuple[Finding, ...]:
    """All that keeps the two apart; one sentence where they are no pair at all."""
    no_pair = next(_no_pair(pair), None)
    if no_pair:
        return (no_pair,)
    return (*_forms(pair), *role_misfits(pair), *item_misfits(pair), *index_misfits(pair))


def _no_pair(pair: Pair) -> Iterator[Finding]:
    host, module = pair.host, pair.module
    if host.code == module.code:
        yield Finding("embed-itself", ("code",), {"module": module.code})
    elif module.items() and len(pair.left_to_host) == len(module.items()):
        yield Finding("embed-twice", ("code",), {"module": module.code, "host": host.code})
    elif module.index and host.index is None:
        yield Finding("embed-no-index", ("index",), {"module": module.code, "host": host.code})


def _forms(pair: Pair) -> Iterator[Finding]:
    host, module = pair.host, pair.module
    if pair.wish.half and (host.forms or module.forms):
        owner = host if host.forms else module
        yield Finding("embed-half-forms", ("forms",), {"code": owner.code, "forms": ", ".join(owner.forms)})
    elif host.forms and module.forms and set(host.forms) != set(module.forms):
        values = {"host": ", ".join(host.forms), "module": ", ".join(module.forms)}
        yield Finding("embed-forms-other", ("forms",), values)

"""Where a request comes from, coarsely and under a key: enough to tell networks apart, too little to find anybody."""

import hashlib
import hmac
from ipaddress import ip_network

from survey.keys import Keys

SHARED_BITS = {4: 24, 6: 48}
"""How much of an address the devices of one office or household share."""


def network_mark(keys: Keys, address: str | None) -> str:
    """The keyed mark of the /24 or /48 around an address; the same for all where none is known."""
    return hmac.new(keys.derived("network"), _network(address).encode(), hashlib.sha256).hexdigest()


def _network(address: str | None) -> str:
    try:
        alone = ip_network(address or "")
    except ValueError:
        return "unknown"
    return str(alone.supernet(new_prefix=SHARED_BITS[alone.version]))

"""Networks are told apart coarsely and under a key, never kept."""

from survey.keys import Keys
from survey.pages.network import network_mark

KEYS = Keys("a secret of the tests")


def test_devices_of_one_office_share_a_mark() -> None:
    """A /24, or a /48 of the newer addresses, and whatever cannot be read at all."""
    assert network_mark(KEYS, "203.113.5.7") == network_mark(KEYS, "203.113.5.250")
    assert network_mark(KEYS, "203.113.5.7") != network_mark(KEYS, "203.113.6.7")
    assert network_mark(KEYS, "2001:db8:1:2::1") == network_mark(KEYS, "2001:db8:1:9::9")
    assert network_mark(KEYS, None) == network_mark(KEYS, "no address")


def test_a_mark_tells_nothing_without_the_key() -> None:
    """Another installation gives another mark."""
    assert network_mark(KEYS, "203.113.5.7") != network_mark(Keys("another"), "203.113.5.7")

"""Checks of tiers: from the highest down, by scores or by ranks, each within reach, none of the scores without one."""

from collections.abc import Iterator
from itertools import pairwise

from instruments.checking.finding import Finding
from instruments.index import Index
from instruments.model import Instrument


def tier_findings(instrument: Instrument) -> Iterator[Finding]:
    """What is wrong with the tiers of an index; nothing where it has none."""
    index = instrument.index
    if index is None or not index.tiers:
        return
    faults = list(_order(index))
    yield from faults
    if not faults and not index.ranks_make_tiers:
        yield from _reach(index)


def _reach(index: Index) -> Iterator[Finding]:
    """Bounds above every score there can be, and scores below every bound; points beyond the maximum move both."""
    low, high = index.scale_of("index")
    for number, tier in enumerate(index.tiers):
        if tier.at_least is not None and tier.at_least > high and not index.bonus:
            words = {"code": tier.code, "bound": f"{tier.at_least:g}", "high": f"{high:g}"}
            yield Finding("tier-outside", ("index", "tiers", number, "at_least"), words)
    last = index.tiers[-1]
    if last.at_least is not None and low < last.at_least <= high:
        words = {"code": last.code, "bound": f"{last.at_least:g}", "low": f"{low:g}"}
        yield Finding("tiers-gap", ("index", "tiers", len(index.tiers) - 1, "at_least"), words)


def _order(index: Index) -> Iterator[Finding]:
    """From the highest down, each by a score or each by a part of the block."""
    key = "top" if index.ranks_make_tiers else "at_least"
    for number, tier in enumerate(index.tiers):
        if (tier.at_least is None) == (tier.top is None) or getattr(tier, key) is None:
            yield Finding("tiers-mixed", ("index", "tiers", number), {"code": tier.code})
            return
    bounds = [tier.at_least if tier.top is None else -tier.top for tier in index.tiers]
    for number, (above, bound) in enumerate(pairwise(bounds), start=1):
        if above is not None and bound is not None and bound >= above:
            yield Finding("tiers-order", ("index", "tiers", number, key), {"code": index.tiers[number].code})
    if index.ranks_make_tiers and bounds[-1] != -1:
        yield Finding("tiers-part", ("index", "tiers", len(bounds) - 1, "top"), {"code": index.tiers[-1].code})

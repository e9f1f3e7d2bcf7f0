"""Compares two versions of an instrument: every change, and a verdict for each figure with the changes behind it."""

from dataclasses import dataclass

from instruments.comparing.change import EVERYTHING, Change, Verdict, worst
from instruments.comparing.index import index_changes
from instruments.comparing.items import item_changes
from instruments.index import Index
from instruments.model import Instrument


@dataclass(frozen=True, slots=True)
class NodeVerdict:
    """Whether the figure of a node can be compared, and the changes that say so."""

    node: str
    verdict: Verdict
    because: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one version to another; `nodes` are those of either index, the newer first."""

    changes: tuple[Change, ...]
    nodes: tuple[NodeVerdict, ...]

    @property
    def is_erratum(self) -> bool:
        """Whether the newer version may replace the older one in an open wave: nothing a figure rests on differs."""
        return worst(change.verdict for change in self.changes) == "comparable"


def compare(before: Instrument, after: Instrument) -> Comparison:
    """What changed between two versions, and for each node the worst verdict of what it rests on.

    A node rests on its items, on the nodes below it, and on the rules and blocks of the whole index.
    """
    changes = (*item_changes(before, after), *index_changes(before, after))
    indices = [one for one in (after.index, before.index) if one]
    codes = dict.fromkeys(node.code for index in indices for node in index.nodes)
    shared = {EVERYTHING}.union(block.code for index in indices for block in index.blocks)
    return Comparison(changes, tuple(_verdict(code, indices, changes, shared) for code in codes))


def _verdict(code: str, indices: list[Index], changes: tuple[Change, ...], shared: set[str]) -> NodeVerdict:
    rests_on = shared.union(*(_below(index, code) for index in indices))
    because = tuple(one for one in changes if one.subject in rests_on)
    return NodeVerdict(code, worst(one.verdict for one in because), because)


def _below(index: Index, code: str) -> set[str]:
    """The node itself, every node and every item at or below it; nothing where the index has no such node."""
    node = next((one for one in index.nodes if one.code == code), None)
    if node is None:
        return set()
    return {code, *node.items}.union(*(_below(index, child) for child in node.nodes))

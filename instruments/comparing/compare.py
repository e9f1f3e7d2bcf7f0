"""Compares two versions of an instrument: every change, and a verdict for each figure with the changes behind it."""

from dataclasses import dataclass

from instruments.comparing.asking import asking_changes
from instruments.comparing.catalogue import Verdict
from instruments.comparing.change import Change, worst
from instruments.comparing.grounds import Ground, grounds_of, touches
from instruments.comparing.index import index_changes
from instruments.comparing.indicators import relative_grounds
from instruments.comparing.items import item_changes
from instruments.comparing.media import NO_MARKS, Marks, media_changes
from instruments.model import Instrument


@dataclass(frozen=True, slots=True)
class NodeVerdict:
    """Whether the figure of a node can be compared, and what says so: changes, or goalposts of each wave itself."""

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
        """Whether the newer version may replace the older one in an open wave: it mends spelling and names alone."""
        return all(change.is_slip for change in self.changes)


def compare(before: Instrument, after: Instrument, marks: tuple[Marks, Marks] = (NO_MARKS, NO_MARKS)) -> Comparison:
    """What changed between two versions, and for each node the worst verdict of what it rests on.

    A node rests on the nodes below it, the indicators they count, the items those are made from (with the units and
    headings these are asked about and under), the published scale of its kind, and the rules of the whole index.
    `marks` are the digests of the files of both, by name: a picture may be another under the same name.
    """
    asked = (*asking_changes(before, after), *item_changes(before, after), *media_changes(before, after, marks))
    changes = (*asked, *index_changes(before, after))
    indices = [one.index for one in (after, before) if one.index]
    codes = dict.fromkeys(node.code for index in indices for node in index.nodes)
    grounds = {code: grounds_of(before, code) | grounds_of(after, code) for code in codes}
    # No change of the file, hence no bar to an erratum; yet nothing that can be compared.
    standing = relative_grounds(before.index, after.index) if before.index and after.index else ()
    reasons = (*changes, *standing)
    return Comparison(changes, tuple(_verdict(code, grounds[code], reasons) for code in codes))


def _verdict(code: str, grounds: frozenset[Ground], changes: tuple[Change, ...]) -> NodeVerdict:
    because = tuple(one for one in changes if touches(one, grounds))
    return NodeVerdict(code, worst(one.verdict for one in because), because)

"""What the page of an instrument says of it: how long it is, and the tree of its index with every weight."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from instruments.answering_time import minutes_to_answer
from instruments.index import Index, Node
from instruments.model import Instrument


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts of a questionnaire."""

    items: int
    sections: int
    minutes: int
    estimated: int
    languages: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node of the tree: how deep it stands, what it weighs in the node above, how it is made, and of how much."""

    code: str
    label: Mapping[str, str]
    depth: int
    weight: float | None
    aggregation: str
    counted: int


def facts_of(instrument: Instrument) -> Facts:
    """The counts of an instrument; notes ask nothing."""
    return Facts(
        items=sum(item.kind != "note" for item in instrument.written()),
        sections=len(instrument.sections),
        minutes=instrument.minutes,
        estimated=minutes_to_answer(instrument),
        languages=instrument.languages,
        forms=instrument.forms,
    )


def tree_of(instrument: Instrument) -> tuple[NodeRow, ...]:
    """The nodes of the index from the whole down, then the figures beside it."""
    index = instrument.index
    if index is None:
        return ()
    tops = [index.code, *(node.code for node in index.nodes if node.kind == "module" and node.code != index.code)]
    rows = [row for code in tops for row in _below(index, index.node(code), 0, None)]
    return tuple({row.code: row for row in reversed(rows)}[code] for code in dict.fromkeys(row.code for row in rows))


def _below(index: Index, node: Node, depth: int, weight: float | None) -> Iterator[NodeRow]:
    counted = len(index.items_below(node.code))
    yield NodeRow(node.code, node.label, depth, weight, node.aggregation, counted)
    weights = node.weights if node.nodes and len(node.weights) == len(node.nodes) else (None,) * len(node.nodes)
    for child, its_weight in zip(node.nodes, weights, strict=True):
        yield from _below(index, index.node(child), depth + 1, its_weight)

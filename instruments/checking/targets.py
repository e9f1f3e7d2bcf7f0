"""Checks of targets: of a known figure, in a unit it has, within what it can reach."""

import math
from collections.abc import Iterator

from instruments.checking.finding import Finding
from instruments.index import Index
from instruments.mistakes import nearest
from instruments.model import Instrument
from instruments.source import Path
from instruments.target import Target


def target_findings(instrument: Instrument) -> Iterator[Finding]:
    """What is wrong with the targets of an index; nothing where there are none."""
    index = instrument.index
    if index is None:
        return
    for place, target in enumerate(index.targets):
        yield from _faults(index, target, ("index", "targets", place))


def _faults(index: Index, target: Target, path: Path) -> Iterator[Finding]:
    blocks = [block.code for block in index.blocks]
    for place, block in enumerate(target.blocks):
        if block not in blocks:
            yield Finding("block-unknown", (*path, "blocks", place), {"code": block, "near": nearest(block, blocks)})
    known = [*(node.code for node in index.nodes), *_counted(index), *index.bonus, *index.penalty]
    if target.node not in known:
        near = nearest(target.node, known)
        yield Finding("target-unknown", (*path, "node"), {"code": target.node, "near": near})
    elif not _has_unit(index, target):
        yield Finding("target-unit", (*path, "unit"), {"code": target.node, "unit": target.unit})
    elif not _is_within(index, target):
        yield Finding("target-value", (*path, "value"), {"code": target.node, "value": f"{target.value:g}"})


def _counted(index: Index) -> list[str]:
    return list(dict.fromkeys(code for node in index.nodes for code in node.items))


def _has_unit(index: Index, target: Target) -> bool:
    """Points suit every figure, what is measured suits an indicator, per cent a share."""
    indicator = index.indicator(target.node)
    if target.unit == "points":
        return True
    if target.unit == "natural":
        return indicator is not None
    return index.is_share(indicator) if indicator else index.official != "indicators"


def _is_within(index: Index, target: Target) -> bool:
    if target.unit == "natural":
        return True
    low, high = (0.0, 100.0) if target.unit == "percent" else _scale(index, target.node)
    return low <= target.value <= high


def _scale(index: Index, code: str) -> tuple[float, float]:
    if code in (*index.bonus, *index.penalty):
        low, high = index.scale_of("index")
        return low - high, high - low
    node = {one.code: one for one in index.nodes}.get(code)
    if node is None or code == index.code:
        return index.scale_of("indicator" if node is None else "index")
    if node.aggregation == "sum_of_points":
        return 0.0, math.inf  # its parts may be unknown as yet, which is another mistake
    return (0.0, node.points) if node.points else index.scale_of(node.kind)

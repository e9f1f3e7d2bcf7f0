"""Checks of survey practice: honest minutes, two equal sides, a way out, means that cannot fall."""

from collections.abc import Iterator, Sequence
from typing import Final

from instruments.answering_time import minutes_to_answer
from instruments.checking.codes import item_paths
from instruments.checking.finding import Finding
from instruments.checking.index import is_whole
from instruments.checking.reach import knows_answers, lowest_score
from instruments.index import Index
from instruments.model import Instrument, Item, Option, Scale
from instruments.source import Path
from instruments.vietnamese import folded

_WAYS_OUT: Final = ("khong muon tra loi", "khong tra loi", "tu choi tra loi", "prefer not to")


def practice_findings(instrument: Instrument) -> Iterator[Finding]:
    """Scales that lean to one side, answers called alike, sensitive questions without a way out."""
    counted = _scales_counted(instrument)
    for number, scale in enumerate(instrument.scales):
        path: Path = ("scales", number)
        yield from _balance_findings(scale, path) if scale.code in counted else ()
        yield from _label_findings(scale.options, path)
    for (path, _code), item in zip(item_paths(instrument), instrument.written(), strict=True):
        yield from _label_findings(item.options, path)
        if item.sensitive and knows_answers(instrument, item) and not _has_way_out(instrument, item):
            yield Finding("sensitive-no-way-out", path, {"code": item.code})
    if instrument.index is not None and is_whole(instrument.index):
        yield from _falling(instrument, instrument.index)


def length_findings(instrument: Instrument) -> Iterator[Finding]:
    """Minutes told that are too few, or more than twice what answering takes; for a form that can be gone through."""
    told, estimate = instrument.minutes, minutes_to_answer(instrument)
    if estimate > told:
        yield Finding("minutes-too-few", ("minutes",), {"told": told, "estimate": estimate})
    elif estimate * 2 < told:
        yield Finding("minutes-too-many", ("minutes",), {"told": told, "estimate": estimate})


def _scales_counted(instrument: Instrument) -> frozenset[str | None]:
    """Scales of the items that the index counts: a scale that only describes may lean, as official ones do."""
    index = instrument.index
    if index is None:
        return frozenset()
    codes = {code for node in index.nodes for code in node.items}
    counted = codes | {one.item for one in index.indicators if one.item}
    return frozenset(item.scale for item in instrument.items() if item.code in counted)


def _balance_findings(scale: Scale, path: Path) -> Iterator[Finding]:
    """Above and below the middle, which a scale of an even number of answers lacks, there are as many answers."""
    if scale.favourable_from is None:
        return
    favourable = sum(option.code >= scale.favourable_from for option in scale.options)
    unfavourable = len(scale.options) - favourable - len(scale.options) % 2
    if favourable != unfavourable:
        values = {"code": scale.code, "favourable": favourable, "unfavourable": unfavourable}
        yield Finding("scale-unbalanced", path, values)


def _falling(instrument: Instrument, index: Index) -> Iterator[Finding]:
    """Indicators that may score 0 or less, which no geometric mean can take."""
    for number, node in enumerate(index.nodes):
        if node.aggregation != "nodes_geometric" or not node.nodes:
            continue
        low, high = index.scale_of(index.node(node.nodes[0]).kind)
        for code in index.items_below(node.code):
            one = index.indicator(code)
            if one is not None and low + (high - low) * lowest_score(instrument, one) <= 0:
                yield Finding("geometric-falls", ("index", "nodes", number), {"code": node.code, "indicator": code})


def _label_findings(options: Sequence[Option], path: Path) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for number, option in enumerate(options):
        labels = {(language, " ".join(label.casefold().split())) for language, label in option.label.items()}
        for language, label in sorted(labels & seen):
            yield Finding("label-twice", (*path, "options", number, "label", language), {"label": label})
        seen |= labels


def _has_way_out(instrument: Instrument, item: Item) -> bool:
    labels = [folded(label) for option in instrument.options_of(item) for label in option.label.values()]
    return "refused" in item.none or any(way in label for label in labels for way in _WAYS_OUT)

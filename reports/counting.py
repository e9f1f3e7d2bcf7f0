"""Says in sentences how an index of indicators is put together, and what was brought in beside the answers."""

from collections.abc import Iterator

from instruments.index import Node
from reports.facts import Facts, private_codes
from reports.labels import item_behind, name_of
from reports.paper.page import escaped
from reports.scales import end, range_words
from reports.wording import inside, label, listed, number, percent, text

_EXAMPLE = 0.75


def index_sentences(facts: Facts, language: str) -> tuple[str, ...]:
    """From an answer to the index, in the order a reader would ask."""
    return tuple(
        escaped(words)
        for words in (
            _formula(facts, language),
            text("formula_parts", language, scale=_scale(facts, "component", language)),
            *_tree(facts, language),
            *_relative(facts, language),
            *_windows(facts, language),
            *_hard_shares(facts, language),
            *_hard_missing(facts, language),
            *_beyond(facts, language),
            _missing(facts, language),
            *_opinions(facts, language),
            *_floors(facts, language),
            *_private(facts, language),
        )
    )


def relative_sentences(facts: Facts, language: str) -> tuple[str, ...]:
    """What it means that goalposts are those of the wave itself or of earlier waves, where some are."""
    return tuple(escaped(words) for words in (*_relative(facts, language), *_windows(facts, language)))


def _relative(facts: Facts, language: str) -> Iterator[str]:
    moving = [one for one in facts.index.indicators if one.is_relative]
    if not moving:
        return
    yield text("relative_note", language, count=str(len(moving)))
    inflation = facts.meta.get("range_inflation")
    if isinstance(inflation, float):
        yield text("relative_inflation", language, times=number(inflation, 1, language))


def _windows(facts: Facts, language: str) -> Iterator[str]:
    """From which earlier waves goalposts come, and by which decision; a sentence for each window."""
    found = [
        (source.over or "block", source.waves, facts.goalpost_decisions.get(one.code, ""))
        for one in facts.index.indicators
        if (source := one.goalposts_from) and source.waves
    ]
    for window in dict.fromkeys(found):
        over, codes, decision = window
        waves = listed(list(codes), "and", language)
        yield text(f"window_{over}", language, count=str(found.count(window)), waves=waves, decision=decision)


def form_sentences(facts: Facts, language: str) -> tuple[str, ...]:
    """How many units a response rates, and which of several forms asks what."""
    loops = [role.loop for role in facts.instrument.roles if role.loop]
    most = [text("who_loop", language, count=str(loop.at_most)) for loop in loops]
    return tuple(escaped(words) for words in (*most, *_forms(facts, language)))


def _forms(facts: Facts, language: str) -> Iterator[str]:
    forms = facts.instrument.forms
    asked = [item for code in facts.index.counted() if (item := item_behind(facts.instrument, code))]
    split = sum(bool(item.forms) for item in asked)
    if forms and split:
        common = str(len(asked) - split)
        yield text("who_forms", language, count=str(len(forms)), common=common, split=str(split))


def _scale(facts: Facts, kind: str, language: str) -> str:
    return range_words(facts.index.scale_of(kind), language)


def _formula(facts: Facts, language: str) -> str:
    low, high = facts.index.scale_of("indicator")
    up, down = low + (high - low) * _EXAMPLE, low + (high - low) * (1 - _EXAMPLE)
    return text(
        "formula_indicators",
        language,
        scale=_scale(facts, "indicator", language),
        low=end(low, language),
        high=end(high, language),
        up=number(up, 2, language),
        down=number(down, 2, language),
    )


def _tree(facts: Facts, language: str) -> Iterator[str]:
    """A sentence for the index, and for every other node that is more than the mean of its indicators."""
    for node in facts.index.nodes:
        if node.code == facts.index.code or node.nodes or node.aggregation != "items_equal":
            yield _node(facts, node, language)


def _node(facts: Facts, node: Node, language: str) -> str:
    names = [_name(facts, code, language) for code in (*node.nodes, *node.items)]
    parts = [inside(name) for name in names]
    if node.weights:
        shares = [percent(100 * weight / sum(node.weights), language, 1) for weight in node.weights]
        parts = [text("part_weight", language, name=n, share=s) for n, s in zip(parts, shares, strict=True)]
    if node.aggregation == "sum_of_points":
        highest = [end(facts.index.points_of(code) or 0, language) for code in node.nodes]
        parts = [text("part_points", language, name=n, points=most) for n, most in zip(parts, highest, strict=True)]
    return text(
        f"formula_{node.aggregation}",
        language,
        name=label(node.label, language),
        scale=range_words(facts.index.range_of(node.code), language),
        count=str(len(parts)),
        share=percent(100 / max(len(parts), 1), language, 1),
        parts="; ".join(parts),
    )


def _name(facts: Facts, code: str, language: str) -> str:
    labels = {node.code: label(node.label, language) for node in facts.index.nodes}
    return labels.get(code) or name_of(facts.instrument, code, language)


def _hard_shares(facts: Facts, language: str) -> Iterator[str]:
    shares = sorted({node.hard_share for node in facts.index.nodes if node.hard_share is not None})
    for share in shares:
        nodes = [label(node.label, language) for node in facts.index.nodes if node.hard_share == share]
        names = listed([text("quoted", language, words=name) for name in nodes], "and", language)
        hard, soft = (percent(100 * part, language, 0) for part in (share, 1 - share))
        yield text("hard_share", language, names=names, hard=hard, soft=soft)


def _hard_missing(facts: Facts, language: str) -> Iterator[str]:
    """Which hard figures nobody, or not everybody, brought in."""
    units = {unit.code for unit in facts.units}
    left_out = {place for place, told in facts.assessed.items() if told.not_applicable}
    hard = [code for code in facts.index.counted() if item_behind(facts.instrument, code) is None]
    of = {code: {unit for unit in units if (unit, code) not in left_out} for code in hard}
    found = {code: len(of[code] & facts.units_with(code)) for code in hard}
    names = {code: inside(name_of(facts.instrument, code, language)) for code in hard}
    none = [names[code] for code, count in found.items() if count == 0]
    some = [
        text("hard_of_units", language, name=names[code], count=str(count), of=str(len(of[code])))
        for code, count in found.items()
        if 0 < count < len(of[code])
    ]
    for key, missing in (("hard_missing", none), ("hard_partly", some)):
        if missing:
            yield text(key, language, names="; ".join(missing))


def _beyond(facts: Facts, language: str) -> Iterator[str]:
    for key, codes in (("bonus_note", facts.index.bonus), ("penalty_note", facts.index.penalty)):
        names = [inside(name_of(facts.instrument, code, language)) for code in codes]
        if names:
            yield text(key, language, names="; ".join(names))
    if facts.index.bonus or facts.index.penalty:
        yield text("beyond_missing", language)


def _missing(facts: Facts, language: str) -> str:
    missing, measured = facts.index.missing, facts.index.minimum.measured
    share = percent(100 * missing.at_least, language, 0)
    return text(f"missing_{missing.policy}", language, share=share, measured=str(measured))


def _opinions(facts: Facts, language: str) -> Iterator[str]:
    for node in facts.index.nodes:
        if node.opinion is not None:
            share = f"{end(100 * node.opinion, language)}%"
            yield text("opinion_note", language, name=label(node.label, language), share=share)


def _floors(facts: Facts, language: str) -> Iterator[str]:
    for node in facts.index.nodes:
        if node.floor is not None:
            yield text("floor_note", language, name=label(node.label, language), floor=end(node.floor, language))


def _private(facts: Facts, language: str) -> Iterator[str]:
    codes = private_codes(facts.index)
    if codes:
        yield text("private_note", language, count=str(len(codes)))

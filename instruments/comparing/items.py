"""What changed in what is asked: items new, gone, moved, reworded, or asked of others."""

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from instruments.comparing.asking import asked_in_both
from instruments.comparing.change import Change
from instruments.comparing.rules import Words, reworded, ruled, told
from instruments.model import Instrument, Item, Scale

_RULES: Final[Mapping[str, Callable[[Item], object]]] = MappingProxyType(
    {
        "item-none": lambda item: tuple(sorted(item.none)),
        "item-role": lambda item: item.role,
        "item-forms": lambda item: tuple(sorted(item.forms)),
        "item-bounds": lambda item: (item.minimum, item.maximum),
        "item-length": lambda item: item.max_length,
        "item-sensitive": lambda item: item.sensitive,
        "item-blocks": lambda item: tuple(sorted(set(item.blocks))),
        "item-authority": lambda item: item.authority,
    }
)
_QUESTION: Final = Words("item-spelling", "item-wording")
_EXPLANATION: Final = Words("item-spelling", "item-plain")
_ENDS: Final = Words("item-spelling", "item-ends")
_ANSWER: Final = Words("item-spelling", "item-labels")


def item_changes(before: Instrument, after: Instrument) -> Iterator[Change]:
    """Every change of an item, in the order of the newer form; items that are gone come last."""
    old = {item.code: item for item in before.written()}
    new = {item.code: item for item in after.written()}
    moved = _moved(before, after)
    for code, item in new.items():
        if code not in old:
            yield Change("item-added", code, None, _text(item))
            continue
        if code in moved:
            yield Change("item-moved", code)
        yield from _changes(before, old[code], after, item)
    yield from (Change("item-removed", code, _text(item)) for code, item in old.items() if code not in new)


def _changes(before: Instrument, old: Item, after: Instrument, new: Item) -> Iterator[Change]:
    languages = asked_in_both(before, after)
    yield from reworded(_QUESTION, new.code, (old.text, new.text), languages)
    yield from reworded(_EXPLANATION, new.code, (old.plain, new.plain), languages)
    if old.kind != new.kind:
        yield Change("item-kind", new.code, old.kind, new.kind)
    else:
        yield from reworded(_ENDS, new.code, (old.low, new.low), languages)
        yield from reworded(_ENDS, new.code, (old.high, new.high), languages)
        yield from _answers(before, old, after, new)
    yield from ruled(_RULES, new.code, old, new)
    if _route(before, old) != _route(after, new):
        yield Change("item-route", new.code, *(json.dumps(one) for one in (_route(before, old), _route(after, new))))


def _answers(before: Instrument, old: Item, after: Instrument, new: Item) -> Iterator[Change]:
    was, now = before.options_of(old), after.options_of(new)
    if [one.code for one in was] != [one.code for one in now]:
        yield Change("item-answers", new.code, *(told([_told(one.label) for one in many]) for many in (was, now)))
    else:
        for one, other in zip(was, now, strict=True):
            yield from reworded(_ANSWER, new.code, (one.label, other.label), asked_in_both(before, after))
    asking = [[one.code for one in many if one.words] for many in (was, now)]
    if asking[0] != asking[1]:
        yield Change("item-words", new.code, *(told(codes) for codes in asking))
    cuts = [scale.favourable_from if scale else None for scale in (_scale(before, old), _scale(after, new))]
    if cuts[0] != cuts[1]:
        yield Change("item-favourable", new.code, *(told(cut) for cut in cuts))


def _scale(instrument: Instrument, item: Item) -> Scale | None:
    return instrument.scale(item.scale) if item.scale else None


def _route(instrument: Instrument, item: Item) -> list[object]:
    """What decides whether an item is asked: the conditions of its section and its own."""
    section = next(section for section in instrument.sections if item in section.items)
    return [condition for condition in (section.when, item.when) if condition is not None]


def _moved(before: Instrument, after: Instrument) -> frozenset[str]:
    """Items asked in another section, or in another order: fewest moves that explain the new order."""
    old, new = _sections(before), _sections(after)
    places = {code: number for number, code in enumerate(old)}
    kept = [code for code in new if code in places]
    elsewhere = {code for code in kept if old[code] != new[code]}
    return frozenset(kept) - _longest_rising(kept, places) | elsewhere


def _sections(instrument: Instrument) -> dict[str, str]:
    return {item.code: section.code for section in instrument.sections for item in section.items}


def _longest_rising(codes: list[str], places: dict[str, int]) -> frozenset[str]:
    """The longest run of codes whose old places rise; those stayed where they were, the others moved."""
    runs: list[list[str]] = []
    for code in codes:
        below = [run for run in runs if places[run[-1]] < places[code]]
        runs.append([*_longest(below), code])
    return frozenset(_longest(runs))


def _longest(runs: list[list[str]]) -> list[str]:
    return max(runs, key=len) if runs else []


def _text(item: Item) -> str:
    return _told(item.text)


def _told(text: dict[str, str]) -> str:
    return text.get("vi") or next(iter(text.values()))

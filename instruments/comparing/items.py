"""What changed in what is asked: items new, gone, moved, reworded, or asked of others."""

import json
from collections.abc import Iterator

from instruments.comparing.change import Change
from instruments.comparing.spelling import is_spelling
from instruments.model import Instrument, Item, Scale


def item_changes(before: Instrument, after: Instrument) -> Iterator[Change]:
    """Every change of an item, in the order of the newer form; items that are gone come last."""
    old = {item.code: item for item in before.items()}
    new = {item.code: item for item in after.items()}
    moved = _moved(before, after)
    for code, item in new.items():
        if code not in old:
            yield Change("item-added", code, None, _told(item.text))
            continue
        if code in moved:
            yield Change("item-moved", code)
        yield from _changes(before, old[code], after, item)
    yield from (Change("item-removed", code, _told(item.text)) for code, item in old.items() if code not in new)


def _changes(before: Instrument, old: Item, after: Instrument, new: Item) -> Iterator[Change]:
    yield from _wording(old, new)
    yield from _answers(before, old, after, new)
    if old.role != new.role:
        yield Change("item-role", new.code, old.role, new.role)
    if _route(before, old) != _route(after, new):
        yield Change("item-route", new.code, *(json.dumps(one) for one in (_route(before, old), _route(after, new))))
    if (old.minimum, old.maximum) != (new.minimum, new.maximum):
        yield Change("item-bounds", new.code, f"{old.minimum} – {old.maximum}", f"{new.minimum} – {new.maximum}")
    if old.authority != new.authority:
        yield Change("item-authority", new.code, old.authority, new.authority)


def _wording(old: Item, new: Item) -> Iterator[Change]:
    for language in sorted(old.text.keys() & new.text.keys()):
        was, now = old.text[language], new.text[language]
        if was != now:
            yield Change("item-spelling" if is_spelling(was, now) else "item-wording", new.code, was, now)
    was_plain, now_plain = old.plain or {}, new.plain or {}
    for language in sorted(was_plain.keys() | now_plain.keys()):
        was, now = was_plain.get(language, ""), now_plain.get(language, "")
        if not is_spelling(was, now):
            yield Change("item-plain", new.code, was, now)


def _answers(before: Instrument, old: Item, after: Instrument, new: Item) -> Iterator[Change]:
    if old.kind != new.kind:
        yield Change("item-kind", new.code, old.kind, new.kind)
        return
    was, now = before.options_of(old), after.options_of(new)
    if [one.code for one in was] != [one.code for one in now]:
        yield Change("item-answers", new.code, *(", ".join(_told(one.label) for one in many) for many in (was, now)))
    else:
        for one, other in zip(was, now, strict=True):
            yield from _label(new.code, one.label, other.label)
    if set(old.none) != set(new.none):
        yield Change("item-none", new.code, ", ".join(old.none), ", ".join(new.none))
    cuts = [scale.favourable_from if scale else None for scale in (_scale(before, old), _scale(after, new))]
    if cuts[0] != cuts[1]:
        yield Change("item-favourable", new.code, *(str(cut) for cut in cuts))


def _label(code: str, was: dict[str, str], now: dict[str, str]) -> Iterator[Change]:
    for language in sorted(was.keys() & now.keys()):
        if not is_spelling(was[language], now[language]):
            yield Change("item-labels", code, was[language], now[language])


def _scale(instrument: Instrument, item: Item) -> Scale | None:
    return instrument.scale(item.scale) if item.scale else None


def _route(instrument: Instrument, item: Item) -> list[object]:
    """What decides whether an item is asked: the conditions of its section and its own."""
    section = next(section for section in instrument.sections if item in section.items)
    return [condition for condition in (section.when, item.when) if condition is not None]


def _moved(before: Instrument, after: Instrument) -> frozenset[str]:
    """Items asked in another order among those that both versions have: fewest moves that explain the new order."""
    old = [item.code for item in before.items()]
    places = {code: number for number, code in enumerate(old)}
    kept = [item.code for item in after.items() if item.code in places]
    return frozenset(kept) - _longest_rising(kept, places)


def _longest_rising(codes: list[str], places: dict[str, int]) -> frozenset[str]:
    """The longest run of codes whose old places rise; those stayed where they were, the others moved."""
    runs: list[list[str]] = []
    for code in codes:
        below = [run for run in runs if places[run[-1]] < places[code]]
        runs.append([*_longest(below), code])
    return frozenset(_longest(runs))


def _longest(runs: list[list[str]]) -> list[str]:
    return max(runs, key=len) if runs else []


def _told(text: dict[str, str]) -> str:
    return text.get("vi") or next(iter(text.values()))

"""Walks through a form by answers of chance, as people who fill it in would send them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from instruments.answers import asked_about
from instruments.conditions import Asked, on_route, route
from instruments.model import Instrument, Item

WALKS = 160
UNITS = ["u1", "u2", "u3", "u4", "u5"]
_WORDS = {"text": "Ý kiến", "date": "2026-09-15", "unit": UNITS[0]}
BLANK = 0.1
"""Share of questions passed over."""


def said(instrument: Instrument, item: Item, random: np.random.Generator) -> object:
    """Any answer the form offers, or none."""
    if random.random() < BLANK or item.kind == "note":
        return None
    if item.none and random.random() < BLANK:
        return {"none": str(random.choice(list(item.none)))}
    if item.kind in _WORDS:
        return _WORDS[item.kind]
    if item.kind in {"number", "rating"}:
        low, high = item.minimum or 0, item.maximum if item.maximum is not None else 9
        return int(random.integers(int(low), int(high) + 1))
    codes = [option.code for option in instrument.options_of(item)]
    if item.kind == "multiple":
        return sorted(random.choice(codes, size=int(random.integers(1, len(codes) + 1)), replace=False).tolist())
    return int(random.choice(codes))


def walked(
    instrument: Instrument,
    asked: Callable[[dict[str, object]], frozenset[str]],
    items: list[Item],
    random: np.random.Generator,
) -> dict[str, object]:
    """Answers given one question after the other, each only where the route asks it then."""
    answers: dict[str, object] = {}
    for item in items:
        if item.code in asked(answers):
            value = said(instrument, item, random)
            answers |= {} if value is None else {item.code: value}
    return answers


def walks(instrument: Instrument) -> Iterator[dict[str, Any]]:
    """Documents as the form would send them, over every form of a split ballot."""
    random = np.random.default_rng(11)
    once = [item for item in instrument.items() if item.role not in instrument.looped]
    for walk in range(WALKS):
        form = instrument.forms[walk % len(instrument.forms)] if instrument.forms else None
        answers = walked(instrument, partial(on_route, instrument, asked=Asked(form)), once, random)
        document: dict[str, Any] = {"answers": answers} | ({"form": form} if form else {})
        shown = {code for section, _items in route(instrument, answers, Asked(form)) for code in section.roles}
        held = [role.code for role in instrument.roles if role.code in shown - instrument.looped]
        document["units"] = {role: str(random.choice(UNITS)) for role in held}
        document["loops"] = {
            role: rounds(instrument, document, role, random) for role in sorted(shown & instrument.looped)
        }
        yield document


def rounds(
    instrument: Instrument, document: dict[str, Any], role: str, random: np.random.Generator
) -> dict[str, dict[str, object]]:
    """The answers about as many units as a response may rate."""
    loop = instrument.role(role).loop
    items = [item for item in instrument.items() if item.role == role]
    asked = partial(asked_about, instrument, document, role)
    return {unit: walked(instrument, asked, items, random) for unit in UNITS[: loop.at_most if loop else 0]}


def reached(instrument: Instrument, document: dict[str, Any]) -> set[str]:
    """The questions a document was asked, about the respondent and about every unit."""
    asked = set(on_route(instrument, document["answers"], Asked(document.get("form"))))
    for role, about in document["loops"].items():
        asked = asked.union(*(asked_about(instrument, document, role, answers) for answers in about.values()))
    return asked


def units_of(instrument: Instrument) -> dict[str, list[str]]:
    """The units that may be named in each role, and for each item that asks for a unit."""
    asked = [*(role.code for role in instrument.roles), *(one.code for one in instrument.items() if one.kind == "unit")]
    return dict.fromkeys(asked, UNITS)

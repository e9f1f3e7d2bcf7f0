"""Simulated answers with a known truth: units differ, people differ, some questions stay blank; seeded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from scipy.stats import binom

from instruments.answers import asked_about
from instruments.choosing import drawn, form_of
from instruments.coding import NUMBERS
from instruments.conditions import Asked, route
from instruments.indicator import Indicator
from instruments.model import Instrument, Item
from instruments.units import register
from scoring.arrays import Flags, Numbers, Places
from scoring.estimate.answers import index_of
from scoring.index.indicators import between_goalposts, natural
from scoring.weights import item_of

PERSON_SD = 0.8
"""Spread of people on the logit scale: who is content with one thing is content with others."""
BLANK_SHARE = 0.02
TEXT_SHARE = 0.05
TEXTS = (
    "Thủ tục nhanh, hướng dẫn rõ ràng.",
    "Nơi chờ hơi chật vào buổi sáng.",
    "Mong nộp được nhiều hồ sơ qua mạng hơn.",
    "Cán bộ nhiệt tình, đúng hẹn.",
    "Nên có thêm chỗ để xe.",
)


@dataclass(frozen=True)
class Case:
    """One file or person to be asked about: the unit in each role, and for looped roles the units dealt with."""

    units: Mapping[str, str]
    met: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    identifier: str = ""
    """32 hexadecimal digits, from which units and form are drawn."""


@dataclass(frozen=True)
class Truth:
    """The true share of good answers of each unit (row) and counted item (column), over all people."""

    units: tuple[str, ...]
    items: tuple[str, ...]
    share: Numbers

    def of(self, unit: str, item: str) -> float:
        """The true share of good answers to an item in a unit."""
        return float(self.share[self.units.index(unit), self.items.index(item)])


def truth_of(instrument: Instrument, units: Sequence[str], seed: int) -> Truth:
    """Shares from about .70 to .97: evenly spread over the units, in random order, a little apart by item.

    A good answer is a favourable one; of an indicator one that scores high. With points beyond shares (numbers) the
    truth is where the mean lies between the goalposts.
    """
    index = index_of(instrument)
    items = tuple(dict.fromkeys(made for code in index.counted() if (made := item_of(index, code))))
    random = np.random.default_rng([seed, 1])
    level = random.permutation(np.linspace(_logit(0.70), _logit(0.97), max(len(units), 2)))[: len(units)]
    item = random.normal(0, 0.25, len(items))
    apart = random.normal(0, 0.15, (len(units), len(items)))
    share = 1 / (1 + np.exp(-(level[:, None] + item - item.mean() + apart)))
    return Truth(tuple(units), items, np.clip(share, 0.6, 0.985))


def _logit(share: float) -> float:
    return float(np.log(share / (1 - share)))


def answer_documents(
    instrument: Instrument, cases: Sequence[Case], truth: Truth, seed: int
) -> Iterator[dict[str, object]]:
    """One answer document a case, in order; blanks at random, items off the route left out.

    A person of contentment e ~ N(0, s²) is satisfied with probability logistic(b + e), b chosen so that the mean over
    all people is the true share.
    """
    random = np.random.default_rng([seed, 2])
    people = random.normal(0, PERSON_SD, len(cases))
    level = _levels(truth)
    once = [item for item in instrument.items() if item.role not in instrument.looped and item.kind != "note"]
    whole = _said(instrument, once, [case.units for case in cases], people, (truth, level, random))
    loops = {
        role: _about_units(instrument, role, cases, people, (truth, level, random))
        for role in sorted(instrument.looped)
    }
    for place, (case, answers) in enumerate(zip(cases, whole, strict=True)):
        yield _document(instrument, case, answers, {role: said[place] for role, said in loops.items()})


Chance = tuple[Truth, Numbers, np.random.Generator]
"""The truth, the level of each unit and item on the logit scale, and the generator."""
Said = dict[str, object]


def _about_units(
    instrument: Instrument, role: str, cases: Sequence[Case], people: Numbers, chance: Chance
) -> list[dict[str, Said]]:
    """For each case the units drawn of a looped role, and what is said about each."""
    loop = instrument.role(role).loop
    most = loop.at_most if loop else 0
    drawn_units = [list(drawn(case.identifier, dict.fromkeys(case.met.get(role, ()), 1.0), most)) for case in cases]
    pairs = [(place, unit) for place, units in enumerate(drawn_units) for unit in units]
    items = [item for item in instrument.items() if item.role == role and item.kind != "note"]
    whose = np.array([place for place, _unit in pairs], dtype=np.int64)
    said = _said(instrument, items, [{role: unit} for _place, unit in pairs], people[whose], chance)
    found: list[dict[str, Said]] = [{} for _case in cases]
    for (place, unit), answers in zip(pairs, said, strict=True):
        found[place][unit] = answers
    return found


def _document(instrument: Instrument, case: Case, answers: Said, loops: Mapping[str, dict[str, Said]]) -> Said:
    """The document of a case: what the route asks for, and nothing that was not said."""
    form = form_of(case.identifier, instrument.forms) if instrument.forms else None
    shown = route(instrument, answers, Asked(form))
    asked = {item.code for _section, items in shown for item in items}
    roles = {role for section, _items in shown for role in section.roles}
    document: Said = {
        "units": {role: unit for role, unit in case.units.items() if role in roles},
        "answers": {code: value for code, value in answers.items() if code in asked},
    }
    if form:
        document["form"] = form
    if instrument.looped:
        rated = {role: about for role, about in loops.items() if role in roles}
        document["choice"] = {
            role: {"eligible": sorted(case.met.get(role, ())), "drawn": sorted(about)} for role, about in rated.items()
        }
        document["loops"] = {
            role: {unit: _asked_of(instrument, document, role, said) for unit, said in about.items()}
            for role, about in rated.items()
        }
    return document


def _asked_of(instrument: Instrument, document: Said, role: str, said: Said) -> Said:
    asked = asked_about(instrument, document, role, said)
    return {code: value for code, value in said.items() if code in asked}


def _said(
    instrument: Instrument,
    items: Sequence[Item],
    held: Sequence[Mapping[str, str]],
    people: Numbers,
    chance: Chance,
) -> list[Said]:
    """What each of N people says to each item, blanks left out; `held` names the unit of each role."""
    truth, level, random = chance
    columns: dict[str, list[object]] = {}
    for item in items:
        first, second, third = random.random((3, len(held)))
        values = _column(instrument, item, _chances(held, truth, level, people, item), first, second)
        columns[item.code] = [
            None if lost and not item.required else value
            for value, lost in zip(values, third < BLANK_SHARE, strict=True)
        ]
    return [
        {code: value for code, value in zip(columns, said, strict=True) if value is not None}
        for said in (zip(*columns.values(), strict=True) if columns else [()] * len(held))
    ]


def _levels(truth: Truth) -> Numbers:
    """The b of each unit and item, by Newton's method: the mean of logistic(b + e), e ~ N(0, s²), is the true share."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(15)
    weights = weights / weights.sum()
    b = np.log(truth.share / (1 - truth.share))
    for _ in range(30):
        inner = 1 / (1 + np.exp(-(b[..., None] + PERSON_SD * nodes)))
        b = b - (inner @ weights - truth.share) / ((inner * (1 - inner)) @ weights)
    return b


def _chances(units: Sequence[Mapping[str, str]], truth: Truth, level: Numbers, people: Numbers, item: Item) -> Numbers:
    """Chance that each person answers the item well; NaN where no unit holds the item's role; else ½."""
    if item.role is None:
        return np.full(len(units), 0.5)
    place = {unit: row for row, unit in enumerate(truth.units)}
    held = np.array([place.get(one.get(item.role, ""), -1) for one in units], dtype=np.int64)
    if item.code not in truth.items:
        return np.where(held >= 0, 0.5, np.nan)
    chance = 1 / (1 + np.exp(-(level[held, truth.items.index(item.code)] + people)))
    return np.where(held >= 0, chance, np.nan)


def _column(instrument: Instrument, item: Item, chance: Numbers, luck: Numbers, kind: Numbers) -> list[object]:
    """One answer a person; None where nothing is said."""
    if item.kind == "text":
        said = [TEXTS[int(one * len(TEXTS))] for one in kind]
        return [text if one < TEXT_SHARE else None for text, one in zip(said, luck, strict=True)]
    if item.kind == "date":
        return [f"{2005 + int(one * 20)}-{1 + int(two * 12):02}-15" for one, two in zip(luck, kind, strict=True)]
    if item.kind == "unit":
        known = sorted(code for code, unit in register(date.max).items() if unit.block in item.blocks)
        return [known[int(one * len(known))] for one in luck]
    if item.kind in NUMBERS:
        answers: list[object] = list(_numbers(instrument, item, chance, luck))
    else:
        offered = np.array([option.code for option in instrument.options_of(item)], dtype=np.int64)
        good = good_answers(instrument, item)
        answers = _codes(offered, good, luck < chance, (luck, kind)).tolist()
    if item.kind == "multiple":
        answers = [[code] for code in answers]
    return [None if nobody else code for code, nobody in zip(answers, np.isnan(chance), strict=True)]


def _numbers(instrument: Instrument, item: Item, chance: Numbers, luck: Numbers) -> list[int]:
    """Whole numbers within the bounds: counted ones binomial with the true mean between the goalposts."""
    low, high = item.minimum or 0.0, item.maximum or 10.0
    indicator = _indicator_of(instrument, item)
    if indicator is None:
        return [int(low + one * (high - low + 1 - 1e-9)) for one in luck]
    first, last = indicator.bounds if indicator.recode != "nps" else (low, high)
    share = np.where(np.isnan(chance), 0.5, chance if indicator.direction == 1 else 1 - chance)
    counts = np.asarray(binom.ppf(np.clip(luck, 1e-9, 1 - 1e-9), round(last - first), share))
    return [int(first + count) for count in counts]


def good_answers(instrument: Instrument, item: Item) -> frozenset[int] | None:
    """The answers of an item that score high; None where no answer is better than another."""
    indicator = _indicator_of(instrument, item)
    offered = tuple(sorted(option.code for option in instrument.options_of(item)))
    if indicator is not None and item.kind == "single":
        codes = np.array(offered, dtype=np.int16)
        share = between_goalposts(indicator, natural(indicator, codes, None, offered))
        middle = (share.max() + share.min()) / 2
        return frozenset(int(code) for code, one in zip(offered, share, strict=True) if one > middle)
    favourable = instrument.scale(item.scale).favourable_from if item.scale else None
    return None if favourable is None else frozenset(code for code in offered if code >= favourable)


def _indicator_of(instrument: Instrument, item: Item) -> Indicator | None:
    made = instrument.index.indicators if instrument.index else ()
    return next((one for one in made if one.is_soft and one.made_from == item.code), None)


def _codes(offered: Places, good: frozenset[int] | None, satisfied: Flags, draws: tuple[Numbers, Numbers]) -> Places:
    """Good answers mostly at their far end where they are few, poor ones mostly next to the middle."""
    luck, kind = draws
    if not good or len(good) == len(offered):
        return offered[(luck**1.5 * len(offered)).astype(np.int64)]
    is_good = np.isin(offered, list(good))
    well, ill = np.sort(offered[is_good]), np.sort(offered[~is_good])
    if well[0] > ill[-1]:
        ill = ill[::-1]
    return np.where(satisfied, well[(kind * len(well)).astype(np.int64)], ill[(kind**2.5 * len(ill)).astype(np.int64)])

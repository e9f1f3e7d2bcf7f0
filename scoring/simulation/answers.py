"""Simulated answers with a known truth: units differ, people differ, some questions stay blank; seeded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from instruments.conditions import on_route
from instruments.model import Instrument, Item
from scoring.arrays import Flags, Numbers, Places
from scoring.estimate.answers import index_of

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
    """One file or person to be asked about: the unit in each role."""

    units: Mapping[str, str]


@dataclass(frozen=True)
class Truth:
    """The true share satisfied of each unit (row) and counted item (column), over all people."""

    units: tuple[str, ...]
    items: tuple[str, ...]
    share: Numbers

    def of(self, unit: str, item: str) -> float:
        """The true share satisfied with an item in a unit."""
        return float(self.share[self.units.index(unit), self.items.index(item)])


def truth_of(instrument: Instrument, units: Sequence[str], seed: int) -> Truth:
    """Shares from about .70 to .97: evenly spread over the units, in random order, a little apart by item."""
    index = index_of(instrument)
    items = index.items_below(index.code)
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
    columns = {}
    for item in instrument.items():
        first, second, third = random.random((3, len(cases)))
        values = _column(instrument, item, _chances(cases, truth, level, people, item), first, second)
        columns[item.code] = [
            None if lost and not item.required else value
            for value, lost in zip(values, third < BLANK_SHARE, strict=True)
        ]
    for case, said in zip(cases, zip(*columns.values(), strict=True), strict=True):
        answers = {code: value for code, value in zip(columns, said, strict=True) if value is not None}
        asked = on_route(instrument, answers)
        yield {"units": dict(case.units), "answers": {code: answers[code] for code in answers if code in asked}}


def _levels(truth: Truth) -> Numbers:
    """The b of each unit and item, by Newton's method: the mean of logistic(b + e), e ~ N(0, s²), is the true share."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(15)
    weights = weights / weights.sum()
    b = np.log(truth.share / (1 - truth.share))
    for _ in range(30):
        inner = 1 / (1 + np.exp(-(b[..., None] + PERSON_SD * nodes)))
        b = b - (inner @ weights - truth.share) / ((inner * (1 - inner)) @ weights)
    return b


def _chances(cases: Sequence[Case], truth: Truth, level: Numbers, people: Numbers, item: Item) -> Numbers:
    """Chance that each person is satisfied with the item; NaN where no unit holds the item's role; else ½."""
    if item.role is None:
        return np.full(len(cases), 0.5)
    place = {unit: row for row, unit in enumerate(truth.units)}
    held = np.array([place.get(case.units.get(item.role, ""), -1) for case in cases])
    if item.code not in truth.items:
        return np.where(held >= 0, 0.5, np.nan)
    chance = 1 / (1 + np.exp(-(level[held, truth.items.index(item.code)] + people)))
    return np.where(held >= 0, chance, np.nan)


def _column(instrument: Instrument, item: Item, chance: Numbers, luck: Numbers, kind: Numbers) -> list[object]:
    """One answer a person; None where nothing is said."""
    if item.kind == "text":
        said = [TEXTS[int(one * len(TEXTS))] for one in kind]
        return [text if one < TEXT_SHARE else None for text, one in zip(said, luck, strict=True)]
    if item.kind == "number":
        low, high = item.minimum or 0.0, item.maximum or 10.0
        return [int(low + one * (high - low + 1 - 1e-9)) for one in luck]
    favourable = instrument.scale(item.scale).favourable_from if item.scale else None
    offered = np.array([option.code for option in instrument.options_of(item)], dtype=np.int64)
    answers = _codes(offered, favourable, luck < chance, (luck, kind)).tolist()
    if item.kind == "multiple":
        answers = [[code] for code in answers]
    return [None if nobody else code for code, nobody in zip(answers, np.isnan(chance), strict=True)]


def _codes(offered: Places, favourable: int | None, satisfied: Flags, draws: tuple[Numbers, Numbers]) -> Places:
    luck, kind = draws
    if favourable is None:
        return offered[(luck**1.5 * len(offered)).astype(np.int64)]
    good, poor = np.sort(offered[offered >= favourable]), np.sort(offered[offered < favourable])[::-1]
    return np.where(
        satisfied, good[(kind * len(good)).astype(np.int64)], poor[(kind**2.5 * len(poor)).astype(np.int64)]
    )

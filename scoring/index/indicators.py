"""Indicators: what an answer is worth in natural units, and where that lies between the goalposts."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from instruments.index import Index
from instruments.indicator import PAIR, Indicator
from instruments.model import Instrument
from scoring.arrays import Numbers
from scoring.weights import item_of

PROMOTERS, DETRACTORS = 9, 6
"""From which answer on, and up to which, 0 to 10 (Reichheld 2003)."""
Codes = NDArray[np.int16]


def natural(indicator: Indicator, codes: Codes, numbers: Numbers | None, offered: tuple[int, ...]) -> Numbers:
    """What each answer is worth in natural units; only meaningful where there is an answer.

    `codes`: answers; `numbers`: the numbers of an item that asks for one; `offered`: codes of the answers to choose
    from, the lowest first.
    """
    return _WORTH[indicator.recode](indicator, codes if numbers is None else numbers, offered)


def _share(chosen: Callable[[Indicator, tuple[int, ...]], tuple[int, ...]]) -> Callable[..., Numbers]:
    def worth(indicator: Indicator, answers: Codes, offered: tuple[int, ...]) -> Numbers:
        return np.isin(answers, chosen(indicator, offered)).astype(np.float64)

    return worth


def _points(indicator: Indicator, answers: Codes, _offered: tuple[int, ...]) -> Numbers:
    worth = np.zeros(len(answers))
    for code, points in indicator.points.items():
        worth[answers == code] = points
    return worth


def _promoters(_indicator: Indicator, answers: Numbers, _offered: tuple[int, ...]) -> Numbers:
    return (answers >= PROMOTERS).astype(np.float64) - (answers <= DETRACTORS)


_WORTH: Mapping[str, Callable[..., Numbers]] = MappingProxyType(
    {
        "pct_top2": _share(lambda _indicator, offered: offered[-PAIR:]),
        "pct_bottom2": _share(lambda _indicator, offered: offered[:PAIR]),
        "pct_codes": _share(lambda indicator, _offered: indicator.codes),
        "mean": lambda _indicator, answers, _offered: answers.astype(np.float64),
        "grouped_median": lambda _indicator, answers, _offered: answers.astype(np.float64),
        "winsorised_mean": lambda indicator, answers, _offered: np.minimum(answers, indicator.cap),
        "points": _points,
        "nps": _promoters,
    }
)


def between_goalposts(indicator: Indicator, values: Numbers) -> Numbers:
    """`(x − lo)/(hi − lo)`, turned round where lower is better: 1 at the better goalpost, 0 at the other; not clipped.

    Linear in x, hence the mean over answers is the same whether they are normalised before or after.
    """
    low, high = indicator.bounds
    share = (values - low) / (high - low)
    return 1 - share if indicator.direction == -1 else share


def scored_answers(
    codes: Codes, numbers: Mapping[str, Numbers], items: tuple[str, ...], instrument: Instrument
) -> Numbers:
    """K × J: each answer between the goalposts of its indicator; 0 where there is no answer."""
    shares = np.zeros(codes.shape)
    for place, indicator in _soft(instrument.index, items):
        item = instrument.item(indicator.made_from)
        offered = tuple(sorted(option.code for option in instrument.options_of(item)))
        worth = natural(indicator, codes[:, place], numbers.get(indicator.code), offered)
        shares[:, place] = between_goalposts(indicator, worth)
    return np.where(codes >= 1, shares, 0.0)


def _soft(index: Index | None, items: tuple[str, ...]) -> list[tuple[int, Indicator]]:
    found = [(place, index.indicator(code)) for place, code in enumerate(items)] if index else []
    return [(place, one) for place, one in found if one is not None and item_of(index, one.code)] if index else []


def scored_figures(hard: Numbers, items: tuple[str, ...], index: Index) -> Numbers:
    """U × J: hard figures between their goalposts; points beyond the maximum as a share of the index's scale."""
    shares = np.full(hard.shape, np.nan)
    low, high = index.scale_of("index")
    for place, code in enumerate(items):
        indicator = index.indicator(code)
        if indicator is not None and code in (*index.bonus, *index.penalty):
            shares[:, place] = hard[:, place] / (high - low)
        elif indicator is not None:
            shares[:, place] = between_goalposts(indicator, hard[:, place])
    return shares

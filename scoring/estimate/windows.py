"""Goalposts that are figures of units: of the wave itself, whose extremes move every score, or of earlier waves."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from instruments.index import Index
from instruments.indicator import GoalpostsFrom, Indicator
from scoring.arrays import Flags, Numbers, Places, Words
from scoring.estimate.answers import Answers
from scoring.estimate.ratios import Ratios
from scoring.index.indicators import between_goalposts

NOBODY = -1
"""In the place of a unit: the goalposts are fixed."""
_LEAST_APART = 1e-9


@dataclass(frozen=True)
class Window:
    """U units × J counted codes: the goalposts of each unit, as shares of the way between the fixed ones."""

    worst: Places
    """The unit of the wave whose figure is the lower goalpost; NOBODY where none is, or where they have no width."""
    best: Places
    low: Numbers
    high: Numbers
    """NaN where the group of the unit has no ranked unit with a figure."""
    relative: Flags
    """J: the codes whose goalposts are those of the wave."""
    stored: Flags
    """J: the codes whose goalposts were fixed before, from earlier waves: they move with nobody."""

    @property
    def lacking(self) -> Flags:
        """U × J: nobody ranked gives the goalposts, so there is no score."""
        return np.isnan(self.low)

    @property
    def placed(self) -> Flags:
        """J: the codes scored between goalposts that are not written in the instrument."""
        return self.relative | self.stored

    @property
    def flat(self) -> Flags:
        """U × J: goalposts of the wave without width, where no score moves with any figure."""
        return np.asarray(self.relative & (self.worst == NOBODY))

    @property
    def width(self) -> Numbers:
        """From the lower to the higher goalpost; 1 where they stand in the instrument or are equal."""
        return np.where(self.placed & ~self.flat, self.high - self.low, 1.0)

    def shares(self, figure: Numbers) -> Numbers:
        """`t = (x − m)/R`; half-way where every ranked unit has the same figure."""
        moved = (figure - np.where(self.placed & ~self.flat, self.low, 0.0)) / self.width
        return np.where(self.flat & ~self.lacking, 0.5, moved)


def placed_items(index: Index, items: tuple[str, ...]) -> Flags:
    """J: the counted codes whose goalposts are figures of units."""
    return np.array([one is not None for one in _sources(index, items)], dtype=bool)


def _sources(index: Index, items: tuple[str, ...]) -> list[GoalpostsFrom | None]:
    made = [index.indicator(code) for code in items]
    return [one.goalposts_from if one else None for one in made]


def window_of(index: Index, answers: Answers, figure: Numbers, eligible: Flags, stored: pd.DataFrame) -> Window:
    """The window of each unit. `eligible`: U × J, ranked and printed there; `stored`: goalposts.csv of the snapshot."""
    blocks: Words = answers.units["block"].to_numpy(dtype=object)
    nobody = np.full(figure.shape, NOBODY, dtype=np.int64)
    sources = _sources(index, answers.items)
    fixed = np.array([one is not None and bool(one.waves) for one in sources], dtype=bool)
    relative = placed_items(index, answers.items) & ~fixed
    window = Window(nobody, nobody.copy(), np.zeros(figure.shape), np.ones(figure.shape), relative, fixed)
    for place, source in enumerate(sources):
        if source is None:
            continue
        if fixed[place]:
            _put_stored(window, place, index.indicator(answers.items[place]), blocks, stored)
            continue
        groups = [np.asarray(blocks == block) for block in np.unique(blocks.astype(str))]
        for inside in groups if source.current_wave == "block" else [np.ones(len(blocks), dtype=bool)]:
            _put(window, inside, place, figure[:, place], eligible[:, place])
    return window


def _put_stored(window: Window, place: int, one: Indicator | None, blocks: Words, stored: pd.DataFrame) -> None:
    """The goalposts of each block, as shares between those that the indicator has by nature; the worse one is low."""
    for row in stored[stored["indicator"] == (one.code if one else None)].itertuples():
        inside = blocks == row.block
        ends = between_goalposts(one, np.array([row.lo, row.hi])) if one else np.zeros(2)
        window.low[inside, place], window.high[inside, place] = ends.min(), ends.max()


def _put(window: Window, inside: Flags, place: int, figure: Numbers, eligible: Flags) -> None:
    units = np.flatnonzero(inside & eligible)
    if not len(units):
        window.low[inside, place] = window.high[inside, place] = np.nan
        return
    worst, best = units[figure[units].argmin()], units[figure[units].argmax()]
    window.low[inside, place], window.high[inside, place] = figure[worst], figure[best]
    if figure[best] - figure[worst] > _LEAST_APART:
        window.worst[inside, place], window.best[inside, place] = worst, best


@dataclass(frozen=True)
class Moves:
    """How scores move with the raw figures of all units: `z_s = 1/R · [z_u − (1 − t) z_worst − t z_best]`."""

    window: Window
    own: Numbers
    """K × J: influence of each rating on the raw figure of its own unit."""
    share: Numbers
    """U × J: t."""
    slope: Numbers
    """U × Q × J: how each node moves with the scores of its codes."""

    @property
    def nodes(self) -> Flags:
        """Q: the nodes that hold a code with goalposts of the wave."""
        return np.asarray((self.slope[:, :, self.window.relative] != 0).any(axis=(0, 2)))

    def spread(self, node: int, chosen: Numbers) -> Numbers:
        """V × m × J: how m sums over scores of units in a node (`chosen`: U × m) move with each raw figure."""
        direct = np.where(self.window.flat, 0.0, self.slope[:, node, :] / self.window.width)
        through = chosen[:, None, :] * direct[:, :, None]
        result = through.copy()
        for end, part in ((self.window.worst, 1 - self.share), (self.window.best, self.share)):
            units, items = np.nonzero(end != NOBODY)
            np.subtract.at(result, (end[units, items], items), through[units, items] * part[units, items][:, None])
        return result.transpose(0, 2, 1)


def stretched(ratios: Ratios, window: Window, answers: Answers) -> Ratios:
    """The figures between the goalposts of the window, and how each moves with the ratings of its own unit alone."""
    share = window.shares(ratios.figure)
    place = np.arange(len(share))[:, None]
    kept = 1.0 - np.where(window.worst == place, 1 - share, 0.0) - np.where(window.best == place, share, 0.0)
    slope = np.where(window.flat, 0.0, kept / window.width)
    return replace(ratios, figure=share, own=ratios.own * slope[answers.unit])

"""What every definition of an index stands on: the answers, the counts, the weights of items, the states of units."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from instruments.index import Index
from instruments.model import Instrument
from scoring.arrays import Flags, Numbers, Words
from scoring.estimate.answers import Answers, answers_of, index_of
from scoring.estimate.covariance import totals_by
from scoring.estimate.estimation import combined
from scoring.estimate.medians import Medians, medians_of, with_medians
from scoring.estimate.ratios import ratios_of
from scoring.estimate.windows import Window, placed_items, window_of
from scoring.index.bends import Bends, bends_of
from scoring.index.indicators import scored_figures
from scoring.index.loads import Loads, Seen, loads_of
from scoring.index.recoding import recoded
from scoring.rank.eligibility import Grounds, States, UnitCounts, measured_items, printable, states_of, unit_counts
from scoring.rank.figures import lacking_figures
from scoring.rank.opinions import opinions_of, silent_nodes
from scoring.run.options import Options
from scoring.run.stored import check_goalposts
from scoring.snapshot import Snapshot


@dataclass(frozen=True)
class Basis:
    """Everything that is fixed before an answer is called favourable or not."""

    snapshot: Snapshot
    options: Options
    index: Index
    answers: Answers
    counts: UnitCounts
    loads: Loads
    states: States
    shown: Flags
    """U × Q: figures that may be printed."""
    opinions: Numbers
    """U × nodes of the index: the share that holds an opinion; NaN where no share is needed."""
    medians: Medians
    """Grouped medians between their goalposts, with limits of their own."""
    window: Window | None
    """Goalposts of the wave itself or of earlier ones; None where every goalpost is written in the instrument."""

    @property
    def instrument(self) -> Instrument:
        """The instrument of the snapshot."""
        return self.snapshot.instrument

    @cached_property
    def blocks(self) -> Words:
        """Block of each unit."""
        return self.answers.units["block"].to_numpy(dtype=object)

    @cached_property
    def open_nodes(self) -> Flags:
        """Q: false for what stands on the unit's own scorecard only."""
        found = [self.index.indicator(node) for node in self.loads.nodes]
        return np.array([one is None or one.is_published for one in found])

    @property
    def open_items(self) -> Flags:
        """J: the same of the counted codes."""
        return self.open_nodes[: len(self.answers.items)]

    @cached_property
    def relative(self) -> Flags:
        """Q: the nodes scored between goalposts of the wave itself."""
        if self.window is None:
            return np.zeros(len(self.loads.nodes), dtype=bool)
        return np.asarray(self.loads.counted[:, :, self.window.relative].any(axis=(0, 2)))

    @cached_property
    def placed(self) -> Flags:
        """J: the counted codes scored between goalposts that are not written in the instrument."""
        return np.zeros(len(self.answers.items), dtype=bool) if self.window is None else self.window.placed

    @cached_property
    def brought_in(self) -> Numbers:
        """U × J: hard figures between their goalposts; NaN where there is none."""
        return scored_figures(self.answers.hard, self.answers.items, self.index)

    @cached_property
    def bends(self) -> Bends:
        """The nodes that are geometric means of others, or have a floor."""
        return bends_of(self.index, self.loads.nodes)

    @cached_property
    def unheard(self) -> Flags:
        """U × Q: too few hold an opinion on the node, or on one that it is made of."""
        codes = [node.code for node in self.index.nodes]
        within = np.array([[part in self.index.nodes_below(whole) for part in codes] for whole in codes])
        found = np.zeros(self.shown.shape, dtype=bool)
        found[:, len(self.answers.items) :] = silent_nodes(self.index, self.opinions) @ within.T
        return found

    def place(self, node: str) -> int:
        """Column of a node."""
        return self.loads.nodes.index(node)

    def units_in(self, block: str, *states: str) -> Flags:
        """Units of a block in one of these states."""
        return np.asarray((self.blocks == block) & np.isin(self.states.state, states))


def basis_of(snapshot: Snapshot, options: Options) -> Basis:
    """Counts first, then what is measured, then states, then what may be printed."""
    index = index_of(snapshot.instrument)
    answers = answers_of(snapshot)
    counts = unit_counts(index, answers, snapshot.tables)
    measured = measured_items(index, answers, counts) | ~np.isnan(answers.hard)
    blocks = answers.units["block"].to_numpy(dtype=object)
    opinions = opinions_of(index, answers)
    silent = silent_nodes(index, opinions)
    seen = Seen(answers.applicable, measured, silent)
    loads = loads_of(index, answers.items, seen, blocks)
    lacking = lacking_figures(index, answers, seen, loads, blocks)
    states = states_of(index, answers, Grounds(counts, loads, silent, lacking, options.withheld))
    shown = printable(index, states, loads, behind(answers, loads))
    check_goalposts(index, snapshot.tables)
    medians = medians_of(answers, index)
    eligible = shown & (states.state == "ranked")[:, None]
    window = _window(snapshot, answers, medians, eligible)
    if window is not None:
        shown &= ~(loads.counted & window.lacking[:, None, :]).any(axis=2)
    return Basis(snapshot, options, index, answers, counts, loads, states, shown, opinions, medians, window)


def _window(snapshot: Snapshot, answers: Answers, medians: Medians, eligible: Flags) -> Window | None:
    """Figures of indicators are the same under every definition, so that the official one gives the goalposts."""
    index = index_of(snapshot.instrument)
    if not placed_items(index, answers.items).any():
        return None
    shares = recoded(answers, snapshot.instrument, index.official)
    hard = scored_figures(answers.hard, answers.items, index)
    ratios = with_medians(ratios_of(answers, shares, hard), medians)
    return window_of(index, answers, ratios.figure, eligible[:, : len(answers.items)], snapshot.tables.goalposts)


def behind(answers: Answers, loads: Loads) -> Numbers:
    """U × Q: respondents of each figure; a hard figure gives nobody away and counts as without end."""
    n = respondents(answers, loads)
    items = len(answers.items)
    n[:, :items] = np.where(np.isnan(answers.hard), n[:, :items], np.inf)
    return n


def respondents(answers: Answers, loads: Loads) -> Numbers:
    """U × Q: ratings with at least one scored answer in the node."""
    cases = combined(answers.answered.astype(np.float64), loads.counted.astype(np.float64), answers) > 0
    return totals_by(answers.unit, cases.astype(np.float64), len(answers.units))

"""Decides from counts alone what is measured, which state each unit has, and which figures may be printed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from instruments.index import Index
from scoring.arrays import Flags, Numbers
from scoring.estimate.answers import Answers
from scoring.estimate.covariance import totals_by
from scoring.estimate.estimation import groups_with_a_case
from scoring.index.loads import Loads
from scoring.snapshot import Tables

Texts = np.ndarray
FIGURES_MISSING = "figures_missing"
"""Opens the reason of a unit that lacks hard figures; their codes follow."""


@dataclass(frozen=True)
class UnitCounts:
    """What the state of each unit rests on; all arrays have one place per unit."""

    n: Numbers
    """Usable ratings."""
    n_kish: Numbers
    n_psu: Numbers
    n_frame: Numbers
    """Cases of the frame; NaN where unknown or where ratings come from strata of other units."""
    design: tuple[str, ...]
    """Official access classes and modes the unit was answered in, as one text."""
    access_mix: tuple[str, ...]


def unit_counts(index: Index, answers: Answers, tables: Tables) -> UnitCounts:
    """Counts of each unit of the index, from its usable ratings of the official estimate."""
    units = len(answers.units)
    weight = answers.weight[:, None]
    one = np.ones((len(weight), 1))
    total, squares = totals_by(answers.unit, weight, units)[:, 0], totals_by(answers.unit, weight**2, units)[:, 0]
    seen = _seen(answers, tables)
    official = seen[seen["access"].isin(index.access)]
    return UnitCounts(
        n=totals_by(answers.unit, one, units)[:, 0],
        n_kish=np.divide(total**2, squares, out=np.zeros(units), where=squares > 0),
        n_psu=groups_with_a_case(answers.psu, answers.unit, one, units)[:, 0],
        n_frame=_frame_of_units(answers, tables.strata),
        design=_listed(official.assign(word=official["access"] + "/" + official["mode"]), answers, counted=False),
        access_mix=_listed(seen.assign(word=seen["access"]), answers, counted=True),
    )


def _seen(answers: Answers, tables: Tables) -> pd.DataFrame:
    """Usable ratings of every access class but of units chosen freely, with the class and mode of their response."""
    responses = tables.responses.set_index("response")
    kept = ~responses["excluded"].fillna(value=False).astype(bool)
    usable, own = (tables.ratings[name].fillna(value=False).astype(bool) for name in ("usable", "own_choice"))
    ratings = tables.ratings[usable & ~own]
    ratings = ratings[ratings["response"].isin(kept[kept].index) & ratings["unit"].isin(answers.units["unit"])]
    labels = {name: ratings["response"].map(responses[name]).fillna("") for name in ("access", "mode")}
    return ratings[["unit"]].assign(**labels)


def _listed(seen: pd.DataFrame, answers: Answers, *, counted: bool) -> tuple[str, ...]:
    counts = seen.groupby(["unit", "word"]).size()
    words: dict[str, list[str]] = {}
    for unit, word, count in counts.reset_index(name="count").itertuples(index=False):
        words.setdefault(str(unit), []).append(f"{word}:{count}" if counted else str(word))
    return tuple(" ".join(words.get(unit, [])) for unit in answers.units["unit"])


def _frame_of_units(answers: Answers, strata: pd.DataFrame) -> Numbers:
    known = strata.groupby("unit")["N"].agg(lambda n: n.sum() if n.notna().all() else np.nan).astype("float64")
    names = answers.units["unit"]
    size = names.map(known).to_numpy(dtype=np.float64)
    owner = strata.drop_duplicates("stratum").set_index("stratum")["unit"]
    owner_of_stratum = pd.Series(answers.strata, dtype="str").map(owner).to_numpy()
    of_row = owner_of_stratum[answers.clusters.stratum[answers.psu]]
    crossing = of_row != names.to_numpy()[answers.unit]
    return np.where(totals_by(answers.unit, crossing[:, None].astype(np.float64), len(size))[:, 0] > 0, np.nan, size)


def measured_items(index: Index, answers: Answers, counts: UnitCounts) -> Flags:
    """U × J: enough answers to enter a node: `minimum.measured`, on the small-frame branch a share of the ratings."""
    given = totals_by(answers.unit, answers.answered.astype(np.float64), len(counts.n))
    small = _small_frame(index, counts) & ~_large(index, counts)
    least = np.where(small, index.minimum.frame_share * counts.n, index.minimum.measured)
    return (given >= least[:, None] - 1e-9) & (given > 0)


def _large(index: Index, counts: UnitCounts) -> Flags:
    return (counts.n >= index.minimum.ranked) & (counts.n_kish >= index.minimum.effective - 1e-9)


def _small_frame(index: Index, counts: UnitCounts) -> Flags:
    with np.errstate(invalid="ignore", divide="ignore"):
        answered = counts.n / counts.n_frame >= index.minimum.frame_share - 1e-9
    return answered & (counts.n >= index.minimum.printed)


@dataclass(frozen=True)
class States:
    """State and reason of each unit."""

    state: Texts
    reason: Texts

    @property
    def printed(self) -> Flags:
        """Units whose figures are published."""
        return np.isin(self.state, ("ranked", "reported"))


@dataclass(frozen=True)
class Grounds:
    """What the states of units rest on."""

    counts: UnitCounts
    loads: Loads
    silent: Flags
    """U × N nodes of the index: too few in the unit hold an opinion."""
    lacking: Flags
    """U × J: hard figures not known, for want of which a node has no figure."""
    withheld: Mapping[str, str]
    """Units withheld by decision, each with the reason."""


def states_of(index: Index, answers: Answers, grounds: Grounds) -> States:
    """The first condition that holds decides; a block that is not ranked is reported in the place of the last."""
    counts, loads, withheld = grounds.counts, grounds.loads, grounds.withheld
    missing = _component_missing(index, loads)
    blocks = answers.units["block"]
    unranked = blocks.map({block.code: not block.ranked for block in index.blocks}).to_numpy(dtype=bool)
    rules = (
        ("withheld", "decision", answers.units["unit"].isin(list(withheld)).to_numpy()),
        ("suppressed", "few_ratings", counts.n < index.minimum.printed),
        ("reported", "kiosk_access", _kiosk_apart(answers, counts)),
        ("reported", "few_clusters", counts.n_psu < index.minimum.clusters),
        ("reported", "below_minimum", ~_large(index, counts) & ~_small_frame(index, counts)),
        ("reported", "few_opinions", missing & _is_silent(index, grounds.silent)),
        ("reported", FIGURES_MISSING, missing & grounds.lacking.any(axis=1)),
        ("reported", "component_missing", missing),
        ("reported", "block_not_ranked", unranked),
    )
    holds = [rule[2] for rule in rules]
    reason = np.select(holds, [rule[1] for rule in rules], default="").astype(object)
    for place in np.flatnonzero(reason == "decision"):
        reason[place] = f"decision: {withheld[answers.units['unit'].iloc[place]]}"
    for place in np.flatnonzero(reason == FIGURES_MISSING):
        reason[place] = f"{FIGURES_MISSING}: {' '.join(np.array(answers.items)[grounds.lacking[place]])}"
    return States(np.select(holds, [rule[0] for rule in rules], default="ranked").astype(object), reason)


def _kiosk_apart(answers: Answers, counts: UnitCounts) -> Flags:
    """A kiosk-only wave in which the units of a block were not all answered in the same way."""
    designs = pd.Series(counts.design)
    ways = designs[designs != ""].groupby(answers.units["block"].to_numpy()[designs != ""]).nunique()
    words = [word for design in designs for word in design.split()]
    only_kiosk = bool(words) and all(word.startswith("kiosk/") for word in words)
    several = answers.units["block"].map(ways).fillna(0).to_numpy() > 1
    return several & only_kiosk


def _component_missing(index: Index, loads: Loads) -> Flags:
    kinds = {node.code: node.kind for node in index.nodes}
    needed = np.array([kinds.get(node) in ("component", "index") for node in loads.nodes])
    missing = loads.exists & ~loads.counted.any(axis=2) & needed
    return np.asarray(missing.any(axis=1))


def _is_silent(index: Index, silent: Flags) -> Flags:
    """Too few hold an opinion on a part of the index; a figure beside it costs nobody a rank."""
    inside = np.array([node.kind != "module" for node in index.nodes])
    return np.asarray((silent & inside).any(axis=1))


def printable(index: Index, states: States, loads: Loads, n: Numbers) -> Flags:
    """U × Q: figures that may be printed: of a printed unit, not missing, and not given away by what stands beside.

    An item with fewer answers than `minimum.printed` is never printed; where it enters a printed node, the part of
    that node with the next fewest answers is hidden with it, or subtraction would give it back.
    """
    shown = states.printed[:, None] & loads.counted.any(axis=2)
    items = loads.weight.shape[2]
    shown[:, :items] &= n[:, :items] >= index.minimum.printed
    for unit in np.flatnonzero((~shown[:, :items] & loads.exists[:, :items]).any(axis=1) & states.printed):
        _hide_companions(index, loads, n[unit], shown[unit], loads.counted[unit])
    return shown


def _hide_companions(index: Index, loads: Loads, n: Numbers, shown: Flags, counted: Flags) -> None:
    place = {code: number for number, code in enumerate(loads.nodes)}
    lowest_first = sorted(index.nodes, key=lambda node: len(index.items_below(node.code)))
    for node in lowest_first:
        whole = place[node.code]
        parts = [place[code] for code in (*node.items, *node.nodes)]
        inside = [part for part in parts if (counted[whole] & counted[part]).any()]
        hidden = [part for part in inside if not shown[part]]
        if len(hidden) != 1 or not shown[whole]:
            continue
        others = sorted((part for part in inside if shown[part]), key=lambda part: (n[part], part))
        if not others:
            shown[whole] = False
            continue
        shown[others[0]] = False
        shown[: counted.shape[1]] &= ~counted[others[0]]

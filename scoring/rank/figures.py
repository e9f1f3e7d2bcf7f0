"""Hard figures that a unit lacks and for want of which a component has no figure, so that they can be named."""

from dataclasses import replace

import numpy as np

from instruments.index import Index
from scoring.arrays import Flags, Words
from scoring.estimate.answers import Answers
from scoring.index.loads import Loads, Seen, loads_of


def lacking_figures(index: Index, answers: Answers, seen: Seen, loads: Loads, blocks: Words) -> Flags:
    """U × J: the hard figure is not known, lies below a node without figure, and with it that node would have one.

    What would be is found by making the loads once more as if every hard figure were known.
    """
    indicators = [index.indicator(code) for code in answers.items]
    is_hard = np.array([one is not None and not one.is_soft for one in indicators], dtype=bool)
    unknown: Flags = np.asarray(answers.applicable & is_hard & np.isnan(answers.hard))
    if not unknown.any():
        return unknown
    complete = loads_of(index, answers.items, replace(seen, measured=seen.measured | unknown), blocks)
    saved: Flags = np.asarray(complete.counted.any(axis=2) & ~loads.counted.any(axis=2))
    kinds = {node.code: node.kind for node in index.nodes}
    # A figure beside the index costs no rank.
    saved &= np.array([kinds.get(node) in ("component", "index") for node in loads.nodes])
    behind = (complete.counted & saved[:, :, None]).any(axis=1)
    return np.asarray(unknown & behind)

"""Nodes on which too few in a unit hold an opinion, so that they have no figure there."""

import numpy as np

from instruments.coding import UNANSWERED
from instruments.index import Index
from scoring.arrays import Flags, Numbers
from scoring.estimate.answers import Answers
from scoring.estimate.covariance import totals_by


def opinions_of(index: Index, answers: Answers) -> Numbers:
    """U × N nodes of the index: the share answered of what was asked below the node; NaN where no share is needed.

    Counts alone decide, as they do for every state. Blank, don't know and refused hold no opinion; what was not asked,
    lies off the route or does not apply was not asked. Hard figures are nobody's opinion.
    """
    units = len(answers.units)
    answered = totals_by(answers.unit, answers.answered.astype(np.float64), units)
    unanswered = totals_by(answers.unit, np.isin(answers.codes, UNANSWERED).astype(np.float64), units)
    shares = np.full((units, len(index.nodes)), np.nan)
    for place, node in enumerate(index.nodes):
        if node.opinion is not None:
            below = [answers.items.index(item) for item in index.items_below(node.code)]
            shares[:, place] = _share(answered[:, below], unanswered[:, below])
    return shares


def silent_nodes(index: Index, shares: Numbers) -> Flags:
    """U × N: less than its `opinion` was answered below the node."""
    needed = np.array([node.opinion or 0.0 for node in index.nodes])
    return np.asarray(shares < needed - 1e-9)


def _share(answered: Numbers, unanswered: Numbers) -> Numbers:
    """U: answers among what was asked; 1 where nothing was."""
    given, asked = answered.sum(axis=1), (answered + unanswered).sum(axis=1)
    return np.asarray(np.divide(given, asked, out=np.ones_like(given), where=asked > 0))

"""What indicators weigh in effect: a figure whose spread is wide moves a mean more than its weight says."""

import numpy as np

from instruments.index import Node
from scoring.arrays import Flags
from scoring.estimate.estimation import Figures
from scoring.run.basis import Basis

_DECIMALS = 4


def effective_weights(basis: Basis, figures: Figures) -> dict[str, object]:
    """`w_k sd_k / Σ w sd` of the codes of each node where answers and figures brought in meet, block by block.

    `w` is the mean weight, `sd` the standard deviation of scores, both over the ranked units of the block. Nothing
    where they meet in no node.
    """
    found = {
        block.code: nodes
        for block in basis.index.blocks
        if (nodes := _of_block(basis, figures, basis.units_in(block.code, "ranked")))
    }
    return {"effective_weights": found} if found else {}


def _of_block(basis: Basis, figures: Figures, units: Flags) -> dict[str, dict[str, float]]:
    result: dict[str, dict[str, float]] = {}
    for node in basis.index.nodes:
        made = [basis.index.indicator(code) for code in node.items]
        if len({one is None or one.is_soft for one in made}) > 1 and units.sum() > 1:
            shares = _shares(basis, figures, units, node)
            result |= {node.code: shares} if shares else {}
    return result


def _shares(basis: Basis, figures: Figures, units: Flags, node: Node) -> dict[str, float]:
    places = [basis.place(item) for item in node.items]
    scores = np.where(basis.shown[:, places], figures.estimate[:, places], np.nan)[units]
    weight = np.abs(basis.loads.weight[units][:, basis.place(node.code), places]).mean(axis=0)
    known = (~np.isnan(scores)).sum(axis=0) > 1
    if not known.any():
        return {}
    moved = weight[known] * np.nanstd(scores[:, known], axis=0, ddof=1)
    names = [item for item, is_known in zip(node.items, known, strict=True) if is_known]
    total = float(moved.sum())
    return {name: round(float(one) / total, _DECIMALS) for name, one in zip(names, moved, strict=True)} if total else {}

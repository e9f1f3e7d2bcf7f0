"""The figure of each counted item in each unit, and how it moves with each rating."""

from dataclasses import dataclass

import numpy as np

from scoring.arrays import Numbers
from scoring.estimate.answers import Answers
from scoring.estimate.covariance import totals_by


@dataclass(frozen=True)
class Ratios:
    """Figures of items, in shares of the way between their goalposts."""

    figure: Numbers
    """U × J: `P_uj = Σ w y / Σ w a`, or what stands in its place; 0 where there is nothing."""
    own: Numbers
    """K × J: the influence z of each rating on the figure of its unit."""
    sum_wy: Numbers
    sum_wa: Numbers
    """U × J."""
    hard: Numbers
    """U × J: figures brought in, which have no variance; NaN where there is none."""


def ratios_of(answers: Answers, shares: Numbers, hard: Numbers) -> Ratios:
    """Item ratios with `z_kj = (y − P a) / Σ w a`; a figure brought in takes the place of a ratio."""
    units = len(answers.units)
    given = answers.answered.astype(np.float64)
    weight = answers.weight[:, None]
    sum_wa = totals_by(answers.unit, weight * given, units)
    sum_wy = totals_by(answers.unit, weight * shares, units)
    ratio = np.divide(sum_wy, sum_wa, out=np.zeros_like(sum_wy), where=sum_wa > 0)
    ratio = np.where(np.isnan(hard), ratio, hard)
    whole = np.where(sum_wa > 0, sum_wa, 1.0)
    own = (shares - ratio[answers.unit] * given) / whole[answers.unit]
    return Ratios(ratio, own, sum_wy, sum_wa, hard)

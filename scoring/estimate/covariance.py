"""The one covariance rule: how totals over clusters vary within strata, for any number of figures and units at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from scoring.arrays import Numbers, Places


@dataclass(frozen=True)
class Clusters:
    """The clusters (PSUs) of a design: which stratum each lies in, and how much its total counts.

    `stratum` has one place per PSU, `size` (n_h) and `sampled` (f_h) one per stratum; all usable responses are in,
    also those outside the domain or rating nobody. A stratum with one PSU (`lonely`) is centred at the mean of all
    PSU totals, which is zero for influence values.
    """

    stratum: Places
    size: Places
    sampled: Numbers

    @property
    def scale(self) -> Numbers:
        """(1 − f_h) n_h / (n_h − 1) for each stratum; 1 − f_h where it holds one PSU."""
        return (1 - self.sampled) * self.size / np.maximum(self.size - 1, 1)


def totals_by(group: Places, values: Numbers, groups: int) -> Numbers:
    """Sum of the rows of `values` (n × q) in each group: groups × q."""
    order = np.argsort(group, kind="stable")
    present, starts = np.unique(group[order], return_index=True)
    totals = np.zeros((groups, values.shape[1]))
    if len(present):
        totals[present] = np.add.reduceat(values[order], starts, axis=0)
    return totals


def centred(totals: Numbers, clusters: Clusters) -> Numbers:
    """PSU totals (P × q) minus the mean of their stratum, of all PSUs in a stratum of one."""
    means = totals_by(clusters.stratum, totals, len(clusters.size)) / clusters.size[:, None]
    if len(totals):
        means[clusters.size == 1] = totals.mean(axis=0)
    return totals - means[clusters.stratum]


def covariance(totals: Numbers, clusters: Clusters) -> Numbers:
    """Q × q: Σ_h (1−f_h) n_h/(n_h−1) Σ_i (Z_i − mean_h)(Z_i − mean_h)ᵀ over PSU totals Z (P × q).

    Source: linearisation with ultimate clusters (Binder 1983; Deville 1999).
    """
    deviations = centred(totals, clusters)
    return (deviations * clusters.scale[clusters.stratum, None]).T @ deviations


def variance(totals: Numbers, clusters: Clusters) -> Numbers:
    """The diagonal of `covariance`, without the rest."""
    deviations = centred(totals, clusters)
    return np.asarray((deviations**2 * clusters.scale[clusters.stratum, None]).sum(axis=0))


@dataclass(frozen=True)
class Shares:
    """Totals of the pairs (group, unit) that occur, sorted by group: a table units × groups without its zeros."""

    group: Places
    unit: Places
    total: Numbers


def shares_of(group: Places, unit: Places, values: Numbers, units: int) -> Shares:
    """Sums `values` (rows × q) over the rows of each group and unit."""
    key = group * units + unit
    order = np.argsort(key, kind="stable")
    pairs, starts = np.unique(key[order], return_index=True)
    total = np.add.reduceat(values[order], starts, axis=0) if len(pairs) else np.zeros((0, values.shape[1]))
    return Shares(pairs // units, pairs % units, total)


def covariance_between(shares: Shares, clusters: Clusters, units: int) -> Numbers:
    """Covariance between units of q figures: units × units × q, from PSU totals of influence values by unit.

    The same rule as `covariance`, with the centring written out: Σ c_h Z_u Z_v − Σ c_h/n_h S_hu S_hv, where S_h are
    stratum totals. Only units that share a PSU or a stratum meet, so zeros are never multiplied.
    """
    scale = clusters.scale
    stratum = clusters.stratum[shares.group]
    whole = shares_of(stratum, shares.unit, shares.total, units)
    centring = np.where(clusters.size > 1, scale / clusters.size, 0.0)
    return _products(shares, scale[stratum], units) - _products(whole, centring[whole.group], units)


def _products(shares: Shares, scale: Numbers, units: int) -> Numbers:
    figures = shares.total.shape[1]
    result = np.zeros((units * units, figures))
    for first, second in _meetings(shares.group):
        product = shares.total[first] * shares.total[second] * scale[first, None]
        result += totals_by(shares.unit[first] * units + shares.unit[second], product, units * units)
    upper = result.reshape(units, units, figures)
    diagonal = np.einsum("uuq->uq", upper).copy()
    both = upper + upper.transpose(1, 0, 2)
    np.einsum("uuq->uq", both)[:] = diagonal
    return both


def _meetings(group: Places) -> Iterator[tuple[Places, Places]]:
    """Pairs of rows of the same group, each pair once and each row with itself, one step apart after another."""
    rows = np.arange(len(group), dtype=np.int64)
    longest = int(np.unique(group, return_counts=True)[1].max()) if len(group) else 0
    for step in range(longest):
        first = rows[: len(rows) - step]
        same = group[first] == group[first + step]
        yield first[same], first[same] + step

"""A survey design on a plain table: means, totals, ratios and shares with their covariance, for any user of Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from scoring.arrays import Flags, Numbers, Places
from scoring.errors import Refusal
from scoring.estimate.covariance import Clusters, covariance, totals_by
from scoring.estimate.intervals import clopper_pearson, korn_graubard, logit_limits, t_limits, wilson_limits

By = str | Sequence[str] | None
Statistic = Literal["mean", "total"]
Interval = Literal["logit", "beta", "wilson", "t"]


@dataclass(frozen=True, eq=False)
class Design:
    """Rows of a sample with the columns that say how they were drawn.

    `clusters` names the PSU (with further stages as a list: the first alone makes the variance); `nest` says that
    labels repeat between strata. `fpc` is a column of population counts or of sampled fractions per stratum.
    `lonely` says what a stratum with one PSU does: `fail` refuses, `certainty` adds nothing, `adjust` centres it at
    the mean of all PSU totals, `average` gives it the mean contribution of the other strata.
    """

    frame: pd.DataFrame
    weights: str | None = None
    strata: str | None = None
    clusters: str | Sequence[str] | None = None
    fpc: str | None = None
    lonely: Literal["fail", "certainty", "average", "adjust"] = "fail"
    nest: bool = True
    domain: Flags | None = None

    def subset(self, mask: Sequence[bool]) -> "Design":
        """A domain: only its rows count, n_h stays the design's."""
        chosen = np.asarray(mask, dtype=bool)
        return replace(self, domain=chosen if self.domain is None else self.domain & chosen)

    def mean(self, variables: str | Sequence[str], by: By = None) -> pd.DataFrame:
        """Weighted means `Σ w y / Σ w`, limits by t with the domain's degrees of freedom.

        Raises:
            Refusal: the design cannot be used: empty or negative weights, empty labels, a cluster in several strata,
                a stratum of one cluster under `fail`, or population counts and fractions mixed.
        """
        return self._table(variables, by, "mean")

    def total(self, variables: str | Sequence[str], by: By = None) -> pd.DataFrame:
        """Weighted totals `Σ w y`."""
        return self._table(variables, by, "total")

    def ratio(self, num: str, den: str, by: By = None) -> pd.DataFrame:
        """Ratios of totals `Σ w y / Σ w x`; influence `(y − R x) / Σ w x`."""
        rows = [
            {**labels, "variable": f"{num}/{den}", **self._figures(*self._ratio(num, den, inside))}
            for labels, inside in self._domains(by)
        ]
        return pd.DataFrame(rows)

    def proportion(self, variable: str, by: By = None, interval: Interval = "logit") -> pd.DataFrame:
        """Share of ones of a 0/1 variable; a share of 0 or 1 falls back to Clopper–Pearson limits with n.

        Raises:
            Refusal: the variable holds anything but 0 and 1, or the design cannot be used (see `mean`).
        """
        values = self.frame[variable].dropna()
        if not values.isin([0, 1]).all():
            raise Refusal(
                vi=f"Cột {variable} phải chỉ có 0 và 1; hãy đổi mã trước.",
                en=f"Column {variable} must hold 0 and 1 only; recode it first.",
            )
        table = self.mean(variable, by)
        lower, upper = _share_limits(table, interval)
        return table.assign(lower=lower, upper=upper)

    def influence(self, variables: str | Sequence[str], by: By = None, stat: Statistic = "mean") -> pd.DataFrame:
        """N × q influence values z, zero outside the domain; a variance is made of w·z. Columns (by…, variable)."""
        columns = {
            (*labels.values(), name): self._linear(name, inside, stat)[1]
            for labels, inside in self._domains(by)
            for name in _listed(variables)
        }
        names = pd.MultiIndex.from_tuples(list(columns), names=[*_listed(by), "variable"])
        return pd.DataFrame(np.column_stack(list(columns.values())), index=self.frame.index, columns=names)

    def covariance(self, variables: str | Sequence[str], by: By = None, stat: Statistic = "mean") -> pd.DataFrame:
        """Covariance between every two figures, with (by…, variable) on both axes."""
        influence = self.influence(variables, by, stat)
        matrix = self._covariance(influence.to_numpy())
        return pd.DataFrame(matrix, index=influence.columns, columns=influence.columns)

    def _table(self, variables: str | Sequence[str], by: By, stat: Statistic) -> pd.DataFrame:
        rows = [
            {**labels, "variable": name, **self._figures(*self._linear(name, inside, stat))}
            for labels, inside in self._domains(by)
            for name in _listed(variables)
        ]
        return pd.DataFrame(rows)

    def _domains(self, by: By) -> Iterator[tuple[dict[str, object], Flags]]:
        whole = np.ones(len(self.frame), dtype=bool) if self.domain is None else self.domain
        names = _listed(by)
        if not names:
            yield {}, whole
            return
        for key, places in self.frame[whole].groupby(names, sort=True).indices.items():
            inside = np.zeros(len(self.frame), dtype=bool)
            inside[np.flatnonzero(whole)[places]] = True
            yield dict(zip(names, key if isinstance(key, tuple) else (key,), strict=True)), inside

    def _linear(self, variable: str, inside: Flags, stat: Statistic) -> tuple[float, Numbers, Flags]:
        """Estimate, influence values and cases of a mean or total."""
        y = self.frame[variable].to_numpy(dtype=np.float64)
        cases = inside & ~np.isnan(y)
        value = np.where(cases, y, 0.0)
        if stat == "total":
            return float((self._weight * value).sum()), value, cases
        whole = float((self._weight * cases).sum())
        mean = float((self._weight * value).sum()) / whole if whole else np.nan
        return mean, cases * (value - mean) / whole if whole else value, cases

    def _ratio(self, num: str, den: str, inside: Flags) -> tuple[float, Numbers, Flags]:
        y, x = (self.frame[name].to_numpy(dtype=np.float64) for name in (num, den))
        cases = inside & ~np.isnan(y) & ~np.isnan(x)
        above, below = np.where(cases, y, 0.0), np.where(cases, x, 0.0)
        whole = float((self._weight * below).sum())
        ratio = float((self._weight * above).sum()) / whole if whole else np.nan
        return ratio, (above - ratio * below) / whole if whole else above, cases

    def _figures(self, estimate: float, influence: Numbers, cases: Flags) -> dict[str, float]:
        """One line of every table: the estimate with its error, degrees of freedom and design effect."""
        variance = float(self._covariance(influence[:, None])[0, 0])
        df = self._df(cases)
        lower, upper = t_limits(estimate, np.sqrt(variance), df)
        n = int(cases.sum())
        deff = variance / self._simple_variance(influence, cases) if variance > 0 and n > 1 else np.nan
        weight = self._weight[cases]
        kish = float(weight.sum() ** 2 / (weight**2).sum()) if n else np.nan
        return {
            "estimate": estimate,
            "se": float(np.sqrt(variance)),
            "lower": float(lower),
            "upper": float(upper),
            "df": df,
            "n": n,
            "n_eff": min(n / deff, kish) if deff > 0 else np.nan,
            "deff": deff,
        }

    def _simple_variance(self, influence: Numbers, cases: Flags) -> float:
        """s²/n of `e = z Σw` about its weighted mean: the variance if the cases were a simple random sample."""
        weight, n = self._weight[cases], int(cases.sum())
        e = influence[cases] * weight.sum()
        centre = float((weight * e).sum() / weight.sum())
        return float((weight * (e - centre) ** 2).sum() / weight.sum()) / (n - 1)

    def _df(self, cases: Flags) -> float:
        psus = np.unique(self._psu[cases])
        return float(max(1, len(psus) - len(np.unique(self._clusters.stratum[psus]))))

    def _covariance(self, influence: Numbers) -> Numbers:
        totals = totals_by(self._psu, self._weight[:, None] * influence, len(self._clusters.stratum))
        clusters = self._clusters
        lonely = clusters.size == 1
        if self.lonely in ("certainty", "average"):
            clusters = replace(clusters, sampled=np.where(lonely, 1.0, clusters.sampled))
        matrix = covariance(totals, clusters)
        return matrix * (len(lonely) / (~lonely).sum()) if self.lonely == "average" else matrix

    @cached_property
    def _weight(self) -> Numbers:
        if self.weights is None:
            return np.ones(len(self.frame))
        weight = self.frame[self.weights].to_numpy(dtype=np.float64)
        if np.isnan(weight).any() or (weight < 0).any():
            raise Refusal(
                vi=f"Cột trọng số {self.weights} có ô trống hoặc số âm; hãy bổ sung.",
                en=f"The weight column {self.weights} has empty or negative cells; complete it.",
            )
        return weight

    @cached_property
    def _psu(self) -> Places:
        return self._layout[0]

    @cached_property
    def _clusters(self) -> Clusters:
        return self._layout[1]

    @cached_property
    def _layout(self) -> tuple[Places, Clusters]:
        return layout_of(self)


def layout_of(design: Design) -> tuple[Places, Clusters]:
    """PSU of each row and the clusters of the design; refuses missing strata, and single PSUs under `fail`."""
    stratum = _keys(design.frame, [design.strata] if design.strata else [])
    first = _listed(design.clusters)[:1]
    labels = [*([design.strata] if design.strata and design.nest else []), *first]
    psu = _keys(design.frame, labels) if first else np.arange(len(design.frame), dtype=np.int64)
    of_psu = np.zeros(int(psu.max(initial=-1)) + 1, dtype=np.int64)
    of_psu[psu] = stratum
    if (of_psu[psu] != stratum).any():
        raise Refusal(
            vi="Một cụm nằm trong nhiều tầng; hãy đặt nest=True hoặc sửa nhãn cụm.",
            en="A cluster lies in several strata; set nest=True or mend the cluster labels.",
        )
    size = np.asarray(np.bincount(of_psu), dtype=np.int64)
    if design.lonely == "fail" and (size == 1).any():
        raise Refusal(
            vi="Có tầng chỉ một cụm nên không tính được sai số; hãy gộp tầng hoặc chọn lonely.",
            en="A stratum holds one cluster, so its variance is unknown; merge strata or choose lonely.",
        )
    return psu, Clusters(of_psu, size, _sampled(design, stratum, size))


def _keys(frame: pd.DataFrame, names: list[str]) -> Places:
    if not names:
        return np.zeros(len(frame), dtype=np.int64)
    if frame[names].isna().any().any():
        raise Refusal(
            vi=f"Cột {', '.join(names)} có ô trống; hãy bổ sung.",
            en=f"Column {', '.join(names)} has empty cells; complete it.",
        )
    return np.asarray(frame.groupby(names, sort=True).ngroup(), dtype=np.int64)


def _sampled(design: Design, stratum: Places, size: Places) -> Numbers:
    """f_h of each stratum from counts (all ≥ n_h) or fractions (all ≤ 1)."""
    if design.fpc is None:
        return np.zeros(len(size))
    given = design.frame[design.fpc].to_numpy(dtype=np.float64)
    whole = np.zeros(len(size))
    whole[stratum] = given
    is_one_each = bool((whole[stratum] == given).all())
    if is_one_each and (given <= 1).all():
        return whole
    if is_one_each and (given >= size[stratum]).all():
        return np.asarray(size / whole)
    raise Refusal(
        vi=f"Cột {design.fpc} phải toàn tỷ lệ (≤ 1) hoặc toàn số lượng (≥ số cụm), mỗi tầng một giá trị.",
        en=f"Column {design.fpc} must hold fractions only (≤ 1) or counts only (≥ clusters), one value a stratum.",
    )


def _listed(names: str | Sequence[str] | None) -> list[str]:
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)


def _share_limits(table: pd.DataFrame, interval: Interval) -> tuple[Numbers, Numbers]:
    share, se, df, n = (table[name].to_numpy(dtype=np.float64) for name in ("estimate", "se", "df", "n"))
    with np.errstate(divide="ignore", invalid="ignore"):
        limits = {
            "t": lambda: t_limits(share, se, df),
            "logit": lambda: logit_limits(share, se, df),
            "wilson": lambda: wilson_limits(share, table["n_eff"].to_numpy(dtype=np.float64), df),
            "beta": lambda: korn_graubard(share, se**2, df, n, np.ones(len(n))),
        }
        lower, upper = limits[interval]()
    exact = clopper_pearson(share, n)
    known = (share > 0) & (share < 1)
    return np.where(known, lower, exact[0]), np.where(known, upper, exact[1])

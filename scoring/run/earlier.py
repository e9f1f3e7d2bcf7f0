"""Goalposts from a window of earlier waves: the lowest and highest raw figure of their ranked units."""

from collections.abc import Mapping, Sequence

import pandas as pd

from instruments.comparing import compare
from instruments.comparing.grounds import grounds_of_indicator, touches
from instruments.index import Index
from instruments.indicator import Indicator
from instruments.model import Instrument
from scoring.errors import Refusal
from scoring.files.columns import GOALPOSTS
from scoring.files.encoding import typed
from scoring.run.record import Run

_OF_GOALPOSTS = frozenset({"indicator-goalposts", "indicator-extremes"})
"""Changes that leave a raw figure as it is."""


def window_goalposts(instrument: Instrument, units: Mapping[str, str], runs: Sequence[Run]) -> pd.DataFrame:
    """`indicator, block, lo, hi, source_waves` of each indicator that names earlier waves, in each block of `units`.

    `units`: block of each unit of the new wave; `runs`: of all waves that are named.

    Raises:
        Refusal: the first wave whose units, questions or counting differ; or figures that leave no width.
    """
    index = instrument.index
    found = {str(run.wave["wave"]): run for run in runs}
    rows: list[dict[str, object]] = []
    for one in index.indicators if index else ():
        chosen = {code: found[code] for code in one.earlier_waves}
        for code, run in chosen.items():
            _check_units(code, run, units)
            _check_counting(code, run, instrument, one)
        rows += _rows(one, chosen, sorted(set(units.values())))
    return typed(pd.DataFrame(rows), GOALPOSTS)


def _check_units(wave: str, run: Run, units: Mapping[str, str]) -> None:
    known = dict(zip(run.units["unit"], run.units["block"], strict=True))
    for unit in sorted({*known, *units}):
        if known.get(unit) != units.get(unit):
            then, now = known.get(unit), units.get(unit)
            raise Refusal(
                vi=f"Đợt {wave} không dùng làm mốc được: đơn vị {unit} khi đó thuộc khối {then or '– (chưa có)'}, nay "
                f"thuộc khối {now or '– (không còn)'}; hãy bỏ đợt này khỏi các đợt lấy mốc.",
                en=f"The wave {wave} cannot give goalposts: the unit {unit} was in the block {then or '– (not there)'}"
                f" and is now in {now or '– (gone)'}; leave the wave out of the window.",
            )


def _check_counting(wave: str, run: Run, instrument: Instrument, one: Indicator) -> None:
    """No change may touch the raw figure of the indicator; one of the whole index may be of the milder kind."""
    grounds = grounds_of_indicator(run.instrument, one.code) | grounds_of_indicator(instrument, one.code)
    for change in compare(run.instrument, instrument).changes:
        mild = ("comparable",) if change.subject else ("comparable", "with_care")
        if change.code in _OF_GOALPOSTS or change.verdict in mild or not touches(change, grounds):
            continue
        raise Refusal(
            vi=f"Đợt {wave} không dùng làm mốc cho chỉ tiêu {one.code} được: {change.sentence('vi')}; hãy bỏ đợt này "
            "khỏi các đợt lấy mốc.",
            en=f"The wave {wave} cannot give goalposts to the indicator {one.code}: {change.sentence()}; leave the "
            "wave out of the window.",
        )


def _rows(one: Indicator, chosen: Mapping[str, Run], blocks: Sequence[str]) -> list[dict[str, object]]:
    if not chosen:
        return []
    figures = pd.concat([_ranked(run, one.code) for run in chosen.values()])
    over_all = one.goalposts_from is not None and one.goalposts_from.over == "all"
    rows: list[dict[str, object]] = []
    for block in blocks:
        inside = figures if over_all else figures[figures["block"] == block]
        low, high = inside["estimate"].min(), inside["estimate"].max()
        if not low < high:
            raise Refusal(
                vi=f"Chỉ tiêu {one.code}, khối {block}: các đơn vị được xếp hạng ở các đợt trước không có hai mức khác "
                "nhau nên không lập được mốc; hãy ghi mốc cố định trong bộ công cụ.",
                en=f"Indicator {one.code}, block {block}: ranked units of the earlier waves have no two different "
                "figures, which makes no goalposts; write fixed ones in the instrument.",
            )
        row = {"indicator": one.code, "block": block, "lo": low, "hi": high}
        rows.append({**row, "source_waves": " ".join(chosen)})
    return rows


def _ranked(run: Run, code: str) -> pd.DataFrame:
    """Raw figures of ranked units under the official definition."""
    table, index = run.estimates, run.instrument.index
    chosen = (table["measure"] == "raw") & (table["node"] == code) & (table["state"] == "ranked")
    return table[chosen & table["unit"].notna() & (table["definition"] == _official(index))]


def _official(index: Index | None) -> str:
    return index.official if index else ""

"""The goalposts that a decision fixed from earlier waves: what a snapshot must hold of them before it is scored."""

from collections.abc import Iterator

import pandas as pd

from instruments.index import Index
from scoring.errors import Refusal
from scoring.snapshot.tables import Tables

_MEND_VI, _MEND_EN = "hãy lập lại mốc của đợt rồi chốt lại dữ liệu", "fix the wave's goalposts and close it again"


def check_goalposts(index: Index, tables: Tables) -> None:
    """Refuse unless goalposts.csv has one row, the right way round, for each indicator of a window and each block."""
    blocks = [block.code for block in index.blocks if (tables.units["block"] == block.code).any()]
    wanted = {(one.code, block) for one in index.indicators if one.earlier_waves for block in blocks}
    for vi, en in _problems(tables.goalposts, wanted):
        raise Refusal(vi=f"goalposts.csv {vi}; {_MEND_VI}.", en=f"goalposts.csv {en}; {_MEND_EN}.")


def _problems(table: pd.DataFrame, wanted: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    known = list(zip(table["indicator"], table["block"], strict=True))
    for code, block in sorted(set(known) - wanted):
        yield (
            f"có mốc của chỉ tiêu “{code}”, khối “{block}” mà bộ công cụ không lấy từ các đợt trước",
            f"has goalposts of the indicator “{code}” in the block “{block}”, which takes none from earlier waves",
        )
    for code, block in sorted(wanted - set(known)):
        yield (
            f"thiếu mốc của chỉ tiêu “{code}”, khối “{block}”",
            f"lacks the goalposts of the indicator “{code}” in the block “{block}”",
        )
    for (code, block), is_apart in zip(known, table["lo"] < table["hi"], strict=True):
        if known.count((code, block)) > 1 or not is_apart:
            yield (
                f"ghi mốc của chỉ tiêu “{code}”, khối “{block}” hai lần hoặc ngược chiều",
                f"has goalposts of the indicator “{code}” in the block “{block}” twice or crossed",
            )

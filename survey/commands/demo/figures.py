"""The hard figures of the demo: invented files, a template each, as offices would bring them in."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random

from instruments.model import Instrument
from survey.collecting.hard.template import CRITERIA, GENERIC, columns_of, indicators_of
from survey.commands.demo.plan import LAST, SEED

FILES = (200, 3000)
"""Files of a unit in a year, behind its hard figures."""
CORRECTED, LEFT_OUT, WAITING = 0.3, 0.03, 0.02
"""Shares of criteria that are corrected, do not apply, or are not yet appraised."""
REASONS = ("Một việc hoàn thành chậm so với kế hoạch", "Tài liệu kiểm chứng chưa đủ", "Một nội dung chưa thực hiện")
ISSUER = "Ủy ban nhân dân"
Row = dict[str, object]


def figures_csv(instrument: Instrument, template: str, units: Iterable[str]) -> bytes:
    """The file of a template, the same in every demo."""
    luck = Random(SEED)  # noqa: S311 - invented figures must be the same everywhere
    text = io.StringIO()
    writer = csv.DictWriter(text, columns_of(template), restval="", lineterminator="\n")
    writer.writeheader()
    for unit in units:
        rows = _ROWS[template](instrument, luck) if template in _ROWS else _counts(template, luck)
        writer.writerows({"unit": unit, **row} for row in rows)
    return text.getvalue().encode()


def _counts(template: str, luck: Random) -> Iterator[Row]:
    """Cases received, most of them well served; what is late is what is not on time."""
    columns = columns_of(template)[2:]
    received = luck.randint(*FILES)
    counts = {"received": received} | {column: round(received * luck.uniform(0.7, 0.99)) for column in columns}
    yield {**counts, **({"late": received - counts["on_time"]} if "late" in columns else {})}


def _generic(instrument: Instrument, luck: Random) -> Iterator[Row]:
    for one in indicators_of(instrument, GENERIC):
        low, high = one.bounds
        value = round(low + (high - low) * luck.uniform(0.1, 0.6), 3)
        yield {"indicator": one.code, "value": f"{value:.4f}"}  # three decimals could be read as thousands


def _criteria(instrument: Instrument, luck: Random) -> Iterator[Row]:
    """Most points are confirmed as claimed; some are corrected with a reason, some wait, some do not apply."""
    for number, one in enumerate(indicators_of(instrument, CRITERIA), start=1):
        most, fate = max(one.bounds), luck.random()
        own = round(most * luck.uniform(0.7, 1), 2)
        if fate < LEFT_OUT:
            yield {"indicator": one.code, "reason": "Đơn vị không có nhiệm vụ này", "not_applicable": "x"}
            continue
        claimed: Row = {
            "indicator": one.code,
            "self_assessed": own,
            "evidence": "Báo cáo tự đánh giá (mô phỏng)",
            "evidence_number": f"{luck.randint(10, 400)}/BC",
            "evidence_date": LAST.replace(day=number % 28 + 1).isoformat(),
            "evidence_issuer": ISSUER,
        }
        if fate < LEFT_OUT + WAITING:
            yield claimed
        elif fate < LEFT_OUT + WAITING + CORRECTED:
            yield {**claimed, "appraised": round(own * luck.uniform(0.6, 0.95), 2), "reason": luck.choice(REASONS)}
        else:
            yield {**claimed, "appraised": own}


_ROWS: Mapping[str, Callable[[Instrument, Random], Iterator[Row]]] = {GENERIC: _generic, CRITERIA: _criteria}
"""Templates with a row a unit and indicator."""

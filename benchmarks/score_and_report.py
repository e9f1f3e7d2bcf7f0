"""How long scoring and writing documents take for a wave of the size given, beside a plain pandas pass as yardstick.

    python benchmarks/score_and_report.py [-n RESPONSES]

Ratios travel between machines, seconds do not.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from instruments.catalogue import shipped
from instruments.reading import read_instrument
from reports.documents import documents
from scoring import run as runs
from scoring import snapshot as snapshots
from scoring.simulation import simulated_tables
from survey.commands.simulate import rated_units

CODE, DAY = "sipas-giao-dich", date(2026, 9, 15)
Result = TypeVar("Result")


def main() -> None:
    """Prints one line a step: seconds, and how many times the yardstick."""
    count = _count()
    data = shipped(CODE)
    instrument = read_instrument(data, CODE).instrument
    if instrument is None:
        raise SystemExit(f"{CODE} cannot be read")
    tables = simulated_tables(instrument, rated_units(instrument, DAY), count, 1, DAY)
    _, yardstick = _timed(lambda: tables.ratings.groupby("unit").mean(numeric_only=True))
    files, packing = _timed(lambda: snapshots.pack(tables, instrument, data))
    run, scoring = _timed(lambda: runs.score(snapshots.read(files)))
    made, writing = _timed(lambda: documents(run))
    print(f"{count} responses, {len(tables.ratings)} ratings, {len(made)} documents; yardstick {yardstick:.3f} s")
    for words, seconds in (("closing", packing), ("scoring", scoring), ("documents", writing)):
        print(f"{words:<10}{seconds:8.2f} s {seconds / yardstick:8.0f} ×")


def _count() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5000, help="responses")
    count: int = parser.parse_args().n
    return count


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    begin = time.perf_counter()
    return work(), time.perf_counter() - begin


if __name__ == "__main__":
    main()

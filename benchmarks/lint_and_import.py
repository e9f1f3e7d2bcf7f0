"""How long it takes to lint the largest shipped file, to check one answer, and to import a file of answers.

    python benchmarks/lint_and_import.py [-n ROWS]

Marks on the machine they were set on: lint under 0.5 s, an answer under 1 ms, 100,000 rows under 60 s in memory that
does not grow with the file. The import runs as a command of its own, on SQLite in a directory that is removed again.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from instruments.answers import check_document
from instruments.catalogue import shipped, shipped_codes
from instruments.model import Instrument
from instruments.reading import read_instrument
from survey.commands.demo.answering import answers_of
from survey.commands.demo.cases import begun
from survey.commands.demo.interviews import interviews_csv
from survey.commands.demo.plan import SEED, targets
from survey.commands.simulate import rated_units

CODE, WAVE, DAY = "sipas-giao-dich", "benchmark", date(2026, 9, 15)
FEW_ROWS = 1000
TIMES = 5


def main() -> None:
    """Prints one line a measure."""
    count = _count()
    largest = max(shipped_codes(), key=lambda code: len(shipped(code)))
    lint = _median(lambda: read_instrument(shipped(largest), largest))
    print(f"lint of {largest} ({len(shipped(largest)) // 1000} KB): {lint:.3f} s")
    asked = read_instrument(shipped(CODE), CODE).instrument
    if asked is None:
        raise SystemExit(f"{CODE} cannot be read")
    sheets = tuple(answers_of(begun(targets()), asked, SEED))
    units = {role.code: frozenset(one.person.units[role.code] for one in sheets) for role in asked.roles}
    checking = _median(lambda: [check_document(asked, one.document, units) for one in sheets]) / len(sheets)
    print(f"one answer to {CODE} checked: {checking * 1000:.3f} ms")
    lines = interviews_csv(sheets, asked).decode().splitlines()
    with tempfile.TemporaryDirectory() as scratch:
        _import(asked, lines, count, Path(scratch))


def _import(asked: Instrument, lines: list[str], count: int, home: Path) -> None:
    """A small file first: what a process needs beyond it is what the rows take."""
    _prepare(asked, home)
    for rows in (FEW_ROWS, count):
        file = home / f"{rows}.csv"
        with file.open("w", encoding="utf-8") as text:
            text.writelines(_rows(lines, rows))
        begin = time.perf_counter()
        peak = _thuocdo(home, "responses", "import", WAVE, str(file), "--source", file.name)
        seconds = time.perf_counter() - begin
        print(f"{rows} rows ({file.stat().st_size / 1e6:.1f} MB) imported: {seconds:.1f} s, {peak:.0f} MB at most")


def _prepare(asked: Instrument, home: Path) -> None:
    units = "".join(f"{unit.code},{block}\n" for unit, block in rated_units(asked, DAY))
    listed = home / "units.csv"
    listed.write_text(f"unit,block\n{units}", encoding="utf-8")
    _thuocdo(home, "db", "upgrade")
    dates = ("--from", "2026-09-01", "--to", "2026-12-31")
    names = ("--name-vi", "Đo tốc độ", "--name-en", "Benchmark")
    _thuocdo(home, "wave", "create", WAVE, "--instrument", CODE, "--units", str(listed), *dates, *names, "--simulated")
    _thuocdo(home, "wave", "open", WAVE)


def _rows(lines: list[str], count: int) -> Iterator[str]:
    """The header and so many rows, each with an id of its own."""
    header, *rows = lines
    yield f"{header}\n"
    for number, row in enumerate(islice(cycle(rows), count)):
        yield f"r{number},{row.partition(',')[2]}\n"


def _thuocdo(home: Path, *words: str) -> float:
    """Runs a command in a process of its own; gives the most memory it held, in MB."""
    database = {"THUOCDO_DATABASE_URL": f"sqlite:///{home / 'thuocdo.db'}", "THUOCDO_SECRET_KEY": "benchmark" * 4}
    command = [sys.executable, "-m", "survey.commands", *words]
    quiet = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    process = os.posix_spawn(sys.executable, command, {**os.environ, **database}, file_actions=[quiet])
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit(f"thuocdo {' '.join(words)} failed")
    return used.ru_maxrss / 1024


def _count() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=100_000, help="rows of the file of answers")
    count: int = parser.parse_args().n
    return count


def _median(work: Callable[[], object]) -> float:
    """Seconds, warm: the first time is not counted."""
    work()
    return statistics.median(_timed(work) for _ in range(TIMES))


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()

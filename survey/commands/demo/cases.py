"""The people of the demo: who was drawn, who answers, and for which file."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from scoring.simulation import Case
from survey.commands.demo.plan import BEGUN, COUNTER, FEW, INTERVIEWED, SEED, Target

RECEIVING, DECIDING = "noi_tiep_nhan", "co_quan_giai_quyet"
DECIDED_ELSEWHERE = 0.1
"""Share of a commune's files that a department or central agency decides."""
FRAME_COLUMNS = ("case", "unit", "role", "stratum", "cell", "psu", "name", "phone", "email", "address", "person")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who answers: case and cell on the frame, as far as there is one, and the units of the file."""

    case: str | None
    cell: str | None
    units: Mapping[str, str]


def case_name(target: Target, number: int) -> str:
    """The case of a drawn file on the frame."""
    return f"{target.unit}-{number:04d}"


def frame_csv(all_targets: Iterable[Target]) -> bytes:
    """The frame of the demo: one row a drawn file, nobody's name on it."""
    rows = (
        {"case": case_name(target, number), "unit": target.unit, "role": _role(target), "stratum": target.unit}
        for target in all_targets
        for number in range(target.drawn)
    )
    text = io.StringIO()
    writer = csv.DictWriter(text, FRAME_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def sizes_csv(all_targets: Iterable[Target]) -> bytes:
    """How many files stand behind each cell."""
    return "\n".join(["cell,size", *(f"{target.unit},{target.files}" for target in all_targets), ""]).encode()


def invited(all_targets: tuple[Target, ...]) -> tuple[Person, ...]:
    """Those who answer their invitation, unit after unit."""
    luck = Random(SEED + 1)  # noqa: S311 - invented answers must be the same everywhere
    # Agencies with few answers get none from commune counters, so that they stay without a rank.
    elsewhere = [target.unit for target in all_targets if not target.is_commune and target.unit not in FEW]
    return tuple(person for target in all_targets for person in _invited(target, elsewhere, luck))


def interviewed(all_targets: tuple[Target, ...]) -> tuple[Person, ...]:
    """Those whom interviewers ask at home."""
    known = {target.unit for target in all_targets}
    return tuple(
        Person(None, unit, {RECEIVING: unit, DECIDING: unit})
        for unit, count in INTERVIEWED.items()
        if unit in known
        for _ in range(count)
    )


def begun(all_targets: Iterable[Target]) -> tuple[Person, ...]:
    """Those whom interviewers have asked in the open wave, which has no frame."""
    luck = Random(SEED + 2)  # noqa: S311 - invented answers must be the same everywhere
    return tuple(
        Person(None, None, {RECEIVING: target.unit if target.is_commune else COUNTER, DECIDING: target.unit})
        for target in all_targets
        for _ in range(min(luck.randint(*BEGUN), FEW.get(target.unit, max(BEGUN))))
    )


def as_cases(people: Iterable[Person]) -> list[Case]:
    """The people as the simulation knows them."""
    return [Case(person.units) for person in people]


def _invited(target: Target, elsewhere: list[str], luck: Random) -> Iterator[Person]:
    for number in sorted(luck.sample(range(target.drawn), target.answers)):
        yield Person(case_name(target, number), target.unit, _units(target, elsewhere, luck))


def _units(target: Target, elsewhere: list[str], luck: Random) -> dict[str, str]:
    if not target.is_commune:
        return {RECEIVING: COUNTER, DECIDING: target.unit}
    decided_elsewhere = luck.random() < DECIDED_ELSEWHERE
    return {RECEIVING: target.unit, DECIDING: luck.choice(elsewhere) if decided_elsewhere else target.unit}


def _role(target: Target) -> str:
    return RECEIVING if target.is_commune else DECIDING

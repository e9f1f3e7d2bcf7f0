"""A whole simulated wave as the tables of a snapshot: cases drawn for every unit, answered with a known truth."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from instruments.coding import coded_ratings, coded_response, texts
from instruments.fingerprint import fingerprint, sha256
from instruments.model import Instrument
from instruments.units import Unit
from scoring.errors import Refusal
from scoring.simulation.answers import Case, answer_documents, truth_of
from scoring.snapshot import Tables

OWN_SHARE = 0.75
"""Share of cases in which one unit holds every role it can hold."""
CELLS = (("a", 0.6, 4), ("b", 0.4, 8))
"""Cells of a unit: name, share of its answers, frame cases behind one answer."""
DAYS = 12
"""Length of the simulated fieldwork."""


def simulated_tables(instrument: Instrument, units: Sequence[tuple[Unit, str]], n: int, seed: int, day: date) -> Tables:
    """The tables of a simulated wave with n responses, spread evenly over the units (each with its block).

    Raises:
        Refusal: no response or no unit is asked for.
    """
    if n < 1 or not units:
        raise Refusal(
            vi="Cần ít nhất một phiếu và một đơn vị để mô phỏng.", en="A simulation needs a response and a unit."
        )
    random = np.random.default_rng([seed, 3])
    blocks = {unit.code: block for unit, block in units}
    targets = [units[place % len(units)][0].code for place in range(n)]
    cases = [Case(_roles(instrument, blocks, target, random)) for target in targets]
    truth = truth_of(instrument, list(blocks), seed)
    documents = list(answer_documents(instrument, cases, truth, seed))
    names = [sha256(f"{seed}/{place}".encode())[:12] for place in range(n)]
    cells = random.choice(len(CELLS), size=n, p=[share for _, share, _ in CELLS])
    drawn = pd.DataFrame(
        {"response": names, "unit": targets, "cell": [_cell(*pair) for pair in zip(targets, cells, strict=True)]}
    )
    days = [(day - timedelta(days=int(back))).isoformat() for back in random.integers(1, DAYS + 1, n)]
    return Tables(
        responses=_responses(instrument, documents, drawn, days),
        ratings=_ratings(instrument, documents, names),
        units=_units(units),
        wave=_wave(instrument, day),
        frame=_frame(drawn),
        strata=_strata(drawn),
        texts=_texts(instrument, documents),
    )


def _cell(unit: str, cell: int) -> str:
    return f"{unit}-{CELLS[cell][0]}"


def _roles(
    instrument: Instrument, blocks: Mapping[str, str], target: str, random: np.random.Generator
) -> dict[str, str]:
    """The target holds the roles its block can hold, at least one; other roles go to other units."""
    chosen: dict[str, str] = {}
    for role in instrument.roles:
        able = [unit for unit, block in blocks.items() if block in role.blocks and unit != target]
        can_hold = blocks[target] in role.blocks
        is_own = can_hold and (not chosen or not able or random.random() < OWN_SHARE)
        if is_own:
            chosen[role.code] = target
        elif able:
            chosen[role.code] = able[int(random.integers(len(able)))]
    return chosen


def _responses(
    instrument: Instrument, documents: Sequence[Mapping[str, object]], drawn: pd.DataFrame, days: Sequence[str]
) -> pd.DataFrame:
    answers = pd.DataFrame([coded_response(instrument, document) for document in documents])
    fixed = pd.DataFrame({"response": drawn["response"], "cell": drawn["cell"], "day": days}).assign(
        mode="web",
        access="invited",
        form="a",
        excluded=False,
        language="vi",
        instrument=fingerprint(instrument),
        n_rated=[_rated(document) for document in documents],
    )
    return pd.concat([fixed, answers], axis=1)


def _rated(document: Mapping[str, object]) -> int:
    units = document["units"]
    return len(set(units.values())) if isinstance(units, dict) else 0


def _ratings(instrument: Instrument, documents: Sequence[Mapping[str, object]], names: Sequence[str]) -> pd.DataFrame:
    rows = [
        {"response": name, **rating}
        for name, document in zip(names, documents, strict=True)
        for rating in coded_ratings(instrument, document)
    ]
    return pd.DataFrame(rows)


def _frame(drawn: pd.DataFrame) -> pd.DataFrame:
    used = drawn.groupby(["cell", "unit"], as_index=False).size().rename(columns={"size": "used"})
    behind = {name: size for name, _, size in CELLS}
    population = used["used"] * used["cell"].str.rsplit("-", n=1).str[-1].map(behind)
    return used.assign(stratum=used["unit"], N=population, invited=used["used"] * 2)


def _strata(drawn: pd.DataFrame) -> pd.DataFrame:
    frame = _frame(drawn)
    sums = frame.groupby("unit", as_index=False)[["N", "invited"]].sum()
    return sums.assign(stratum=sums["unit"], drawn=sums["invited"], delivered=sums["invited"]).drop(columns="invited")


def _texts(instrument: Instrument, documents: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    found = list(_found_texts(instrument, documents))
    return pd.DataFrame(found, columns=["row", "item", "unit", "text", "code"])


def _found_texts(
    instrument: Instrument, documents: Sequence[Mapping[str, object]]
) -> Iterator[tuple[int, str, str | None, str, None]]:
    given = [text for document in documents for text in texts(instrument, document)]
    for row, text in enumerate(sorted(given, key=lambda text: sha256(f"{text.item}/{text.unit}/{text.text}".encode()))):
        yield row, text.item, text.unit, text.text, None


def _units(units: Sequence[tuple[Unit, str]]) -> pd.DataFrame:
    columns = ("name_vi", "name_en", "short_name", "kind", "parent", "sort_key")
    rows = [
        {"unit": unit.code, "block": block, **{name: getattr(unit, name) for name in columns}} for unit, block in units
    ]
    return pd.DataFrame(rows)


def _wave(instrument: Instrument, day: date) -> dict[str, object]:
    start = (day - timedelta(days=DAYS)).isoformat()
    return {
        "wave": f"{instrument.code[:34]}-sim",
        "snapshot": 1,
        "made": day.isoformat(),
        "name_vi": f"Mô phỏng: {instrument.short_title['vi']}",
        "name_en": f"Simulated: {instrument.short_title.get('en', instrument.short_title['vi'])}",
        "organisation": None,
        "period_from": start,
        "period_to": (day - timedelta(days=1)).isoformat(),
        "opened": start,
        "stopped": day.isoformat(),
        "closed": day.isoformat(),
        "official_access": None,
        "inference": instrument.index.inference if instrument.index else None,
        "simulated": True,
    }

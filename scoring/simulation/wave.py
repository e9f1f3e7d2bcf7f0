"""A whole simulated wave as the tables of a snapshot: cases drawn for every unit, answered with a known truth."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from instruments.answers import form_in, rated_units
from instruments.choosing import equal_probability
from instruments.coding import coded_ratings, coded_response, texts
from instruments.fingerprint import fingerprint, sha256
from instruments.model import Instrument
from instruments.units import Unit
from scoring.errors import Refusal
from scoring.files.columns import GOALPOSTS, HARD
from scoring.files.encoding import typed
from scoring.simulation.answers import Case, Truth, answer_documents, truth_of
from scoring.snapshot import Tables

OWN_SHARE = 0.75
"""Share of cases in which one unit holds every role it can hold."""
CELLS = (("a", 0.6, 4), ("b", 0.4, 8))
"""Cells of a unit: name, share of its answers, frame cases behind one answer."""
DRAWN = ("invited", "interviewer")
"""Access classes whose people stand on a frame; others have no cell and no weight."""
MODES = {"kiosk": "kiosk", "interviewer": "interviewer"}
MOST_MET = 4
"""Most other units that a case of a looped role dealt with."""
SIMULATED = "số liệu mô phỏng"
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
    cases = _cases(instrument, blocks, targets, seed, random)
    truth = truth_of(instrument, list(blocks), seed)
    documents = list(answer_documents(instrument, cases, truth, seed))
    names = [case.identifier[:12] for case in cases]
    cells = random.choice(len(CELLS), size=n, p=[share for _, share, _ in CELLS])
    drawn = pd.DataFrame(
        {"response": names, "unit": targets, "cell": [_cell(*pair) for pair in zip(targets, cells, strict=True)]}
    )
    sample = {"frame": _frame(drawn), "strata": _strata(drawn)} if _access(instrument) in DRAWN else {}
    days = [(day - timedelta(days=int(back))).isoformat() for back in random.integers(1, DAYS + 1, n)]
    return Tables(
        responses=_responses(instrument, documents, drawn, days),
        ratings=_ratings(instrument, documents, cases, names),
        units=_units(units),
        wave=_wave(instrument, day),
        texts=_texts(instrument, documents),
        hard=_hard(instrument, units, truth),
        goalposts=_goalposts(instrument, sorted({block for _, block in units})),
        **sample,
    )


def simulated_cases(instrument: Instrument, blocks: Mapping[str, str], targets: Sequence[str], seed: int) -> list[Case]:
    """A case for each target, which holds the roles it can hold; `blocks` names the block of every unit there is."""
    return _cases(instrument, blocks, targets, seed, np.random.default_rng([seed, 3]))


def _cases(
    instrument: Instrument,
    blocks: Mapping[str, str],
    targets: Sequence[str],
    seed: int,
    random: np.random.Generator,
) -> list[Case]:
    digits = (sha256(f"{seed}/{place}".encode())[:32] for place in range(len(targets)))
    return [
        Case(_roles(instrument, blocks, target, random), _met(instrument, blocks, target, random), identifier)
        for target, identifier in zip(targets, digits, strict=True)
    ]


def _access(instrument: Instrument) -> str:
    """How the simulated people come: in the first way that the index names."""
    return instrument.index.access[0] if instrument.index else "invited"


def _cell(unit: str, cell: int) -> str:
    return f"{unit}-{CELLS[cell][0]}"


def _roles(
    instrument: Instrument, blocks: Mapping[str, str], target: str, random: np.random.Generator
) -> dict[str, str]:
    """The target holds the roles its block can hold, at least one; other roles go to other units."""
    chosen: dict[str, str] = {}
    for role in (role for role in instrument.roles if not role.loop):
        able = [unit for unit, block in blocks.items() if block in role.blocks and unit != target]
        can_hold = blocks[target] in role.blocks
        is_own = can_hold and (not chosen or not able or random.random() < OWN_SHARE)
        if is_own:
            chosen[role.code] = target
        elif able:
            chosen[role.code] = able[int(random.integers(len(able)))]
    return chosen


def _met(
    instrument: Instrument, blocks: Mapping[str, str], target: str, random: np.random.Generator
) -> dict[str, tuple[str, ...]]:
    """For each looped role the units a case dealt with: the target where it can be one, and some others."""
    met: dict[str, tuple[str, ...]] = {}
    for role in (role for role in instrument.roles if role.loop):
        able = [unit for unit, block in blocks.items() if block in role.blocks and unit != target]
        many = min(int(random.integers(0, MOST_MET + 1)), len(able))
        others = random.choice(able, size=many, replace=False).tolist() if many else []
        met[role.code] = tuple(others) + ((target,) if blocks[target] in role.blocks else ())
    return met


def _responses(
    instrument: Instrument, documents: Sequence[Mapping[str, object]], drawn: pd.DataFrame, days: Sequence[str]
) -> pd.DataFrame:
    answers = pd.DataFrame([coded_response(instrument, document) for document in documents])
    access = _access(instrument)
    cells = drawn["cell"] if access in DRAWN else None
    fixed = pd.DataFrame({"response": drawn["response"], "cell": cells, "day": days}).assign(
        mode=MODES.get(access, "web"),
        access=access,
        form=[form_in(document) or "a" for document in documents],
        excluded=False,
        language="vi",
        instrument=fingerprint(instrument),
        n_rated=[len(rated_units(instrument, document)) for document in documents],
    )
    return pd.concat([fixed, answers], axis=1)


def _ratings(
    instrument: Instrument,
    documents: Sequence[Mapping[str, object]],
    cases: Sequence[Case],
    names: Sequence[str],
) -> pd.DataFrame:
    rows = [
        {"response": name, "chosen_prob": _chosen(instrument, case, str(rating["unit"])), **rating}
        for name, case, document in zip(names, cases, documents, strict=True)
        for rating in coded_ratings(instrument, document)
    ]
    return pd.DataFrame(rows)


def _chosen(instrument: Instrument, case: Case, unit: str) -> float | None:
    """The probability a looped unit was drawn with, all sizes being equal; None for a unit nobody drew."""
    for role in instrument.roles:
        met = case.met.get(role.code, ())
        if role.loop and unit in met:
            return equal_probability(len(met), role.loop.at_most)
    return None


def _goalposts(instrument: Instrument, blocks: Sequence[str]) -> pd.DataFrame:
    """Where earlier waves give goalposts, those that an indicator has by nature: no earlier wave was simulated."""
    asking = [one for one in (instrument.index.indicators if instrument.index else ()) if one.earlier_waves]
    rows = [
        {"indicator": one.code, "block": block, "lo": one.bounds[0], "hi": one.bounds[1]}
        for one in asking
        for block in blocks
    ]
    return typed(pd.DataFrame(rows).assign(set_by=SIMULATED, decision="mô phỏng"), GOALPOSTS)


def _hard(instrument: Instrument, units: Sequence[tuple[Unit, str]], truth: Truth) -> pd.DataFrame:
    """Hard figures of every unit: as good as its answers on the average, out of a thousand cases."""
    rows = []
    for indicator in instrument.index.indicators if instrument.index else ():
        if indicator.is_soft:
            continue
        low, high = indicator.bounds
        for (unit, _block), share in zip(units, truth.share.mean(axis=1), strict=True):
            way = share if indicator.direction == 1 else 1 - share
            counted = {"numerator": round(1000 * way), "denominator": 1000.0} if indicator.denominator else {}
            value = low + (high - low) * round(1000 * way) / 1000
            rows.append(
                {"unit": unit.code, "indicator": indicator.code, "value": value, "source": SIMULATED, **counted}
            )
    return typed(pd.DataFrame(rows), HARD)


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

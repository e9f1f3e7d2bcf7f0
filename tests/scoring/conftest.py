"""Builders of small visible worlds: an instrument in a few lines, ratings as rows of answers, a snapshot of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd
import pytest

from instruments.model import Instrument
from instruments.reading import read_instrument
from scoring.run import Options, Run, score
from scoring.snapshot import Snapshot, Tables, pack, read

HEAD = """
code: tiny
version: "1"
title: {vi: Nhỏ, en: Tiny}
short_title: {vi: Nhỏ, en: Tiny}
intro: {vi: Thử., en: A trial.}
wording: adapted
source: {vi: Tự soạn, en: Own}
languages: [vi, en]
minutes: 1
unit_of_analysis: transaction
roles:
  - {code: desk, label: {vi: Nơi nhận, en: Desk}, question: {vi: Nơi nhận?, en: Which desk?}, blocks: [wards]}
  - code: office
    label: {vi: Cơ quan, en: Office}
    question: {vi: Cơ quan?, en: Which office?}
    blocks: [wards, offices, aside]
scales:
  - code: sat5
    label: {vi: Hài lòng, en: Satisfaction}
    favourable_from: 4
    options:
      - {code: 1, label: {vi: Một, en: One}}
      - {code: 2, label: {vi: Hai, en: Two}}
      - {code: 3, label: {vi: Ba, en: Three}}
      - {code: 4, label: {vi: Bốn, en: Four}}
      - {code: 5, label: {vi: Năm, en: Five}}
sections:
  - code: all
    title: {vi: Câu hỏi, en: Questions}
    roles: [desk, office]
    items:
"""
INDEX = """
index:
  code: T
  label: {vi: Chỉ số, en: Index}
  official: top2_share
  beside: [mean_percent]
  definition_label: {top2_share: {vi: Tỷ lệ, en: Share}, mean_percent: {vi: Mức độ, en: Level}}
"""
TAIL = """
  blocks:
    - {code: wards, label: {vi: Phường, en: Wards}, roles: [desk, office]}
    - {code: offices, label: {vi: Sở, en: Offices}, roles: [office]}
    - {code: aside, label: {vi: Khác, en: Aside}, roles: [office], ranked: false}
  tiers:
    - {code: good, label: {vi: Tốt, en: Good}, at_least: 80}
    - {code: fair, label: {vi: Khá, en: Fair}, at_least: 0}
  ties: 2
"""
WAVE = {
    "wave": "tiny-2026",
    "snapshot": 1,
    "made": "2026-11-20",
    "name_vi": "Đợt nhỏ",
    "name_en": "Tiny wave",
    "organisation": "Sở Nội vụ",
    "period_from": "2026-10-01",
    "period_to": "2026-10-31",
    "opened": "2026-11-01",
    "stopped": "2026-11-15",
    "closed": "2026-11-20",
    "official_access": None,
    "inference": "process",
    "simulated": False,
}
BLOCK_OF = {"w": "wards", "o": "offices", "x": "aside"}


def instrument_text(components: Mapping[str, Mapping[str, str]], minimum: str = "{}") -> bytes:
    """A tiny instrument: component → item → role; the index is the mean over all items."""
    items = "".join(
        f"      - {{code: {item}, kind: single, text: {{vi: {item}?, en: {item}?}}, scale: sat5, role: {role}}}\n"
        for component in components.values()
        for item, role in component.items()
    )
    nodes = "".join(
        f"    - {{code: {code}, kind: component, label: {{vi: {code}, en: {code}}}, items: [{', '.join(component)}]}}\n"
        for code, component in components.items()
    )
    whole = f"    - {{code: T, kind: index, label: {{vi: T, en: T}}, nodes: [{', '.join(components)}]}}\n"
    text = f"{HEAD}{items}{INDEX}  minimum: {minimum}\n  nodes:\n{whole}{nodes}{TAIL}"
    return text.lstrip().encode()


@cache
def instrument_of(file: bytes) -> Instrument:
    """The instrument of a file, read once."""
    instrument = read_instrument(file, "tiny.yaml").instrument
    assert instrument is not None
    return instrument


@dataclass(frozen=True)
class World:
    """One instrument and the ratings given under it."""

    file: bytes

    def tables(
        self,
        ratings: Sequence[Mapping[str, object]],
        frame: pd.DataFrame | None = None,
        strata: pd.DataFrame | None = None,
        units: Sequence[str] | None = None,
    ) -> Tables:
        """Each rating: response, unit, the items, and optionally cell, psu, access, mode, excluded, roles."""
        rows = pd.DataFrame(ratings)
        labels = [name for name in ("cell", "psu", "access", "mode", "excluded") if name in rows]
        responses = rows[["response", *labels]].drop_duplicates("response")
        defaults = {"cell": None, "psu": None, "access": "invited", "mode": "web", "excluded": False, "day": None}
        responses = responses.assign(**{name: value for name, value in defaults.items() if name not in responses})
        rated = rows.drop(columns=labels)
        rated = rated[rated["unit"].notna()]
        roles = rated["unit"].map(lambda unit: "desk;office" if unit.startswith("w") else "office")
        names = sorted(units if units is not None else rated["unit"].unique())
        register = pd.DataFrame({"unit": names, "block": [BLOCK_OF[name[0]] for name in names], "sort_key": names})
        known = {"frame": frame, "strata": strata}
        given = {name: table for name, table in known.items() if table is not None}
        return Tables(
            responses=responses,
            ratings=rated if "roles" in rated else rated.assign(roles=roles),
            units=register,
            wave=dict(WAVE),
            **given,
        )

    def snapshot(self, ratings: Sequence[Mapping[str, object]], **more: object) -> Snapshot:
        """The ratings packed and read back, as every run gets them."""
        return self.snapshot_of(self.tables(ratings, **more))  # type: ignore[arg-type] # the keywords of tables

    def snapshot_of(self, tables: Tables) -> Snapshot:
        """The tables packed and read back."""
        return read(pack(tables, instrument_of(self.file), self.file))

    def run(self, ratings: Sequence[Mapping[str, object]], options: Options | None = None, **more: object) -> Run:
        """The run of the ratings."""
        return score(self.snapshot(ratings, **more), options)


@pytest.fixture
def world() -> Callable[..., World]:
    """Makes worlds out of components with the role of each item, and minimum numbers."""
    return lambda components, minimum="{}": World(instrument_text(components, minimum))


def row_of(run: Run, unit: str | None, node: str, definition: str = "top2_share", measure: str = "score") -> pd.Series:
    """The one row of a unit and node."""
    table = run.estimates
    named = table["unit"].isna() if unit is None else table["unit"] == unit
    rows = table[named & (table["node"] == node) & (table["definition"] == definition) & (table["measure"] == measure)]
    assert len(rows) == 1, (unit, node, len(rows))
    return rows.iloc[0]


@pytest.fixture
def row() -> Callable[..., pd.Series]:
    """Finds the one row of a unit and node in a run."""
    return row_of

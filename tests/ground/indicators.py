"""Ratings of offices by firms, scored by an index written in a few lines."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from instruments.reading import read_instrument
from scoring import Run, score
from scoring.snapshot import Snapshot, Tables, pack, read

HEAD = """
code: ddci
version: "1"
title: {vi: Thử, en: Trial}
short_title: {vi: Thử, en: Trial}
intro: {vi: Thử., en: A trial.}
wording: adapted
source: {vi: Tự soạn, en: Own}
languages: [vi, en]
minutes: 1
unit_of_analysis: person
roles:
  - {code: met, label: {vi: Sở, en: Office}, question: {vi: Sở?, en: Which?}, blocks: [offices], loop: {at_most: 3}}
scales:
  - code: yn
    label: {vi: Có không, en: Yes or no}
    options: [{code: 1, label: {vi: Có, en: "Yes"}}, {code: 2, label: {vi: Không, en: "No"}}]
  - code: five
    label: {vi: Năm mức, en: Five}
    favourable_from: 4
    options:
      - {code: 1, label: {vi: Một, en: One}}
      - {code: 2, label: {vi: Hai, en: Two}}
      - {code: 3, label: {vi: Ba, en: Three}}
      - {code: 4, label: {vi: Bốn, en: Four}}
      - {code: 5, label: {vi: Năm, en: Five}}
sections:
  - {code: who, title: {vi: Ai, en: Who}, roles: [met]}
  - code: what
    title: {vi: Gì, en: What}
    items:
      - {code: ties, kind: single, scale: yn, role: met, text: {vi: Quen?, en: Ties?}}
      - {code: clear, kind: single, scale: yn, role: met, text: {vi: Rõ?, en: Clear?}}
      - {code: kept, kind: single, scale: yn, role: met, text: {vi: Giữ lời?, en: Kept?}}
      - {code: level, kind: single, scale: five, role: met, text: {vi: Mức?, en: Level?}}
      - {code: group, kind: single, scale: five, role: met, text: {vi: Nhóm?, en: Group?}}
      - {code: promote, kind: rating, minimum: 0, maximum: 10, role: met, text: {vi: Giới thiệu?, en: Recommend?}}
      - {code: trips, kind: number, minimum: 0, maximum: 30, role: met, text: {vi: Mấy lần?, en: Trips?}}
index:
  code: ALL
  label: {vi: Chỉ số, en: Index}
  definition_label: {indicators: {vi: Điểm, en: Score}, top2_share: {vi: Tỷ lệ, en: Share}}
  missing: {at_least: 0.6}
"""
TAIL = """
  tiers:
    - {code: good, label: {vi: Tốt, en: Good}, at_least: 60}
    - {code: poor, label: {vi: Kém, en: Poor}, at_least: 0}
  blocks:
    - {code: offices, label: {vi: Khối sở, en: Offices}, roles: [met]}
"""
POINTS = "{indicator: [1, 10], component: [1, 10], index: [10, 100]}"
LABEL = "label: {vi: A, en: A}"


def run_of(
    indicators: Sequence[str],
    nodes: Sequence[str],
    ratings: Sequence[Mapping[str, object]],
    hard: Sequence[tuple[str, str, float]] = (),
    more: str = f"scales: {POINTS}",
) -> Run:
    """Ratings scored by an index of these indicators and nodes."""
    return score(snapshot_of(indicators, nodes, ratings, hard, more))


def snapshot_of(
    indicators: Sequence[str],
    nodes: Sequence[str],
    ratings: Sequence[Mapping[str, object]],
    hard: Sequence[tuple[str, str, float]] = (),
    more: str = f"scales: {POINTS}",
) -> Snapshot:
    """The same before it is scored."""
    made = "\n".join(f"    - {one}" for one in indicators)
    tree = "\n".join(f"    - {{{one}, {LABEL}}}" for one in nodes)
    more = more if "official" in more else f"official: indicators\n  {more}"
    file = f"{HEAD}  {more}\n  indicators:\n{made}\n  nodes:\n{tree}{TAIL}".lstrip().encode()
    reading = read_instrument(file, "ddci.yaml")
    assert reading.instrument is not None, [one.sentence() for one in reading.mistakes]
    rows = pd.DataFrame(list(ratings))
    columns = {"ties": 2, "clear": 2, "kept": 2, "level": -1, "group": -1, "promote": None, "trips": None}
    rows = rows.assign(**{name: value for name, value in columns.items() if name not in rows}, roles="met")
    for name in ("promote", "trips"):
        rows[f"{name}__none"] = rows[name].isna().map({True: -1, False: 0})
    responses = pd.DataFrame({"response": rows["response"].unique()})
    responses = responses.assign(cell=None, psu=None, access="invited", mode="web", excluded=False, day=None)
    units = sorted(rows["unit"].unique())
    figures = pd.DataFrame(hard, columns=["unit", "indicator", "value"])
    tables = Tables(
        responses=responses,
        ratings=rows,
        units=pd.DataFrame({"unit": units, "block": "offices", "sort_key": units}),
        wave={"wave": "w", "snapshot": 1, "made": "2026-11-20", "name_vi": "A", "name_en": "A", "simulated": False},
        hard=figures,
    )
    return read(pack(tables, reading.instrument, file))


def figure(run: Run, unit: str | None, node: str, measure: str = "score") -> "pd.Series[Any]":
    table = run.estimates
    rows = table[(table["node"] == node) & (table["measure"] == measure)]
    rows = rows[rows["unit"].isna() & rows["block"].notna()] if unit is None else rows[rows["unit"] == unit]
    assert len(rows) == 1
    return rows.iloc[0]


def people(unit: str, many: int, **yes: int) -> list[dict[str, object]]:
    """So many people of whom so many say yes to each item."""
    return [
        {"response": f"{unit}{place}", "unit": unit, **{item: 1 if place < count else 2 for item, count in yes.items()}}
        for place in range(many)
    ]

"""A module put into a host: the host's figures stay to the last digit, and those of the module stand beside them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import pandas as pd
import pytest

from instruments.catalogue import shipped
from instruments.coding import rating_columns, response_columns
from instruments.embedding import Pair, Wish, embed
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.source import read_source
from instruments.units import Unit, register
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from scoring.snapshot import Tables, pack, read

BRAND = "thuong-hieu"
HEADLINE = ("NB", "HQ", "HL", "NT")
DAY = date(2026, 9, 15)
A_BLOCK = 4
"""Units of each block that are simulated."""


class Survey(NamedTuple):
    """An instrument and its file."""

    instrument: Instrument
    file: bytes


@dataclass(frozen=True)
class Both:
    """A host, what was made of it and the module, simulated answers to the whole, and the runs of both."""

    host: Instrument
    whole: Instrument
    tables: Tables
    run: Run
    of_host: Run


def survey(code: str) -> Survey:
    found = read_instrument(shipped(code), code).instrument
    assert found is not None
    return Survey(found, shipped(code))


def with_brand(code: str, roles: dict[str, str], *, half: bool = False) -> Survey:
    """The brand module put into a shipped survey."""
    host, module = survey(code), survey(BRAND)
    wish = Wish("whole", "1", roles, half)
    made = embed(Pair(host.instrument, module.instrument, wish), read_source(module.file, BRAND), "whole.yaml")
    assert made.data is not None
    whole = read_instrument(made.data, "whole.yaml").instrument
    assert whole is not None
    return Survey(whole, made.data)


def some_units(instrument: Instrument) -> list[tuple[Unit, str]]:
    """The first units of each block."""
    assert instrument.index is not None
    known = sorted(register(DAY).values(), key=lambda unit: unit.sort_key)
    blocks = [block.code for block in instrument.index.blocks]
    return [
        (unit, block) for block in blocks for unit in [one for one in known if one.block == block][:A_BLOCK]
    ]


def host_alone(tables: Tables, host: Instrument) -> Tables:
    """The same people's answers as if nobody had asked them the module."""
    assert host.index is not None
    roles = {role.code for role in host.roles}
    held = tables.ratings["roles"].map(lambda one: ";".join(role for role in one.split(";") if role in roles))
    ratings = tables.ratings.assign(roles=held)[held != ""]
    module_only = {name for name in tables.ratings if name not in {"response", "chosen_prob", "unit", "roles"}}
    ratings = ratings.drop(columns=sorted(module_only - {one.name for one in rating_columns(host)}))
    added = {name for name in tables.responses.columns if name.startswith(("B_", "A1", "A3", "A5"))}
    responses = tables.responses.drop(columns=sorted(added - {one.name for one in response_columns(host)}))
    return replace(
        tables,
        ratings=ratings.reset_index(drop=True),
        responses=responses,
        units=tables.units[tables.units["block"].isin([block.code for block in host.index.blocks])],
        texts=tables.texts[tables.texts["item"].isin([item.code for item in host.items()])],
        hard=tables.hard[tables.hard["indicator"].isin([one.code for one in host.index.indicators])],
    )


SURVEYS = {
    "sipas-dan-cu": {"noi_o": "noi_cu_tru"},
    "ddci-dia-phuong": {"noi_o": "dia_phuong"},
    "ddci-so-nganh": {},
}


@pytest.fixture(scope="module", params=SURVEYS)
def both(request: pytest.FixtureRequest) -> Both:
    """The brand survey in each of these hosts."""
    host, whole = survey(request.param), with_brand(request.param, SURVEYS[request.param])
    tables = simulated_tables(whole.instrument, some_units(whole.instrument), 1200, 3, DAY)
    alone = host_alone(tables, host.instrument)
    return Both(
        host.instrument,
        whole.instrument,
        tables,
        score(read(pack(tables, whole.instrument, whole.file))),
        score(read(pack(alone, host.instrument, host.file))),
    )


def test_x(both: Both) -> None:
    keys = ["block", "unit", "node", "measure", "definition"]
    h = both.of_host.estimates
    w = both.run.estimates
    print(len(h), len(w))
    blocks = {b.code for b in both.host.index.blocks}
    print(sorted(set(h.block.dropna())), h[h.block.isna()].node.nunique())
    m = h.merge(w, on=keys, how="left", suffixes=("", "_w"), indicator=True)
    print(m._merge.value_counts())
    for c in h.columns:
        if c in keys: continue
        a, b = m[c], m[c + "_w"]
        d = ~((a == b) | (a.isna() & b.isna()))
        if d.any():
            print(c, d.sum(), m[d][keys + [c, c + "_w"]].head(3).to_string())
    print(w[w.node.isin(HEADLINE) & (w.measure == "score")].groupby(["block", "node"]).estimate.agg(["count", "size", "mean"]))
    assert 0

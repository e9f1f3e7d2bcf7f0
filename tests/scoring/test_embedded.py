"""A module put into a host: the host's figures stay to the last digit, and those of the module stand beside them."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import pytest

from instruments.catalogue import shipped
from instruments.coding import rating_columns, response_columns
from instruments.model import Instrument
from instruments.units import Unit, register
from scoring.run import Run, score
from scoring.simulation import simulated_tables
from scoring.snapshot import Tables, pack, read
from scoring.weights import applicable_items
from tests.instruments.embedded import HOSTS, survey, with_brand

KEYS = ["block", "unit", "node", "measure", "definition"]
HEADLINE = ("NB", "HQ", "HL", "NT")
DAY = date(2026, 9, 15)
A_BLOCK = 4
"""Units of each block that are simulated."""


@dataclass(frozen=True)
class Both:
    """A host, what was made of it and the module, simulated answers to the whole, and the runs of both."""

    host: Instrument
    whole: Instrument
    tables: Tables
    run: Run
    of_host: Run


def some_units(instrument: Instrument) -> list[tuple[Unit, str]]:
    """The first units of each block."""
    assert instrument.index is not None
    known = sorted(register(DAY).values(), key=lambda unit: unit.sort_key)
    blocks = [block.code for block in instrument.index.blocks]
    return [(unit, block) for block in blocks for unit in [one for one in known if one.block == block][:A_BLOCK]]


def host_alone(tables: Tables, host: Instrument, whole: Instrument) -> Tables:
    """The same people's answers as if nobody had asked them the module."""
    assert host.index is not None
    roles = {role.code for role in host.roles}
    held = tables.ratings["roles"].map(lambda one: ";".join(role for role in one.split(";") if role in roles))
    columns = (rating_columns, response_columns)
    ratings, responses = (sorted({one.name for one in of(whole)} - {one.name for one in of(host)}) for of in columns)
    return replace(
        tables,
        ratings=tables.ratings.assign(roles=held).drop(columns=ratings)[held != ""].reset_index(drop=True),
        responses=tables.responses.drop(columns=responses),
        units=tables.units[tables.units["block"].isin([block.code for block in host.index.blocks])],
        texts=tables.texts[tables.texts["item"].isin([item.code for item in host.items()])],
        hard=tables.hard[tables.hard["indicator"].isin([one.code for one in host.index.indicators])],
    )


@pytest.fixture(scope="module", params=HOSTS)
def both(request: pytest.FixtureRequest) -> Both:
    """The brand survey in each of these hosts."""
    host, whole = survey(shipped(request.param)), with_brand(request.param)
    tables = simulated_tables(whole.instrument, some_units(whole.instrument), 1200, 3, DAY)
    alone = host_alone(tables, host.instrument, whole.instrument)
    return Both(
        host.instrument,
        whole.instrument,
        tables,
        score(read(pack(tables, whole.instrument, whole.file))),
        score(read(pack(alone, host.instrument, host.file))),
    )


def test_the_figures_of_the_host_do_not_move(both: Both) -> None:
    """Estimates, intervals, counts, ranks, rank sets and tiers of every unit and block, to the last digit."""
    assert both.host.index is not None
    of_host = both.of_host.estimates
    own = {*both.host.index.counted(), *(node.code for node in both.host.index.nodes)}
    blocks = {block.code for block in both.host.index.blocks}
    estimates = both.run.estimates
    rows = estimates[estimates["node"].isin(own) & (estimates["block"].isin(blocks) | estimates["block"].isna())]
    same = [one.sort_values(KEYS).reset_index(drop=True) for one in (of_host, rows)]
    assert same[0]["estimate"].notna().sum() > len(own)
    pd.testing.assert_frame_equal(*same, check_exact=True)


def test_brand_measures_stand_beside_for_every_place(both: Both) -> None:
    """Four headline figures of every ward, commune and special zone, each on its scale, none of them ranked."""
    assert both.whole.index is not None
    estimates = both.run.estimates
    places = estimates[estimates["node"].isin(HEADLINE) & estimates["unit"].notna() & (estimates["measure"] == "score")]
    assert places.groupby("node")["estimate"].count().to_dict() == dict.fromkeys(
        HEADLINE, 2 * A_BLOCK * (1 + len(both.whole.index.beside))
    )
    assert set(places["block"]) == {"phuong", "xa-dac-khu"}
    assert places["rank"].isna().all()
    low, high = both.whole.index.scale_of("module")
    assert set(zip(places["scale_min"], places["scale_max"], strict=True)) == {(low, high)}


def test_an_office_that_only_the_module_knows_has_no_index_of_the_host() -> None:
    """A hard figure of the host brought in for a ward makes no index of departments out of it."""
    whole = with_brand("ddci-so-nganh").instrument
    assert whole.index is not None
    counted = whole.index.counted()
    assert "TH1" in applicable_items(whole, "so-ban-nganh", counted)
    assert not {"TH1", "T1"} & set(applicable_items(whole, "phuong", counted))
    assert "B_T1" in applicable_items(whole, "phuong", counted)

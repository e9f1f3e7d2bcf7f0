"""A wave that nobody answered, or only volunteers, is scored all the same: every unit is named, no figure is given."""

from dataclasses import replace
from datetime import date

import pytest

from instruments.catalogue import shipped
from instruments.reading import read_instrument
from instruments.units import register
from scoring.run import score
from scoring.simulation import simulated_tables
from scoring.snapshot import pack, read

DAY = date(2026, 11, 20)


@pytest.mark.parametrize("responses", [0, 60])
def test_a_wave_without_official_answers_names_every_unit_and_no_figure(responses: int) -> None:
    """All are suppressed for few ratings, whether there are only volunteers or nobody at all."""
    file = shipped("sipas-giao-dich")
    instrument = read_instrument(file, "sipas").instrument
    assert instrument is not None
    units = [(unit, unit.block) for unit in register(DAY).values()]
    tables = simulated_tables(instrument, units, 60, 1, DAY)
    volunteers = tables.responses.head(responses).assign(access="open")
    kept = tables.ratings[tables.ratings["response"].isin(volunteers["response"])]
    run = score(read(pack(replace(tables, responses=volunteers, ratings=kept), instrument, file)))
    own = run.estimates[run.estimates["unit"].notna()]
    assert own["unit"].nunique() == len(units)
    assert set(own["state"]) == {"suppressed"}
    assert own["estimate"].isna().all()

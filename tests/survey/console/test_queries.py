"""The pages of the console ask the database little, however many units, waves and instruments there are."""

import pytest
from flask import Flask
from sqlalchemy import event

from instruments.catalogue import shipped
from instruments.units import register
from survey.database import Database
from survey.keys import Keys
from survey.preparing.issue import issue_instrument
from survey.preparing.wave import create_wave, open_wave
from tests.survey.office import DAY, NOW, filled, plan_of
from tests.survey.staff import hired, signed_in

MOST = 15
WARDS = tuple((unit.code, unit.block) for unit in register(DAY).values() if unit.block in {"phuong", "xa-dac-khu"})
WAVES = 8
PAGES = (
    "/console/account",
    "/console/waves",
    "/console/waves/tiny-2026",
    "/console/waves/tiny-2026/stop",
    "/console/waves/tiny-2026/progress",
    "/console/waves/tiny-2026/figures",
    "/console/instruments",
    "/console/instruments/check",
    "/console/instruments/compare",
    "/console/instruments/issue",
    "/console/instruments/shipped/sipas-nhanh",
    "/console/instruments/shipped/sipas-giao-dich/form",
    "/console/consultations",
    "/console/consultations/new",
    "/console/history",
)


@pytest.fixture
def house_of_waves(house_app: Flask, database: Database, keys: Keys) -> Flask:
    """One wave of 160 answers and eight more of another instrument, half of them open."""
    filled(database, keys)
    hired(database, "hoa")
    with database.writing() as tx:
        plan = plan_of(tx)
        other = issue_instrument(tx, shipped("sipas-nhanh"), "sipas-nhanh.yaml", plan.organisation, NOW).fingerprint
        for number in range(WAVES):
            wave = create_wave(tx, plan_of(tx, code=f"dot-{number}", instrument_fingerprint=other, units=WARDS), NOW)
            if number % 2:
                open_wave(tx, wave, keys, NOW)
    return house_app


def test_every_page_asks_at_most_fifteen_times(house_of_waves: Flask, database: Database) -> None:
    """Signing in included."""
    hoa = signed_in(house_of_waves, "hoa")
    asked: list[str] = []

    def count(*call: object) -> None:
        if call[2] != "BEGIN":  # SQLite is told of a transaction, PostgreSQL's driver begins one by itself
            asked.append(str(call[2]))

    event.listen(database.engine, "before_cursor_execute", count)
    counts = {}
    for page in PAGES:
        asked.clear()
        assert hoa.get(page).status_code == 200, page
        counts[page] = len(asked)
    assert {page: count for page, count in counts.items() if not 0 < count <= MOST} == {}

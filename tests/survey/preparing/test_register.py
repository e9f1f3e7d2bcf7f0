"""The register in the database: what a unit is called on a day."""

from datetime import date

from sqlalchemy import func, select

from instruments.units import register_rows
from survey.database import Database
from survey.preparing.register import load_register, names_on
from survey.records import RegisterRow


def test_loading_the_register_twice_leaves_one_row_a_name(database: Database) -> None:
    """A later release of the product brings its register in again."""
    for _ in range(2):
        with database.writing() as tx:
            assert load_register(tx) == len(register_rows())
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(RegisterRow)) == len(register_rows())


def test_names_stand_in_vietnamese_order_on_both_databases(database: Database) -> None:
    """By sort key, byte by byte; Đông Mai after Cửa Ông, Móng Cái 2 before Móng Cái 10."""
    with database.writing() as tx:
        load_register(tx)
    with database.reading() as tx:
        names = names_on(tx, date(2026, 9, 15))
        by_key = list(tx.scalars(select(RegisterRow.sort_key).order_by(RegisterRow.sort_key)))
    keys = [row.sort_key for row in names.values()]
    assert keys == sorted(keys)
    assert by_key == sorted(by_key)


def test_a_renamed_unit_bears_the_name_of_the_day(database: Database) -> None:
    """The latest row not after the day, unless it ended before."""
    with database.writing() as tx:
        tx.add_all([_named("Cũ", date(2024, 1, 1), None), _named("Mới", date(2026, 1, 1), date(2026, 6, 30))])
    with database.reading() as tx:
        known = {day: names_on(tx, day) for day in (date(2023, 1, 1), date(2025, 1, 1), date(2026, 6, 30))}
        gone = names_on(tx, date(2026, 7, 1))
    assert [[row.name_vi for row in names.values()] for names in known.values()] == [[], ["Cũ"], ["Mới"]]
    assert gone == {}


def _named(name: str, valid_from: date, valid_to: date | None) -> RegisterRow:
    return RegisterRow(
        code="99999",
        valid_from=valid_from,
        valid_to=valid_to,
        name_vi=name,
        name_en=name,
        short_name=name,
        kind="ward",
        block="phuong",
        sort_key=name.lower(),
    )

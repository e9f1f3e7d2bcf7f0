"""The register of units in the database: loaded from the shipped tables, asked by day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.units import Unit, register_rows
from survey.records import RegisterRow


def load_register(tx: Session) -> int:
    """Brings the shipped register in, rows known already included; returns how many dated rows it has."""
    known = {tuple(key) for key in tx.execute(select(RegisterRow.code, RegisterRow.valid_from))}
    rows = [_row(unit) for unit in register_rows()]
    tx.add_all(row for row in rows if (row.code, row.valid_from) not in known)
    for row in rows:
        if (row.code, row.valid_from) in known:
            tx.merge(row)
    tx.flush()
    return len(rows)


def names_on(tx: Session, day: date) -> dict[str, RegisterRow]:
    """The rows in force on a day by code, in Vietnamese order of names: the latest not after it, unless ended."""
    dated = select(RegisterRow).where(RegisterRow.valid_from <= day).order_by(RegisterRow.valid_from)
    latest = {row.code: row for row in tx.scalars(dated)}
    in_force = (row for row in latest.values() if row.valid_to is None or day <= row.valid_to)
    return {row.code: row for row in sorted(in_force, key=lambda row: (row.sort_key, row.code))}


def _row(unit: Unit) -> RegisterRow:
    return RegisterRow(
        code=unit.code,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        name_vi=unit.name_vi,
        name_en=unit.name_en,
        short_name=unit.short_name,
        kind=unit.kind,
        block=unit.block,
        parent=unit.parent,
        sort_key=unit.sort_key,
    )

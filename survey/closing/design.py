"""The design of a wave as counts: strata, weighting cells, clusters, and what became of the invitations."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scoring.files.columns import FRAME, PSUS, STRATA, Columns
from scoring.files.encoding import typed
from survey.records import Cell, Invitation, InvitationWave, Psu, Stratum, Wave

DELIVERIES = ("delivered", "refused", "ineligible", "unknown")


def strata_of(tx: Session, wave: Wave) -> pd.DataFrame:
    """Per stratum its size, its clusters in the frame, and the invitations drawn by what became of them."""
    counts = _deliveries(tx, wave)
    rows = [
        {
            "stratum": one.code,
            "unit": one.unit,
            "N": one.size,
            "psus": one.psus,
            "drawn": sum(counts[one.code, state] for state in ("drawn", *DELIVERIES)),
            **{state: counts[one.code, state] for state in DELIVERIES},
        }
        for one in tx.scalars(select(Stratum).where(Stratum.wave == wave.id))
    ]
    return _table(rows, STRATA)


def frame_of(tx: Session, wave: Wave) -> pd.DataFrame:
    """Per cell its size, how many were invited and how many invitations were used."""
    used_of_cell = (
        select(InvitationWave.cell, func.count().label("used"))
        .where(InvitationWave.wave == wave.id, InvitationWave.state == "used")
        .group_by(InvitationWave.cell)
    )
    used = {row.cell: row.used for row in tx.execute(used_of_cell)}
    rows = [
        {
            "cell": one.code,
            "stratum": one.stratum,
            "unit": one.unit,
            "N": one.size,
            "invited": one.drawn,
            "used": used.get(one.code, 0),
        }
        for one in tx.scalars(select(Cell).where(Cell.wave == wave.id))
    ]
    return _table(rows, FRAME)


def psus_of(tx: Session, wave: Wave) -> pd.DataFrame:
    """Per cluster, under its random label, its size and how many were drawn."""
    rows = [
        {"psu": one.label, "stratum": one.stratum, "unit": one.unit, "N": one.size, "drawn": one.drawn}
        for one in tx.scalars(select(Psu).where(Psu.wave == wave.id))
    ]
    return _table(rows, PSUS)


def _deliveries(tx: Session, wave: Wave) -> Counter[tuple[str, str]]:
    counted = (
        select(Cell.stratum, Invitation.delivery, func.count().label("invitations"))
        .select_from(InvitationWave)
        .join(Invitation, Invitation.id == InvitationWave.invitation)
        .join(Cell, (Cell.wave == InvitationWave.wave) & (Cell.code == InvitationWave.cell))
        .where(InvitationWave.wave == wave.id)
        .group_by(Cell.stratum, Invitation.delivery)
    )
    return Counter({(row.stratum, row.delivery): row.invitations for row in tx.execute(counted)})


def _table(rows: Sequence[Mapping[str, object]], columns: Columns) -> pd.DataFrame:
    """The rows in the kinds of a snapshot, which an empty table has too."""
    return typed(pd.DataFrame.from_records(rows), columns)
